import * as vscode from 'vscode';
import { registerGuide } from '../../src/guide';
import { guideLink } from '../../src/guide/link';
import { UserError } from '../../src/platform/errors';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, sorted, until } from './assert';
import { createContext, SyncedMemento } from './context';
import { buildOf, ready } from './guides';
import { held, recordCommands, replace } from './perTest';
import { RecordingReporter } from './reporter';
import { pageAt, problemsOf, writePage } from './teamFolder';
import { FakePanel, FakeView } from './webviews';

type Command = (...args: unknown[]) => unknown;

/** What VS Code is given when the guide is registered: a second time, beside Belay as it runs here. */
async function register(
  context?: vscode.ExtensionContext,
  build = buildOf([aSection('one'), aSection('two')]),
) {
  const reporter = new RecordingReporter();
  const commands = new Map<string, Command>();
  const disposed: string[] = [];
  const given: {
    view?: vscode.WebviewViewProvider;
    panels?: vscode.WebviewPanelSerializer;
    links?: vscode.UriHandler;
  } = {};
  const registration = (name: string) => new vscode.Disposable(() => disposed.push(name));
  replace(vscode.commands, 'registerCommand', (id: string, run: Command) => {
    commands.set(id, run);
    return registration(id);
  });
  replace(vscode.window, 'registerWebviewViewProvider', (id: string, view: vscode.WebviewViewProvider) => {
    given.view = view;
    return registration(id);
  });
  replace(
    vscode.window,
    'registerWebviewPanelSerializer',
    (id: string, to: vscode.WebviewPanelSerializer) => {
      given.panels = to;
      return registration(id);
    },
  );
  replace(vscode.window, 'registerUriHandler', (links: vscode.UriHandler) => {
    given.links = links;
    return registration('links');
  });
  const asked = recordCommands('belay.guide.focus', 'workbench.action.openWalkthrough');
  const memory = new SyncedMemento();
  const guide = held(
    registerGuide(
      context ?? createContext({ globalState: memory }),
      reporter,
      { insertTemplate: async () => false, logMoment: async () => false },
      build,
    ),
  );

  return {
    ...{ guide, reporter, asked, memory, disposed, ids: [...commands.keys()] },
    run: async (id: string, ...args: unknown[]) => commands.get(id)?.(...args),
    follow: (uri: vscode.Uri) => given.links?.handleUri(uri),
    /** Has VS Code show the view; gives it once its page is ready. */
    show: async () => {
      const view = new FakeView();
      const { token } = new vscode.CancellationTokenSource();
      await given.view?.resolveWebviewView(view, { state: undefined }, token);
      await ready(view.webview);
      return view;
    },
    restore: async () => {
      const panel = new FakePanel();
      await given.panels?.deserializeWebviewPanel(panel, undefined);
      return panel;
    },
  };
}

const goes = (asked: readonly unknown[][]) => asked.filter(([id]) => id === 'belay.guide.focus').length;

describe('a link that VS Code is opened with', () => {
  const link = (rest: string) => vscode.Uri.parse(`${vscode.env.uriScheme}://belay.belay${rest}`);
  const { uriScheme } = vscode.env;

  for (const [uri, opened] of [
    [link('/guide/two'), { id: 'two' }],
    [link('/guide/two/'), { id: 'two' }],
    [link('/guide/two#for-example'), { id: 'two', heading: 'for-example' }],
    [link('/guide/two?windowId=_blank'), { id: 'two' }],
    [
      vscode.Uri.parse(guideLink(uriScheme, 'belay.belay', { id: 'two', heading: 'über 100% #1?' })),
      { id: 'two', heading: 'über 100% #1?' },
    ],
  ] as const) {
    it(`opens what it names: ${uri.toString()}`, async () => {
      const { follow, show, asked, reporter } = await register();
      const { webview } = await show();
      follow(uri);
      await until('it is opened', () => webview.sentOf('open').length > 0);
      deepEqual<unknown>(webview.sentOf('open'), [{ type: 'open', ...opened }]);
      equal(goes(asked), 1);
      deepEqual(reporter.reported, []);
    });
  }

  it('opens it as soon as the view is there', async () => {
    const { follow, show, asked } = await register();
    follow(link('/guide/two'));
    await until('the view is gone to', () => goes(asked) > 0);
    const { webview } = await show();
    deepEqual(webview.sentOf('open'), [{ type: 'open', id: 'two' }]);
  });

  for (const uri of [
    link(''),
    link('/'),
    link('/guide'),
    link('/guide/'),
    link('/guide/Two'),
    link('/guide/two/three'),
    link('/guide/..%2Ftwo'),
    link('/guide/%3Cscript%3E'),
    link('/settings/two'),
    link(`/guide/${'x'.repeat(81)}`),
  ]) {
    it(`is refused, with how one looks, where it is none: ${uri.toString()}`.slice(0, 120), async () => {
      const { follow, asked, reporter } = await register();
      follow(uri);
      await until('it is reported', () => reporter.reported.length > 0);
      const [error] = reporter.reported;
      ok(error instanceof UserError, 'it is for the user');
      ok(error.message.startsWith(`Belay doesn’t know this link: ${uri.toString()}. `), error.message);
      ok(error.message.endsWith(`look like ${uriScheme}://belay.belay/guide/execution.`), error.message);
      equal(goes(asked), 0);
    });
  }

  for (const id of ['gone', 'constructor', '0']) {
    it(`is refused where the guide has no such section: ${id}`, async () => {
      const { follow, reporter } = await register();
      follow(link(`/guide/${id}`));
      await until('it is reported', () => reporter.reported.length > 0);
      const [error] = reporter.reported;
      ok(error instanceof UserError, 'it is for the user');
      match(error.message, new RegExp(`^The guide has no section “${id}”`));
    });
  }
});

