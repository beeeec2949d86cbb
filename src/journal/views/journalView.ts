import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { formatNumber } from '../../platform/formatNumber';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';
import { dueFollowUps } from './followUps';
import { type GroupBy, groupings } from './grouping';
import { followUpsDueText, groupingWords } from './groupWords';
import { type JournalNode, JournalTree, type MomentRow } from './tree';

/** Where the workspace remembers what its journal is grouped by. */
const groupByKey = 'journal.groupBy';

/** What the view "Journal" shows of the journal and what it says about that. */
export class JournalView implements Disposable {
  readonly #store = new DisposableStore();
  readonly tree: JournalTree;

  constructor(
    private readonly session: JournalSession,
    private readonly view: vscode.TreeView<JournalNode>,
    private readonly memory: vscode.Memento,
  ) {
    this.tree = this.#store.add(new JournalTree(session, () => localDay(new Date())));
    this.tree.show({ by: this.#chosenGrouping });
    this.#store.add(session.onDidChange(() => this.refresh()));
    this.#describe();
  }

  get #chosenGrouping(): GroupBy {
    const remembered = this.memory.get<string>(groupByKey);
    return groupings.find(by => by === remembered) ?? 'day';
  }

  /** Draws all of it again: the journal has changed, or the day has. */
  refresh(): void {
    this.tree.refresh();
    this.#describe();
  }

  async groupBy(by: GroupBy): Promise<void> {
    this.tree.show({ by });
    this.#describe();
    await this.memory.update(groupByKey, by);
  }

  /** Shows only what `query` finds; all where it is blank. */
  filter(query: string): void {
    this.tree.show({ query });
    this.#describe();
  }

  /** Asks what to group by, unless `asked` says it. */
  async chooseGrouping(asked: unknown): Promise<void> {
    await vscode.commands.executeCommand('belay.journal.focus');
    const words = groupingWords();
    const by =
      groupings.find(one => one === asked) ??
      (
        await vscode.window.showQuickPick(
          groupings.map(one => ({
            by: one,
            label: words[one].name,
            ...(one === this.tree.by ? { description: vscode.l10n.t('current') } : {}),
          })),
          { title: vscode.l10n.t('Group the Journal by') },
        )
      )?.by;
    if (by) {
      await this.groupBy(by);
    }
  }

  /** Lets the user type the filter, which is applied as they type. It stays when the input is closed. */
  async typeFilter(): Promise<void> {
    await vscode.commands.executeCommand('belay.journal.focus');
    const input = vscode.window.createInputBox();
    const clear: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('clear-all'),
      tooltip: vscode.l10n.t('Clear the filter'),
    };
    input.title = vscode.l10n.t('Filter the Journal');
    input.placeholder = vscode.l10n.t('Words, @person, #tag, kind:pairing, due:2026-03');
    input.prompt = vscode.l10n.t('What you type is applied at once and stays until you clear it');
    input.value = this.tree.query;
    input.buttons = [clear];
    input.onDidChangeValue(value => this.filter(value));
    input.onDidTriggerButton(() => {
      input.value = '';
      this.filter('');
    });
    input.onDidAccept(() => input.hide());
    input.onDidHide(() => input.dispose());
    input.show();
  }

  /** Reads the journal anew and shows `moment`, whatever is filtered, or else the latest of those that are shown. */
  async show(moment?: Moment): Promise<void> {
    await vscode.commands.executeCommand('belay.journal.focus');
    await this.session.refresh();
    // Somebody may have looked at the follow-ups meanwhile.
    this.tree.show({ by: this.#chosenGrouping });
    if (moment && !this.tree.nodeOf(moment)) {
      this.tree.show({ query: '' });
    }
    if (moment && !this.tree.nodeOf(moment)) {
      this.tree.show({ by: 'day' });
    }
    this.#describe();
    const wanted = moment ?? this.session.moments[0];
    await this.#reveal((wanted && this.tree.nodeOf(wanted)) ?? this.tree.first);
  }

  /** Shows all follow-ups, those due first, without the workspace remembering that grouping. */
  async showFollowUps(): Promise<void> {
    await vscode.commands.executeCommand('belay.journal.focus');
    this.tree.show({ by: 'followUp', query: '' });
    this.#describe();
    const { first } = this.tree;
    await this.#reveal(first && (this.tree.getChildren(first)[0] ?? first));
  }

  /** Does what may take `rows` away; the focus, which would be lost with them, then goes to the row beside. */
  async keepPlace(rows: readonly MomentRow[], change: () => Promise<void>): Promise<void> {
    const beside = this.tree.rowBeside(rows);
    await change();
    const hasGone = rows.some(row => !this.tree.again(row));
    await this.#reveal(hasGone && beside ? this.tree.again(beside) : undefined);
  }

  async #reveal(node: JournalNode | undefined): Promise<void> {
    if (node) {
      await this.view.reveal(node, { select: true, focus: true });
    }
  }

  #describe(): void {
    const { by, query } = this.tree;
    this.view.description = by === 'day' ? '' : groupingWords()[by].description;
    this.view.message = this.#message();
    const due = dueFollowUps(this.session.moments, localDay(new Date())).length;
    this.view.badge = due === 0 ? undefined : { value: due, tooltip: followUpsDueText(due) };
    void vscode.commands.executeCommand('setContext', 'belay.journal.filtered', query !== '');
  }

  /** What stands above the rows: what is filtered, or why there are none. An empty journal has VS Code's welcome instead. */
  #message(): string {
    const { query, by } = this.tree;
    const total = this.session.moments.length;
    if (total === 0) {
      return '';
    }
    if (query === '') {
      return by === 'followUp' && this.tree.count === 0
        ? vscode.l10n.t('No follow-ups: nothing is open, and nothing was done lately.')
        : '';
    }
    const { count } = this.tree;
    return count === 0
      ? vscode.l10n.t('Nothing found for “{0}”.', query)
      : vscode.l10n.t(
          '{0} of {1} moments, filtered by “{2}”.',
          formatNumber(count),
          formatNumber(total),
          query,
        );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
