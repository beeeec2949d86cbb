import assert from 'node:assert/strict';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findSegments, linesOf, readMoments } from './files';
import { journalRow, logLine, logStep, openGuide, openTemplatePicker, showJournal, skipSteps } from './jobs';
import { describeOnStage, eventually, untrusted } from './support';

describeOnStage('With no folder open', {}, stage => {
  it('a moment is logged, is said to be kept outside any workspace, and is there after a reload', async () => {
    const window = await stage.open({});
    await logLine(window, 'explained without a folder', 'No folder is open, so it is kept on this machine');
    await window.reload();
    await showJournal(window);
    await journalRow(window, 'explained without a folder').waitFor();
  });
});

describeOnStage('In an untrusted workspace', untrusted, stage => {
  it('the three jobs work, and a moment names no commit', async () => {
    const window = await stage.open();
    await window.page.getByText('Restricted Mode').first().waitFor();
    await openGuide(window);
    await window.openFile('retry.ts');
    await window.goTo(8);
    await window.press('Shift+ArrowDown');
    await logLine(window, 'logged while untrusted');
    const [moment] = (await readMoments(stage.home)).filter(({ what }) => what === 'logged while untrusted');
    assert.deepEqual(linesOf(moment), { file: 'src/retry.ts', firstLine: 8, lastLine: 8 });
    await openTemplatePicker(window);
  });
});

describeOnStage('In a virtual workspace', {}, stage => {
  it('the guide opens and a moment is logged and shown', async () => {
    const workspaceFile = join(stage.workspace.folder, 'virtual.code-workspace');
    await writeFile(
      workspaceFile,
      JSON.stringify({ folders: [{ uri: 'belay-virtual:/', name: 'virtual' }] }),
    );
    const window = await stage.open({ workspaceFile });
    await openGuide(window);
    // Quick Open can't search in a file system of an extension's.
    await window.runCommand('View: Show Explorer');
    await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes.md' }).dblclick();
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await window.press('Control+A');
    await logLine(window, 'logged on no disk');
    const [moment] = (await readMoments(stage.home)).filter(({ what }) => what === 'logged on no disk');
    assert.deepEqual(linesOf(moment), { file: 'notes.md', firstLine: 1, lastLine: 1 });
    await showJournal(window);
    await journalRow(window, 'logged on no disk').waitFor();
  });
});

describeOnStage('A template file broken by hand', {}, stage => {
  it('is named with line and reason among the problems, and the other templates are still there', async () => {
    const folder = join(stage.workspace.folder, '.belay', 'templates');
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'broken.md'),
      '---\nname: Ask why\nlabel: why\n---\nWhat led you to this?\n',
    );
    await writeFile(
      join(folder, 'good.md'),
      '---\nname: Ask the team\nlabel: question\n---\nWho knows this?\n',
    );
    const window = await stage.open();
    await window.openFile('review.md');
    await openTemplatePicker(window);
    await window.type('Ask ');
    await window.quickInput.getByText('Ask the team').waitFor();
    assert.equal(await window.quickInput.getByText('Ask why').count(), 0);
    await window.press('Escape');
    await window.press('Control+Shift+M');
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: /label: it must be one of praise, nitpick.*\[Ln 3, Col 1\]/ }).waitFor();
    assert.equal(await rows.filter({ hasText: 'broken.md' }).count(), 1);
    assert.equal(await rows.filter({ hasText: 'good.md' }).count(), 0);
  });
});

describeOnStage('A journal line broken by hand', {}, stage => {
  it('is set aside, named once, and left as it is; the rest is there', async () => {
    const first = await stage.open();
    await logLine(first, 'a good moment');
    const [segment] = await findSegments(stage.home);
    assert.ok(segment);
    const broken = `${await readFile(segment, 'utf8')}{"op":"put","ms":1,"count":0,"moment":{"id":\n`;
    await writeFile(segment, broken);

    await first.reload();
    await showJournal(first);
    await journalRow(first, 'a good moment').waitFor();
    await first
      .notification(/A line of your journal can’t be read and was set aside.*\.jsonl:3: it isn’t JSON/)
      .waitFor();

    await first.reload();
    await logLine(first, 'another good moment');
    await showJournal(first);
    await journalRow(first, 'another good moment').waitFor();
    assert.equal(await first.notification('can’t be read').count(), 0);
    assert.equal(await readFile(segment, 'utf8'), broken);
  });
});

describeOnStage('Storage that can’t be written', {}, stage => {
  it('loses no words: they can be copied, are offered again, and are logged once it can', async () => {
    const window = await stage.open();
    await logLine(window, 'while all was well');
    const [segment] = await findSegments(stage.home);
    assert.ok(segment);
    const folder = dirname(segment);
    await rename(folder, `${folder}-aside`);
    await writeFile(folder, 'a file where the folder should be');

    await logLine(window, 'words worth keeping', 'couldn’t be written');
    await window.notification('couldn’t be written').getByRole('button', { name: 'Copy Text' }).click();
    const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
    await eventually('the words on the clipboard', async () =>
      (await copied()).startsWith('words worth keeping'),
    );

    await window.runCommand('Belay: Log Mentoring Moment…');
    await logStep(window, 1);
    assert.equal(await window.quickInput.locator('input[type=text]').inputValue(), 'words worth keeping');
    await rm(folder);
    await rename(`${folder}-aside`, folder);
    await skipSteps(window, 1);
    await eventually('both moments on the disk', async () => {
      const words = (await readMoments(stage.home)).map(({ what }) => what);
      return words.join() === 'while all was well,words worth keeping';
    });
  });
});
