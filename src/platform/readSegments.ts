import { type FileProblem, messageOf } from './errors';
import { nodeGlobals } from './nodeGlobals';
import { type Entry, type Segment, type SegmentCodec, segmentExtension } from './segment';
import type { TextFolder } from './textFolder';

/** A segment that was listed. */
export interface SegmentFile {
  readonly folder: TextFolder;
  readonly name: string;
}

/** So many are asked for ahead of the one that is parsed: the disk is kept busy, and few are in memory. */
const ahead = 16;

/** After this many bytes others get their turn: they are a few hundredths of a second's work. */
const bytesPerTurn = 1_000_000;

/** The segments in `folder`. Fails where it can't be listed. */
export async function listSegments(folder: TextFolder): Promise<SegmentFile[]> {
  const names = await folder.list();
  return names.filter(name => name.endsWith(segmentExtension)).map(name => ({ folder, name }));
}

/** The segments in all of `folders`. One that can't be listed is named; it doesn't keep anybody from the others. */
export async function listAllSegments(
  folders: readonly TextFolder[],
): Promise<{ files: SegmentFile[]; problems: FileProblem[] }> {
  const problems: FileProblem[] = [];
  const files = await Promise.all(
    folders.map(folder =>
      listSegments(folder).catch((error): SegmentFile[] => {
        problems.push({ file: folder.path, reason: messageOf(error) });
        return [];
      }),
    ),
  );
  return { files: files.flat(), problems };
}

/**
 * Reads segments one after the other, in the order given. One that can't be read is empty, with a problem that
 * says why; one that is gone by now is empty. What else the host has to do goes on meanwhile.
 */
export async function* readSegments<E extends Entry>(
  codec: SegmentCodec<E>,
  files: readonly SegmentFile[],
): AsyncGenerator<Segment<E>, void, undefined> {
  const asked: Promise<Answer>[] = [];
  let length = 0;
  for (const [index, { folder, name }] of files.entries()) {
    asked.push(...files.slice(index + asked.length, index + ahead).map(readFile));
    const { bytes, problem } = (await asked.shift()) ?? {};
    const file = `${folder.path}/${name}`;
    const problems = problem === undefined ? [] : [{ file, reason: problem }];
    yield bytes === undefined
      ? { events: [], problems, newer: false, older: false }
      : codec.parseSegment(file, bytes);
    length += bytes?.length ?? 0;
    if (length > bytesPerTurn) {
      length = 0;
      await othersTurn();
    }
  }
}

interface Answer {
  readonly bytes?: Uint8Array;
  readonly problem?: string;
}

/** Never fails: nobody may be waiting for it any more. */
async function readFile({ folder, name }: SegmentFile): Promise<Answer> {
  try {
    const bytes = await folder.readBytes(name);
    return bytes ? { bytes } : {};
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** Lets everything else that waits go first; in a browser, without `setImmediate`, that takes some milliseconds more. */
function othersTurn(): Promise<void> {
  return new Promise(resolve => {
    if (nodeGlobals.setImmediate) {
      nodeGlobals.setImmediate(resolve);
    } else {
      setTimeout(resolve, 0);
    }
  });
}
