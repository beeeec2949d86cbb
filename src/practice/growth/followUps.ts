import type { PracticeMoment } from '../moment';

/** What became of a follow-up. One without a day can't be late. */
export const followUpStates = ['kept', 'late', 'open', 'overdue'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** What became of a moment's follow-up until the day `today`; `undefined` where it has none. */
export function followUpState(
  { followUp }: Pick<PracticeMoment, 'followUp'>,
  today: string,
): FollowUpState | undefined {
  if (!followUp) {
    return undefined;
  }
  const { due, done } = followUp;
  const until = done?.slice(0, 10) ?? today;
  const isLate = due !== undefined && until > due;
  return done === undefined ? (isLate ? 'overdue' : 'open') : isLate ? 'late' : 'kept';
}
