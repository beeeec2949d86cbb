import * as vscode from 'vscode';
import { GuidePanels } from '../../src/guide/guidePanels';
import { panelType } from '../../src/guide/panelType';
import { deepEqual, equal, ok, until } from './assert';
import { closeEditors } from './editors';
import { openGuide, ready } from './guides';
import { replace } from './perTest';
import { FakePanel } from './webviews';

/** The guide’s pages in an editor area that has none yet, and the panels as they are made. */
async function openPanels() {
  const guide = await openGuide();
  const made: FakePanel[] = [];
  replace(vscode.window, 'createWebviewPanel', () => {
    const panel = new FakePanel();
    made.push(panel);
    return panel;
  });
  return { ...guide, made, panels: new GuidePanels(guide.services) };
}

const at = (id: string) => ({ type: 'view', view: { show: 'section', place: { id, scroll: 0 } } });

describe('a section in the editor area', () => {
  it('is a page at its beginning, which is called as the section is', async () => {
    const { panels, made, services } = await openPanels();
    await services.state.setPlace({ id: 'three', scroll: 0.5 });
    await panels.open('two');
    const [panel, ...more] = made;
    deepEqual(more, []);
    equal(panel?.title, 'Title of two');
    deepEqual(panel?.webview.data.place, { id: 'two', scroll: 0 });
    equal(panel?.webview.data.surface, 'editor');
  });

  it('is brought to the front where it is open already', async () => {
    const { panels, made } = await openPanels();
    await panels.open('two');
    await panels.open('three');
    await panels.open('two');
    deepEqual(
      made.map(({ title, revealed }) => [title, revealed]),
      [
        ['Title of two', 1],
        ['Title of three', 0],
      ],
    );
  });

  it('is known by what its page shows now', async () => {
    const { panels, made } = await openPanels();
    await panels.open('two');
    made[0]?.webview.say(at('three'));
    await until('the title is the other', () => made[0]?.title === 'Title of three');
    made[0]?.webview.say({ type: 'view', view: { show: 'contents', filter: 'all' } });
    await panels.open('three');
    deepEqual([made.length, made[0]?.revealed], [1, 1]);
    await panels.open('two');
    equal(made.length, 2);
  });

  it('leaves the place of the side bar where it is', async () => {
    const { panels, made, memory } = await openPanels();
    await panels.open('two');
    made[0]?.webview.say(at('three'));
    await until('the title is the other', () => made[0]?.title === 'Title of three');
    deepEqual(memory.keys(), []);
  });

  it('is opened anew when it was closed, and the closed one listens no more', async () => {
    const { panels, made } = await openPanels();
    await panels.open('two');
    made[0]?.dispose();
    equal(made[0]?.webview.listeners, 0);
    await panels.open('two');
    deepEqual([made.length, made[0]?.revealed], [2, 0]);
  });

  it('that was there before a reload is filled again, at the reader’s place', async () => {
    const { panels, made, services } = await openPanels();
    await services.state.setPlace({ id: 'three', scroll: 0.5 });
    const restored = new FakePanel();
    await panels.fill(restored);
    deepEqual([restored.title, restored.webview.data.surface], ['Title of three', 'editor']);
    await panels.open('three');
    deepEqual([made.length, restored.revealed], [0, 1]);
  });

  it('takes news when it is shown again', async () => {
    const { panels, made, services } = await openPanels();
    await panels.open('two');
    const [panel = new FakePanel()] = made;
    await ready(panel.webview);
    panel.setVisible(false);
    await services.state.setBookmark('one', true);
    equal(panel.webview.sentOf('reader').length, 1);
    panel.setVisible(true);
    await ready(panel.webview);
    deepEqual(panel.webview.sentOf('reader').at(-1)?.reader.bookmarks, ['one']);
  });

  it('opens once where it is asked for twice at once', async () => {
    const { panels, made } = await openPanels();
    await Promise.all([panels.open('two'), panels.open('two')]);
    equal(made.length, 1);
  });

  it('may be closed while it is on its way', async () => {
    const { panels, made } = await openPanels();
    const opening = panels.open('two');
    made[0]?.dispose();
    await opening;
    equal(made[0]?.webview.listeners, 0);
    await panels.open('two');
    equal(made.length, 2);
  });
});

describe('a section in VS Code’s own editor area', () => {
  afterEach(closeEditors);

  it('is a tab, and one only', async () => {
    const { services } = await openGuide();
    const panels = new GuidePanels(services);
    const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);
    for (const _time of ['first', 'second']) {
      await panels.open('two');
      await until('its tab is there', () => tabs().some(({ label }) => label === 'Title of two'));
    }
    const [tab, ...more] = tabs();
    deepEqual(more, []);
    ok(tab?.input instanceof vscode.TabInputWebview, 'it is a webview');
    ok(tab.input.viewType.endsWith(panelType), tab.input.viewType);
  });
});
