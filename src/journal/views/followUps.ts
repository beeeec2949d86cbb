import { addDays } from '../days';
import { type FollowUp, type Moment, toLocalIso } from '../moment';

/** A moment whose follow-up is still to be done. */
export type OpenFollowUp = Moment & { readonly followUp: FollowUp };

/** Whether something is still to be done about `moment`. */
export function isOpen(moment: Moment): moment is OpenFollowUp {
  return moment.followUp !== undefined && moment.followUp.done === undefined;
}

/** What is to be done about `moment`, in words; '' or `undefined` where that is plain from the moment. */
export function toDoOf({ followUp }: Moment): string | undefined {
  return followUp?.text?.trim();
}

/** The moments with open follow-ups: the longest overdue first, those without a day last, else in the order given. */
export function openFollowUps(moments: readonly Moment[]): OpenFollowUp[] {
  return moments.filter(isOpen).sort(byDue);
}

/** The open follow-ups that are due on the day `today` or were before, the longest overdue first. */
export function dueFollowUps(moments: readonly Moment[], today: string): OpenFollowUp[] {
  return openFollowUps(moments).filter(({ followUp: { due } }) => due !== undefined && due <= today);
}

/** Sorts by the day that follow-ups are due, those without one last. */
export function byDue(a: Moment, b: Moment): number {
  // Any day is before `~`.
  const [left, right] = [a.followUp?.due ?? '~', b.followUp?.due ?? '~'];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * `moment` with its follow-up due on a later day: that many days after `today`, or on the day given. A moment
 * without a follow-up stays as it is.
 */
export function snooze(moment: Moment, until: number | string, today: string): Moment {
  const due = typeof until === 'number' ? addDays(today, until) : until;
  return moment.followUp ? { ...moment, followUp: { ...moment.followUp, due } } : moment;
}

/** `moment` with its follow-up done at `now`. A moment without a follow-up stays as it is. */
export function done(moment: Moment, now: Date): Moment {
  return moment.followUp ? { ...moment, followUp: { ...moment.followUp, done: toLocalIso(now) } } : moment;
}

/** `moment` with its follow-up open again. A moment without a follow-up stays as it is. */
export function undone(moment: Moment): Moment {
  if (!moment.followUp) {
    return moment;
  }
  const { done: _done, ...followUp } = moment.followUp;
  return { ...moment, followUp };
}
