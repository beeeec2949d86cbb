import * as vscode from 'vscode';
import type { Moment } from '../moment';
import { fieldLabels } from '../words';
import { createFinder } from './find';
import { type GroupBy, groupMoments, type MomentGroup } from './grouping';
import { groupItem, momentItem } from './treeItems';

/** A moment's row. */
export interface MomentRow {
  readonly moment: Moment;
  readonly group: MomentGroup;
}

/** A row of the tree: a group, or a moment of one. */
export type JournalNode = { readonly group: MomentGroup } | MomentRow;

/** With more groups than this, those that come later are closed at first. */
const mostOpen = 30;

/** Groups that are open at first also where nothing is filtered: people, kinds and skills are looked up. */
const openAtFirst: ReadonlySet<GroupBy> = new Set(['day', 'followUp']);

/** The rows of the view "Journal": moments in groups, all of them or those that a query finds. */
export class JournalTree implements vscode.TreeDataProvider<JournalNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #groups: readonly MomentGroup[] | undefined;
  #by: GroupBy = 'day';
  #query = '';

  /** `today` gives the user's day. */
  constructor(
    private readonly journal: { readonly moments: readonly Moment[] },
    private readonly today: () => string,
  ) {}

  get by(): GroupBy {
    return this.#by;
  }

  get query(): string {
    return this.#query;
  }

  /** Groups and filters otherwise, and draws the tree again. A blank query filters nothing. */
  show({ by = this.#by, query = this.#query }: { readonly by?: GroupBy; readonly query?: string }): void {
    this.#by = by;
    this.#query = query.trim();
    this.refresh();
  }

  /** Draws the journal again as it is now. */
  refresh(): void {
    this.#groups = undefined;
    this.#changed.fire();
  }

  /** How many moments there are rows of; one that stands in two groups counts once. */
  get count(): number {
    return new Set(this.#shown().flatMap(({ moments }) => moments)).size;
  }

  getChildren(node?: JournalNode): JournalNode[] {
    if (!node) {
      return this.#shown().map(group => ({ group }));
    }
    const { group } = node;
    return 'moment' in node ? [] : group.moments.map(moment => ({ moment, group }));
  }

  getParent(node: JournalNode): JournalNode | undefined {
    return 'moment' in node ? { group: node.group } : undefined;
  }

  getTreeItem(node: JournalNode): vscode.TreeItem {
    if ('moment' in node) {
      const item = momentItem(node.moment, this.#by);
      // One moment may stand in several groups.
      item.id = JSON.stringify([this.#place(node.group), node.moment.id]);
      return item;
    }
    const { group } = node;
    const isOpen =
      (this.#query !== '' || openAtFirst.has(this.#by)) &&
      this.#shown()
        .slice(0, mostOpen)
        .some(({ key }) => key === group.key);
    const item = groupItem(group, isOpen, this.today());
    item.id = this.#place(group);
    return item;
  }

  /** The row of a moment, in the first group that has it. */
  nodeOf(moment: Moment): JournalNode | undefined {
    const group = this.#shown().find(({ moments }) => moments.some(({ id }) => id === moment.id));
    return group && { moment, group };
  }

  /** The row that `row` was before the rows were made anew; `undefined` where it has gone. */
  again(row: JournalNode): JournalNode | undefined {
    const group = this.#shown().find(({ key }) => key === row.group.key);
    if (!group || !('moment' in row)) {
      return group && { group };
    }
    const moment = group.moments.find(({ id }) => id === row.moment.id);
    return moment && { moment, group };
  }

  /**
   * The row to go on with when `rows` have gone: of the last one's group the next that stays or else the one before
   * it, or else the group below or above.
   */
  rowBeside(rows: readonly MomentRow[]): JournalNode | undefined {
    const groups = this.#shown();
    const last = rows.at(-1);
    const at = groups.findIndex(({ key }) => key === last?.group.key);
    const group = groups[at];
    if (!last || !group) {
      return undefined;
    }
    const going = new Set(rows.map(({ moment }) => moment.id));
    const from = group.moments.findIndex(({ id }) => id === last.moment.id);
    const stays = ({ id }: Moment) => !going.has(id);
    const moment = group.moments.slice(from).find(stays) ?? group.moments.slice(0, from).findLast(stays);
    if (moment) {
      return { moment, group };
    }
    const beside = groups[at + 1] ?? groups[at - 1];
    return beside && { group: beside };
  }

  /** The first group. */
  get first(): JournalNode | undefined {
    const [group] = this.#shown();
    return group && { group };
  }

  /** VS Code remembers by this what is open: what was opened among the found doesn't stay so among all. */
  #place({ key }: MomentGroup): string {
    return this.#query === '' ? key : `found ${key}`;
  }

  #shown(): readonly MomentGroup[] {
    this.#groups ??= groupMoments(this.#found(), this.#by, this.today());
    return this.#groups;
  }

  /** The latest first, also where a query finds others better. */
  #found(): readonly Moment[] {
    const { moments } = this.journal;
    if (this.#query === '') {
      return moments;
    }
    const found = new Set(
      createFinder(moments, fieldLabels())
        .find(this.#query)
        .map(({ moment }) => moment),
    );
    return moments.filter(moment => found.has(moment));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
