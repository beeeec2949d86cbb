import assert from 'node:assert/strict';
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../workbench/run';
import type { Workbench } from '../workbench/workbench';
import { linesOf, readMoments } from './files';
import { journalRow, logLine, logStep, showJournal } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

/** Where VS Code keeps what belongs to workspaces, the journal among it. */
const storageOf = (stage: Stage) => join(stage.home.dataFolder, 'data', 'User', 'workspaceStorage');

/** Runs `test` with a disk of 1 MB of its own under the workspaces' storage; skips where this machine lets nobody mount one. */
async function onSmallDisk(
  context: Mocha.Context,
  stage: Stage,
  test: (disk: string) => Promise<void>,
): Promise<void> {
  const disk = storageOf(stage);
  await mkdir(disk, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  } catch (error) {
    console.log(`      no disk can be mounted here: ${String(error)}`);
    context.skip();
  }
  try {
    await test(disk);
  } finally {
    // VS Code may still have files of it open.
    await run('umount', ['-l', disk]);
  }
}

/** Writes into `file` until there is no room at all. */
async function fill(file: string): Promise<void> {
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) {
        await appendFile(file, 'x'.repeat(size));
      }
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  }
}

const words = async (stage: Stage) => (await readMoments(stage.home)).map(({ what }) => what);

/** Asserts that logging was refused with `reason` and the words kept; then has `mend` done, and logs them by trying again. */
async function assertRefusedUntil(
  stage: Stage,
  window: Workbench,
  reason: RegExp,
  mend: () => Promise<unknown>,
): Promise<void> {
  const before = await words(stage);
  await logLine(window, 'words worth keeping', 'Your words are kept as a draft.');
  const refusal = window.notification(reason);
  await refusal.waitFor();
  assert.deepEqual(await words(stage), before);

  await window.runCommand('Belay: Log Mentoring Moment…');
  await logStep(window, 1);
  assert.equal(await window.quickInput.locator('input[type=text]').inputValue(), 'words worth keeping');
  await window.press('Escape');

  await mend();
  await refusal.getByRole('button', { name: 'Try Again' }).click();
  await eventually(
    'both moments on the disk',
    async () => (await words(stage)).join() === [...before, 'words worth keeping'].join(),
  );
  await window.reload();
  await showJournal(window);
  for (const what of [...before, 'words worth keeping']) {
    await journalRow(window, String(what)).waitFor();
  }
}

describeOnStage('A disk without room', {}, stage => {
  it('loses nothing: the moments of before are there, the words are kept and logged once there is room', async function () {
    await onSmallDisk(this, stage, async disk => {
      const window = await stage.open();
      await logLine(window, 'while there was room');
      const filler = join(disk, 'filler');
      await fill(filler);
      await assertRefusedUntil(stage, window, /couldn’t be written to .*(ENOSPC|no space left)/i, () =>
        rm(filler),
      );
    });
  });
});

describeOnStage('A disk that has become read-only', {}, stage => {
  it('loses nothing, and takes the words once it can be written again', async function () {
    await onSmallDisk(this, stage, async disk => {
      const window = await stage.open();
      await logLine(window, 'while it could be written');
      await run('mount', ['-o', 'remount,ro', disk]);
      await assertRefusedUntil(stage, window, /couldn’t be written to .*(EROFS|read-only)/i, () =>
        run('mount', ['-o', 'remount,rw', disk]),
      );
    });
  });
});

describeOnStage('A workspace of several folders', {}, stage => {
  it('has one journal, whose moments name the folder of their code and lead back to it', async () => {
    const other = join(stage.workspace.folder, '..', 'other');
    await mkdir(other);
    await writeFile(join(other, 'second.ts'), 'one\ntwo\nthree\n');
    const workspaceFile = join(stage.workspace.folder, '..', 'two.code-workspace');
    await writeFile(
      workspaceFile,
      JSON.stringify({ folders: [{ path: stage.workspace.folder }, { path: other }] }),
    );
    const window = await stage.open({ workspaceFile });
    await window.openFile('second.ts');
    await window.goTo(2);
    await window.press('Shift+ArrowDown');
    await logLine(window, 'in the second folder');
    const [moment] = await readMoments(stage.home);
    assert.deepEqual(linesOf(moment), { file: 'other/second.ts', firstLine: 2, lastLine: 2 });
    await window.openFile('retry.ts');
    await window.reload();
    await showJournal(window);
    const entry = journalRow(window, 'in the second folder');
    await entry.hover();
    await entry.getByRole('button', { name: 'Go to Code' }).click();
    await window.page.locator('.tab.active[data-resource-name="second.ts"]').waitFor();
    await window.page.getByText('Ln 2, Col 4 (3 selected)').waitFor();
  });
});
