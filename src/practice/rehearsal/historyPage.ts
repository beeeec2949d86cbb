import type { Question } from '../content/question';
import type { Rehearsal } from '../entry';
import { formatSeconds } from '../formatSeconds';
import { bullets, documentOf, inLine } from '../stories/pageParts';
import { questionFile } from '../stories/storiesPage';
import { inOrder, type RehearsalGrade, rehearsalDay, type Scheduled } from './schedule';
import type { ScreenWords } from './screens';

/** The words of the page, in the user's language. */
export interface HistoryWords extends Pick<ScreenWords, 'grades'> {
  readonly title: string;
  /** What to do where nothing was rehearsed: Markdown. */
  readonly firstMove: string;
  readonly summary: (times: number, questions: number, of: number) => string;
  /** How many are due: Markdown. */
  readonly due: (count: number) => string;
  readonly questions: string;
  readonly question: string;
  readonly last: string;
  readonly next: string;
  readonly dueNow: string;
  readonly byDay: string;
  readonly mock: string;
  readonly story: (title: string) => string;
  readonly earlier: (count: number) => string;
  /** In the place of a question that Belay no longer has. */
  readonly gone: string;
  readonly day: (day: string) => string;
}

/** What the page shows. */
export interface HistoryFacts {
  readonly questions: ReadonlyMap<string, Question>;
  readonly rehearsals: readonly Rehearsal[];
  readonly schedule: ReadonlyMap<string, Scheduled>;
  /** Titles of stories by the ids of their documents. */
  readonly stories: ReadonlyMap<string, string>;
  readonly today: string;
}

/** So many rehearsals are shown day by day, the latest: a page of thousands isn't read. */
const mostShown = 200;

/** What was rehearsed, as Markdown: each question with its last time and its next, then all of it day by day. */
export function historyPage(facts: HistoryFacts, words: HistoryWords): string {
  const { rehearsals, schedule, questions, today } = facts;
  if (rehearsals.length === 0) {
    return documentOf([`# ${inLine(words.title)}`, words.firstMove]);
  }
  const due = [...schedule].filter(([id, { dueDay }]) => questions.has(id) && dueDay <= today).length;
  const latest = inOrder(rehearsals).reverse();
  const shown = latest.slice(0, mostShown);
  return documentOf([
    `# ${inLine(words.title)}`,
    `${inLine(words.summary(rehearsals.length, schedule.size, questions.size))} ${words.due(due)}`,
    `## ${inLine(words.questions)}`,
    scheduleTable(facts, words),
    `## ${inLine(words.byDay)}`,
    ...dayBlocks(shown, facts, words),
    latest.length > shown.length ? inLine(words.earlier(latest.length - shown.length)) : '',
  ]);
}

function scheduleTable({ schedule, questions, today }: HistoryFacts, words: HistoryWords): string {
  const rows = [...schedule]
    .sort(([, a], [, b]) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0))
    .map(([id, { last, lastDay, dueDay }]) => {
      const went = `${words.day(lastDay)}: ${gradeLabel(last, words)}, ${formatSeconds(last.seconds)}`;
      // One that there is no more doesn't come again.
      const next = !questions.has(id) ? '–' : dueDay <= today ? words.dueNow : words.day(dueDay);
      return `| ${questionLink(id, questions, words)} | ${inLine(went)} | ${inLine(next)} |`;
    });
  const head = [words.question, words.last, words.next].map(inLine).join(' | ');
  return [`| ${head} |`, '| --- | --- | --- |', ...rows].join('\n');
}

function dayBlocks(latest: readonly Rehearsal[], facts: HistoryFacts, words: HistoryWords): string[] {
  const byDay = new Map<string, Rehearsal[]>();
  for (const one of latest) {
    const day = rehearsalDay(one);
    byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  return [...byDay].flatMap(([day, all]) => [
    `### ${inLine(words.day(day))}`,
    bullets(all.map(one => rehearsalLine(one, facts, words))),
  ]);
}

function rehearsalLine(
  one: Rehearsal,
  { questions, stories }: Pick<HistoryFacts, 'questions' | 'stories'>,
  words: HistoryWords,
): string {
  const story = one.story === undefined ? undefined : stories.get(one.story);
  const about = [
    one.mock === undefined ? '' : words.mock,
    `${gradeLabel(one, words)}, ${formatSeconds(one.seconds)}`,
    story === undefined ? '' : words.story(story),
  ];
  const text = `${questionLink(one.question, questions, words)} ${inLine(`(${about.filter(Boolean).join(' · ')})`)}`;
  return one.note === undefined ? text : `${text}<br>_${inLine(one.note)}_`;
}

function questionLink(id: string, questions: HistoryFacts['questions'], words: HistoryWords): string {
  const question = questions.get(id);
  return question ? `[${inLine(question.ask)}](${questionFile(id)})` : inLine(`${words.gone} (${id})`);
}

function gradeLabel({ rating }: Rehearsal, words: HistoryWords): string {
  return words.grades[rating as RehearsalGrade].label;
}
