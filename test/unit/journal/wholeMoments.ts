import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { toLocalIso } from '../../../src/platform/time';
import { type Dimension, dimensions, type Kind, kinds, type Skill, skills } from '../../../src/vocabulary';
import { anyAnchor, anyInstant, anyText } from '../support';

/** What tends to break the structure of a file that it stands in. */
const piece = fc.constantFrom(
  ...['---', '\n---\n', '\r\n', '\r', '\n', '\t', ' ', '  ', '"', "'", "'=", ',', ';', ':', ': ', '#', ' #'],
  ...['=', '+', '-', '- ', '@', '*', '&a', '!!', '|', '>', '[', '{', '%', '`', '\\', '~', 'null', 'true'],
  ...['0x1', '1:1', '1e3', 'Ana', 'and', ' and ', 'ö', '👍', '\u2028', '\ufeff', '\u0000', '\u0085', '＝'],
);
export const trickyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: piece, maxLength: 12 }),
  anyText,
  fc.string({ minLength: 90, maxLength: 200 }),
);
const someText = trickyText.filter(text => text !== '');

const time = anyInstant.map(({ date, offset }) => toLocalIso(date, offset));
const day = anyInstant.map(({ date }) => date.toISOString().slice(0, 10));
const line = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const tag = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_./-]{0,8}$/u);

const ofSchema = new Set(['__proto__', 'constructor', 'prototype']);
/** Keys that a later version may add: valibot leaves three names out of any object. */
const unknown = fc.dictionary(
  fc.oneof(
    fc.constantFrom('mood', 'x-y', 'more', 'lines', 'toString', '0', 'followUp.due'),
    trickyText.filter(key => !ofSchema.has(key)),
  ),
  // As JSON has them, which knows no -0.
  fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
  { maxKeys: 2, noNullPrototype: true },
);

/** `known` with keys that this version doesn't know. */
function withUnknown<T extends object>(known: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.tuple(unknown, known).map(([more, value]) => ({ ...more, ...value }));
}

/** Any moment with any of the fields that there are, of this version and of later ones. */
export const anyWholeMoment: fc.Arbitrary<Moment> = withUnknown(
  fc.record(
    {
      id: someText,
      when: time,
      what: someText,
      who: fc.array(someText, { maxLength: 3 }),
      kind: fc.constantFrom<Kind[]>(...kinds),
      skill: fc.constantFrom<Skill[]>(...skills),
      dimension: fc.constantFrom<Dimension[]>(...dimensions),
      tags: fc.array(tag, { maxLength: 3 }),
      minutes: fc.integer({ min: 1, max: 10_000 }),
      learned: trickyText,
      followUp: withUnknown(
        fc.record({ due: day, text: trickyText, done: time }, { requiredKeys: [], noNullPrototype: true }),
      ),
      place: withUnknown(
        fc.record(
          {
            file: someText,
            firstLine: line,
            lastLine: line,
            commit: fc.stringMatching(/^[0-9a-f]{7,64}$/),
            permalink: fc.webUrl({ validSchemes: ['https'], withFragments: true, withQueryParameters: true }),
            anchor: withUnknown(anyAnchor),
          },
          { requiredKeys: ['file', 'firstLine', 'lastLine'], noNullPrototype: true },
        ),
      ),
    },
    { requiredKeys: ['id', 'when', 'what', 'who'], noNullPrototype: true },
  ),
).map(moment => moment as Moment);

/** Moments that each have an id of their own. */
export const anyWholeMoments: fc.Arbitrary<Moment[]> = fc.uniqueArray(anyWholeMoment, {
  selector: ({ id }) => id,
  maxLength: 5,
});
