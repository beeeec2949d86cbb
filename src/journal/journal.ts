import type { FileProblem } from '../platform/errors';
import { Log, type LogOptions } from '../platform/log';
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

  constructor(options: JournalOptions) {
    this.#log = new Log({ codec: momentSegments, newUnion: () => new MomentUnion() }, options);
  }

  /** What is known: what was read last, and what was written since. */
  get contents(): JournalContents {
    const { union, problems, readOnly } = this.#log;
    return { moments: union.moments(), problems, readOnly };
  }

  /** Reads everything anew. A folder that can't be listed fails the whole; a file that can't be read is named. */
  async read(): Promise<JournalContents> {
    await this.#log.read();
    return this.contents;
  }

  /** Adds `moment` or, where one of its id is there, replaces it. Resolves once it is on the disk. */
  put(moment: Moment): Promise<void> {
    return this.#log.write([{ put: moment }]);
  }

  /** Deletes a moment. Its earlier events stay in their segments. */
  delete(id: string): Promise<void> {
    return this.#log.write([{ delete: id }]);
  }
}
