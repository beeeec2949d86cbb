import type { Moment } from '../moment';
import { type OpenFollowUp, openFollowUps } from './followUps';

/** What a 1:1 with somebody may be about. */
export interface Agenda {
  /** The latest 1:1 with them; all else but follow-ups is what happened since. */
  readonly lastOneOnOne: Moment | undefined;
  /** The longest overdue first. */
  readonly followUps: readonly OpenFollowUp[];
  /** Moments that tell of something done well, the latest first. */
  readonly recognition: readonly Moment[];
  /** All other moments, the latest first. */
  readonly work: readonly Moment[];
  /** How many 1:1s there were: for asking another question each time. */
  readonly oneOnOnes: number;
}

/** Tags that tell of something done well. */
const recognitionTags = new Set(['recognition', 'praise', 'kudos', 'thanks', 'win']);

/** The agenda of the next 1:1 with somebody, made of the moments with them, the latest first. */
export function agendaOf(moments: readonly Moment[]): Agenda {
  const oneOnOnes = moments.filter(({ kind }) => kind === '1:1');
  const [lastOneOnOne] = oneOnOnes;
  const since = moments.slice(0, lastOneOnOne ? moments.indexOf(lastOneOnOne) : moments.length);
  return {
    lastOneOnOne,
    followUps: openFollowUps(moments),
    recognition: since.filter(isRecognition),
    work: since.filter(moment => !isRecognition(moment)),
    oneOnOnes: oneOnOnes.length,
  };
}

function isRecognition({ kind, tags }: Moment): boolean {
  return kind === 'recognition' || (tags ?? []).some(tag => recognitionTags.has(tag.toLowerCase()));
}
