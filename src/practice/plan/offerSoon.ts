import { messageOf } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import type { EvidenceOffer } from '../index';
import type { PracticeMoment } from '../moment';
import type { PracticeRoom } from '../room';
import { wantsOffers } from './offers';

/** The message that a moment was logged waits for an offer no longer than this. */
const patienceMs = 1000;

/** The practice room, and whether somebody has opened it. */
export interface Door {
  enter(): Promise<PracticeRoom>;
  isOpen(): boolean;
}

/** What to offer for a moment that was just logged, if that is known soon. */
export async function offerSoon(
  moment: PracticeMoment,
  { enter, isOpen }: Door,
  { log }: Reporter,
  patience = patienceMs,
): Promise<EvidenceOffer | undefined> {
  // With the room open, the user may have asked to log for an exercise.
  if (!wantsOffers() && !isOpen()) {
    return undefined;
  }
  let isLate = false;
  const offer = enter().then(
    room => (isLate ? undefined : room.plan.offers.offer(moment)),
    error => {
      log.warn(`Practice: nothing is offered for a moment: ${messageOf(error)}`);
      return undefined;
    },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, patience, undefined);
  }).then(() => {
    isLate = true;
    return undefined;
  });
  try {
    return await Promise.race([offer, late]);
  } finally {
    clearTimeout(timer);
  }
}
