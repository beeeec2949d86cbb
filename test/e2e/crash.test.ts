import assert from 'node:assert/strict';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { momentId, momentSegments } from '../../src/journal/segment';
import { listSegments, readSegments } from '../../src/platform/readSegments';
import { openDiskFolder } from '../bench/diskFolder';
import { killExtensionHosts } from '../workbench/processes';
import type { Workbench } from '../workbench/workbench';
import { findFiles } from './files';
import { journalRow, logLine, showJournal } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

/** What the companion asks for at once. */
const burst = 200;
/** How often the host is killed: `BELAY_KILLS` of the environment, for a longer look than each run takes. */
const kills = Number(process.env['BELAY_KILLS'] ?? 5);

/** The ids of the moments that Belay has said to be kept, as the companion wrote them down. */
async function acknowledged(stage: Stage): Promise<string[]> {
  const files = await findFiles(stage.workspace.folder, 'acknowledged.txt');
  const texts = await Promise.all(files.map(file => readFile(file, 'utf8')));
  // The last line may be half-written.
  return texts.flatMap(text => text.split('\n').slice(0, -1));
}

/** The paths of all files in the journals' folders, of which each window that is open at the same time has one. */
async function journalFiles(stage: Stage): Promise<string[]> {
  const files = await findFiles(join(stage.home.dataFolder, 'data', 'User', 'workspaceStorage'), '');
  return files.filter(file => file.includes('belay.belay') && basename(dirname(file)) === 'journal');
}

/** What is in those files, by path. */
async function journalTexts(stage: Stage): Promise<Map<string, string>> {
  const files = await journalFiles(stage);
  return new Map(await Promise.all(files.map(async file => [file, await readFile(file, 'utf8')] as const)));
}

/**
 * Asserts that the acknowledged moments are on the disk, in segments of which each line can be read; a segment
 * may be in the middle of being replaced. Gives how many were acknowledged.
 */
async function assertAllOnDisk(stage: Stage): Promise<number> {
  const asked = await acknowledged(stage);
  const ids = new Set<string>();
  for (const path of new Set((await journalFiles(stage)).map(file => dirname(file)))) {
    for await (const { events, problems } of readSegments(
      momentSegments,
      await listSegments(openDiskFolder(path)),
    )) {
      assert.deepEqual(problems, []);
      for (const event of events) {
        ids.add(momentId(event));
      }
    }
  }
  assert.deepEqual(
    asked.filter(id => !ids.has(id)),
    [],
  );
  return asked.length;
}

/** Asserts that Belay itself, in this window, has the acknowledged moments. */
async function assertAllShown(stage: Stage, window: Workbench): Promise<void> {
  const answer = join(stage.workspace.folder, 'missing.json');
  await rm(answer, { force: true });
  await window.runCommand('Companion: Look for Acknowledged Moments');
  await eventually(
    'Belay’s answer',
    () =>
      readFile(answer, 'utf8').then(
        () => true,
        () => false,
      ),
    60_000,
  );
  const { asked, missing } = JSON.parse(await readFile(answer, 'utf8')) as {
    asked: number;
    missing: string[];
  };
  assert.deepEqual([asked, missing], [(await acknowledged(stage)).length, []]);
}

describeOnStage('A journal whose extension host is killed', {}, stage => {
  it(`${kills} times in the middle of ${burst} logs loses none that was acknowledged`, async function () {
    this.timeout(60_000 + kills * 20_000);
    const window = await stage.open();
    const starts = () => stage.server.output().split('Launched Extension Host Process').length;
    // After a few crashes VS Code asks before it starts another host.
    const again = window.page.getByRole('button', { name: /^Restart.*Extension Host/ });
    let midBurst = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = (await acknowledged(stage)).length;
      const wanted = before + 1 + ((kill * 37) % (burst - 40));
      await window.runCommand('Companion: Log a Burst of Moments');
      await eventually(
        'some moments of the burst',
        async () => (await acknowledged(stage)).length >= wanted,
        60_000,
      );
      const startsBefore = starts();
      await killExtensionHosts(stage.server);
      const reached = await assertAllOnDisk(stage);
      midBurst += reached < before + burst ? 1 : 0;
      console.log(`      kill ${kill + 1}: ${reached - before} of ${burst} acknowledged, ${reached} in all`);
      await eventually(
        'a new extension host',
        async () => {
          if (await again.isVisible()) {
            await again.click();
          }
          return starts() > startsBefore;
        },
        30_000,
      );
    }
    assert.ok(midBurst > kills / 2, `${midBurst} of ${kills} kills came before the burst’s end`);
    await assertAllShown(stage, window);
    await assertAllOnDisk(stage);
    await showJournal(window);
    await journalRow(window, 'burst').first().waitFor();
  });
});

describeOnStage('Two windows on one folder', {}, stage => {
  it(`that log ${burst} moments each at once lose none of them`, async () => {
    const windows = [await stage.open(), await stage.open()];
    await Promise.all(windows.map(window => window.runCommand('Companion: Log a Burst of Moments')));
    await eventually('both bursts', async () => (await acknowledged(stage)).length === 2 * burst, 60_000);
    await assertAllOnDisk(stage);
    await Promise.all(windows.map(window => window.close()));
    await assertAllShown(stage, await stage.open());
  });
});

describeOnStage('A folder that is renamed', {}, stage => {
  it('has its old journal left as it was, byte for byte', async () => {
    const { folder } = stage.workspace;
    const window = await stage.open();
    await logLine(window, 'under the old name');
    const before = await journalTexts(stage);
    assert.ok(before.size > 0);
    await window.close();
    const renamed = `${folder}-renamed`;
    await rename(folder, renamed);
    const next = await stage.open({ folder: renamed });
    await logLine(next, 'under the new name');
    const after = await journalTexts(stage);
    for (const [file, text] of before) {
      assert.equal(after.get(file), text, file);
    }
    assert.ok(after.size > before.size);
  });
});
