import * as vscode from 'vscode';
import { OwnFiles } from '../../src/platform/ownFiles';
import { type Evidence, evidenceId, type Focus, focusId, type PracticeEntry } from '../../src/practice/entry';
import { PracticeLibrary } from '../../src/practice/library';
import type { PracticeMoment } from '../../src/practice/moment';
import { PlanRoom } from '../../src/practice/plan/planRoom';
import type { PlanNode } from '../../src/practice/plan/planTree';
import type { MomentsElsewhere, PracticePorts } from '../../src/practice/ports';
import { PracticeStore } from '../../src/practice/store';
import { createContext } from './context';
import { held } from './perTest';
import { RecordingReporter } from './reporter';

/** A Wednesday; its week begins on 2026-11-23. */
export const today = '2026-11-25';
export const monday = '2026-11-23';

/** What a test says of a plan. */
export interface PlanOptions {
  readonly entries?: readonly PracticeEntry[];
  /** This workspace's, the latest first. */
  readonly moments?: readonly PracticeMoment[];
  readonly elsewhere?: readonly MomentsElsewhere[];
  readonly today?: string;
}

/** A journal as the plan sees it, which a test can change. */
export class TestJournal {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Those that were opened. */
  readonly opened: string[] = [];
  failure: Error | undefined;

  constructor(
    private all: readonly PracticeMoment[],
    private readonly others: readonly MomentsElsewhere[],
  ) {}

  async moments(): Promise<readonly PracticeMoment[]> {
    if (this.failure) {
      throw this.failure;
    }
    return this.all;
  }

  async elsewhere(): Promise<readonly MomentsElsewhere[]> {
    return this.others;
  }

  async open(id: string): Promise<boolean> {
    const isHere = this.all.some(moment => moment.id === id);
    if (isHere) {
      this.opened.push(id);
    }
    return isHere;
  }

  change(...all: PracticeMoment[]): void {
    this.all = all;
    this.#changed.fire();
  }
}

/** The plan over the shipped exercises, with a log and a journal of its own. */
export async function openPlan(options: PlanOptions = {}) {
  const context = createContext();
  const reporter = new RecordingReporter();
  const [library, store] = await Promise.all([
    PracticeLibrary.open(context, held(new OwnFiles('practice')), reporter),
    PracticeStore.open(context, reporter),
  ]);
  held(library);
  held(store);
  if (options.entries) {
    await store.put(...options.entries);
  }
  const journal = new TestJournal(options.moments ?? [], options.elsewhere ?? []);
  const presets: unknown[] = [];
  const sections: string[] = [];
  const ports: PracticePorts = {
    journal,
    logMoment: async preset => {
      presets.push(preset);
      return true;
    },
    openGuide: async section => {
      sections.push(section);
    },
    guideLink: section => `vscode://belay.belay/guide/${section}`,
    reviewMix: async () => ({}),
  };
  const now = () => new Date(`${options.today ?? today}T12:00:00`);
  const room = held(new PlanRoom({ library, store, ports, reporter }, now));
  return { room, plan: room.plan, tree: room.tree, library, store, journal, presets, sections, reporter };
}

/** A moment as the journal has it. */
export function momentOf(id: string, details: Partial<PracticeMoment> = {}): PracticeMoment {
  return { id, when: `${today}T10:00:00+01:00`, what: `what happened in ${id}`, who: ['Ana'], ...details };
}

/** A mark of evidence, of a moment of this workspace. */
export function markOf(
  exercise: string,
  moment: string,
  details: Partial<Evidence['moment']> = {},
): Evidence {
  const { name } = vscode.workspace;
  return {
    type: 'evidence',
    id: evidenceId(exercise, moment),
    exercise,
    moment: {
      ...momentOf(moment),
      who: ['Ana'],
      ...(name === undefined ? {} : { workspace: name }),
      ...details,
    },
    added: `${today}T11:00:00+01:00`,
  };
}

/** What is picked for the week of `today`, or another one. */
export function focusOf(exercises: string[], details: Partial<Focus> = {}): Focus {
  return { type: 'focus', id: focusId(details.week ?? monday), week: monday, exercises, ...details };
}

/** A row and those below it, as texts: `label | description`. */
export interface Row {
  readonly node: PlanNode;
  readonly item: vscode.TreeItem;
  readonly text: string;
  readonly below: readonly Row[];
}

/** All rows of a tree. */
export async function rowsOf(tree: vscode.TreeDataProvider<PlanNode>, above?: PlanNode): Promise<Row[]> {
  const nodes = (await tree.getChildren(above)) ?? [];
  return Promise.all(
    nodes.map(async node => {
      const item = await tree.getTreeItem(node);
      const text = [item.label, item.description].filter(Boolean).join(' | ');
      return { node, item, text, below: await rowsOf(tree, node) };
    }),
  );
}

/** The row that begins with `text`, wherever it is. */
export function findRow(rows: readonly Row[], text: string): Row | undefined {
  for (const row of rows) {
    const found = row.text.startsWith(text) ? row : findRow(row.below, text);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** The row that begins with `text` in the rows of the steps, not of the week. */
export async function stepRow(tree: vscode.TreeDataProvider<PlanNode>, text: string): Promise<Row> {
  const row = findRow((await rowsOf(tree)).slice(1), text);
  if (!row) {
    throw new Error(`There is no row ${text}`);
  }
  return row;
}
