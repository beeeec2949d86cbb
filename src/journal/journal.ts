import type { FileProblem } from '../platform/errors';
import { Log, type LogChange, type LogOptions, type ReadOptions, type Rewritten } from '../platform/log';
import type { Deleted } from '../platform/union';
import type { Moment } from './moment';
import { momentSegments } from './segment';
import { MomentUnion } from './union';

export { NewerFormatError } from '../platform/log';
export type JournalOptions = LogOptions;

/** What reading all segments gave. */
export interface JournalContents {
  /** The latest first. */
  readonly moments: readonly Moment[];
  /** Lines and files that were set aside. */
  readonly problems: readonly FileProblem[];
  /** A newer version of Belay has written here: nothing may be added. */
  readonly readOnly: boolean;
}

/** The set of moments, kept as a log. */
export class Journal {
  readonly #log: Log<Moment, MomentUnion>;

  constructor(options: JournalOptions, codec = momentSegments) {
    this.#log = new Log({ codec, newUnion: () => new MomentUnion() }, options);
  }

  /** What is known: what was read last, and what was written since. */
  get contents(): JournalContents {
    const { union, problems, readOnly } = this.#log;
    return { moments: union.moments(), problems, readOnly };
  }

  /**
   * Reads everything anew, and gives what is known then. A folder that can't be listed fails the whole; a file
   * that can't be read is named.
   */
  async read(options: ReadOptions = {}): Promise<JournalContents> {
    await this.#log.read(options);
    return this.contents;
  }

  /** The moment of that id, where there is one that isn't deleted. */
  find(id: string): Moment | undefined {
    return this.#log.union.get(id);
  }

  /** Moments that are deleted and can be brought back, the one deleted last first. */
  get deleted(): readonly Deleted<Moment>[] {
    return this.#log.union.deleted();
  }

  /** Makes all of these changes or, where that fails, none. */
  change(changes: readonly LogChange<Moment>[]): Promise<void> {
    return this.#log.write(changes);
  }

  /** Adds `moment` or, where one of its id is there, replaces it. Resolves once it is on the disk. */
  put(moment: Moment): Promise<void> {
    return this.change([{ put: moment }]);
  }

  /** Deletes a moment. Its earlier events stay in their segments. */
  delete(id: string): Promise<void> {
    return this.change([{ delete: id }]);
  }

  /** Rewrites every segment, other windows' too: see `Log.rewrite`. */
  rewrite(transform: (text: string, file: string) => string): Promise<Rewritten> {
    return this.#log.rewrite(transform);
  }
}
