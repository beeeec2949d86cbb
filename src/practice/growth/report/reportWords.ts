import type { VocabularyWords } from '../../../vocabularyWords';

/** The words of a report in the user's language: plain text. */
export interface ReportWords extends VocabularyWords {
  readonly title: string;
  readonly noSkill: string;
  readonly noDimension: string;
  readonly learned: string;
  readonly followUp: string;
  /** Words for anybody, which stand in texts where no name may; several, should one of them be somebody's name. */
  readonly roles: readonly string[];
  /** A day, given as `2026-03-01`. */
  day(day: string): string;
  span(from: string, to: string): string;
  moments(count: number): string;
  people(count: number): string;
  /** How many moments there are, with how many people. */
  total(moments: string, people: string): string;
  kindCount(kind: string, count: number): string;
  followUpsDone(done: number, of: number): string;
  time(minutes: number): string;
  /** With how many people something was, where they aren't named. */
  withPeople(count: number): string;
  /** What a follow-up is, '' where that isn't said, and what became of it. */
  followUpResult(text: string, isDone: boolean): string;
}
