import { addDays } from '../../platform/days';
import type { Subject } from '../content/levels';
import type { PracticeMoment } from '../moment';

/** How far back moments are evidence for how somebody rates themselves today, in days. */
export const evidenceDays = 90;

/** The moments of the last days up to `today`, in their order. Those of days to come aren't: the clock was set back. */
export function recentMoments(moments: readonly PracticeMoment[], today: string): PracticeMoment[] {
  const first = addDays(today, 1 - evidenceDays);
  return moments.filter(({ when }) => {
    const day = when.slice(0, 10);
    return day >= first && day <= today;
  });
}

/**
 * Which of `moments` may show how well somebody does in a subject, in their order: those that name it, and those
 * of its kinds that name nothing else in its place.
 */
export function evidenceFor(subject: Subject, moments: readonly PracticeMoment[]): PracticeMoment[] {
  const { kinds } = subject.evidence;
  return moments.filter(({ kind, skill, dimension }) => {
    const [named, own] = 'skill' in subject ? [skill, subject.skill] : [dimension, subject.dimension];
    return named === undefined ? kind !== undefined && kinds.includes(kind) : named === own;
  });
}
