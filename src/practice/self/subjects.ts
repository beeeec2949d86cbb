import { type Levels, type Subject, type SubjectId, subjectIds, subjectOf } from '../content/levels';
import type { Rating } from '../entry';

/** What one rates oneself on, and how one has. */
export interface SubjectState {
  readonly id: SubjectId;
  readonly subject: Subject;
  /** All ratings, the latest first. */
  readonly ratings: readonly Rating[];
  /** The one that counts. */
  readonly current: Rating | undefined;
}

/** The nine subjects, the skills first, with how the user has rated themselves until `now`. */
export function subjectStates(levels: Levels, ratings: readonly Rating[], now: Date): SubjectState[] {
  const bySubject = new Map(levels.subjects.map(subject => [subjectOf(subject), subject]));
  return subjectIds.flatMap(id => {
    const subject = bySubject.get(id);
    const own = ratings
      .filter(rating => rating.subject === id)
      .toSorted((a, b) => Date.parse(b.rated) - Date.parse(a.rated));
    // One from when the clock was wrong must not stand before what was said since.
    const current = own.find(rating => !isAhead(rating, now)) ?? own[0];
    return subject ? [{ id, subject, ratings: own, current }] : [];
  });
}

/** Whether a rating is from a day that is still to come: the clock was set back since. */
export function isAhead({ rated }: Pick<Rating, 'rated'>, now: Date): boolean {
  return Date.parse(rated) > now.getTime();
}
