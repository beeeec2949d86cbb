import * as v from 'valibot';

/** What is kept with an answer of the interviewer's, for the next one. */
const RehearsalSchema = v.object({
  question: v.string(),
  /** How many answers the candidate has been asked for, from 1. */
  round: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What was said before that answer, the earliest first. */
  said: v.array(v.string()),
});
export type Rehearsal = v.InferOutput<typeof RehearsalSchema>;

/** So many answers are asked for: the first, and one for each follow-up. The last one gets feedback. */
export const rounds = 3;

/** The rehearsal that goes on, by the metadata of the latest answer in a chat; whatever else stands there is none. */
export function rehearsalIn(metadata: unknown): Rehearsal | undefined {
  const parsed = v.safeParse(v.object({ rehearsal: RehearsalSchema }), metadata);
  return parsed.success && parsed.output.rehearsal.round <= rounds ? parsed.output.rehearsal : undefined;
}

/** An interview question, as far as rehearsing needs it. */
export interface RehearsalQuestion {
  readonly id: string;
  readonly ask: string;
  readonly dimension: string;
  readonly assesses: readonly string[];
  readonly 'follow-ups': readonly string[];
}

/** The question that shares the most words with `wish`; with no words in common one by `chance`, from 0 up to 1. */
export function questionFor<Q extends RehearsalQuestion>(
  questions: readonly Q[],
  wish: string,
  chance: number,
): Q | undefined {
  const words = new Set(wish.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const scored = questions.map(question => {
    const own = `${question.dimension} ${question.ask} ${question.assesses.join(' ')}`.toLowerCase();
    return { question, score: [...words].filter(word => own.includes(word)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const candidates = scored.filter(({ score }) => score === best);
  return candidates[Math.floor(chance * candidates.length)]?.question;
}

/** What is asked next where no model asks: the follow-ups one after another; `undefined` once the rehearsal is over. */
export function offlineFollowUp(question: RehearsalQuestion, round: number): string | undefined {
  return round < rounds ? question['follow-ups'][round - 1] : undefined;
}
