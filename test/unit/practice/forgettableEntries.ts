import fc from 'fast-check';
import { documentKinds, evidenceId, type KeptMoment, type PracticeEntry } from '../../../src/practice/entry';
import { anyPersonName, anyTextWith, namesIn } from '../journal/forgettable';

const when = '2026-03-01T10:00:00+01:00';
/** Few, so that entries have older versions. No name has a digit. */
const anyId = fc.constantFrom('1', '2');

/** What is the same in every record: some of its keys may be left out. */
function record<T extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<T> {
  return fc
    .tuple(
      fc.record(required, { noNullPrototype: true }),
      fc.record(optional, { requiredKeys: [], noNullPrototype: true }),
    )
    .map(([some, more]) => ({ ...some, ...more }) as T);
}

function anyKept(text: fc.Arbitrary<string>): fc.Arbitrary<KeptMoment> {
  return record(
    { id: anyId, when: fc.constant(when), what: text, who: fc.array(text, { maxLength: 3 }) },
    { workspace: text, mood: fc.dictionary(text, text, { noNullPrototype: true }) },
  );
}

/** Any entry of practice, with `name` in any of its texts. */
function anyEntry(name: string): fc.Arbitrary<PracticeEntry> {
  const text = anyTextWith(name);
  const kept = anyKept(text);
  const later = {
    later: fc.oneof(text, fc.array(text), fc.dictionary(text, text, { noNullPrototype: true })),
  };
  const day = fc.constant('2026-03-02');
  const time = fc.constant(when);
  const type = <T extends PracticeEntry['type']>(one: T) => fc.constant(one);
  const all: fc.Arbitrary<PracticeEntry>[] = [
    record(
      { type: type('focus'), id: anyId.map(id => `focus ${id}`), week: day, exercises: fc.array(anyId) },
      { intention: text, ...later },
    ),
    record(
      {
        type: type('evidence'),
        id: anyId.map(id => evidenceId('x1', id)),
        exercise: anyId,
        moment: kept,
        added: time,
      },
      later,
    ),
    record(
      { type: type('done'), id: anyId.map(id => `done ${id}`), exercise: anyId, done: time },
      { note: text, ...later },
    ),
    record(
      {
        ...{
          type: type('rating'),
          id: anyId.map(id => `r${id}`),
          subject: fc.constant('skill:execution' as const),
        },
        ...{ level: fc.integer({ min: 1, max: 4 }), rated: time },
      },
      { why: text, ...later },
    ),
    record(
      {
        ...{ type: type('document'), id: anyId.map(id => `d${id}`), kind: fc.constantFrom(...documentKinds) },
        ...{ title: text, text, created: time },
      },
      { changed: time, moments: fc.array(kept, { maxLength: 3 }), questions: fc.array(text), ...later },
    ),
    record(
      {
        ...{ type: type('rehearsal'), id: anyId.map(id => `h${id}`), question: anyId, rehearsed: time },
        ...{ rating: fc.integer({ min: 1, max: 4 }), seconds: fc.nat() },
      },
      { story: anyId, mock: anyId, note: text, ...later },
    ),
    record(
      {
        ...{ type: type('decisionDraft'), id: fc.constant('decision draft'), at: anyId },
        answers: fc.dictionary(anyId, record<Record<string, string>>({}, { choice: anyId, words: text }), {
          noNullPrototype: true,
        }),
      },
      later,
    ),
  ];
  return fc.oneof(...all);
}

/** A name, and entries that mention it. */
export const anyNamedEntries: fc.Arbitrary<{ name: string; entries: PracticeEntry[] }> = anyPersonName.chain(
  name => fc.record({ name: fc.constant(name), entries: fc.array(anyEntry(name), { maxLength: 5 }) }),
);

/** Keys and values of the format: they stay, even where somebody is called so. */
const formatWords = new Set([
  ...['type', 'id', 'focus', 'week', 'exercises', 'intention', 'evidence', 'exercise', 'moment', 'added'],
  ...['done', 'note', 'rating', 'subject', 'level', 'why', 'rated', 'document', 'kind', 'title', 'text'],
  ...['created', 'changed', 'moments', 'questions', 'rehearsal', 'question', 'rehearsed', 'seconds', 'story'],
  ...['mock', 'decisionDraft', 'at', 'answers', 'choice', 'words', 'when', 'what', 'who', 'workspace'],
  ...[...documentKinds, 'skill:execution'],
]);

/** The texts of `entry` but its id, keys included, in which `name` stands as a whole word. */
export function namesLeftIn(entry: PracticeEntry, name: string): string[] {
  return namesIn({ ...entry, id: '' }, name).filter(text => !formatWords.has(text));
}
