import * as v from 'valibot';
import { type Dimension, dimensions, type Kind, kinds, type Skill, skills } from '../../../vocabulary';
import { TagSchema } from '../../moment';

/** What a `#word` says. `#kind:none` says that there is no kind, whatever the sentence begins with. */
export type Label =
  | { readonly field: 'kind'; readonly value: Kind | 'none' }
  | { readonly field: 'skill'; readonly value: Skill }
  | { readonly field: 'dimension'; readonly value: Dimension }
  | { readonly field: 'tags'; readonly value: string };

// English only, as all shorthand is: the ids of kinds, skills and dimensions are what people see in lists
// and exports, and whoever writes in another language has the same few words to learn.
const shortKinds: Readonly<Record<string, Kind>> = {
  pair: 'pairing',
  paired: 'pairing',
  'code-review': 'review',
  reviewing: 'review',
  '1on1': '1:1',
  '1-1': '1:1',
  '1-on-1': '1:1',
  'one-on-one': '1:1',
  sbi: 'feedback',
  delegating: 'delegation',
  unblock: 'unblocking',
  facilitating: 'facilitation',
  praise: 'recognition',
  thanks: 'recognition',
  interview: 'interviewing',
};
const shortSkills: Readonly<Record<string, Skill>> = {
  communication: 'leadership-communication',
  people: 'people-development',
  technical: 'technical-credibility',
  credibility: 'technical-credibility',
};
const shortDimensions: Readonly<Record<string, Dimension>> = {
  conflict: 'conflict-resolution',
  strategy: 'strategic-thinking',
  strategic: 'strategic-thinking',
};

/**
 * What `#word` says (`word` without the `#`); `undefined` where that is only text: a number, as of an issue,
 * or no tag. Case doesn't matter. A word is looked up by its whole name first, among kinds, then skills, then
 * dimensions; then by its short form in the same order; what names none of them is a tag. So `#execution` is
 * the skill and `#leadership` the dimension (the skill is `#communication`). `#kind:`, `#skill:`,
 * `#dimension:` and `#tag:` before the word say which one is meant.
 */
export function readLabel(word: string): Label | undefined {
  const explicit = /^(kind|skill|dimension|tag):(.+)$/isu.exec(word);
  if (explicit) {
    const [, field = '', rest = ''] = explicit;
    return explicitLabel(field.toLowerCase(), rest);
  }
  const id = word.toLowerCase();
  if (/^\d+$/.test(id)) {
    return undefined;
  }
  return (
    named('kind', id, kinds) ??
    named('skill', id, skills) ??
    named('dimension', id, dimensions) ??
    short('kind', id, shortKinds) ??
    short('skill', id, shortSkills) ??
    short('dimension', id, shortDimensions) ??
    tagLabel(word)
  );
}

function explicitLabel(field: string, word: string): Label | undefined {
  const id = word.toLowerCase();
  switch (field) {
    case 'kind':
      return named('kind', id, [...kinds, 'none'] as const) ?? short('kind', id, shortKinds);
    case 'skill':
      return named('skill', id, skills) ?? short('skill', id, shortSkills);
    case 'dimension':
      return named('dimension', id, dimensions) ?? short('dimension', id, shortDimensions);
    default:
      return tagLabel(word);
  }
}

function named<F extends string, T extends string>(field: F, id: string, all: readonly T[]) {
  const value = all.find(one => one === id);
  return value === undefined ? undefined : { field, value };
}

function short<F extends string, T extends string>(field: F, id: string, all: Readonly<Record<string, T>>) {
  const value = Object.hasOwn(all, id) ? all[id] : undefined;
  return value === undefined ? undefined : { field, value };
}

function tagLabel(word: string): Label | undefined {
  // Composed, since an accent of its own isn't a letter and a tag is made of letters.
  const value = word.normalize('NFC');
  return v.is(TagSchema, value) ? { field: 'tags', value } : undefined;
}

/** How a label is written on a line, with its `#`: in full where it would be read as another, or its end as the sentence's. */
export function printLabel({ field, value }: Label): string {
  const read = readLabel(value);
  return read?.field === field && read.value === value && !/[./-]$/.test(value)
    ? `#${value}`
    : `#${field === 'tags' ? 'tag' : field}:${value}`;
}

const beginnings: readonly (readonly [Kind, RegExp])[] = [
  ['pairing', /^pair(?:ed|ing)\b/],
  ['review', /^review(?:ed|ing)\b/],
  ['1:1', /^(?:had )?(?:an? |my |our )?(?:(?:bi-?)?weekly )?(?:1:1|1on1|1-on-1|one-on-one)(?![\w:])/],
  ['unblocking', /^unblock(?:ed|ing)\b/],
  ['delegation', /^delegat(?:ed|ing)\b/],
  ['recognition', /^(?:prais|thank)(?:ed|ing)\b/],
  ['interviewing', /^interview(?:ed|ing)\b/],
  ['facilitation', /^(?:facilitat(?:ed|ing)\b|ran (?:the |a |an |our )?(?:\S+ )?retro(?:spective)?\b)/],
  ['feedback', /^(?:gave|giving) (?:\S+ ){0,3}feedback\b/],
];

/** The kind that the first words of a story suggest, as `paired with Ana …` does. */
export function suggestKind(what: string): Kind | undefined {
  // A beginning is short; all of a long text need not be made lower case.
  const begin = what
    .trimStart()
    .slice(0, 200)
    .toLowerCase()
    .replace(/^(?:i|we) /, '');
  return beginnings.find(([, pattern]) => pattern.test(begin))?.[0];
}
