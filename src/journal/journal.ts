import { HybridClock } from '../platform/clock';
import { type FileProblem, messageOf } from '../platform/errors';
import { type Segment, type SegmentHeader, segmentExtension } from '../platform/segment';
import type { TextFolder } from '../platform/textFolder';
import type { Moment } from './moment';
import { type JournalEvent, parseSegment, printEvent, printHeader } from './segment';
import { MomentUnion } from './union';

/** A segment is closed when it reaches this many characters, so that a log's cost doesn't grow with the journal. */
const segmentLimit = 64 * 1024;

/** What a journal is made of. */
export interface JournalOptions {
  /** Where this window writes. */
  readonly folder: TextFolder;
  /** Folders that are only read: those of other windows on the same workspace, which come as windows do. */
  readonly others: () => Promise<readonly TextFolder[]>;
  /** This writer's id: no other window, now or ever, may have the same. */
  readonly writer: string;
  readonly workspace: SegmentHeader['workspace'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What reading all segments gave. */
export interface JournalContents {
  /** The latest first. */
  readonly moments: readonly Moment[];
  /** Lines and files that were set aside. */
  readonly problems: readonly FileProblem[];
  /** A newer version of Belay has written here: nothing may be added. */
  readonly readOnly: boolean;
}

/** Thrown when the journal's format is newer than this version. */
export class NewerFormatError extends Error {
  constructor() {
    super('The journal was written by a newer version of Belay');
    this.name = 'NewerFormatError';
  }
}

/** The set of moments: the union of all segments that were read, and a segment of its own that it writes. */
export class Journal {
  readonly #clock: HybridClock;
  #union = new MomentUnion();
  #problems: readonly FileProblem[] = [];
  #readOnly = false;
  #wasRead = false;
  /** The lines of the segment being written, header first, all of them on the disk. */
  #lines: readonly string[] = [];
  #segment = 0;
  /** Reads and writes go one after the other: a write replaces the whole segment, a read all that is known. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: JournalOptions) {
    this.#clock = new HybridClock(options.writer, options.now);
  }

  /** What is known: what was read last, and what was written since. */
  get contents(): JournalContents {
    return {
      moments: this.#union.moments(),
      problems: this.#problems,
      readOnly: this.#readOnly,
    };
  }

  /** Reads everything anew. A folder that can't be listed fails the whole; a file that can't be read is named. */
  read(): Promise<JournalContents> {
    return this.#enqueue(() => this.#read());
  }

  async #read(): Promise<JournalContents> {
    const union = new MomentUnion();
    const problems: FileProblem[] = [];
    let readOnly = false;
    const others = await this.options.others();
    const segments = [
      ...(await readSegments(this.options.folder)),
      ...(await Promise.all(others.map(readOthersSegments))).flat(),
    ];
    for (const segment of segments) {
      problems.push(...segment.problems);
      readOnly ||= segment.newer;
      for (const event of segment.events) {
        this.#clock.observe(event.stamp);
        union.apply(event);
      }
    }
    this.#union = union;
    this.#problems = problems;
    this.#readOnly = readOnly;
    this.#wasRead = true;
    return this.contents;
  }

  /** Adds `moment` or, where one of its id is there, replaces it. Resolves once it is on the disk. */
  put(moment: Moment): Promise<void> {
    return this.#write(() => ({ op: 'put', stamp: this.#clock.next(), entry: moment }));
  }

  /** Deletes a moment. Its earlier events stay in their segments. */
  delete(id: string): Promise<void> {
    return this.#write(() => ({ op: 'delete', stamp: this.#clock.next(), id }));
  }

  #write(makeEvent: () => JournalEvent): Promise<void> {
    return this.#enqueue(async () => {
      // A writer has to know the others' stamps, so that its event is later than what it replaces.
      if (!this.#wasRead) {
        await this.#read();
      }
      if (this.#readOnly) {
        throw new NewerFormatError();
      }
      const event = makeEvent();
      await this.#append(printEvent(event));
      this.#union.apply(event);
    });
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const work = this.#queue.then(task);
    // Its failure is its caller's to handle; the next task starts afresh.
    this.#queue = work.then(
      () => undefined,
      () => undefined,
    );
    return work;
  }

  async #append(line: string): Promise<void> {
    const { folder, writer, workspace } = this.options;
    const begun = this.#lines.length > 0 && this.#lines.join('\n').length < segmentLimit;
    const segment = begun || this.#lines.length === 0 ? this.#segment : this.#segment + 1;
    const lines = [...(begun ? this.#lines : [printHeader({ writer, workspace })]), line];
    await folder.replace(
      `${writer}-${String(segment).padStart(4, '0')}${segmentExtension}`,
      `${lines.join('\n')}\n`,
    );
    this.#segment = segment;
    this.#lines = lines;
  }
}

async function readSegments(folder: TextFolder): Promise<Segment<Moment>[]> {
  const names = (await folder.list()).filter(name => name.endsWith(segmentExtension));
  return Promise.all(names.map(name => readSegment(folder, name)));
}

/** Another window's folder that can't be listed is named; it doesn't keep this one from its own. */
async function readOthersSegments(folder: TextFolder): Promise<Segment<Moment>[]> {
  try {
    return await readSegments(folder);
  } catch (error) {
    return [unreadable(folder.path, error)];
  }
}

async function readSegment(folder: TextFolder, name: string): Promise<Segment<Moment>> {
  const file = `${folder.path}/${name}`;
  try {
    const text = await folder.read(name);
    // Gone since the folder was listed.
    return text === undefined ? { events: [], problems: [], newer: false } : parseSegment(file, text);
  } catch (error) {
    return unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Segment<Moment> {
  return { events: [], problems: [{ file, reason: messageOf(error) }], newer: false };
}
