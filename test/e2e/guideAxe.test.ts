import assert from 'node:assert/strict';
import type { Workbench } from '../workbench/workbench';
import { axeViolations, themes } from './axe';
import {
  hideSideBar,
  openContents,
  openSection,
  search,
  switchTheme,
  teamPage,
  untilTitle,
  writeTeamPage,
} from './guideJobs';
import { openGuide } from './jobs';
import { describeOnStage } from './support';

/** Everything that the guide's page can show, and how a reader gets there. */
const states: Readonly<Record<string, (window: Workbench) => Promise<void>>> = {
  'the contents': openContents,
  'no bookmarks': async window => {
    await window.runCommand('Belay: Guide: Show Bookmarks');
    await window.webview.getByText('No bookmarks yet').waitFor();
  },
  'a section with a table, its headings open, a note and an answer': async window => {
    await openSection(window, 'Manager and senior engineer compared');
    await window.webview.locator('.headings summary').click();
    await window.webview.locator('#note').fill('Ask Ana');
    await window.webview.locator('fieldset input').first().check();
    await window.webview.locator('.reason').waitFor();
  },
  'a section with a figure and sources': window => openSection(window, 'Levels of delegation'),
  'a page of the team': window => openSection(window, 'Page on-call'),
  'search results': async window => {
    await search(window, 'feedback');
    await window.webview.locator('.hits mark').first().waitFor();
  },
  'a search that finds nothing': async window => {
    await search(window, 'xyzzy');
    await window.webview.getByText('Nothing in the guide matches').waitFor();
  },
};

describeOnStage('The guide’s page', {}, stage => {
  for (const [kind, theme] of Object.entries(themes)) {
    it(`has no accessibility violations in ${theme}, whatever it shows`, async () => {
      const window = await stage.shared();
      await writeTeamPage(stage.workspace.folder, 'on-call.md', teamPage('on-call', '## How\n\nWeekly.'));
      await openGuide(window);
      await switchTheme(window, stage.workspace.folder, theme, kind);
      await window.resizeSideBar(250);
      for (const [state, go] of Object.entries(states)) {
        await go(window);
        assert.deepEqual(await axeViolations(window), [], `${state}, narrow`);
      }
      await window.resizeSideBar(800);
      for (const state of ['the contents', 'a section with a figure and sources'] as const) {
        await states[state]?.(window);
        assert.deepEqual(await axeViolations(window), [], `${state}, wide`);
      }
    });
  }

  it('has none as a page in the editor area', async () => {
    const window = await stage.open();
    await openSection(window, 'Levels of delegation');
    await window.runCommand('Belay: Guide: Open Section in Editor');
    await window.page.locator('.tab.active', { hasText: 'Levels of delegation' }).waitFor();
    await hideSideBar(window);
    await untilTitle(window, 'Levels of delegation');
    assert.deepEqual(await axeViolations(window), []);
  });
});