describe('the guide, registered', () => {
  it('sends the page where a command says, in the view that it goes to', async () => {
    const { run, show, asked } = await register();
    const { webview } = await show();
    const destinations = [
      ['contents', 'contents'],
      ['bookmarks', 'bookmarks'],
      ['search', 'search'],
      ['previous', 'previous'],
      ['next', 'next'],
      ['back', 'back'],
      ['forward', 'forward'],
      ['continue', 'place'],
    ] as const;
    for (const [index, [command, to]] of destinations.entries()) {
      await run(`belay.guide.${command}`);
      deepEqual(webview.sent.at(-1), { type: 'go', to });
      equal(goes(asked), index + 1);
    }
    equal(webview.sentOf('go').length, destinations.length);
  });

  it('goes to the view and no further where the guide is to be opened', async () => {
    const { run, asked } = await register();
    await run('belay.openGuide');
    deepEqual(asked, [['belay.guide.focus']]);
  });

  it('opens its own walkthrough, and then tells what was done before', async () => {
    const { run, asked, memory } = await register();
    await memory.update('guide.bookmarks', ['one']);
    await run('belay.openWalkthrough');
    deepEqual(asked, [
      ['workbench.action.openWalkthrough', 'belay.belay#start', false],
      ['setContext', 'belay.did.bookmark', true],
      ['setContext', 'belay.did.bookmark', false],
    ]);
  });

  it('fills an editor that was there before a reload', async () => {
    const { restore, memory } = await register();
    await memory.update('guide.place', { id: 'two', scroll: 0 });
    equal((await restore()).title, 'Title of two');
  });

  it('reports a command that fails', async () => {
    const { run, reporter } = await register(undefined, { guide: '[]', script: '', style: '' });
    for (const id of ['toggleBookmark', 'copyLink', 'openInEditor', 'export']) {
      await run(`belay.guide.${id}`);
    }
    equal(reporter.reported.length, 4);
  });

  it('costs nothing before it is used: no room is entered, and nothing read or stored', async () => {
    const context = new Proxy(createContext(), {
      get: (_context, key) => {
        throw new Error(`Asked for ${String(key)}`);
      },
    });
    const { reporter, run } = await register(context);
    await run('belay.openGuide');
    deepEqual(reporter.reported, []);
    await run('belay.guide.search');
    equal(reporter.reported.length, 1);
  });

  it('takes all of it back when it is disposed, the room as well', async () => {
    const { guide, ids, disposed, show, memory } = await register();
    const { webview } = await show();
    guide.dispose();
    deepEqual(sorted(disposed), sorted([...ids, 'belay.guide', 'belay.guide.page', 'links']));
    webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('the last wish of a page is done', () => memory.keys().includes('guide.bookmarks'));
    equal(webview.sentOf('reader').length, 1, 'nobody is told of it');
  });

  it('checks a team’s pages though nobody looks at the guide', async () => {
    await writePage('a.md', 'no front matter');
    const { reporter } = await register();
    await until('the problem is there', () => problemsOf(pageAt('a.md')).length > 0);
    deepEqual(problemsOf(pageAt('a.md')), ['1: it must begin with front matter between two lines of ---']);
    deepEqual(reporter.reported, []);
  });
});
