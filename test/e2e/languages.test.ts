import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { Moment } from '../../src/journal/moment';
import { toLocalIso } from '../../src/platform/time';
import type { Workbench } from '../workbench/workbench';
import { openWithMoments } from './journals';
import { pseudoLanguage, writePseudoLanguage } from './pseudo';
import { clippedTexts, englishTexts } from './shownTexts';
import { describeOnStage } from './support';

const dayMs = 86_400_000;

/** A moment in nobody's words: what users write isn't Belay's to translate. */
const moments: readonly Moment[] = [3, 40].map(days => ({
  id: `moment-${days}`,
  when: toLocalIso(new Date(Date.now() - days * dayMs)),
  what: `Ψ ${days}`,
  who: ['Ωλ'],
  kind: 'pairing',
  skill: 'execution',
}));

/** English that is right where the rest isn't: VS Code's own words, names, keys, and months, which no language of nobody has. */
const known =
  /Belay|Welcome|Progress|Back \(Ctrl\+Alt\+-\)|Toggle all checkboxes|\d+ Results|\d+ Selected|\bOK\b|Press 'Enter' to confirm or 'Escape' to cancel|Views and More Actions…|Toolbar|Markdown|Conventional Comments|HTML|GROW|SBI|STAR|(?:Ctrl|Control)\+[\w+]+(?: \w+)?|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*/g;

