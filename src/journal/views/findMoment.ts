import * as vscode from 'vscode';
import { dayOf } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { formatProblem } from '../../platform/errors';
import { formatShortDay } from '../../platform/formatDay';
import { formatNumber } from '../../platform/formatNumber';
import { plainLabel } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import type { Moment } from '../moment';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { fieldLabels, momentWords } from '../words';
import { allJournals, type JournalElsewhere } from './allJournals';
import { createFinder, type Found } from './find';

/** So many rows are listed: who doesn't see it among them types another word. */
const mostRows = 100;

/** A row: a moment, and the journal that it is in where that isn't this workspace's. */
export interface FoundRow extends vscode.QuickPickItem {
  readonly moment: Moment;
  readonly elsewhere: JournalElsewhere | undefined;
}

/** The row that stands where nothing was found: it looks in all journals, as the button does. */
interface ElsewhereRow extends vscode.QuickPickItem {
  readonly moment: undefined;
}

/** What may be done with what was found. */
export interface FindActions {
  open(moment: Moment): Promise<void>;
  openElsewhere(moment: Moment, journal: JournalElsewhere): Promise<void>;
}

/** Lists `query`'s moments as they are found. */
export function rowsOf(
  found: readonly Found[],
  origins: ReadonlyMap<Moment, JournalElsewhere> = new Map(),
): FoundRow[] {
  const { kinds } = momentWords();
  return found.slice(0, mostRows).map(one => {
    const { moment } = one;
    const elsewhere = origins.get(moment);
    const headline = headlineOf(moment);
    const excerpt = one.excerpt();
    const about = [
      elsewhere?.name,
      formatShortDay(dayOf(moment)),
      moment.who.join(', '),
      moment.kind && kinds[moment.kind],
      ...(moment.tags ?? []).map(tag => `#${tag}`),
    ];
    return {
      moment,
      elsewhere,
      label: plainLabel(headline),
      description: plainLabel(about.filter(Boolean).join(' · ')),
      // What was found further down: the label doesn't show it.
      ...(excerpt.ranges.length > 0 && !headline.startsWith(excerpt.text.replace(/ …$/, ''))
        ? { detail: plainLabel(excerpt.text) }
        : {}),
      alwaysShow: true,
    };
  });
}

/** `Belay: Find Moment…`: a list that is searched anew with each key. A button adds the journals of all workspaces. */
export class FindMoment implements Disposable {
  readonly #store = new DisposableStore();
  readonly #pick = this.#store.add(vscode.window.createQuickPick<FoundRow | ElsewhereRow>());
  readonly #all: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('globe'),
    tooltip: vscode.l10n.t('Find in the journals of all workspaces'),
  };
  readonly #lookElsewhere: ElsewhereRow = {
    label: vscode.l10n.t('Find in the journals of all workspaces'),
    description: vscode.l10n.t('nothing in this one'),
    moment: undefined,
    alwaysShow: true,
  };
  readonly #signal = { aborted: false };
  #elsewhere: readonly JournalElsewhere[] | undefined;
  #list: readonly Moment[] = [];
  #origins = new Map<Moment, JournalElsewhere>();

  private constructor(
    private readonly session: JournalSession,
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    actions: FindActions,
  ) {
    const pick = this.#pick;
    // VS Code's own order goes by labels. Proposed API, which every version takes and none must have.
    Object.assign(pick, { sortByLabel: false });
    pick.matchOnDescription = false;
    pick.placeholder = vscode.l10n.t('Words, "a phrase", @person, #tag, kind:pairing, due:2026-03');
    pick.buttons = [this.#all];
    pick.onDidChangeValue(() => this.#search());
    pick.onDidTriggerButton(() => {
      this.#addAll().catch(error => reporter.report(error));
    });
    pick.onDidAccept(() => {
      const [row] = pick.activeItems;
      if (row && !row.moment) {
        this.#addAll().catch(error => reporter.report(error));
        return;
      }
      pick.hide();
      if (row) {
        const { moment, elsewhere } = row;
        const opened = elsewhere ? actions.openElsewhere(moment, elsewhere) : actions.open(moment);
        opened.catch(error => reporter.report(error));
      }
    });
    pick.onDidHide(() => this.dispose());
    this.#store.add(session.onDidChange(() => this.#gather()));
  }

  static show(
    session: JournalSession,
    context: vscode.ExtensionContext,
    reporter: Reporter,
    actions: FindActions,
  ): FindMoment {
    const find = new FindMoment(session, context, reporter, actions);
    find.#gather();
    find.#pick.show();
    return find;
  }

  /** Takes together what is searched, and searches it. */
  #gather(): void {
    const elsewhere = this.#elsewhere ?? [];
    this.#origins = new Map(
      elsewhere.flatMap(journal => journal.moments.map(moment => [moment, journal] as const)),
    );
    this.#list =
      this.#origins.size === 0
        ? this.session.moments
        : [...this.session.moments, ...this.#origins.keys()]
            .map(moment => ({ moment, ms: Date.parse(moment.when) }))
            .sort((a, b) => b.ms - a.ms)
            .map(({ moment }) => moment);
    this.#search();
  }

  #search(): void {
    const found = createFinder(this.#list, fieldLabels()).find(this.#pick.value);
    this.#pick.items =
      found.length === 0 && !this.#elsewhere ? [this.#lookElsewhere] : rowsOf(found, this.#origins);
    const count =
      found.length > mostRows
        ? vscode.l10n.t(
            '{0} of {1}, the first {2} are listed',
            formatNumber(found.length),
            formatNumber(this.#list.length),
            formatNumber(mostRows),
          )
        : vscode.l10n.t('{0} of {1}', formatNumber(found.length), formatNumber(this.#list.length));
    this.#pick.title = this.#elsewhere
      ? vscode.l10n.t('Find Moment in All Workspaces ({0})', count)
      : vscode.l10n.t('Find Moment ({0})', count);
  }

  /** Reads the other journals, or leaves them out again. Escape closes the list and ends the reading. */
  async #addAll(): Promise<void> {
    if (this.#pick.busy) {
      return;
    }
    if (this.#elsewhere) {
      this.#elsewhere = undefined;
      this.#gather();
      return;
    }
    this.#pick.busy = true;
    try {
      const journals = await allJournals(
        this.context,
        {
          signal: this.#signal,
          progress: (done, of) => {
            this.#pick.title = vscode.l10n.t('Reading the journals of all workspaces: {0} of {1}', done, of);
          },
        },
        this.session,
      );
      if (!this.#signal.aborted) {
        this.#elsewhere = journals;
        this.#gather();
        this.#tellProblems(journals);
      }
    } finally {
      this.#pick.busy = false;
    }
  }

  #tellProblems(journals: readonly JournalElsewhere[]): void {
    const problems = journals.flatMap(journal => journal.problems);
    for (const problem of problems) {
      this.reporter.log.warn(`Journal of another workspace: ${formatProblem(problem)}`);
    }
    if (problems.length > 0) {
      this.#pick.title = vscode.l10n.t(
        '{0} lines in other workspaces can’t be read: Belay’s log names them',
        problems.length,
      );
    }
  }

  dispose(): void {
    this.#signal.aborted = true;
    this.#store.dispose();
  }
}
