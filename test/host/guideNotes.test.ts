import * as vscode from 'vscode';
import { GuidePage } from '../../src/guide/guidePage';
import { readText } from '../../src/platform/files';
import { openTextFolder } from '../../src/platform/openTextFolder';
import { deepEqual, equal, match, until } from './assert';
import { openGuide, openPage, ready } from './guides';
import { writeText } from './journals';
import { held } from './perTest';
import { FakeWebview } from './webviews';

/** Has the page of `webview` keep a note, and gives the answer. */
async function keep(webview: FakeWebview, id: string, text: string) {
  const before = webview.sentOf('noteKept').length;
  webview.say({ type: 'keepNote', id, text });
  await until('the page is answered', () => webview.sentOf('noteKept').length > before);
  return webview.sentOf('noteKept').at(-1);
}

const notesOf = (context: vscode.ExtensionContext) =>
  vscode.Uri.joinPath(context.globalStorageUri, 'guide-notes');

describe('a note that a page keeps', () => {
  it('is answered once it is on the disk, as a Markdown file of this machine', async () => {
    const { webview, services } = await openPage();
    await ready(webview);
    deepEqual(await keep(webview, 'one', '# Mine\n'), { type: 'noteKept', id: 'one', text: '# Mine\n' });
    equal(await readText(vscode.Uri.joinPath(notesOf(services.context), 'one.md')), '# Mine\n');
  });

  it('is read again when a page asks, here and in another window', async () => {
    const { webview, services } = await openPage();
    await ready(webview);
    await keep(webview, 'one', 'mine');
    const other = await openPage({ folder: () => openTextFolder(notesOf(services.context)) });
    for (const page of [webview, other.webview]) {
      const before = page.sentOf('note').length;
      page.say({ type: 'readNote', id: 'one' });
      await until('the note has come', () => page.sentOf('note').length > before);
      deepEqual(page.sentOf('note').at(-1), { type: 'note', id: 'one', text: 'mine' });
    }
  });

  it('is empty where none was written', async () => {
    const { webview } = await openPage();
    webview.say({ type: 'readNote', id: 'two' });
    await until('the note has come', () => webview.sentOf('note').length > 0);
    deepEqual(webview.sent, [{ type: 'note', id: 'two', text: '' }]);
  });

  it('is gone from the disk when it is emptied', async () => {
    const { webview, services } = await openPage();
    await keep(webview, 'one', 'mine');
    deepEqual(await keep(webview, 'one', ' \n'), { type: 'noteKept', id: 'one', text: ' \n' });
    deepEqual(await vscode.workspace.fs.readDirectory(notesOf(services.context)), []);
  });

  it('is told to the other pages that are there', async () => {
    const { services, webview } = await openPage();
    const other = new FakeWebview();
    held(new GuidePage(other, services, () => undefined));
    await ready(other);
    await keep(webview, 'one', 'mine');
    deepEqual(other.sentOf('note'), [{ type: 'note', id: 'one', text: 'mine' }]);
    deepEqual(other.sentOf('noteKept'), []);
  });

  it('is answered in the order of the page’s wishes, and the last one stays', async () => {
    const { webview, services } = await openPage();
    const texts = ['m', 'mi', 'min', 'mine'];
    for (const text of texts) {
      webview.say({ type: 'keepNote', id: 'one', text });
    }
    await until('all are answered', () => webview.sentOf('noteKept').length === texts.length);
    deepEqual(
      webview.sentOf('noteKept').map(({ text }) => text),
      texts,
    );
    equal(await services.notes.read('one'), 'mine');
  });

  it('is never in the state that Settings Sync may take', async () => {
    const { webview, memory } = await openPage();
    await ready(webview);
    await keep(webview, 'one', 'a secret of mine');
    deepEqual(memory.keys(), []);
    webview.say({ type: 'bookmark', id: 'one', on: true });
    webview.say({ type: 'mark', id: 'one', mark: 'read', on: true });
    await until('both are stored', () => memory.keys().length === 2);
    deepEqual(memory.synced, [['guide.progress', 'guide.bookmarks']]);
    for (const key of memory.keys()) {
      equal(JSON.stringify(memory.get(key)).includes('secret'), false, key);
    }
  });
});

describe('a note that can’t be kept', () => {
  const disk = { isFull: false };
  beforeEach(() => {
    disk.isFull = false;
  });
  const open = () =>
    openPage({
      folder: folder => ({
        ...folder,
        replace: async (name, text) => {
          if (disk.isFull) {
            throw new Error('no space left');
          }
          await folder.replace(name, text);
        },
      }),
    });

  it('is answered with the reason, which is logged without the note; the old note stays', async () => {
    const { webview, services, reporter } = await open();
    await keep(webview, 'one', 'old');
    disk.isFull = true;
    deepEqual(await keep(webview, 'one', 'new words'), {
      type: 'noteKept',
      id: 'one',
      text: 'new words',
      problem: 'no space left',
    });
    deepEqual(reporter.log.lines, ['error The note on one couldn’t be written: no space left']);
    deepEqual(reporter.reported, []);
    equal(await services.notes.read('one'), 'old');
  });

  it('is told to no other page', async () => {
    const { webview, services } = await open();
    const other = new FakeWebview();
    held(new GuidePage(other, services, () => undefined));
    await ready(other);
    disk.isFull = true;
    await keep(webview, 'one', 'mine');
    deepEqual(other.sentOf('note'), []);
  });

  it('is kept when the page tries again and there is space', async () => {
    const { webview, services } = await open();
    disk.isFull = true;
    await keep(webview, 'one', 'mine');
    disk.isFull = false;
    deepEqual(await keep(webview, 'one', 'mine'), { type: 'noteKept', id: 'one', text: 'mine' });
    equal(await services.notes.read('one'), 'mine');
  });

  it('is so on a real disk too, where something is in the way', async () => {
    const { webview, services } = await openPage();
    const folder = notesOf(services.context);
    await writeText(folder, 'in the way');
    match((await keep(webview, 'one', 'mine'))?.problem ?? '', /\S/);
    equal(await readText(folder), 'in the way');
    await vscode.workspace.fs.delete(folder);
    equal((await keep(webview, 'one', 'mine'))?.problem, undefined);
  });

  it('that can’t be read either is reported, and the page isn’t told that it is empty', async () => {
    const { webview, services, reporter } = await openPage();
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(notesOf(services.context), 'one.md'));
    webview.say({ type: 'readNote', id: 'one' });
    await until('it is reported', () => reporter.reported.length > 0);
    deepEqual(webview.sent, []);
  });

  it('says where it would be', async () => {
    const { services } = await openGuide();
    match(services.notes.path, /guide-notes$/);
  });
});
