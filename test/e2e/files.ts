import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from '../workbench/home';

/** Paths of all files below `folder` whose name ends so. */
export async function findFiles(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => name.endsWith(ending)).map(name => join(folder, name));
}

/** The journal's segments, wherever VS Code has put them. */
export async function findSegments(home: Home): Promise<string[]> {
  const files = await findFiles(join(home.dataFolder, 'data', 'User'), '.jsonl');
  return files.filter(file => file.includes('belay.belay'));
}

/** The moments that stand in the journal's segments, as the format has them. */
export async function readMoments(home: Home): Promise<Record<string, unknown>[]> {
  const texts = await Promise.all((await findSegments(home)).map(file => readFile(file, 'utf8')));
  return texts
    .flatMap(text => text.split('\n').slice(1))
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as { op: string; moment?: Record<string, unknown> })
    .flatMap(event => (event.op === 'put' && event.moment ? [event.moment] : []));
}

/** The lines that a moment of the journal's says it happened at, without what they are found again by. */
export function linesOf(moment: Readonly<Record<string, unknown>> | undefined): unknown {
  const { file, firstLine, lastLine } = Object(moment?.['place']) as Readonly<Record<string, unknown>>;
  return { file, firstLine, lastLine };
}
