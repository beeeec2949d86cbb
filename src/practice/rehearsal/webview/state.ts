import * as v from 'valibot';
import type { QuestionScreen } from '../protocol';
import { startedAt, TimerSchema } from '../timer';

/** What is going on with the question that is asked, which the page keeps over being hidden. */
export const AnsweringSchema = v.object({
  /** The screen's. */
  key: v.string(),
  isAnswered: v.boolean(),
  timer: TimerSchema,
  note: v.string(),
  /** The id of the story that was told; '' for none. */
  story: v.string(),
});
export type Answering = v.InferOutput<typeof AnsweringSchema>;

/** Where a question begins: anew, where it was left, or at the rating where one was taken back. */
export function beginning(
  { key, given }: Pick<QuestionScreen, 'key' | 'given'>,
  before: Answering | undefined,
  now: number,
): Answering {
  if (before?.key === key) {
    return before;
  }
  return given
    ? {
        key,
        isAnswered: true,
        timer: { elapsed: given.seconds * 1000 },
        note: given.note ?? '',
        story: given.story ?? '',
      }
    : { key, isAnswered: false, timer: startedAt(now), note: '', story: '' };
}
