import fc from 'fast-check';
import { momentKind } from '../../../src/journal/keeping/forget';
import type { Moment } from '../../../src/journal/moment';
import { AnchorSchema } from '../../../src/platform/anchors/anchor';
import { type ForgottenSegment, forgetInSegmentText } from '../../../src/platform/forgetting/forgetSegment';
import type { ForgetHow, ForgetOptions } from '../../../src/platform/forgetting/forgetting';
import { type ForgetStep, planForget } from '../../../src/platform/forgetting/plan';
import { kinds, skills } from '../../../src/vocabulary';
import { anyAnchor, anyMoment, anyText } from '../support';

/** What forgetting somebody does to moments. */
export function planForMoments(
  moments: readonly Moment[],
  name: string,
  how: ForgetHow,
  options: ForgetOptions = {},
): ForgetStep<Moment>[] {
  return planForget(momentKind.shape, moments, { name, how, options });
}

/** A segment of moments without somebody. */
export function forgetInMoments(
  text: string,
  name: string,
  how: ForgetHow,
  options: ForgetOptions = {},
): ForgottenSegment {
  return forgetInSegmentText(momentKind, text, { name, how, options });
}

const anyWord = fc.oneof(
  fc.constantFrom('Ana', 'Jo', 'José', 'Jose\u0301', 'Müller', 'Ruiz', 'İpek', 'ΟΔΟΣ', 'Ῥόδος', '李', 'Weiß'),
  fc.stringMatching(/^\p{L}{1,6}$/u),
);

/** Names of one to three words, or with signs between them. */
export const anyPersonName: fc.Arbitrary<string> = fc
  .tuple(fc.array(anyWord, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', '-', '  ', '. ', "'"))
  .map(([words, gap]) => words.join(gap));

/** Ways to forget that suit any name of the above: no word of it has a digit. */
export const anyHow: fc.Arbitrary<ForgetHow> = fc.constantFrom<ForgetHow[]>(
  'remove',
  { pseudonym: 'P1' },
  { pseudonym: '12 & 34' },
  { pseudonym: '***' },
);

/** Texts in which `name` stands in many ways, and others. */
export function anyTextWith(name: string): fc.Arbitrary<string> {
  const spellings = [name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD'), `@${name}`];
  const pieces = fc.oneof(
    fc.constantFrom(...spellings, `${name}’s`, `${name}x`, ...name.split(/\s/)),
    fc.constantFrom(' ', '\n', '"', '\\', ', ', '-', '_', "' ", '\u0301', 'and', '👍'),
    anyText,
  );
  return fc.array(pieces, { minLength: 1, maxLength: 8 }).map(list => list.join('') || 'x');
}

/** Any moment, with `name` in any of its texts. */
function anyForgettable(name: string): fc.Arbitrary<Moment> {
  const text = anyTextWith(name);
  const tag = text.map(
    one => one.replace(/[^\p{L}\p{N}_./-]/gu, '').replace(/^[^\p{L}\p{N}]+/u, '') || 'tag',
  );
  const more = fc.record(
    {
      what: text,
      who: fc.array(text, { maxLength: 3 }),
      learned: text,
      tags: fc.array(tag, { maxLength: 3 }),
      followUp: fc.record({ text, by: fc.array(text, { maxLength: 2 }) }, { noNullPrototype: true }),
      place: fc.record(
        {
          file: text,
          firstLine: fc.constant(1),
          lastLine: fc.constant(2),
          permalink: text.map(one => `https://example.org/${one.replace(/\p{Cs}/gu, '')}`),
          anchor: fc.tuple(anyAnchor, text).map(([anchor, line]) => ({ ...anchor, before: [line] })),
        },
        { requiredKeys: ['file', 'firstLine', 'lastLine'], noNullPrototype: true },
      ),
      mood: fc.oneof(text, fc.array(text), fc.dictionary(text, text, { noNullPrototype: true })),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.tuple(anyMoment, more).map(([moment, details]) => ({ ...moment, ...details }) as Moment);
}

/** A name, and moments that mention it. */
export const anyNamedMoments: fc.Arbitrary<{ name: string; moments: Moment[] }> = anyPersonName.chain(name =>
  fc.record({ name: fc.constant(name), moments: fc.array(anyForgettable(name), { maxLength: 4 }) }),
);

/** Keys and values of the format: they stay, even where somebody is called so. */
const formatWords = new Set([
  ...['id', 'when', 'what', 'who', 'kind', 'skill', 'learned', 'tags', 'followUp', 'text', 'place', 'file'],
  ...['firstLine', 'lastLine', 'commit', 'permalink', ...kinds, ...skills],
  ...['anchor', ...Object.keys(AnchorSchema.entries)],
]);

/** The texts of `moment` but its id, keys included, in which `name` stands as a whole word, whatever its case. */
export function namesLeft(moment: Moment | undefined, name: string): string[] {
  return namesIn({ ...moment, id: '' }, name).filter(text => !formatWords.has(text));
}

/** All texts in `value`, keys included, in which `name` stands as a whole word, whatever its case. */
export function namesIn(value: unknown, name: string): string[] {
  const escaped = name.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const asWord = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${escaped}(?![\\p{L}\\p{N}\\p{M}])`, 'iu');
  return textsIn(value).filter(text => asWord.test(text.normalize('NFC')));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [
        ...(Array.isArray(value) ? [] : [key]),
        ...textsIn(item),
      ])
    : [];
}
