import { completeStep } from '../../platform/walkthrough';
import { moveJournal } from '../folder/moveJournal';
import type { JournalSession } from '../session';

/** Lets the user move the journal; in a folder of theirs it goes with them, as a step of the walkthrough wants. */
export async function carryJournal(session: JournalSession): Promise<void> {
  if ((await moveJournal(session)) && session.location.ownFolder) {
    await completeStep('carried');
  }
}
