import { type Card, createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import type { Rehearsal } from '../entry';

/** How an answer went, as FSRS counts it. */
export const grades = [1, 2, 3, 4] as const satisfies readonly Grade[];
export type RehearsalGrade = (typeof grades)[number];

/** When a question was rehearsed and when it comes again; days as `2026-03-01`. */
export interface Scheduled {
  readonly times: number;
  readonly last: Rehearsal;
  readonly lastDay: string;
  readonly dueDay: string;
}

/**
 * FSRS in whole days: an interview isn't learned within an hour, so its steps of minutes are off, and chance
 * (fuzz) is off so that one history gives one schedule. Nothing stays away for much more than half a year.
 * Source: ts-fsrs 5, FSRS-6 with its default weights, which aim at 90 % recall.
 */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 183 });

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The day on which it was rehearsed, for who rehearsed it. */
export function rehearsalDay({ rehearsed }: Pick<Rehearsal, 'rehearsed'>): string {
  return rehearsed.slice(0, 10);
}

/** The earlier first, by the instant. */
export function inOrder(rehearsals: readonly Rehearsal[]): Rehearsal[] {
  return [...rehearsals].sort((a, b) => Date.parse(a.rehearsed) - Date.parse(b.rehearsed));
}

function rehearseOn(card: Card, day: string, grade: RehearsalGrade): Card {
  const last = card.last_review && dayOf(card.last_review);
  // Where the clock was set back, or a time zone was left, no time has passed; FSRS refuses less than none.
  return scheduler.next(card, dateOf(last !== undefined && last > day ? last : day), grade).card;
}

/** The card of one question after all its rehearsals, from the earliest on. */
function replay(rehearsals: readonly Rehearsal[]): Card | undefined {
  const [first] = rehearsals;
  return (
    first &&
    rehearsals.reduce<Card>(
      (card, one) => rehearseOn(card, rehearsalDay(one), one.rating as RehearsalGrade),
      createEmptyCard<Card>(dateOf(rehearsalDay(first))),
    )
  );
}

/** What is scheduled, by question. It is worked out from what was rehearsed: nothing else is kept that could disagree. */
export function scheduleOf(rehearsals: readonly Rehearsal[]): Map<string, Scheduled> {
  const byQuestion = new Map<string, Rehearsal[]>();
  for (const one of inOrder(rehearsals)) {
    byQuestion.set(one.question, [...(byQuestion.get(one.question) ?? []), one]);
  }
  const schedule = new Map<string, Scheduled>();
  for (const [question, all] of byQuestion) {
    const card = replay(all);
    const last = all.at(-1);
    if (card && last) {
      schedule.set(question, {
        times: all.length,
        last,
        lastDay: rehearsalDay(last),
        dueDay: dayOf(card.due),
      });
    }
  }
  return schedule;
}

/** The day on which a question with these rehearsals would come again, by how it goes on `today`. */
export function nextDays(rehearsals: readonly Rehearsal[], today: string): Record<RehearsalGrade, string> {
  const card: Card = replay(inOrder(rehearsals)) ?? createEmptyCard(dateOf(today));
  const next = (grade: RehearsalGrade) => dayOf(rehearseOn(card, today, grade).due);
  return { 1: next(1), 2: next(2), 3: next(3), 4: next(4) };
}
