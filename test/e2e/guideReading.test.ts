import assert from 'node:assert/strict';
import {
  bookmarkSection,
  exportGuide,
  hideSideBar,
  openContents,
  openSection,
  practiseButton,
  search,
  switchTheme,
  title,
  untilFocused,
  untilTitle,
} from './guideJobs';
import { logStep, openGuide } from './jobs';
import { describeOnStage, eventually } from './support';

describeOnStage('A reader of the guide', {}, stage => {
  it('searches by keyboard: results as they type, into a section, and back to the results', async () => {
    const window = await stage.shared();
    await openGuide(window);
    const before = await title(window);
    await search(window, 'retrosp');
    const first = window.webview.locator('.hits a').first();
    await window.webview.locator('.hits a', { hasText: 'Running a retrospective' }).waitFor();
    assert.match((await first.textContent()) ?? '', /Running a retrospective/);
    assert.match((await window.webview.locator('.hits mark').first().textContent()) ?? '', /^retrosp/i);
    await window.webview
      .locator('[role=status]', { hasText: /sections? found/ })
      .waitFor({ state: 'attached' });
    await window.press('ArrowDown');
    await untilFocused(first);
    await window.press('Enter');
    await untilTitle(window, 'Running a retrospective');
    assert.ok(await window.webview.locator('body').evaluate(() => CSS.highlights.has('belay-search')));
    await window.runCommand('Belay: Guide: Go Back');
    await untilTitle(window, 'Search results');
    await window.runCommand('Belay: Guide: Search…');
    await untilFocused(window.webview.locator('#search'));
    await window.press('Escape');
    await untilTitle(window, before);
    await window.runCommand('Belay: Guide: Go Forward');
    await untilTitle(window, 'Search results');
  });

  it('says what to do where a search finds nothing', async () => {
    const window = await stage.shared();
    await openGuide(window);
    await search(window, 'xyzzy');
    await window.webview.getByText('the beginning of a word is enough').waitFor();
  });

  it('goes back and forward by the keys that a browser has', async () => {
    const window = await stage.shared();
    await openSection(window, 'Feedback with SBI');
    await openSection(window, 'Coaching with GROW');
    await window.webview.locator('h1').click();
    await window.press('Alt+ArrowLeft', 'Alt+ArrowLeft');
    await untilTitle(window, 'Feedback with SBI');
    await window.press('Alt+ArrowRight', 'Alt+ArrowRight');
    await untilTitle(window, 'Coaching with GROW');
    await window.press('Control+F');
    await untilFocused(window.webview.locator('#search'));
  });

  it('bookmarks, writes a note, reads to the end, switches the theme, and finds it all after a reload', async () => {
    const window = await stage.open();
    await openSection(window, 'Feedback with SBI');
    await bookmarkSection(window);
    await window.webview.locator('#note').fill('Praise Ana for the rollback plan');
    await window.webview.locator('.note', { hasText: 'Kept' }).waitFor();
    await window.webview.locator('#note').scrollIntoViewIfNeeded();
    await window.webview.getByRole('checkbox', { name: 'I have read this', checked: true }).waitFor();
    await switchTheme(window, stage.workspace.folder, 'Default Light Modern', 'vscode-light');
    await untilTitle(window, 'Feedback with SBI');
    const isThere = async () => {
      await window.reload();
      await openGuide(window);
      await window.runCommand('Belay: Guide: Show Bookmarks');
      await untilTitle(window, 'Contents');
      return (await window.webview.locator('.contents a').allTextContents()).includes('Feedback with SBI');
    };
    // VS Code writes its state some time after it was told.
    await eventually('the bookmark after a reload', isThere, 60_000);
    await window.webview.getByText('1 of 45 read').waitFor();
    await window.webview.locator('.contents a').click();
    await untilTitle(window, 'Feedback with SBI');
    await eventually(
      'the note',
      async () => (await window.webview.locator('#note').inputValue()) === 'Praise Ana for the rollback plan',
    );
    await window.runCommand('Belay: Guide: Forget Reading Progress');
    await window.webview.getByRole('checkbox', { name: 'I have read this', checked: false }).waitFor();
    await window.notification('Reading progress forgotten').getByText('Undo').click();
    await window.webview.getByRole('checkbox', { name: 'I have read this', checked: true }).waitFor();
  });

  it('practises: a comment in the code, a worksheet, a moment of the kind that the section is about', async () => {
    const window = await stage.open();
    await openSection(window, 'Code review as coaching');
    await window.openFile('retry.ts');
    await window.goTo(5);
    await practiseButton(window, 'Show a risk').click();
    await window.page.locator('.view-line', { hasText: 'issue (blocking): ' }).waitFor();
    await window.press('Escape');
    await window.webview.locator('h2', { hasText: 'Practised' }).waitFor();
    await practiseButton(window, 'Rewrite').click();
    await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await window.page.locator('.editor-instance .view-line', { hasText: '#' }).first().waitFor();
    await practiseButton(window, 'Log a review').click();
    await logStep(window, 1);
    await window.type('showed Ana the risk');
    await window.press('Enter');
    await logStep(window, 2);
    await window.press('Enter');
    await logStep(window, 3);
    assert.match((await window.quickInput.locator('.monaco-list-row.focused').textContent()) ?? '', /Review/);
    await window.press('Escape');
  });

  it('learns why an answer is right or wrong', async () => {
    const window = await stage.shared();
    await openSection(window, 'Levels of delegation');
    const question = window.webview.locator('fieldset').first();
    const answers = question.getByRole('radio');
    const verdicts: string[] = [];
    for (let index = 0; index < (await answers.count()); index += 1) {
      await answers.nth(index).check();
      verdicts.push((await question.locator('.reason strong').textContent()) ?? '');
      assert.ok(((await question.locator('.reason').textContent()) ?? '').length > 30);
    }
    assert.equal(verdicts.filter(verdict => verdict === 'Right.').length, 1);
    assert.ok(verdicts.filter(verdict => verdict === 'Not quite.').length >= 1);
  });

  it('reads a section in the editor area, and goes on there while the side bar stays where it was', async () => {
    const window = await stage.shared();
    await openSection(window, 'Levels of delegation');
    await window.webview.getByRole('button', { name: 'Open in the editor area' }).click();
    await window.page.locator('.tab', { hasText: 'Levels of delegation' }).waitFor();
    await hideSideBar(window);
    await window.webview.locator('a[rel=next]').click();
    await window.page.locator('.tab', { hasText: 'Code review as coaching' }).waitFor();
    await untilTitle(window, 'Code review as coaching');
    await window.runCommand('View: Close All Editors');
    await openGuide(window);
    await untilTitle(window, 'Levels of delegation');
  });
});

