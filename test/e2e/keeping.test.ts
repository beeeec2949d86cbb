import assert from 'node:assert/strict';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceSegments } from '../../src/practice/entry';
import type { Home } from '../workbench/home';
import type { Workbench } from '../workbench/workbench';
import { findFiles, findSegments } from './files';
import {
  answerPath,
  choose,
  chooseFromMenu,
  journalRow,
  logLine,
  logStep,
  showJournal,
  skipSteps,
} from './jobs';
import { describeOnStage, eventually } from './support';

function findDrafts(home: Home): Promise<string[]> {
  return findFiles(join(home.dataFolder, 'data', 'User'), 'draft.json');
}

/** Logs a moment with somebody. */
async function logWith(window: Workbench, line: string, who: string): Promise<void> {
  await window.runCommand('Belay: Log Mentoring Moment…');
  for (const [number, text] of [line, who].entries()) {
    await logStep(window, number + 1);
    await window.type(text);
    await window.press('Enter');
  }
  await skipSteps(window, 3);
  await window.notification('Moment logged').waitFor();
}

/** Puts a rating with that reason into the practice log, as a window of another time would have left it. Gives its file. */
async function seedRating(home: Home, why: string): Promise<string> {
  const folder = join(home.dataFolder, 'data', 'User', 'globalStorage', 'belay.belay', 'practice');
  const rated = '2026-03-01T10:00:00+01:00';
  const entry = { type: 'rating', id: 'r', subject: 'skill:execution', level: 2, rated, why } as const;
  const file = join(folder, 'before-0000.jsonl');
  const lines = [
    practiceSegments.printHeader({ writer: 'before', workspace: { folders: [] } }),
    practiceSegments.printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'before' }, entry }),
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(file, lines.map(line => `${line}\n`).join(''));
  return file;
}

describeOnStage('Keeping the journal', {}, stage => {
  it('exports it as JSON, and brings back from there what was deleted', async () => {
    const window = await stage.open();
    await logLine(window, 'kept in a file');
    await window.runCommand('Belay: Export Journal…');
    await choose(window, 'Which moments', 'All Moments');
    await choose(window, 'In which form', 'JSON');
    const file = join(stage.workspace.folder, 'mine.json');
    await answerPath(window, file);
    await window.notification('One moment written to').waitFor();
    const exported = JSON.parse(await readFile(file, 'utf8')) as { belay: string; moments: unknown[] };
    assert.deepEqual([exported.belay, exported.moments.length], ['journal-export', 1]);

    await showJournal(window);
    await window.page.locator('.monaco-list-row.focused.selected', { hasText: 'kept in a file' }).waitFor();
    await chooseFromMenu(window, 'Delete Moment');
    await journalRow(window, 'kept in a file').waitFor({ state: 'detached' });

    await window.runCommand('Belay: Import into Journal…');
    await answerPath(window, file);
    await window.page.locator('.editor-instance', { hasText: 'Deleted here: 1' }).waitFor();
    await window.quickInput.getByText('Bring back what was deleted here').click();
    await window.press('Enter');
    await window.notification('One moment imported').waitFor();
    await journalRow(window, 'kept in a file').waitFor();
  });

  it('forgets a person in all its files, and in practice', async () => {
    const practice = await seedRating(stage.home, 'Zuleika said so');
    const window = await stage.open();
    await logWith(window, 'Zuleika asked about retries', 'Zuleika, Jo');
    await logWith(window, 'planned with Jo', 'Jo');
    await window.runCommand('Belay: Forget a Person…');
    await choose(window, 'Who is to be forgotten', 'Zuleika');
    await choose(window, 'What becomes of', 'Remove');
    await window.quickInput.locator('input[placeholder*="What counts as"]').waitFor();
    await window.press('Enter');
    await window.page.locator('.editor-instance', { hasText: 'Moments that are changed: 1' }).waitFor();
    await window.page.locator('.editor-instance', { hasText: 'In practice, changed: 1' }).waitFor();
    await choose(window, 'The page behind', 'Forget Zuleika');
    await window.page.locator('.monaco-dialog-box', { hasText: 'can’t be undone' }).waitFor();
    await window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Forget' }).click();
    await window.notification('Forgotten').waitFor();
    const texts = await Promise.all((await findSegments(stage.home)).map(file => readFile(file, 'utf8')));
    assert.ok(texts.some(text => text.includes('planned with Jo')));
    assert.doesNotMatch(texts.join('\n'), /zuleika/i);
    assert.match(await readFile(practice, 'utf8'), /"why":"someone said so"/);
    // The message about an earlier moment may still be there: the file tells when this one is kept.
    await logLine(window, 'written after forgetting');
    const kept = await eventually('the next moment is kept', async () => {
      const files = [...(await findSegments(stage.home)), ...(await findDrafts(stage.home))];
      const later = (await Promise.all(files.map(file => readFile(file, 'utf8').catch(() => '')))).join('\n');
      return later.includes('"what":"written after forgetting","who":[]') && later;
    });
    assert.doesNotMatch(kept, /zuleika/i);
    await showJournal(window);
    await journalRow(window, 'someone asked about retries').waitFor();
  });

  it('is brought along after its folder was renamed', async function () {
    const { folder, commit } = stage.workspace;
    if (commit === undefined) {
      // Only Git tells that it is the same folder.
      this.skip();
    }
    const before = await stage.open();
    await logLine(before, 'from before the move');
    await before.close();
    const renamed = `${folder}-renamed`;
    await rename(folder, renamed);
    const window = await stage.open({ folder: renamed });
    await showJournal(window);
    await window
      .notification('This journal is empty')
      .getByRole('button', { name: 'Bring It Along' })
      .click();
    await window.notification('brought here').waitFor();
    await journalRow(window, 'from before the move').waitFor();
    await window.reload();
    await showJournal(window);
    await journalRow(window, 'from before the move').waitFor();
  });
});
