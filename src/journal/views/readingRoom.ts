import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import type { Reporter } from '../../platform/reporting';
import { watchDay } from '../dayWatch';
import type { JournalSession } from '../session';
import { FollowUpStatus } from './followUpStatus';
import { JournalView } from './journalView';
import { PersonPages } from './personPages';
import type { JournalNode } from './tree';

/** What shows the journal, once it is open. */
export class ReadingRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly view: JournalView;
  readonly people: PersonPages;

  constructor(
    readonly session: JournalSession,
    context: vscode.ExtensionContext,
    view: vscode.TreeView<JournalNode>,
    reporter: Reporter,
  ) {
    this.view = this.#store.add(new JournalView(session, view, context.workspaceState));
    this.people = this.#store.add(new PersonPages(session, reporter));
    const status = this.#store.add(new FollowUpStatus(session));
    this.#store.add(session.onDidChange(() => status.refresh()));
    this.#store.add(
      watchDay(() => {
        this.view.refresh();
        this.people.refresh();
        status.refresh();
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