describeOnStage('A link to a section', {}, stage => {
  it('is copied, and opens the section at its heading; an unknown one says so', async () => {
    const window = await stage.open();
    await openSection(window, 'Execution and project management');
    await window.webview.getByRole('button', { name: 'Copy link' }).click();
    const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
    const link = await eventually('the link on the clipboard', async () =>
      (await copied()).includes('/guide/') ? copied() : undefined,
    );
    assert.match(link, /^[a-z-]+:\/\/belay\.belay\/guide\/execution$/);
    const follow = async (address: string) => {
      await window.runCommand('Developer: Open URL');
      await window.quickInput.getByText('URL to open').waitFor();
      await window.type(address);
      await window.press('Enter');
      await window.page.getByRole('button', { name: 'Open', exact: true }).click();
    };
    await openContents(window);
    await follow(`${link}#for-example`);
    await untilTitle(window, 'Execution and project management');
    await untilFocused(window.webview.locator('#heading-for-example'));
    await follow(link.replace('execution', 'no-such-section'));
    await window.notification('The guide has no section “no-such-section”').waitFor();
  });
});

describeOnStage('The exported guide', {}, stage => {
  it('is one file with everything in it, and loads nothing', async () => {
    const window = await stage.open();
    const { folder } = stage.workspace;
    const html = await exportGuide(window, folder, 'HTML', 45);
    const markdown = await exportGuide(window, folder, 'Markdown', 45);
    for (const text of [html, markdown]) {
      assert.match(text, /Running a retrospective/);
      assert.doesNotMatch(text, /guide:[a-z]|figure:[a-z]/);
    }
    assert.equal(html.match(/<section /g)?.length, 45);
    assert.equal(html.match(/<svg /g)?.length, 3);
    assert.equal(markdown.match(/^## /gm)?.length, 46);
  });
});
