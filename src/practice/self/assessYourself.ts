import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { toLocalIso } from '../../platform/time';
import { vocabularyWords } from '../../vocabularyWords';
import type { Levels, SubjectId } from '../content/levels';
import type { Rating } from '../entry';
import type { PracticeRoom } from '../room';
import type { PracticeStore } from '../store';
import type { AskingPages } from './asking/askingPages';
import type { Answer, Card } from './asking/protocol';
import { subjectName } from './assessmentPage';
import { levelText } from './assessmentPageWords';
import { type SubjectState, subjectStates } from './subjects';

/** `Belay: Assess Yourself…`: asks about one subject or all nine, and keeps each rating as it is given. */
export async function assessYourself(
  { library, store, reporter }: Pick<PracticeRoom, 'library' | 'store' | 'reporter'>,
  pages: AskingPages,
): Promise<void> {
  const { levels } = library.content;
  // Other windows may have rated meanwhile.
  await store.refresh();
  const subjects = await askSubjects(subjectStates(levels, store.all('rating'), new Date()), levels);
  if (!subjects) {
    return;
  }
  const ratings = new NewRatings(store);
  await pages.show('assess', {
    title: vscode.l10n.t('Assess Yourself'),
    cards: subjects.map((state, index) =>
      subjectCard(state, levels, { number: index + 1, of: subjects.length }),
    ),
    finish: vscode.l10n.t('Finish'),
    keep: (id, answer) => ratings.keep(id as SubjectId, answer),
    ended: async () => {
      if (ratings.ids.length > 0) {
        confirm(store, ratings.ids).catch(error => reporter.report(error));
      }
    },
  });
}

type SubjectItem = vscode.QuickPickItem & { readonly subjects: readonly SubjectState[] };

/** Asks which subjects to rate: all of them, or one. */
async function askSubjects(
  states: readonly SubjectState[],
  levels: Levels,
): Promise<readonly SubjectState[] | undefined> {
  const words = vocabularyWords();
  const item = (state: SubjectState): SubjectItem => ({
    label: subjectName(state.subject, words),
    // A skill and a dimension have the same name, and no heading is left where the list is filtered.
    description: [
      partOf(state),
      state.current ? lastRating(state.current, levels) : vscode.l10n.t('not rated yet'),
    ].join(' · '),
    subjects: [state],
  });
  const heading = (label: string) => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    subjects: [],
  });
  const items: SubjectItem[] = [
    {
      label: vscode.l10n.t('All nine'),
      description: vscode.l10n.t('one after the other; each can be skipped'),
      subjects: states,
    },
    heading(vscode.l10n.t('Skills')),
    ...states.filter(({ subject }) => 'skill' in subject).map(item),
    heading(vscode.l10n.t('Dimensions')),
    ...states.filter(({ subject }) => 'dimension' in subject).map(item),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Assess Yourself'),
    placeHolder: vscode.l10n.t('What do you want to look at today?'),
  });
  return chosen?.subjects;
}

function partOf({ subject }: Pick<SubjectState, 'subject'>): string {
  return 'skill' in subject ? vscode.l10n.t('Skill') : vscode.l10n.t('Dimension');
}

function lastRating({ level, rated }: Rating, levels: Levels): string {
  return `${levelText(level, levels.levels[level - 1]?.name ?? '')}, ${formatShortDay(rated.slice(0, 10))}`;
}

/** A subject as a card: its question, and what one does on each level. */
function subjectCard(
  { id, subject, current }: SubjectState,
  { levels }: Levels,
  { number, of }: { readonly number: number; readonly of: number },
): Card {
  const part = partOf({ subject });
  return {
    id,
    about: of > 1 ? vscode.l10n.t('{0} · {1} of {2}', part, number, of) : part,
    title: subjectName(subject, vocabularyWords()),
    ask: subject.asks,
    choices: subject.behaviours.map((behaviour, index) => ({
      id: String(index + 1),
      say: levels[index]?.name ?? '',
      detail: behaviour,
      ...(current?.level === index + 1
        ? { note: vscode.l10n.t('your last rating, {0}', formatShortDay(current.rated.slice(0, 10))) }
        : {}),
    })),
    write: vscode.l10n.t('Why? For example, what happened (may stay empty)'),
  };
}

/** The ratings of one round, one a subject: an answer that changes replaces its rating, one that is cleared takes it back. */
class NewRatings {
  readonly #ids = new Map<SubjectId, string>();

  constructor(private readonly store: PracticeStore) {}

  get ids(): readonly string[] {
    return [...this.#ids.values()];
  }

  async keep(subject: SubjectId, { choice, words = '' }: Answer): Promise<void> {
    const known = this.#ids.get(subject);
    if (choice === undefined) {
      if (known !== undefined) {
        await this.store.delete(known);
        this.#ids.delete(subject);
      }
      return;
    }
    const id = known ?? crypto.randomUUID();
    const why = words.trim();
    await this.store.put({
      type: 'rating',
      id,
      subject,
      level: Number(choice),
      ...(why === '' ? {} : { why }),
      rated: toLocalIso(new Date()),
    });
    this.#ids.set(subject, id);
  }
}

async function confirm(store: PracticeStore, ids: readonly string[]): Promise<void> {
  const show = vscode.l10n.t('Show My Assessment');
  const undo = vscode.l10n.t('Undo');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('What you rated is kept.'),
    show,
    undo,
  );
  if (chosen === show) {
    await vscode.commands.executeCommand('belay.showAssessment');
  } else if (chosen === undo) {
    await store.delete(...ids);
  }
}
