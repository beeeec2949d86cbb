import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Moment } from '../../src/journal/moment';
import { printEvent, printHeader } from '../../src/journal/segment';
import type { Workbench } from '../workbench/workbench';
import { eventually, type Stage } from './support';

function segment(entries: readonly Moment[], workspace: { name: string; folders: string[] }): string {
  const events = entries.map(entry =>
    printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'earlier' }, entry }),
  );
  return `${[printHeader({ writer: 'earlier', workspace }), ...events].join('\n')}\n`;
}

const storages = (stage: Stage) => join(stage.home.dataFolder, 'data', 'User', 'workspaceStorage');

/** Puts a journal that has `entries` since before into the storage of that id. */
export async function writeJournal(
  stage: Stage,
  id: string,
  entries: readonly Moment[],
  workspace = { name: 'sample', folders: [] as string[] },
): Promise<void> {
  const folder = join(storages(stage), id, 'belay.belay', 'journal');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'earlier-0000.jsonl'), segment(entries, workspace));
}

/** Opens a window on a journal that has `moments` since before. */
export async function openWithMoments(stage: Stage, moments: readonly Moment[]): Promise<Workbench> {
  const list = () => readdir(storages(stage)).catch((): string[] => []);
  const before = await list();
  const window = await stage.open();
  const id = await eventually('the workspace’s storage', async () =>
    (await list()).find(name => !before.includes(name)),
  );
  await writeJournal(stage, id, moments);
  await window.reload();
  return window;
}
