import { compareStamps, HybridClock } from './clock';
import { type FileProblem, messageOf } from './errors';
import { listAllSegments, listSegments, readSegments, type SegmentFile } from './readSegments';
import type { RepositoryIdentity } from './repositoryIdentity';
import {
  type Entry,
  type LogEvent,
  type SegmentCodec,
  type SegmentHeader,
  segmentExtension,
} from './segment';
import { SerialQueue } from './serialQueue';
import type { TextFolder } from './textFolder';
import type { EntryUnion } from './union';

/** A segment is closed when it has more than this many characters, so that a write's cost doesn't grow with the log. */
export const segmentLimit = 64 * 1024;

/** Whose log it is and where. */
export interface LogOptions {
  /** Where this window writes. */
  readonly folder: TextFolder;
  /** Folders that are only read: those of other windows on the same workspace, which come as windows do. */
  readonly others: () => Promise<readonly TextFolder[]>;
  /** This writer's id: no other window, now or ever, may have the same. */
  readonly writer: string;
  readonly workspace: SegmentHeader['workspace'];
  /** The repositories that the workspace's folders are, asked for when a segment is begun. */
  readonly repositories?: () => Promise<readonly RepositoryIdentity[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Awaited once, before this writer adds to a log that has segments of an earlier format. Its failure is the write's. */
  readonly beforeUpgrade?: () => Promise<void>;
}

/** What a log is of: how its segments are read, and how they are put together. */
export interface LogKind<E extends Entry, U extends EntryUnion<E>> {
  readonly codec: SegmentCodec<E>;
  readonly newUnion: () => U;
}

/** For whoever waits for a long read. */
export interface ReadOptions {
  /** Looked at between segments: an aborted read ends there, and what was known before it stays. */
  readonly signal?: { readonly aborted: boolean };
  /** Called after each segment. */
  readonly progress?: (done: number, of: number) => void;
}

/** One of the changes that are written together. */
export type LogChange<E extends Entry> = { readonly put: E } | { readonly delete: string };

/** What rewriting a log's segments did. */
export interface Rewritten {
  /** How many segments have another text now. */
  readonly changed: number;
  /** Segments that couldn't be read or replaced: they are as they were. */
  readonly failed: readonly FileProblem[];
}

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
  #hasOlder = false;
  #isReadyToUpgrade = false;
  #wasRead = false;
  /** The segment being written, as it is on the disk; empty where none is. */
  #text = '';
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
  read(options: ReadOptions = {}): Promise<void> {
    return this.#queue.run(() => this.#read(options));
  }

  async #read({ signal, progress }: ReadOptions): Promise<void> {
    const union = this.kind.newUnion();
    const { files, problems } = await this.#list();
    let readOnly = false;
    let hasOlder = false;
    let done = 0;
    for await (const segment of readSegments(this.kind.codec, files)) {
      if (signal?.aborted) {
        return;
      }
      problems.push(...segment.problems);
      readOnly ||= segment.newer;
      hasOlder ||= segment.older;
      for (const event of segment.events) {
        this.#clock.observe(event.stamp);
        union.apply(event);
      }
      done += 1;
      progress?.(done, files.length);
    }
    this.#union = union;
    this.#problems = problems;
    this.#readOnly = readOnly;
    this.#hasOlder = hasOlder;
    this.#wasRead = true;
  }

  /**
   * Puts and deletes entries, all of them or, where that fails, none. A put adds an entry or, where one of its
   * id is there, replaces it; a deleted one's earlier events stay in their segments. Resolves once it is on the disk.
   */
  write(changes: readonly LogChange<E>[]): Promise<void> {
    if (changes.length === 0) {
      return Promise.resolve();
    }
    return this.#queue.run(async () => {
      // A writer has to know the others' stamps, so that its event is later than what it replaces.
      if (!this.#wasRead) {
        await this.#read({});
      }
      if (this.#readOnly) {
        throw new NewerFormatError();
      }
      if (this.#hasOlder && !this.#isReadyToUpgrade) {
        this.#isReadyToUpgrade = true;
        await this.options.beforeUpgrade?.();
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

  /**
   * Replaces the text of every segment, other windows' too, by what `transform` makes of it, where that is
   * another one; then reads everything anew. This alone writes into files of other writers: what must not be
   * known any more can't wait for each of them. `transform` keeps the number of lines, and each event its stamp:
   * so other writers recognise their segment and go on from it (see `#current`).
   */
  rewrite(transform: (text: string, file: string) => string): Promise<Rewritten> {
    return this.#queue.run(async () => {
      const { files, problems } = await this.#list();
      const failed = [...problems];
      let changed = 0;
      for (const { folder, name } of files) {
        const file = `${folder.path}/${name}`;
        try {
          const text = await folder.read(name);
          const after = text === undefined ? undefined : transform(text, file);
          if (after !== undefined && after !== text) {
            await folder.replace(name, after);
            changed += 1;
          }
        } catch (error) {
          failed.push({ file, reason: messageOf(error) });
        }
      }
      await this.#read({});
      return { changed, failed };
    });
  }

  /**
   * The text of the segment being written. Another window may have rewritten it since: then its text is taken,
   * or what was to be forgotten would come back with the next write. A file that is gone or isn't this segment
   * any more is written anew from memory, so that nothing is lost.
   */
  async #current(): Promise<{ text: string; isRewritten: boolean }> {
    if (this.#text === '') {
      return { text: '', isRewritten: false };
    }
    const name = this.#name(this.#segment);
    const text = await this.options.folder.read(name);
    const isRewritten =
      text !== undefined && text !== this.#text && isRewriting(this.kind.codec, name, this.#text, text);
    return isRewritten ? { text, isRewritten } : { text: this.#text, isRewritten };
  }

  async #header(): Promise<string> {
    const { writer, workspace, repositories } = this.options;
    const known = (await repositories?.()) ?? [];
    return this.kind.codec.printHeader({
      writer,
      workspace: known.length > 0 ? { ...workspace, repositories: known } : workspace,
    });
  }

  #name(segment: number): string {
    return `${this.options.writer}-${String(segment).padStart(4, '0')}${segmentExtension}`;
  }

  async #append(added: readonly string[]): Promise<void> {
    const { text: known, isRewritten } = await this.#current();
    const closed = known.length > segmentLimit;
    const segment = closed ? this.#segment + 1 : this.#segment;
    const before = closed || known === '' ? `${await this.#header()}\n` : known;
    const text = before + added.map(line => `${line}\n`).join('');
    await this.options.folder.replace(this.#name(segment), text);
    this.#segment = segment;
    this.#text = text;
    if (isRewritten) {
      // What is in memory is as it was before.
      await this.#read({});
    }
  }

  /** All segments. Another window's folder that can't be listed is named; it doesn't keep this one from its own. */
  async #list(): Promise<{ files: SegmentFile[]; problems: FileProblem[] }> {
    const others = await this.options.others();
    const own = await listSegments(this.options.folder);
    const { files, problems } = await listAllSegments(others);
    return { files: [...own, ...files], problems };
  }
}

/** Whether `after` is `before` with other words: as many lines, all of them to be read, each event with its stamp. */
function isRewriting<E extends Entry>(
  codec: SegmentCodec<E>,
  name: string,
  before: string,
  after: string,
): boolean {
  const [was, is] = [codec.parseSegment(name, before), codec.parseSegment(name, after)];
  return (
    is.problems.length === 0 &&
    is.events.length === was.events.length &&
    is.events.every((event, index) => {
      const same = was.events[index];
      return same !== undefined && compareStamps(event.stamp, same.stamp) === 0;
    })
  );
}
