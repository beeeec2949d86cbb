import { dimensions } from '../../vocabulary';
import type { Question } from '../content/question';
import type { Scheduled } from './schedule';

/** What questions to rehearse are chosen by. */
export interface Choosing {
  readonly questions: readonly Question[];
  readonly schedule: ReadonlyMap<string, Scheduled>;
  /** Ids of questions that a story answers. */
  readonly withStory: ReadonlySet<string>;
  /** As `2026-03-01`. */
  readonly today: string;
}

/** So many due questions are asked at a time, and so many new ones where none is due. */
const mostDue = 8;
const mostNew = 3;

/** So many questions has a mock interview. */
export const mockLength = 5;

/** Questions that are due on that day, those that have waited longest first. */
export function dueQuestions({ questions, schedule, today }: Omit<Choosing, 'withStory'>): Question[] {
  return questions
    .filter(question => schedule.has(question.id) && dueDayOf(schedule, question) <= today)
    .sort(byDueDay(schedule));
}

/**
 * What to rehearse next: due questions; where none is, new ones: first those that a story waits for, then from
 * the dimension that was rehearsed least; where there are no new ones either, the one that is due soonest.
 */
export function nextQuestions(choosing: Choosing): Question[] {
  const due = dueQuestions(choosing).slice(0, mostDue);
  if (due.length > 0) {
    return due;
  }
  const { questions, schedule } = choosing;
  const fresh = newQuestions(choosing).slice(0, mostNew);
  if (fresh.length > 0) {
    return fresh;
  }
  return [...questions].sort(byDueDay(schedule)).slice(0, 1);
}

/** '' for a new question, which lies before every day. */
const dueDayOf = (schedule: Choosing['schedule'], { id }: Question) => schedule.get(id)?.dueDay ?? '';

const byDueDay = (schedule: Choosing['schedule']) => (a: Question, b: Question) =>
  dueDayOf(schedule, a).localeCompare(dueDayOf(schedule, b));

/** Those never rehearsed, in the order in which they are best begun with; dimensions take turns. */
function newQuestions({ questions, schedule, withStory }: Choosing): Question[] {
  const rehearsed = new Map<string, number>();
  for (const { id, dimension } of questions) {
    rehearsed.set(dimension, (rehearsed.get(dimension) ?? 0) + (schedule.has(id) ? 1 : 0));
  }
  const left = questions.filter(({ id }) => !schedule.has(id));
  const order: Question[] = left.filter(({ id }) => withStory.has(id));
  const others = left.filter(({ id }) => !withStory.has(id));
  while (others.length > 0) {
    const count = ({ dimension }: Question) => rehearsed.get(dimension) ?? 0;
    const fewest = Math.min(...others.map(count));
    const index = others.findIndex(question => count(question) === fewest);
    const [next] = others.splice(index, 1);
    if (next) {
      order.push(next);
      rehearsed.set(next.dimension, count(next) + 1);
    }
  }
  return order;
}

/**
 * The questions of a mock interview: one of each dimension, in a new order each time. Within a dimension a due
 * or new one is more likely than one that isn't due yet, which comes only where there is no other.
 * @param random Gives numbers from 0 up to 1, as `Math.random` does.
 * @param without Questions that aren't wanted.
 */
export function mockQuestions(
  choosing: Choosing,
  random: () => number,
  without: ReadonlySet<string> = new Set(),
): Question[] {
  const chosen = dimensions.flatMap(dimension => {
    const all = choosing.questions.filter(one => one.dimension === dimension && !without.has(one.id));
    const ready = all.filter(one => dueDayOf(choosing.schedule, one) <= choosing.today);
    const from = ready.length > 0 ? ready : all;
    const one = from[Math.floor(random() * from.length)];
    return one ? [one] : [];
  });
  return shuffled(chosen, random).slice(0, mockLength);
}

/** A new order, each as likely (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [result[last] as T, result[other] as T];
    result[last] = b;
    result[other] = a;
  }
  return result;
}
