import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { watchDay } from '../../platform/dayWatch';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import type { PracticeRoom } from '../room';
import { isInWeek, isWeeksEnd, mondayOf } from './week';
import { reviewId } from './weeklyReview';

/**
 * In the status bar, from Friday until Sunday: that a weekly review would be due. It is there where something was
 * logged in the week and no review is written, and the user wants it.
 */
export class ReviewReminder implements Disposable {
  readonly #held = new DisposableStore();
  #item: vscode.StatusBarItem | undefined;
  #isFollowing = false;
  /** Counts looks: only the latest may show what it found. */
  #looks = 0;

  constructor(
    private readonly enter: () => Promise<PracticeRoom>,
    private readonly reporter: Reporter,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#held.add(watchDay(() => this.#lookAgain()));
    this.#held.add(
      vscode.workspace.onDidChangeConfiguration(
        event => event.affectsConfiguration('belay.practice.reminder') && this.#lookAgain(),
      ),
    );
    this.#lookAgain();
  }

  /** Whether it is there. */
  get isShown(): boolean {
    return this.#item !== undefined;
  }

  #lookAgain(): void {
    this.look().catch(error => this.reporter.log.warn(`Weekly review: ${messageOf(error)}`));
  }

  /** Shows or hides it, as is right by now. */
  async look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const isDue = await this.#isDue();
    if (look !== this.#looks) {
      return;
    }
    if (isDue) {
      this.#item ??= this.#held.add(this.#newItem());
    } else {
      this.#item?.dispose();
      this.#item = undefined;
    }
  }

  async #isDue(): Promise<boolean> {
    const today = localDay(this.now());
    const isWanted = vscode.workspace.getConfiguration('belay.practice').get('reminder', true);
    // On other days nothing is read for it.
    if (!isWanted || !isWeeksEnd(today)) {
      return false;
    }
    const { plan, ports, store } = await this.enter();
    if (!this.#isFollowing) {
      this.#isFollowing = true;
      this.#held.add(plan.plan.onDidChange(() => this.#lookAgain()));
    }
    const monday = mondayOf(today);
    const moments = await ports.journal.moments();
    return (
      store.find('document', reviewId(monday)) === undefined &&
      moments.some(({ when }) => isInWeek(when, monday))
    );
  }

  #newItem(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem('belay.weeklyReview', vscode.StatusBarAlignment.Right, 79);
    item.name = vscode.l10n.t('Belay: Weekly Review');
    item.text = `$(checklist) ${vscode.l10n.t('Weekly review')}`;
    item.tooltip = vscode.l10n.t(
      'What happened this week, whom you haven’t met for a while, and one intention for the next. The setting belay.practice.reminder turns this off.',
    );
    item.accessibilityInformation = { label: vscode.l10n.t('Write this week’s review') };
    item.command = 'belay.weeklyReview';
    item.show();
    return item;
  }

  dispose(): void {
    this.#held.dispose();
  }
}
