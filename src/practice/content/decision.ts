import * as v from 'valibot';
import { IdSchema, line, listOf, oneOf } from '../../platform/fields';

/** Where an answer leans: to managing people, to the craft, or nowhere. */
export const leanings = ['management', 'craft', 'open'] as const;
export type Leaning = (typeof leanings)[number];

/** `Is management for me?`: situations to answer honestly, questions for one's own words, and the tracks there are. */
export const DecisionSchema = v.strictObject({
  situations: v.array(
    v.strictObject({
      id: IdSchema,
      /** A reason for or against, as the guide has it. */
      about: line(40, 'what it is about'),
      situation: line(800, 'the situation'),
      ask: line(90, 'the question'),
      answers: listOf(
        v.strictObject({
          say: line(120, 'the answer'),
          /** What it puts into the reflection. */
          reflects: line(200, 'a sentence'),
          towards: oneOf(leanings),
        }),
        3,
        4,
      ),
    }),
  ),
  'own-words': listOf(line(140, 'a question'), 1, 5),
  tracks: listOf(
    v.strictObject({
      name: line(40, 'a name'),
      fits: line(600, 'whom it fits'),
      try: line(200, 'a way to try it'),
    }),
    2,
    5,
  ),
});
export type Decision = v.InferOutput<typeof DecisionSchema>;
