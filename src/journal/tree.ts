import * as vscode from 'vscode';
import type { Moment } from './moment';
import { dayOf, formatPlace, groupByDay, momentToText } from './momentText';
import type { JournalSession } from './session';
import { formatDay, momentWords } from './words';

/** A row of the tree: a day, or a moment of it. */
export type JournalNode =
  | { readonly day: string; readonly moments: readonly Moment[] }
  | { readonly moment: Moment };

/** The view "Journal". */
export class JournalTree implements vscode.TreeDataProvider<JournalNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #days: readonly { readonly day: string; readonly moments: readonly Moment[] }[] = [];

  constructor(private readonly open: () => Promise<JournalSession>) {}

  async getChildren(node?: JournalNode): Promise<JournalNode[]> {
    if (node) {
      return 'day' in node ? node.moments.map(moment => ({ moment })) : [];
    }
    this.#days = groupByDay((await this.open()).moments);
    return [...this.#days];
  }

  getParent(node: JournalNode): JournalNode | undefined {
    return 'day' in node ? undefined : this.#days.find(({ day }) => day === dayOf(node.moment));
  }

  /** The latest moment, once the tree has been filled. */
  get latest(): JournalNode | undefined {
    const moment = this.#days[0]?.moments[0];
    return moment && { moment };
  }

  getTreeItem(node: JournalNode): vscode.TreeItem {
    return 'day' in node ? dayItem(node.day) : momentItem(node.moment);
  }

  /** Draws the journal again as it is now. */
  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function dayItem(day: string): vscode.TreeItem {
  const item = new vscode.TreeItem(
    formatDay(day, { dateStyle: 'full' }),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = day;
  item.contextValue = 'day';
  return item;
}

function momentItem(moment: Moment): vscode.TreeItem {
  const words = momentWords();
  const item = new vscode.TreeItem(moment.what);
  item.id = moment.id;
  item.description = [moment.who.join(', '), moment.kind && words.kinds[moment.kind]]
    .filter(Boolean)
    .join(' · ');
  // Plain text, as people's words are shown everywhere: nothing in them becomes a link or an image.
  item.tooltip = momentToText(moment, words).trim();
  item.iconPath = new vscode.ThemeIcon(moment.place ? 'file-code' : 'person');
  item.contextValue = moment.place ? 'momentWithPlace' : 'moment';
  item.command = {
    command: 'belay.journal.openMoment',
    title: vscode.l10n.t('Open Moment'),
    arguments: [{ moment }],
  };
  const place = moment.place ? [formatPlace(moment.place)] : [];
  item.accessibilityInformation = {
    label: [moment.what, item.description, ...place].filter(Boolean).join(', '),
  };
  return item;
}
