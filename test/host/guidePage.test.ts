import * as vscode from 'vscode';
import { GuidePage } from '../../src/guide/guidePage';
import type { ToHost } from '../../src/guide/protocol';
import type { Guide } from '../../src/guide/section';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, until } from './assert';
import { openPage, ready } from './guides';
import { held, replace } from './perTest';
import { FakeWebview } from './webviews';

const typesOf = (webview: FakeWebview) => webview.sent.map(({ type }) => type);

describe('a page of the guide', () => {
  it('may run its script and load nothing', async () => {
    const { webview } = await openPage();
    deepEqual(webview.options, { enableScripts: true, localResourceRoots: [] });
  });

  it('is drawn with all that its first paint needs', async () => {
    const { webview, page, services } = await openPage();
    await services.state.setBookmark('two', true);
    equal((await page.draw('view'))?.id, 'one');
    const { section, place, reader, surface, figures, strings } = webview.data;
    deepEqual([section, place], [aSection('one'), { id: 'one', scroll: 0 }]);
    deepEqual([reader, surface], [{ progress: {}, bookmarks: ['two'] }, 'view']);
    deepEqual(figures, { arrow: '<svg></svg>' });
    equal(strings.found, '{0} sections found');
    match(webview.html, /"the script";/);
    match(webview.html, /\/\* the style \*\//);
  });

  it('is drawn where the reader was, and where it is told to be', async () => {
    const { webview, page, services } = await openPage();
    await services.state.setPlace({ id: 'two', scroll: 0.25 });
    equal((await page.draw('view'))?.id, 'two');
    deepEqual(webview.data.place, { id: 'two', scroll: 0.25 });
    equal((await page.draw('editor', { id: 'three', scroll: 0 }))?.id, 'three');
    deepEqual([webview.data.surface, webview.data.section.id], ['editor', 'three']);
  });

  it('is drawn where the reader was if it is told to be where nothing is', async () => {
    const { page, services } = await openPage();
    await services.state.setPlace({ id: 'two', scroll: 0 });
    equal((await page.draw('editor', { id: 'gone', scroll: 0 }))?.id, 'two');
  });

  it('has the HTML that the build made of Belay’s own section, and none for another', async () => {
    const { webview, page, services } = await openPage();
    await page.draw('view');
    equal(webview.data.html, '<p>HTML of one.</p>');
    replace(services.library, 'guide', async () => [aSection('one', { origin: 'team' })]);
    await page.draw('view');
    equal(webview.data.html, undefined);
  });

  it('isn’t drawn where its webview was closed meanwhile, and that is no failure', async () => {
    const { webview, page } = await openPage();
    const drawn = page.draw('view');
    webview.isDisposed = true;
    page.dispose();
    equal(await drawn, undefined);
    equal(webview.html, '');
  });
});

describe('a page that is ready', () => {
  it('is told the guide and the reader', async () => {
    const { webview, services } = await openPage();
    await services.state.setBookmark('two', true);
    deepEqual(webview.sent, []);
    await ready(webview);
    deepEqual(webview.sent, [
      { type: 'guide', guide: ['one', 'two', 'three'].map(id => aSection(id)) },
      { type: 'reader', reader: { progress: {}, bookmarks: ['two'] } },
    ]);
  });

  it('gets after that what it was to be sent before, in its order, once', async () => {
    const { webview, page } = await openPage();
    page.send({ type: 'go', to: 'search' });
    page.send({ type: 'open', id: 'two', heading: 'for-example' });
    deepEqual(webview.sent, []);
    await ready(webview);
    const waiting = [
      { type: 'go', to: 'search' },
      { type: 'open', id: 'two', heading: 'for-example' },
    ];
    deepEqual<unknown>(webview.sent.slice(2), waiting);
    page.send({ type: 'go', to: 'back' });
    deepEqual<unknown>(webview.sent.slice(2), [...waiting, { type: 'go', to: 'back' }]);
    await ready(webview);
    deepEqual(typesOf(webview).slice(5), ['guide', 'reader']);
  });

  it('gets what it is sent while it is unloaded when it is ready again', async () => {
    const { webview, page } = await openPage();
    await ready(webview);
    page.unloaded();
    webview.sent.length = 0;
    page.send({ type: 'go', to: 'contents' });
    deepEqual(webview.sent, []);
    await ready(webview);
    deepEqual(typesOf(webview), ['guide', 'reader', 'go']);
  });

  it('is told of what changes; one that isn’t ready gets all of that when it is', async () => {
    const { webview, services } = await openPage();
    const other = new FakeWebview();
    held(new GuidePage(other, services, () => undefined));
    await ready(webview);
    webview.sent.length = 0;
    await services.state.setBookmark('one', true);
    await services.notes.keep('two', 'mine');
    deepEqual(webview.sent, [
      { type: 'reader', reader: { progress: {}, bookmarks: ['one'] } },
      { type: 'note', id: 'two', text: 'mine' },
    ]);
    deepEqual(other.sent, []);
    await ready(other);
    deepEqual(other.sentOf('reader')[0]?.reader.bookmarks, ['one']);
  });

  it('is told of the guide when a team’s page has changed', async () => {
    const { services } = await openPage();
    const changed = new vscode.EventEmitter<Guide>();
    replace(services.library, 'onDidChange', changed.event);
    const webview = new FakeWebview();
    held(new GuidePage(webview, services, () => undefined));
    changed.fire([aSection('too-early')]);
    await ready(webview);
    changed.fire([aSection('new')]);
    deepEqual(
      webview.sentOf('guide').map(({ guide }) => guide.map(({ id }) => id)),
      [['one', 'two', 'three'], ['new']],
    );
  });
});

describe('what a page says', () => {
  it('is where its reader is, each time', async () => {
    const { webview, seen } = await openPage();
    const views: ToHost[] = [
      { type: 'view', view: { show: 'section', place: { id: 'two', scroll: 0.5 } } },
      { type: 'view', view: { show: 'contents', filter: 'unread' } },
      { type: 'view', view: { show: 'search', query: 'late' } },
    ];
    for (const view of views) {
      webview.say(view);
    }
    await until('all are seen', () => seen.length === views.length);
    deepEqual(
      seen,
      views.map(message => 'view' in message && message.view),
    );
  });

  it('marks and bookmarks sections, which it is told back', async () => {
    const { webview, services } = await openPage();
    await ready(webview);
    const { state } = services;
    webview.say({ type: 'mark', id: 'one', mark: 'read', on: true });
    await until('it is read', () => state.reader.progress['one']?.read !== undefined);
    webview.say({ type: 'bookmark', id: 'two', on: true });
    await until('it is bookmarked', () => state.reader.bookmarks.includes('two'));
    deepEqual(webview.sent.at(-1), { type: 'reader', reader: state.reader });
    webview.say({ type: 'mark', id: 'one', mark: 'read', on: false });
    webview.say({ type: 'bookmark', id: 'two', on: false });
    await until('both are gone', () => state.reader.bookmarks.length === 0);
    deepEqual(state.reader.progress, { one: {} });
  });

  it('copies a link to a section or to a heading in it', async () => {
    const { webview } = await openPage();
    const scheme = vscode.env.uriScheme;
    for (const [heading, link] of [
      [{}, `${scheme}://belay.belay/guide/two`],
      [{ heading: 'for-example' }, `${scheme}://belay.belay/guide/two#for-example`],
    ] as const) {
      webview.say({ type: 'copyLink', id: 'two', ...heading });
      await until(`${link} is copied`, async () => (await vscode.env.clipboard.readText()) === link);
    }
  });

  it('opens a section in the editor area', async () => {
    const { webview, asked } = await openPage();
    webview.say({ type: 'openInEditor', id: 'two' });
    deepEqual(asked, [['open', 'two']]);
  });

  it('is logged where it is a problem of the page’s own', async () => {
    const { webview, reporter } = await openPage();
    webview.say({ type: 'problem', message: 'no such element' });
    deepEqual(reporter.log.lines, ['error Guide page: no such element']);
    deepEqual(reporter.reported, []);
  });

  for (const message of [
    undefined,
    null,
    5,
    'ready',
    [],
    {},
    { type: 'shutdown' },
    { type: 'practise', id: 'one' },
    { type: 'practise', id: 'one', action: -1 },
    { type: 'practise', id: 'one', action: 0.5 },
    { type: 'practise', id: 'one', action: '0' },
    { type: 'mark', id: 'one', mark: 'mastered', on: true },
    { type: 'bookmark', id: '../one', on: true },
    { type: 'readNote', id: '../../settings' },
    { type: 'keepNote', id: '__proto__', text: 'x' },
    { type: 'keepNote', id: 'one', text: 'x'.repeat(100_001) },
    { type: 'view', view: { show: 'section', place: { id: 'one', scroll: 2 } } },
  ]) {
    const shown = JSON.stringify(message)?.slice(0, 80);
    it(`is logged and does nothing where it isn’t known: ${shown}`, async () => {
      const { webview, reporter, memory, asked, seen, services } = await openPage();
      webview.say(message);
      equal(reporter.log.lines.length, 1);
      match(reporter.log.lines[0] ?? '', /^warn Guide page sent an unknown message: /);
      equal(await services.notes.read('one'), '');
      deepEqual([reporter.reported, memory.keys(), asked, seen, webview.sent], [[], [], [], [], []]);
    });
  }

  it('is reported where doing it fails, and the page goes on', async () => {
    const { webview, services, reporter, memory } = await openPage();
    await ready(webview);
    const { update } = memory;
    replace(memory, 'update', async () => {
      throw new TypeError('full');
    });
    webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('it is reported', () => reporter.reported.length > 0);
    ok(reporter.reported[0] instanceof TypeError, 'as it was thrown');
    replace(memory, 'update', update);
    webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('it is bookmarked', () => services.state.reader.bookmarks.includes('one'));
  });
});

describe('a page that is disposed', () => {
  it('listens to nothing any more: not to its webview, the guide, the reader or the notes', async () => {
    const { services, reporter } = await openPage();
    const changed = new vscode.EventEmitter<Guide>();
    replace(services.library, 'onDidChange', changed.event);
    const webview = new FakeWebview();
    const page = new GuidePage(webview, services, () => undefined);
    await ready(webview);
    equal(webview.listeners, 1);
    page.dispose();
    equal(webview.listeners, 0);
    webview.sent.length = 0;
    changed.fire([aSection('new')]);
    await services.state.setBookmark('one', true);
    await services.notes.keep('one', 'mine');
    webview.say({ type: 'bookmark', id: 'two', on: true });
    webview.say('unknown');
    deepEqual(webview.sent, []);
    deepEqual(services.state.reader.bookmarks, ['one']);
    deepEqual([reporter.log.lines, reporter.reported], [[], []]);
  });
});
