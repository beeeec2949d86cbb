import type { MomentWords } from '../momentText';

/** The words of a person's page in the user's language: plain text, which the page escapes. */
export interface PersonWords extends Pick<MomentWords, 'kinds' | 'skills'> {
  /** A day, given as `2026-03-01`. */
  readonly day: (day: string) => string;
  /** Says that there is no moment with that person. */
  readonly nothing: string;
  /** When the last moment was; `daysAgo` is below 0 where it lies ahead. */
  readonly lastTime: (day: string, daysAgo: number) => string;
  /** How many moments there are, and how many of one kind. */
  readonly moments: (count: number) => string;
  readonly kindCount: (kind: string, count: number) => string;
  /** What stands for the kind of moments that have none. */
  readonly noKind: string;
  /** The agenda's heading, and from when on it counts: the day of the last 1:1, if there was one. */
  readonly agenda: string;
  readonly since: (day: string | undefined) => string;
  readonly followUps: string;
  readonly noFollowUps: string;
  /** When a follow-up is due; `days` from today, below 0 where it is overdue. */
  readonly due: (day: string, days: number) => string;
  readonly recognition: string;
  readonly noRecognition: string;
  readonly work: string;
  readonly noWork: string;
  /** Stands below what they worked on where there is more of it. */
  readonly more: (count: number) => string;
  readonly question: string;
  /** Questions to open with: each 1:1 gets the next. */
  readonly questions: readonly string[];
  /** What the user learned: the heading, and the field of a moment. */
  readonly learned: string;
  /** A moment's follow-up, and one that is done. */
  readonly followUp: string;
  readonly followUpDone: string;
  readonly allMoments: string;
}
