import * as v from 'valibot';
import { type Question, QuestionSchema } from '../../../src/practice/content/question';
import type { PracticeDocument } from '../../../src/practice/entry';
import type { PracticeMoment } from '../../../src/practice/moment';

/** A moment of that day whose other details don't matter to the test. */
export function momentOn(day: string, what: string, details: Partial<PracticeMoment> = {}): PracticeMoment {
  return { id: what, when: `${day}T10:00:00+01:00`, what, who: [], ...details };
}

/** A question whose other details don't matter to the test. */
export function aQuestion(id: string, details: Partial<v.InferInput<typeof QuestionSchema>> = {}): Question {
  const sketch = { answer: `an answer to ${id}`, why: `why ${id}` };
  return v.parse(QuestionSchema, {
    id,
    ask: `What about ${id}?`,
    kind: 'behavioural',
    assesses: ['This', 'That'],
    strong: sketch,
    weak: sketch,
    'follow-ups': ['And then?', 'Why?'],
    fits: { kinds: ['pairing'] },
    dimension: 'execution',
    ...details,
  });
}

/** A story of that id and text. */
export function aStory(id: string, text: string, details: Partial<PracticeDocument> = {}): PracticeDocument {
  return {
    type: 'document',
    id,
    kind: 'story',
    title: `The ${id}`,
    text,
    created: '2026-03-01T10:00:00+01:00',
    ...details,
  };
}
