import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposables';
import { completeStep } from '../platform/walkthrough';
import {
  addMark,
  type Bookmarks,
  type Mark,
  type Progress,
  type Reader,
  readerFrom,
  removeMark,
  setBookmark,
} from './reader';
import { type Guide, type Place, placeIn } from './section';

const keys = { progress: 'guide.progress', bookmarks: 'guide.bookmarks', place: 'guide.place' } as const;

/**
 * What Belay remembers of the reader, in VS Code's own state. Progress and bookmarks follow them through
 * Settings Sync; the place is this machine's.
 */
export class ReaderState implements Disposable {
  readonly #changed = new vscode.EventEmitter<Reader>();
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly memory: vscode.ExtensionContext['globalState'],
    private readonly log: vscode.LogOutputChannel,
  ) {
    memory.setKeysForSync([keys.progress, keys.bookmarks]);
  }

  /** Read anew each time: another window or machine may have written since. */
  get reader(): Reader {
    const { reader, dropped } = readerFrom(
      this.memory.get<unknown>(keys.progress),
      this.memory.get<unknown>(keys.bookmarks),
    );
    if (dropped > 0) {
      this.log.warn(`Reading progress: ${dropped} entries can’t be read and are left out`);
    }
    return reader;
  }

  placeIn(guide: Guide): Place {
    return placeIn(guide, this.memory.get<unknown>(keys.place));
  }

  async setPlace(place: Place): Promise<void> {
    await this.memory.update(keys.place, place);
  }

  async setMark(id: string, mark: Mark, on: boolean): Promise<void> {
    const { reader } = this;
    const progress = on
      ? addMark(reader.progress, id, mark, new Date())
      : removeMark(reader.progress, id, mark);
    if (progress !== reader.progress) {
      await this.#write(keys.progress, progress);
    }
    if (on && mark !== 'started') {
      await completeStep(mark);
    }
  }

  async setBookmark(id: string, on: boolean): Promise<void> {
    const { reader } = this;
    await this.#write(keys.bookmarks, setBookmark(reader.bookmarks, id, on));
    if (on) {
      await completeStep('bookmark');
    }
  }

  /** Tells VS Code once more what the reader has done at any time. */
  async tellWhatWasDone(): Promise<void> {
    const { progress, bookmarks } = this.reader;
    const done = Object.values(progress);
    if (done.some(marks => marks.read)) {
      await completeStep('read');
    }
    if (done.some(marks => marks.practised)) {
      await completeStep('practised');
    }
    if (bookmarks.length > 0) {
      await completeStep('bookmark');
    }
  }

  /** Forgets all progress; gives what puts it back. Bookmarks stay. */
  async forgetProgress(): Promise<() => Promise<void>> {
    const before = this.reader.progress;
    await this.#write(keys.progress, {});
    // What was read meanwhile is kept as well.
    return () => {
      const now = this.reader.progress;
      const both = Object.entries(before).map(([id, marks]) => [id, { ...now[id], ...marks }] as const);
      return this.#write(keys.progress, { ...now, ...Object.fromEntries(both) });
    };
  }

  async #write(key: string, value: Progress | Bookmarks): Promise<void> {
    await this.memory.update(key, value);
    this.#changed.fire(this.reader);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