/** The titles of sections and exercises: content, also where a list of VS Code's shows it, which can't say so. */
async function readTitles(): Promise<RegExp> {
  const { exercises, sections } = JSON.parse(await readFile('dist/practice.json', 'utf8')) as {
    exercises: readonly { readonly title: string }[];
    sections: Readonly<Record<string, string>>;
  };
  const titles = [...exercises.map(({ title }) => title), ...Object.values(sections)].map(title =>
    title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp([...titles.sort((a, b) => b.length - a.length), known.source].join('|'), 'g');
}

/** Asserts that nothing below `root` is English or clipped. */
async function looksTranslated(what: string, root: Locator): Promise<void> {
  assert.deepEqual(await englishTexts(root, await readTitles()), [], `${what}: English`);
  assert.deepEqual(await clippedTexts(root), [], `${what}: clipped`);
}

/** The rows of the trees in the side bar. */
const rows = (window: Workbench) => window.page.locator('.part.sidebar .pane-body .monaco-list-row:visible');
const page = (window: Workbench) => window.webview.locator('body');

describeOnStage(
  'In a language of nobody',
  { language: pseudoLanguage, prepare: writePseudoLanguage },
  stage => {
    it('the guide’s page has neither English around its text nor labels that don’t fit', async () => {
      const window = await stage.shared();
      await window.runCommand('Belay: Open Guide');
      await window.webview.locator('h1').waitFor();
      await window.resizeSideBar(250);
      await window.webview.locator('html[lang=qps-ploc]').waitFor({ state: 'attached' });
      await window.runCommand('Belay: Guide: Show Contents');
      await window.webview.locator('.contents').first().waitFor();
      await looksTranslated('the contents', page(window));
      await window.webview.locator('.contents a').first().click();
      await window.webview.locator('article .practise').waitFor();
      await window.webview.locator('.headings summary').click();
      await window.webview.locator('fieldset input').first().check();
      await window.webview.locator('.reason').waitFor();
      await looksTranslated('a section', page(window));
      await window.runCommand('Belay: Guide: Show Bookmarks');
      await window.webview.locator('.contents').first().waitFor({ state: 'detached' });
      await looksTranslated('no bookmarks', page(window));
      await window.runCommand('Belay: Guide: Search…');
      await window.webview.locator('#search').fill('feedback');
      await window.webview.locator('.hits mark').first().waitFor();
      await looksTranslated('search results', page(window).locator('main'));
      await window.webview.locator('#search').fill('xyzzy');
      await window.webview.locator('.hits li').first().waitFor({ state: 'detached' });
      assert.match(await window.webview.locator('main').innerText(), /“xyzzy”/);
    });

    it('the views have neither English nor labels that don’t fit', async () => {
      const window = await stage.open();
      await window.runCommand('Belay: Show Journal');
      await window.resizeSideBar(250);
      const welcome = window.page.locator('.welcome-view-content');
      await welcome.waitFor();
      await looksTranslated('the welcome', welcome);
      await window.runCommand('Belay: Show Practice Plan');
      await rows(window).first().waitFor();
      for (const title of await window.page.locator('.part.sidebar .pane-header .title').all()) {
        await looksTranslated('a view’s title', title);
      }
      for (const row of await rows(window).all()) {
        assert.deepEqual(await englishTexts(row, await readTitles()), [], 'the practice plan');
      }
    });

    it('the steps of logging a moment have no English', async () => {
      const window = await stage.open();
      await window.runCommand('Belay: Log Mentoring Moment…');
      for (let step = 1; step <= 7; step += 1) {
        await window.quickInput.getByText(`(${step}/7)`).waitFor();
        assert.deepEqual(await englishTexts(window.quickInput, known), [], `step ${step}`);
        if (step === 1) {
          await window.type('Ψ');
        }
        await window.press('Enter');
      }
      const said = window.page.locator('.notifications-toasts .notification-list-item');
      await said.first().waitFor();
      assert.deepEqual(await englishTexts(said.locator('.notification-list-item-message'), known), []);
      await window.runCommand('Belay: Show Journal');
      const row = rows(window).filter({ hasText: 'Ψ' });
      await row.waitFor();
      for (const one of await rows(window).all()) {
        assert.deepEqual(await englishTexts(one, await readTitles()), [], 'the journal');
      }
    });

    it('the pages of questions have no English but the questions, and no labels that don’t fit', async () => {
      const window = await stage.open();
      await window.runCommand('Belay: Is Management for Me?');
      await window.webview.locator('fieldset').waitFor();
      await looksTranslated('whether management is for one', page(window));
      await window.closeEditors();
      await window.runCommand('Belay: Assess Yourself…');
      await window.quickInput.locator('.monaco-list-row').first().waitFor();
      assert.deepEqual(await englishTexts(window.quickInput, known), [], 'what to rate');
      await window.press('Enter');
      await window.webview.locator('fieldset').waitFor();
      await looksTranslated('an assessment', page(window));
      await window.closeEditors();
      await window.runCommand('Belay: Rehearse Interview Questions');
      const answered = window.webview.locator('button.primary');
      await answered.waitFor();
      await looksTranslated('a rehearsal', page(window));
      await answered.click();
      await window.webview.locator('.grades').waitFor();
      await looksTranslated('how it went', page(window));
    });

    it('the growth page has neither English nor labels that don’t fit', async () => {
      const window = await openWithMoments(stage, moments);
      await window.runCommand('Belay: Show Growth');
      await window.webview.locator('.summary').waitFor();
      await looksTranslated('charts', page(window));
      for (const button of await window.webview.locator('button[aria-pressed=false]').all()) {
        await button.click();
      }
      await window.webview.locator('table').first().waitFor();
      await looksTranslated('tables', page(window));
    });
  },
);

describeOnStage('In German', { language: 'de' }, stage => {
  it('views, commands, questions and dates are German, and the guide says that it is English', async () => {
    const window = await openWithMoments(stage, moments);
    await window.runCommand('Belay: Entwicklung anzeigen');
    await window.webview.locator('.summary', { hasText: '2 Momente mit 1 Person' }).waitFor();
    const days = window.webview.getByRole('button', { name: /^\d+\. \S+ \d{4}: 1 Moment$/ });
    await days.first().waitFor({ state: 'attached' });
    await window.closeEditors();
    await window.runCommand('Belay: Leitfaden öffnen');
    const guide = window.webview;
    await guide.locator('html[lang=de]').waitFor({ state: 'attached' });
    await guide.locator('h1[lang=en]').waitFor();
    await guide.getByPlaceholder('Suchen').waitFor();
    for (const title of ['Leitfaden', 'Journal', 'Üben']) {
      await window.page.locator('.part.sidebar .pane-header .title', { hasText: title }).waitFor();
    }
    // What was three days ago stands below its day, as Germans write it.
    const day = new Date(Date.now() - 3 * dayMs).toLocaleDateString('de', { weekday: 'long' });
    await rows(window).filter({ hasText: day }).waitFor();
    await rows(window).filter({ hasText: 'Ωλ · Pairing' }).first().waitFor();
    // By its English name, which VS Code shows as well: another command comes first for the German one.
    await window.runCommand('Belay: Log Mentoring Moment…');
    await window.quickInput.getByText('Mentoring-Moment festhalten (1/7)').waitFor();
    await window.press('Escape');
  });
});
