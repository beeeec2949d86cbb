import * as vscode from 'vscode';
import { GuideRoom } from '../../src/guide/room';
import { UserError } from '../../src/platform/errors';
import { OwnFiles } from '../../src/platform/ownFiles';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { createContext, SyncedMemento } from './context';
import { buildOf, ready } from './guides';
import { contextsIn, held, recordCommands, replace } from './perTest';
import { messages, statusTexts } from './questions';
import { RecordingReporter } from './reporter';
import { FakePanel, FakeView } from './webviews';

const noPorts = { insertTemplate: async () => false, logMoment: async () => false };

/** The guide’s room with three sections, its view open and ready, and what is said in the status bar. */
async function openRoom() {
  const commands = recordCommands('belay.guide.focus', 'belay.guide.contents');
  const said = statusTexts();
  const memory = new SyncedMemento();
  const context = createContext({ globalState: memory });
  const build = buildOf(['one', 'two', 'three'].map(id => aSection(id)));
  const reporter = new RecordingReporter();
  const room = held(new GuideRoom(context, reporter, noPorts, held(new OwnFiles('guide')), build));
  const { webview } = await showView(room);
  webview.sent.length = 0;
  return { room, webview, memory, context, commands, reporter, said };
}

async function showView(room: GuideRoom): Promise<FakeView> {
  const view = new FakeView();
  await room.view.resolve(view);
  await ready(view.webview);
  return view;
}

describe('a link to the guide', () => {
  it('opens its section in the view, which is gone to', async () => {
    const { room, webview, commands } = await openRoom();
    await room.open({ id: 'two' });
    deepEqual(webview.sent, [{ type: 'open', id: 'two' }]);
    ok(
      commands.some(([id]) => id === 'belay.guide.focus'),
      'the view is gone to',
    );
  });

  it('opens it at its heading', async () => {
    const { room, webview } = await openRoom();
    await room.open({ id: 'two', heading: 'for-example' });
    deepEqual(webview.sent, [{ type: 'open', id: 'two', heading: 'for-example' }]);
  });

  it('to a section that there isn’t is an error that offers the contents', async () => {
    const { room, webview, commands } = await openRoom();
    const { message, actions } = await rejects(room.open({ id: 'gone' }), UserError);
    match(message, /^The guide has no section “gone”\. It may belong to another team’s workspace\.$/);
    deepEqual(webview.sent, []);
    equal(commands.filter(([id]) => id === 'belay.guide.focus').length, 0);
    deepEqual(
      actions.map(({ title }) => title),
      ['Show Contents'],
    );
    await actions[0]?.run();
    deepEqual(commands.at(-1), ['belay.guide.contents']);
  });
});

describe('the guide’s commands', () => {
  it('bookmark the section that is read, or take its bookmark away, and say so', async () => {
    const { room, webview, memory, said } = await openRoom();
    webview.say({ type: 'view', view: { show: 'section', place: { id: 'two', scroll: 0.5 } } });
    await until('the place is remembered', () => memory.keys().includes('guide.place'));
    await room.toggleBookmark();
    deepEqual(webview.sentOf('reader').at(-1)?.reader.bookmarks, ['two']);
    await room.toggleBookmark();
    deepEqual(webview.sentOf('reader').at(-1)?.reader.bookmarks, []);
    deepEqual(said, ['Bookmarked: Title of two', 'Bookmark removed: Title of two']);
  });

  it('copy a link to the section that is read, the first one where none was yet, and say so', async () => {
    const { room, said } = await openRoom();
    await room.copyLink();
    const link = `${vscode.env.uriScheme}://belay.belay/guide/one`;
    equal(await vscode.env.clipboard.readText(), link);
    deepEqual(said, [`Link copied: ${link}`]);
  });

  it('open the section that is read in the editor area', async () => {
    const { room, memory } = await openRoom();
    await memory.update('guide.place', { id: 'three', scroll: 0.5 });
    const panel = new FakePanel();
    replace(vscode.window, 'createWebviewPanel', () => panel);
    await room.openInEditor();
    equal(panel.title, 'Title of three');
    panel.webview.say({ type: 'openInEditor', id: 'three' });
    await until('it is brought to the front', () => panel.revealed === 1);
  });

  it('forget the progress, unless that is undone', async () => {
    const { room, memory, webview } = await openRoom();
    const progress = { one: { read: '2026-03-01T14:30:00.000Z' } };
    await memory.update('guide.progress', progress);
    const shown = messages('showInformationMessage', 'Undo');
    await room.forgetProgress();
    deepEqual(
      webview.sentOf('reader').map(({ reader }) => reader.progress),
      [{}, progress],
    );
    messages('showInformationMessage');
    await room.forgetProgress();
    deepEqual(memory.get('guide.progress'), {});
    deepEqual(
      shown.map(({ text }) => text),
      ['Reading progress forgotten. Bookmarks and notes are still there.'],
    );
  });

  it('tell VS Code what the reader did at any time before', async () => {
    const { room, memory, commands } = await openRoom();
    await memory.update('guide.bookmarks', ['one']);
    await room.tellWhatWasDone();
    deepEqual(contextsIn(commands).slice(-2), ['belay.did.bookmark=true', 'belay.did.bookmark=false']);
  });
});

describe('the guide’s room', () => {
  it('has the notes below Belay’s storage on this machine', async () => {
    const { webview, context, memory } = await openRoom();
    webview.say({ type: 'keepNote', id: 'one', text: 'mine' });
    await until('the note is kept', () => webview.sentOf('noteKept').length > 0);
    const file = vscode.Uri.joinPath(context.globalStorageUri, 'guide-notes', 'one.md');
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), 'mine');
    deepEqual(memory.keys(), []);
  });

  it('tells all its pages of a change in one of them', async () => {
    const { room, webview } = await openRoom();
    const panel = new FakePanel();
    await room.panels.fill(panel);
    await ready(panel.webview);
    panel.webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('the view has it', () => webview.sentOf('reader').length > 0);
    deepEqual(webview.sentOf('reader').at(-1), panel.webview.sentOf('reader').at(-1));
  });
});
