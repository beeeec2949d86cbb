import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { watchDay } from '../../platform/dayWatch';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { showPage } from '../../platform/showPage';
import type { PracticeMoment } from '../moment';
import type { PracticeRoom } from '../room';
import { assessmentPage } from './assessmentPage';
import { assessmentWords } from './assessmentPageWords';
import { subjectStates } from './subjects';

/** The scheme of the page. */
export const assessmentScheme = 'belay-assessment';

/** `Belay: Show My Assessment`: a page that follows what is rated and logged. */
export class AssessmentPages implements vscode.TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly uri = vscode.Uri.from({ scheme: assessmentScheme, path: `/${vscode.l10n.t('My Assessment')}.md` });

  constructor(private readonly room: Pick<PracticeRoom, 'library' | 'store' | 'ports' | 'reporter'>) {
    const changed = () => this.#changed.fire(this.uri);
    this.#store.add(room.store.onDidChange(changed));
    this.#store.add(room.ports.journal.onDidChange(changed));
    this.#store.add(watchDay(changed));
  }

  async provideTextDocumentContent(): Promise<string> {
    const moments = await this.#moments();
    const { levels } = this.room.library.content;
    const now = new Date();
    return assessmentPage(
      {
        levels,
        subjects: subjectStates(levels, this.room.store.all('rating'), now),
        moments,
        now,
        today: localDay(now),
      },
      assessmentWords(),
    );
  }

  async #moments(): Promise<readonly PracticeMoment[] | undefined> {
    try {
      return await this.room.ports.journal.moments();
    } catch (error) {
      // The ratings are worth showing without it, and the page says what is missing.
      this.room.reporter.log.warn(`My assessment: the journal: ${messageOf(error)}`);
      return undefined;
    }
  }

  /** Shows the page. */
  async open(): Promise<void> {
    // Other windows may have rated meanwhile.
    await this.room.store.refresh();
    await showPage(this.uri, this.room.reporter);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
