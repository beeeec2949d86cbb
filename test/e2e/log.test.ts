import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CodePlace } from '../../src/journal/moment';
import { killExtensionHosts } from '../workbench/processes';
import { readMoments } from './files';
import { chooseFromMenu, journalRow, logLine, logStep, showJournal, skipSteps } from './jobs';
import { describeOnStage, eventually } from './support';

const logCommand = 'Belay: Log Mentoring Moment…';

describeOnStage('Logging a mentoring moment', {}, stage => {
  it('takes what, who, kind and skill by keyboard, and the journal shows it after a reload', async () => {
    const window = await stage.open();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.type('paired on the retry logic');
    await window.press('Enter');
    await logStep(window, 2);
    await window.type('Ana, @Jo');
    await window.press('Enter');
    await logStep(window, 3);
    await window.type('pairing');
    await window.press('Enter');
    await logStep(window, 4);
    await window.type('people');
    await window.press('Enter');
    await skipSteps(window, 5);
    await window.notification('Moment logged in this workspace').waitFor();

    const [moment] = (await readMoments(stage.home)).filter(
      ({ what }) => what === 'paired on the retry logic',
    );
    assert.deepEqual(moment?.['who'], ['Ana', 'Jo']);
    assert.equal(moment?.['kind'], 'pairing');
    assert.equal(moment?.['skill'], 'people-development');
    assert.match(String(moment?.['when']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);

    await window.reload();
    await showJournal(window);
    await journalRow(window, 'paired on the retry logic').waitFor();
    await journalRow(window, 'Ana, Jo · Pairing').waitFor();
  });

  it('goes back to an earlier step with what was typed there', async () => {
    const window = await stage.open();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.type('explained the deploy');
    await window.press('Enter');
    await logStep(window, 2);
    await window.type('Kim');
    await window.quickInput.getByRole('button', { name: 'Back' }).press('Enter');
    await logStep(window, 1);
    assert.equal(await window.quickInput.locator('input[type=text]').inputValue(), 'explained the deploy');
    await window.press('Enter');
    await logStep(window, 2);
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Kim' }).waitFor();
    await window.quickInput.getByText('1 Selected').waitFor();
  });

  it('refuses an empty first line and says why', async () => {
    const window = await stage.open(undefined, { width: 1280, height: 800 });
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.quickInput.locator('input[type=text]').fill('');
    await window.press('Enter');
    await window.quickInput.getByText('Write what happened, or press Escape to leave').waitFor();
  });

  it('keeps what was typed when Escape is pressed, also over a reload', async () => {
    const window = await stage.open();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.quickInput.locator('input[type=text]').fill('half a thought');
    await window.press('Escape');
    await window.page.getByText('Draft kept').waitFor();
    await window.reload();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    assert.equal(await window.quickInput.locator('input[type=text]').inputValue(), 'half a thought');
    await window.quickInput.getByText('Your draft is still here').waitFor();
    // Who doesn’t expect the draft and types on hasn’t lost it.
    await window.type(', typed on');
    assert.equal(
      await window.quickInput.locator('input[type=text]').inputValue(),
      'half a thought, typed on',
    );
    await window.quickInput.locator('input[type=text]').fill('');
    await window.press('Escape');
  });

  it('remembers file, lines and commit of a selection, and finds them after edits or says that they are gone', async () => {
    const window = await stage.open();
    const { commit } = stage.workspace;
    if (commit) {
      // Git is there when it shows the branch; a moment that is logged sooner does without the commit.
      await window.page.locator('.statusbar-item', { hasText: 'main' }).waitFor();
    }
    await window.openFile('retry.ts');
    await window.goTo(8);
    await window.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    // An earlier try of this test has logged one in a workspace of its own.
    const what = `asked what happens in ${basename(dirname(stage.workspace.folder))}`;
    await logLine(window, what);
    const moment = (await readMoments(stage.home)).find(one => one['what'] === what);
    const { anchor, ...place } = moment?.['place'] as CodePlace;
    assert.deepEqual(place, {
      file: 'src/retry.ts',
      firstLine: 8,
      lastLine: 10,
      ...(commit ? { commit } : {}),
    });
    assert.equal(anchor?.lines[0], 'for (let i = 0; i < options.attempts; i++) {');

    await window.openFile('review.md');
    await showJournal(window);
    const entry = journalRow(window, what);
    await entry.waitFor();
    const goToCode = async () => {
      await entry.hover();
      await entry.getByRole('button', { name: 'Go to Code' }).click();
    };
    await goToCode();
    await window.page.getByText('Ln 10, Col 27 (83 selected)').waitFor();

    const file = join(stage.workspace.folder, 'src', 'retry.ts');
    const text = await readFile(file, 'utf8');
    const rewrite = async (now: string, sign: string) => {
      await writeFile(file, now);
      await window.page.locator('.view-lines', { hasText: sign }).waitFor();
    };
    await rewrite(`// put above\n// later\n${text}`, 'put above');
    await goToCode();
    await window.page.getByText('Ln 12, Col 27 (83 selected)').waitFor();

    await rewrite('<p>Something else</p>\n', 'Something else');
    await goToCode();
    const lost = window.notification('The code of this moment isn’t in src/retry.ts any more');
    await lost.getByRole('button', { name: 'Open the File' }).waitFor();
    if (commit) {
      await lost.getByRole('button', { name: `Show It at Commit ${commit.slice(0, 7)}` }).click();
      await window.page.locator('.tab.active', { hasText: `retry.ts (${commit.slice(0, 7)})` }).waitFor();
      await window.page.getByText('Ln 10, Col 27 (83 selected)').waitFor();
    }
  });

  it('opens a moment from the tree by keyboard', async () => {
    const window = await stage.open();
    await logLine(window, 'opened by keyboard');
    await showJournal(window);
    await window.page
      .locator('.monaco-list-row.focused.selected', { hasText: 'opened by keyboard' })
      .waitFor();
    await window.press('Enter');
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    // The cursor is where the words are, below all fields.
    await window.type('It was ');
    await window.page.locator('.view-line', { hasText: 'It was opened by keyboard' }).waitFor();
  });

  it('edits a moment as a file: a mistake is marked and saves nothing, what is right is saved', async () => {
    const window = await stage.open();
    const what = `edited in ${basename(dirname(stage.workspace.folder))}`;
    await logLine(window, what);
    await showJournal(window);
    await window.page.locator('.monaco-list-row.focused.selected', { hasText: what }).waitFor();
    await window.press('Enter');
    const kind = window.page.locator('.editor-instance .view-line', { hasText: 'kind:' });
    await kind.waitFor();
    const saved = async () => (await readMoments(stage.home)).findLast(one => one['what'] === what)?.['kind'];

    await window.goTo(4, 6);
    await window.type(' paring');
    await window.page.locator('.editor-instance .squiggly-error').first().waitFor();
    await window.press('Control+S');
    await window.notification('line 4').waitFor();
    assert.equal(await saved(), undefined);
    await window.page.locator('.tab.active.dirty').waitFor();

    await window.goTo(4, 8);
    await window.press('Delete');
    await window.type('ai');
    await window.page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
    await window.press('Control+S');
    await eventually('the kind is kept', async () => (await saved()) === 'pairing');
    await journalRow(window, what).getByText('Pairing').waitFor();
  });

  it('deletes a moment and takes that back', async () => {
    const window = await stage.open();
    await logLine(window, 'logged by mistake');
    await showJournal(window);
    await window.page
      .locator('.monaco-list-row.focused.selected', { hasText: 'logged by mistake' })
      .waitFor();
    await chooseFromMenu(window, 'Delete Moment');
    await journalRow(window, 'logged by mistake').waitFor({ state: 'detached' });
    await window.notification('Moment deleted').getByRole('button', { name: 'Undo' }).click();
    await journalRow(window, 'logged by mistake').waitFor();
  });

  it('still has every logged moment after its extension host was killed', async () => {
    const window = await stage.open();
    await logLine(window, 'written before the crash');
    const starts = () => stage.server.output().split('Launched Extension Host Process').length;
    const before = starts();
    await killExtensionHosts(stage.server);
    // VS Code starts a new one by itself after the first crash.
    await eventually('a new extension host', async () => starts() > before);
    await eventually('the journal shows the moment', async () => {
      await showJournal(window);
      return journalRow(window, 'written before the crash').isVisible();
    });
  });
});
