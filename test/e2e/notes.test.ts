import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { run } from '../workbench/run';
import type { Workbench } from '../workbench/workbench';
import { openNoteBox } from './commentBoxes';
import { findFiles } from './files';
import { describeOnStage, eventually, untrusted } from './support';

/** A thread of VS Code's comments that shows `text`. */
function thread(window: Workbench, text: string): Locator {
  return window.page.locator('.review-widget', { hasText: text });
}

/** Writes a note on the line with the cursor, by keyboard alone. */
async function addNote(window: Workbench, text: string): Promise<void> {
  await openNoteBox(window);
  await window.type(text);
  await window.press('Control+Enter');
  await thread(window, text).locator('.comment-body', { hasText: text }).waitFor();
}

/** The lines that have a note beside them, from 1. */
async function linesWithNotes(window: Workbench): Promise<number[]> {
  const tops = (selector: string) =>
    window.page.locator(selector).evaluateAll(elements =>
      elements.map(element => ({
        top: element.getBoundingClientRect().top,
        text: element.textContent ?? '',
      })),
    );
  const numbers = await tops('.editor-instance .margin .line-numbers');
  const glyphs = await tops(
    '.editor-instance .margin .comment-range-glyph.comment-thread, .editor-instance .margin .comment-range-glyph.comment-thread-unresolved',
  );
  return glyphs.flatMap(({ top }) =>
    numbers.filter(number => Math.abs(number.top - top) < 4).map(({ text }) => Number(text)),
  );
}

async function untilNoteOn(window: Workbench, line: number): Promise<void> {
  await eventually(`a note on line ${line}`, async () => (await linesWithNotes(window)).includes(line));
}

describeOnStage('Review notes', {}, stage => {
  it('are written by keyboard and stay on their line through edits, a reload and changes on the disk', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(9);
    const text = 'What should happen with no attempts left?';
    await addNote(window, text);
    await untilNoteOn(window, 9);

    await window.page
      .locator('.editor-instance .view-lines')
      .first()
      .click({ position: { x: 5, y: 5 } });
    await window.goTo(1);
    await window.type('// one line more\n// and another\n');
    await untilNoteOn(window, 11);
    await window.press('Control+S');
    const file = join(stage.workspace.folder, 'src', 'retry.ts');
    await eventually('the file is saved', async () => (await readFile(file, 'utf8')).startsWith('// one'));

    await window.reload();
    await untilNoteOn(window, 11);

    await writeFile(file, `// from elsewhere\n${await readFile(file, 'utf8')}`);
    await untilNoteOn(window, 12);

    await window.runCommand('Belay: Show Review Notes');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'src/retry.ts:12' }).waitFor();
    await window.press('Enter');
    await thread(window, text).waitFor();
  });

  it('are resolved, answered, deleted and brought back', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(9);
    await addNote(window, 'Why catch everything?');
    const note = thread(window, 'Why catch everything?');
    await note.getByRole('button', { name: /^Reply/ }).click();
    await window.type('Because the caller asked');
    await window.press('Control+Enter');
    await note.locator('.comment-body', { hasText: 'Because the caller asked' }).waitFor();
    await note.getByRole('button', { name: 'Resolve' }).click();
    await note.waitFor({ state: 'hidden' });
    await window.runCommand('Belay: Show Review Notes');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'resolved' }).waitFor();
    await window.press('Enter');
    await note.waitFor();
    await note.getByRole('button', { name: 'Delete Review Note' }).click();
    await note.waitFor({ state: 'hidden' });
    await window.notification('Review note deleted').getByRole('button', { name: 'Undo' }).click();
    await untilNoteOn(window, 9);
  });

  it('keep what was typed when a box is closed by accident', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(12);
    await openNoteBox(window);
    await window.type('half a thought');
    await eventually('the draft is on the disk', async () => {
      const files = await findFiles(join(stage.home.dataFolder, 'data', 'User'), 'drafts.json');
      const texts = await Promise.all(files.map(file => readFile(file, 'utf8').catch(() => '')));
      return texts.some(text => text.includes('half a thought'));
    });
    await window.reload();
    await window.openFile('retry.ts');
    await window.goTo(12);
    await openNoteBox(window);
    await window.page.getByText('What you had typed here is back').waitFor();
    await window.press('Control+Enter');
    await thread(window, 'half a thought').locator('.comment-body', { hasText: 'half a thought' }).waitFor();
  });

  it('are exported to the clipboard', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(9);
    await addNote(window, 'What should happen with no attempts left?');
    await window.runCommand('Belay: Export Review Notes…');
    await window.quickInput
      .getByText('Which notes?')
      .or(window.quickInput.locator('.monaco-list-row', { hasText: 'src/retry.ts:9' }))
      .first()
      .waitFor();
    await window.press('Enter');
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Patch' }).waitFor();
    await window.press('Enter');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'To the Clipboard' }).waitFor();
    await window.press('Enter');
    await window.page.getByText('1 review note copied').waitFor();
    assert.equal(
      await window.page.evaluate(() => navigator.clipboard.readText()),
      '# Review notes\n\n## `src/retry.ts`\n\n### line 9\n\n```ts\n    try {\n```\n\nWhat should happen with no attempts left?\n',
    );
  });

  it('follow a file that Git renamed and changed in a commit', async function () {
    const { folder, commit } = stage.workspace;
    if (!commit) {
      this.skip();
    }
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(9);
    await addNote(window, 'Why catch everything?');
    await window.runCommand('View: Close All Editors');

    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=Sample', '-c', 'user.email=sample@localhost', ...args], { cwd: folder });
    await git('mv', 'src/retry.ts', 'src/again.ts');
    const file = join(folder, 'src', 'again.ts');
    await writeFile(file, `// Moved.\n\n${await readFile(file, 'utf8')}`);
    await git('commit', '--quiet', '--all', '--message', 'Move');

    await eventually('the note has moved', async () => {
      await window.runCommand('Belay: Show Review Notes');
      const rows = window.quickInput.locator('.monaco-list-row');
      await rows.first().waitFor();
      const isThere = (await rows.filter({ hasText: 'src/again.ts:11' }).count()) > 0;
      if (!isThere) {
        await window.press('Escape');
      }
      return isThere;
    });
    await window.press('Enter');
    await thread(window, 'Why catch everything?').waitFor();
    await untilNoteOn(window, 11);
  });
});

describeOnStage(
  'Review notes begun beside a line',
  { settings: { 'belay.reviewNotes.gutter': true } },
  stage => {
    it('are written where the + was clicked', async () => {
      const window = await stage.open();
      await window.openFile('review.md');
      const glyph = window.page.locator('.editor-instance .margin .comment-range-glyph').nth(2);
      await glyph.hover();
      await glyph.click();
      await window.page.locator('.review-widget .comment-form .monaco-editor.focused').waitFor();
      await window.type('Say more here');
      await window.press('Control+Enter');
      await thread(window, 'Say more here').locator('.comment-body', { hasText: 'Say more here' }).waitFor();
      await untilNoteOn(window, 3);
    });
  },
);

describeOnStage('Review notes in a workspace that isn’t trusted', untrusted, stage => {
  it('are written and kept as in any other', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    await window.goTo(9);
    await addNote(window, 'Who wrote this?');
    await window.reload();
    await untilNoteOn(window, 9);
  });
});
