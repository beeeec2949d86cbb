import { HybridClock } from './clock';
import { type FileProblem, messageOf } from './errors';
import {
  type Entry,
  type LogEvent,
  type Segment,
  type SegmentCodec,
  type SegmentHeader,
  segmentExtension,
} from './segment';
import { SerialQueue } from './serialQueue';
import type { TextFolder } from './textFolder';
import type { EntryUnion } from './union';

/** A segment is closed when it reaches this many characters, so that a write's cost doesn't grow with the log. */
const segmentLimit = 64 * 1024;

/** Whose log it is and where. */
export interface LogOptions {
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

/** What a log is of: how its segments are read, and how they are put together. */
export interface LogKind<E extends Entry, U extends EntryUnion<E>> {
  readonly codec: SegmentCodec<E>;
  readonly newUnion: () => U;
}

/** One of the changes that are written together. */
export type LogChange<E extends Entry> = { readonly put: E } | { readonly delete: string };

/** Thrown when a log's format is newer than this version. */
export class NewerFormatError extends Error {
  constructor() {
    super('A newer version of Belay has written to this log');
    this.name = 'NewerFormatError';
  }
}

/** A log of entries: the union of all segments that were read, and a segment of its own that it writes. */
export class Log<E extends Entry, U extends EntryUnion<E>> {
  readonly #clock: HybridClock;
  #union: U;
  #problems: readonly FileProblem[] = [];
  #readOnly = false;
  #wasRead = false;
  /** The lines of the segment being written, header first, all of them on the disk. */
  #lines: readonly string[] = [];
  #segment = 0;
  /** Reads and writes go one after the other: a write replaces the whole segment, a read all that is known. */
  readonly #queue = new SerialQueue();

  constructor(
    private readonly kind: LogKind<E, U>,
    private readonly options: LogOptions,
  ) {
    this.#clock = new HybridClock(options.writer, options.now);
    this.#union = kind.newUnion();
  }

  /** What is known: what was read last, and what was written since. */
  get union(): U {
    return this.#union;
  }

  /** Lines and files that were set aside. */
  get problems(): readonly FileProblem[] {
    return this.#problems;
  }

  /** A newer version of Belay has written here: nothing may be added. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** Reads everything anew. A folder that can't be listed fails the whole; a file that can't be read is named. */
  read(): Promise<void> {
    return this.#queue.run(() => this.#read());
  }

  async #read(): Promise<void> {
    const union = this.kind.newUnion();
    const problems: FileProblem[] = [];
    let readOnly = false;
    const others = await this.options.others();
    const segments = [
      ...(await this.#readSegments(this.options.folder)),
      ...(await Promise.all(others.map(folder => this.#readOthersSegments(folder)))).flat(),
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
  }

  /**
   * Puts and deletes entries, all of them or, where that fails, none. A put adds an entry or, where one of its
   * id is there, replaces it; a deleted one's earlier events stay in their segments. Resolves once it is on the disk.
   */
  write(changes: readonly LogChange<E>[]): Promise<void> {
    return this.#queue.run(async () => {
      // A writer has to know the others' stamps, so that its event is later than what it replaces.
      if (!this.#wasRead) {
        await this.#read();
      }
      if (this.#readOnly) {
        throw new NewerFormatError();
      }
      const events = changes.map(
        (change): LogEvent<E> =>
          'put' in change
            ? { op: 'put', stamp: this.#clock.next(), entry: change.put }
            : { op: 'delete', stamp: this.#clock.next(), id: change.delete },
      );
      await this.#append(events.map(event => this.kind.codec.printEvent(event)));
      for (const event of events) {
        this.#union.apply(event);
      }
    });
  }

  async #append(added: readonly string[]): Promise<void> {
    const { folder, writer, workspace } = this.options;
    const begun = this.#lines.length > 0 && this.#lines.join('\n').length < segmentLimit;
    const segment = begun || this.#lines.length === 0 ? this.#segment : this.#segment + 1;
    const before = begun ? this.#lines : [this.kind.codec.printHeader({ writer, workspace })];
    const lines = [...before, ...added];
    await folder.replace(
      `${writer}-${String(segment).padStart(4, '0')}${segmentExtension}`,
      `${lines.join('\n')}\n`,
    );
    this.#segment = segment;
    this.#lines = lines;
  }

  async #readSegments(folder: TextFolder): Promise<Segment<E>[]> {
    const names = (await folder.list()).filter(name => name.endsWith(segmentExtension));
    return Promise.all(names.map(name => this.#readSegment(folder, name)));
  }

  /** Another window's folder that can't be listed is named; it doesn't keep this one from its own. */
  async #readOthersSegments(folder: TextFolder): Promise<Segment<E>[]> {
    try {
      return await this.#readSegments(folder);
    } catch (error) {
      return [unreadable(folder.path, error)];
    }
  }

  async #readSegment(folder: TextFolder, name: string): Promise<Segment<E>> {
    const file = `${folder.path}/${name}`;
    try {
      const text = await folder.read(name);
      // Gone since the folder was listed.
      return text === undefined
        ? { events: [], problems: [], newer: false }
        : this.kind.codec.parseSegment(file, text);
    } catch (error) {
      return unreadable(file, error);
    }
  }
}

function unreadable<E extends Entry>(file: string, error: unknown): Segment<E> {
  return { events: [], problems: [{ file, reason: messageOf(error) }], newer: false };
}
