import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { localDay } from '../days';
import type { Moment } from '../moment';
import { headlineOf } from '../momentText';
import { dueFollowUps, toDoOf } from './followUps';
import { followUpsDueText } from './groupWords';

const setting = 'followUpsInStatusBar';

/** So many follow-ups are named in the tooltip. */
const mostNamed = 5;

/** In the status bar: how many follow-ups are due, where any are and the user wants to know. */
export class FollowUpStatus implements Disposable {
  readonly #store = new DisposableStore();
  readonly #item = this.#store.add(
    vscode.window.createStatusBarItem('belay.followUps', vscode.StatusBarAlignment.Right, 80),
  );

  constructor(private readonly journal: { readonly moments: readonly Moment[] }) {
    this.#item.name = vscode.l10n.t('Belay: Follow-ups Due');
    this.#item.command = 'belay.showFollowUps';
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration(
        event => event.affectsConfiguration('belay.journal') && this.refresh(),
      ),
    );
    this.refresh();
  }

  /** Counts again: the journal has changed, or the day has. */
  refresh(): void {
    const due = dueFollowUps(this.journal.moments, localDay(new Date()));
    const isWanted = vscode.workspace.getConfiguration('belay.journal').get(setting, true);
    if (due.length === 0 || !isWanted) {
      this.#item.hide();
      return;
    }
    const text = followUpsDueText(due.length);
    this.#item.text = `$(bell) ${text}`;
    const named = due.slice(0, mostNamed).map(moment => `• ${toDoOf(moment) || headlineOf(moment)}`);
    this.#item.tooltip = [...named, ...(due.length > mostNamed ? ['…'] : [])].join('\n');
    this.#item.accessibilityInformation = { label: text };
    this.#item.show();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
