import * as vscode from 'vscode';
import type { Moment } from '../../src/journal/moment';
import { DisposableStore } from '../../src/platform/disposables';
import type { PracticePorts } from '../../src/practice/ports';
import { PracticeRoom } from '../../src/practice/room';
import { StoriesRoom } from '../../src/practice/stories/storiesRoom';
import { createContext } from './context';
import { held, replace } from './perTest';
import { RecordingReporter } from './reporter';

/** A journal as practice sees it, which a test may change. */
export class FakeJournal {
  readonly #changed = new vscode.EventEmitter<void>();
  moments: readonly Moment[] = [];
  elsewhere: readonly { readonly name: string; readonly moments: readonly Moment[] }[] | Error = [];
  readElsewhere = 0;
  readonly opened: string[] = [];

  change(moments: readonly Moment[]): void {
    this.moments = moments;
    this.#changed.fire();
  }

  readonly port: PracticePorts['journal'] = {
    moments: async () => this.moments,
    elsewhere: async () => {
      this.readElsewhere += 1;
      if (this.elsewhere instanceof Error) {
        throw this.elsewhere;
      }
      return this.elsewhere;
    },
    onDidChange: listener => this.#changed.event(listener),
    open: async id => {
      this.opened.push(id);
      return this.moments.some(moment => moment.id === id);
    },
  };
}

/** A practice room with stories on storage of its own, for the length of the test; which documents it has opened. */
export async function openStories(moments: readonly Moment[] = []) {
  const reporter = new RecordingReporter();
  const journal = new FakeJournal();
  journal.moments = moments;
  const ports: PracticePorts = {
    journal: journal.port,
    logMoment: async () => false,
    openGuide: async () => undefined,
    guideLink: section => `vscode://belay.belay/guide/${section}`,
    reviewMix: async () => ({}),
  };
  const owned = held(new DisposableStore());
  const practice = owned.add(await PracticeRoom.open(createContext(), reporter, ports));
  const stories = owned.add(new StoriesRoom(practice));
  const opened: vscode.Uri[] = [];
  // The extension that runs has documents of its own under this scheme.
  replace(vscode.window, 'showTextDocument', async (uri: vscode.Uri) => {
    opened.push(uri);
  });
  return { stories, practice, journal, reporter, opened };
}
