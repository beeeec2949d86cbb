import { daysBetween } from '../../platform/days';
import type { Dimension } from '../../vocabulary';
import type { Question, QuestionKind, Topic } from '../content/question';
import type { Rehearsal } from '../entry';
import { formatSeconds } from '../formatSeconds';
import type { EndScreen, NoteBlock, QuestionScreen } from './protocol';
import { grades, nextDays, type RehearsalGrade, type Scheduled } from './schedule';
import type { RehearsalSession } from './session';

/** The words of the screens, in the user's language. */
export interface ScreenWords {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly kinds: Readonly<Record<QuestionKind, string>>;
  readonly grades: Readonly<Record<RehearsalGrade, { readonly label: string; readonly detail: string }>>;
  readonly position: (at: number, of: number) => string;
  readonly mockPosition: (at: number, of: number) => string;
  /** How often it was rehearsed, and when last, `2026-03-01`; 0 and nothing for a new one. */
  readonly before: (times: number, last: string | undefined) => string;
  readonly assesses: string;
  readonly strong: string;
  readonly weak: string;
  readonly followUps: string;
  /** When a question comes again, seen from today: `tomorrow`, `in 5 days`. */
  readonly inDays: (days: number) => string;
  /** What was rated, and when that question comes again: `2026-03-01`. */
  readonly kept: (grade: string, day: string) => string;
  readonly endTitle: string;
  readonly mockEndTitle: string;
  /** How many were rehearsed, and when the next is due, `2026-03-01`; none where nothing was ever rehearsed. */
  readonly endText: (count: number, next: string | undefined) => string;
  readonly nothingRehearsed: string;
}

/** A story as the page offers it. */
export interface TellableStory {
  readonly id: string;
  readonly title: string;
  /** Ids of questions that it answers. */
  readonly questions: readonly string[];
}

/** What the screens are made from. */
export interface ScreenFacts {
  readonly session: RehearsalSession;
  /** All rehearsals of all times. */
  readonly rehearsals: readonly Rehearsal[];
  readonly schedule: ReadonlyMap<string, Scheduled>;
  readonly stories: readonly TellableStory[];
  readonly today: string;
}

/** What the page is to show: the question that is asked, or how it went. */
export function screenOf(facts: ScreenFacts, words: ScreenWords): QuestionScreen | EndScreen {
  return facts.session.asked ? questionScreen(facts, facts.session.asked, words) : endScreen(facts, words);
}

function lastSaid({ session: { last }, schedule }: ScreenFacts, words: ScreenWords) {
  const due = last && schedule.get(last.question)?.dueDay;
  return {
    canUndo: last !== undefined,
    ...(last && due !== undefined ? { said: words.kept(gradeLabel(last, words), due) } : {}),
  };
}

function gradeLabel({ rating }: Rehearsal, words: ScreenWords): string {
  return words.grades[rating as RehearsalGrade].label;
}

function questionScreen(
  facts: ScreenFacts,
  { key, question }: NonNullable<RehearsalSession['asked']>,
  words: ScreenWords,
): QuestionScreen {
  const { session, rehearsals, stories, today } = facts;
  const before = rehearsals.filter(one => one.question === question.id);
  const next = nextDays(before, today);
  const { at, of } = session.position;
  const scheduled = facts.schedule.get(question.id);
  const note = scheduled?.last.note;
  // Those made for this question first: any other may serve, too.
  const fits = ({ questions }: TellableStory) => questions.includes(question.id);
  return {
    kind: 'question',
    key,
    ...lastSaid(facts, words),
    position: (session.mock === undefined ? words.position : words.mockPosition)(at, of),
    about: [
      words.dimensions[question.dimension],
      question.topic && words.topics[question.topic],
      words.kinds[question.kind],
      words.before(before.length, scheduled?.lastDay),
    ]
      .filter(Boolean)
      .join(' · '),
    ask: question.ask,
    ...(note === undefined ? {} : { lastNote: note }),
    notes: notesOf(question, session.mock !== undefined, words),
    stories: [...stories.filter(fits), ...stories.filter(story => !fits(story))].map(({ id, title }) => ({
      id,
      title,
    })),
    grades: grades.map(grade => ({
      grade,
      ...words.grades[grade],
      next: words.inDays(daysBetween(today, next[grade])),
    })),
    ...(session.given === undefined ? {} : { given: session.given }),
  };
}

/** What to hold one's answer against. In a mock interview that is what interviewers look for; sketches would end it. */
function notesOf(question: Question, isMock: boolean, words: ScreenWords): NoteBlock[] {
  const { assesses, strong, weak } = question;
  const sketch = (title: string, { answer, why }: Question['strong']) => ({
    title,
    paragraphs: [answer, why],
    items: [],
  });
  return [
    { title: words.assesses, paragraphs: [], items: [...assesses] },
    ...(isMock ? [] : [sketch(words.strong, strong), sketch(words.weak, weak)]),
    { title: words.followUps, paragraphs: [], items: [...question['follow-ups']] },
  ];
}

function endScreen(facts: ScreenFacts, words: ScreenWords): EndScreen {
  const { session, schedule, today } = facts;
  const next = [...schedule.values()]
    .map(({ dueDay }) => dueDay)
    .filter(day => day > today)
    .reduce<string | undefined>(
      (first, day) => (first === undefined || day < first ? day : first),
      undefined,
    );
  return {
    kind: 'end',
    key: 'end',
    ...lastSaid(facts, words),
    title: session.mock === undefined ? words.endTitle : words.mockEndTitle,
    text: session.done.length === 0 ? words.nothingRehearsed : words.endText(session.done.length, next),
    rows: session.done.map(({ question, entry }) => ({
      question: question.id,
      ask: question.ask,
      grade: gradeLabel(entry, words),
      time: formatSeconds(entry.seconds),
      next: words.inDays(daysBetween(today, schedule.get(question.id)?.dueDay ?? today)),
      ...(entry.note === undefined ? {} : { note: entry.note }),
    })),
  };
}
