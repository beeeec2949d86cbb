import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { growthPanelType } from '../../src/practice/growth/panelType';
import { deepEqual, equal, match, ok, until } from './assert';
import { closeEditors } from './editors';
import { growthPanel, lastData, openGrowthTab, read } from './growths';
import { aMoment } from './journals';
import { recordCommands } from './perTest';

describe('the growth tab', () => {
  it('is one, which is brought to the front when it is asked for again', async () => {
    const { tab, made } = openGrowthTab();
    await tab.show();
    await tab.show();
    deepEqual(
      made.map(({ title, revealed }) => [title, revealed]),
      [['Growth', 1]],
    );
  });

  it('is a page that is whole in itself and may load nothing', async () => {
    const { tab, made } = openGrowthTab();
    await tab.show();
    const webview = made[0]?.webview;
    deepEqual(webview?.options, { enableScripts: true, localResourceRoots: [] });
    match(webview?.html ?? '', /default-src &#39;none&#39;/);
    ok((webview?.html.length ?? 0) > 100_000, 'it has its script');
    const { kinds, language, strings } = webview?.data ?? {};
    deepEqual([kinds?.[0], language, strings?.asTable], ['Pairing', vscode.env.language, 'Show as table']);
  });

  it('is filled again where it was there before a reload, and is the one then', async () => {
    const { tab, made } = openGrowthTab();
    const restored = growthPanel();
    await tab.fill(restored);
    await read(restored.webview);
    await tab.show();
    deepEqual([made.length, restored.revealed], [0, 1]);
  });

  it('is opened anew when it was closed, and the closed one hears nothing more', async () => {
    const { tab, made, ports } = openGrowthTab();
    await tab.show();
    const [first] = made;
    await read(first?.webview ?? growthPanel().webview);
    first?.dispose();
    equal(first?.webview.listeners, 0);
    ports.change([aMoment('a')]);
    await tab.show();
    deepEqual([made.length, first?.webview.sentOf('data').length], [2, 1]);
  });

  it('may be closed while it is on its way', async () => {
    const { tab, made, reporter } = openGrowthTab();
    const opening = tab.show();
    made[0]?.dispose();
    await opening;
    deepEqual([made[0]?.webview.html, reporter.reported], ['', []]);
  });
});

/** The tab with its page. */
async function openPage(...moments: ReturnType<typeof aMoment>[]) {
  const growth = openGrowthTab();
  growth.ports.here = moments;
  await growth.tab.show();
  const [panel = growthPanel()] = growth.made;
  return { ...growth, panel, webview: panel.webview };
}

describe('the page of the growth tab', () => {
  it('is told moments as rows, without their texts, and the review mix', async () => {
    const { webview } = await openPage(aMoment('b', { kind: 'review', who: ['Jo'] }), aMoment('a'));
    const { rows, people, mix, scope, isPartial } = await read(webview);
    deepEqual(
      [rows.kinds, rows.who, people],
      [
        [1, -1],
        [[0], [1]],
        ['Jo', 'Ana'],
      ],
    );
    deepEqual([scope, isPartial, mix['2026-03']?.praise], ['here', false, 1]);
    ok(!JSON.stringify(webview.sent).includes('what happened'), 'no text is sent');
  });

  it('is told again when the journal changes', async () => {
    const { webview, ports } = await openPage();
    const { revision } = await read(webview);
    ports.change([aMoment('a')]);
    await until('the page is told', () => webview.sentOf('data').length === 2);
    deepEqual([lastData(webview).rows.days.length, lastData(webview).revision > revision], [1, true]);
  });

  it('is told nothing while it is hidden, and all when it is shown again', async () => {
    const { webview, ports, panel } = await openPage();
    await read(webview);
    panel.setVisible(false);
    ports.change([aMoment('a')]);
    panel.setVisible(true);
    equal((await read(webview)).rows.days.length, 1);
    equal(webview.sentOf('data').length, 2);
  });

  it('is told of the moments of all workspaces when it asks, which are read once as long as it does', async () => {
    const { webview, ports } = await openPage(aMoment('a'));
    ports.others = [
      { name: 'billing', moments: [aMoment('b', { when: '2026-03-02T10:00:00Z', who: ['Kim'] })] },
    ];
    const { rows, workspaces, people } = await read(webview, 'everywhere');
    deepEqual([rows.workspaces, workspaces, people], [[0, -1], ['billing'], ['Kim', 'Ana']]);
    ports.change([aMoment('a'), aMoment('c')]);
    await until('the page is told', () => webview.sentOf('data').length === 2);
    deepEqual([lastData(webview).rows.days.length, ports.asked], [3, ['elsewhere']]);
    equal((await read(webview)).rows.days.length, 2);
  });

  it('gets what it wants last, however long the other took', async () => {
    const { webview, ports } = await openPage(aMoment('a'));
    let go: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      go = resolve;
    });
    ports.others = [{ name: 'billing', moments: [aMoment('b')] }];
    ports.before = () => held;
    webview.say({ type: 'read', scope: 'everywhere' });
    ports.before = async () => undefined;
    await read(webview);
    go();
    await read(webview);
    deepEqual(
      webview.sentOf('data').map(({ scope }) => scope),
      ['here', 'here'],
    );
  });

  it('is told why where the journal can’t be read, and gets it when it tries again', async () => {
    const { webview, ports, reporter } = await openPage(aMoment('a'));
    ports.before = async () => {
      throw new UserError('Your journal can’t be read');
    };
    webview.say({ type: 'read', scope: 'here' });
    await until('the page is told', () => webview.sentOf('failed').length === 1);
    equal(webview.sentOf('failed')[0]?.message, 'Your journal can’t be read');
    match(reporter.log.lines.at(-1) ?? '', /can’t be read/);
    ports.before = async () => undefined;
    equal((await read(webview)).rows.days.length, 1);
  });

  it('gets the first lines of the moments that it shows, of those rows only that it knows', async () => {
    const { webview, ports } = await openPage(aMoment('b', { what: '\nPaired\non it' }), aMoment('a'));
    const { revision } = await read(webview);
    webview.say({ type: 'texts', revision, rows: [0, 7] });
    await until('the page has texts', () => webview.sentOf('texts').length === 1);
    deepEqual(webview.sentOf('texts')[0]?.texts, [[0, 'Paired']]);
    ports.change([aMoment('c')]);
    await until('the page is told', () => webview.sentOf('data').length === 2);
    webview.say({ type: 'texts', revision, rows: [0] });
    webview.say({ type: 'texts', revision: lastData(webview).revision, rows: [0] });
    await until('the page has texts', () => webview.sentOf('texts').length === 2);
    deepEqual(webview.sentOf('texts')[1]?.texts, [[0, 'what happened in c']]);
  });

  it('opens a moment in an editor, and says where it is gone', async () => {
    const { webview, ports, reporter } = await openPage(aMoment('a'));
    const { revision } = await read(webview);
    webview.say({ type: 'open', revision, row: 0 });
    await until('it is opened', () => ports.asked.length === 1);
    deepEqual(ports.asked, [['open', 'a']]);
    ports.here = [];
    webview.say({ type: 'open', revision, row: 0 });
    await until('it is said', () => reporter.reported.length === 1);
    match(String(reporter.reported[0]), /isn’t in this workspace’s journal any more/);
    webview.say({ type: 'open', revision, row: 5 });
    webview.say({ type: 'logMoment' });
    await until('a moment is logged', () => ports.asked.length === 3);
    deepEqual(ports.asked[2], ['log', {}]);
  });

  it('leads to the report', async () => {
    const { webview } = await openPage(aMoment('a'));
    const commands = recordCommands('belay.growthReport');
    webview.say({ type: 'writeReport' });
    await until('it is asked for', () => commands.length > 0);
    deepEqual(commands, [['belay.growthReport']]);
  });

  it('has its problems and what isn’t understood of it in the log', async () => {
    const { webview, reporter } = await openPage();
    webview.say({ type: 'problem', message: 'it broke' });
    webview.say({ type: 'open', revision: 1, row: '../a' });
    await until('both are there', () => reporter.log.lines.length === 2);
    match(reporter.log.lines[0] ?? '', /^error Growth page: it broke/);
    match(reporter.log.lines[1] ?? '', /^warn Growth page sent an unknown message/);
  });
});

describe('“Show Growth” in VS Code’s own editor area', () => {
  afterEach(closeEditors);

  it('is a tab, and one only', async () => {
    const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);
    for (const _time of ['first', 'second']) {
      await vscode.commands.executeCommand('belay.showGrowth');
      await until('its tab is there', () => tabs().some(({ label }) => label === 'Growth'));
    }
    const [tab, ...more] = tabs();
    deepEqual(more, []);
    ok(tab?.input instanceof vscode.TabInputWebview, 'it is a webview');
    ok(tab.input.viewType.endsWith(growthPanelType), tab.input.viewType);
  });
});
