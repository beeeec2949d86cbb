import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { forgetInSegmentText } from '../../../src/platform/forgetting/forgetSegment';
import type { ForgetHow } from '../../../src/platform/forgetting/forgetting';
import { planForget } from '../../../src/platform/forgetting/plan';
import { EntryUnion } from '../../../src/platform/union';
import {
  EntrySchema,
  evidenceId,
  type KeptMoment,
  type PracticeEntry,
  practiceSegments,
} from '../../../src/practice/entry';
import { practiceKind } from '../../../src/practice/forget';
import { anyHow, namesIn } from '../journal/forgettable';
import { anyNamedEntries, namesLeftIn } from './forgettableEntries';

const when = '2026-03-01T10:00:00+01:00';
const pseudonym = { pseudonym: 'Person A' };

function aKept(id: string, details: Partial<KeptMoment> = {}): KeptMoment {
  return { id, when, what: `what happened in ${id}`, who: ['Jo'], ...details };
}

function evidenceWith(moment: KeptMoment, exercise = 'ask-first'): PracticeEntry {
  return { type: 'evidence', id: evidenceId(exercise, moment.id), exercise, moment, added: when };
}

/** An entry after forgetting Ana. */
function forgotten(entry: PracticeEntry, how: ForgetHow = pseudonym): PracticeEntry | undefined {
  const [step] = planForget(practiceKind.shape, [entry], { name: 'Ana Ruiz', how });
  return step ? step.after : entry;
}

const header = practiceSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
const putLine = (entry: PracticeEntry, ms: number) =>
  practiceSegments.printEvent({ op: 'put', stamp: { ms, count: 0, writer: 'w' }, entry });

function unionOf(text: string): EntryUnion<PracticeEntry> {
  const union = new EntryUnion<PracticeEntry>();
  for (const event of practiceSegments.parseSegment('s.jsonl', text).events) {
    union.apply(event);
  }
  return union;
}

/** The paths of all keys that `schema` knows. */
function pathsIn(schema: unknown, path = ''): string[] {
  const { type, entries, wrapped, item, value, options } = Object(schema) as Readonly<
    Record<string, unknown>
  >;
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  switch (type) {
    case 'variant':
      return (options as unknown[]).flatMap(option => pathsIn(option, path));
    case 'loose_object':
      return Object.entries(entries as object).flatMap(([key, one]) => [
        below(key),
        ...pathsIn(one, below(key)),
      ]);
    case 'optional':
      return pathsIn(wrapped, path);
    case 'array':
      return pathsIn(item, path);
    case 'record':
      return [below('any'), ...pathsIn(value, below('any'))];
    default:
      return [];
  }
}

describe('forgetting a person in practice', () => {
  it('knows every key of the format, so that none is taken for somebody’s name', () => {
    const paths = pathsIn(EntrySchema);
    assert.ok(paths.includes('moments.who') && paths.includes('answers.any.words'), paths.join());
    assert.deepEqual(
      paths.filter(path => !practiceKind.shape.isKnown(path)),
      [],
    );
  });

  it('takes them from evidence with others', () => {
    const mark = evidenceWith(aKept('m', { who: ['ana ruiz', 'Jo'], what: 'Ana Ruiz led', workspace: 'x' }));
    assert.deepEqual(
      forgotten(mark),
      evidenceWith(aKept('m', { who: ['Person A', 'Jo'], what: 'Person A led', workspace: 'x' })),
    );
    assert.deepEqual(
      forgotten(mark, 'remove'),
      evidenceWith(aKept('m', { who: ['Jo'], what: 'someone led', workspace: 'x' })),
    );
  });

  it('deletes evidence of a moment with nobody else, as the moment is, but gives it to a pseudonym', () => {
    const mark = evidenceWith(aKept('m', { who: ['Ana Ruiz'] }));
    assert.equal(forgotten(mark, 'remove'), undefined);
    assert.deepEqual(forgotten(mark), evidenceWith(aKept('m', { who: ['Person A'] })));
    const ofNobody = evidenceWith(aKept('m', { who: [] }));
    assert.equal(forgotten(ofNobody, 'remove'), ofNobody);
  });

  it('keeps a document, without the moments that were about nobody else', () => {
    const story: PracticeEntry = {
      type: 'document',
      id: 'd',
      kind: 'story',
      title: 'How Ana Ruiz led',
      text: '---\ntitle: How Ana Ruiz led\n---\n\nANA RUIZ’s plan, asked @ana.ruiz.\n',
      created: when,
      moments: [
        aKept('alone', { who: ['Ana Ruiz'] }),
        aKept('both', { who: ['Ana Ruiz', 'Jo'], what: 'with Ana Ruiz' }),
      ],
      questions: ['led-others'],
    };
    assert.deepEqual(forgotten(story, 'remove'), {
      ...story,
      title: 'How someone led',
      text: '---\ntitle: How someone led\n---\n\nsomeone’s plan, asked someone.\n',
      moments: [aKept('both', { what: 'with someone' })],
    });
  });

  for (const [what, entry, after] of [
    [
      'an intention',
      { type: 'focus', id: 'focus 2026-03-02', week: '2026-03-02', exercises: ['a'], intention: 'Ana Ruiz' },
      { intention: 'Person A' },
    ],
    [
      'the note of an exercise',
      { type: 'done', id: 'done a', exercise: 'a', done: when, note: 'with Ana Ruiz' },
      { note: 'with Person A' },
    ],
    [
      'the reason of a rating',
      { type: 'rating', id: 'r', subject: 'skill:execution', level: 2, rated: when, why: 'Ana Ruiz said so' },
      { why: 'Person A said so' },
    ],
    [
      'the note of a rehearsal',
      {
        ...{ type: 'rehearsal', id: 'h', question: 'q', rehearsed: when, rating: 3, seconds: 60 },
        note: 'name Ana Ruiz less',
      },
      { note: 'name Person A less' },
    ],
    [
      'answers on the decision',
      {
        ...{ type: 'decisionDraft', id: 'decision draft', at: 'ana-ruiz' },
        answers: {
          'ana-ruiz': { choice: 'ana-ruiz', words: 'Ana Ruiz would stay' },
          'A "whole". Of Ana Ruiz?': { choice: 'Ana Ruiz', words: 'Ana Ruiz' },
        },
      },
      {
        answers: {
          'ana-ruiz': { choice: 'ana-ruiz', words: 'Person A would stay' },
          'A "whole". Of Ana Ruiz?': { choice: 'Ana Ruiz', words: 'Person A' },
        },
      },
    ],
  ] as const) {
    it(`changes ${what}, and nothing that the format tells`, () => {
      const kept = v.parse(EntrySchema, entry);
      assert.deepEqual(forgotten(kept), { ...kept, ...after });
    });
  }

  it('changes what a later version keeps, whatever its form', () => {
    const rating = v.parse(EntrySchema, {
      ...{ type: 'rating', id: 'r', subject: 'skill:execution', level: 2, rated: when },
      askedOf: { 'Ana Ruiz': ['Ana Ruiz', 7] },
      moment: { who: ['Ana Ruiz', 7] },
    });
    assert.deepEqual(forgotten(rating), {
      ...rating,
      askedOf: { 'Person A': ['Person A', 7] },
      moment: { who: ['Person A', 7] },
    });
  });

  it('reaches older versions, and what was deleted since', () => {
    const mark = (who: string[]) => evidenceWith(aKept('m', { who }));
    const done = (note: string): PracticeEntry => ({
      ...{ type: 'done', id: 'done a', exercise: 'a', done: when },
      note,
    });
    const text = [
      header,
      putLine(mark(['Ana Ruiz']), 1),
      putLine(mark(['Jo']), 2),
      putLine(done('with Ana Ruiz'), 3),
      '{"op":"delete","ms":4,"count":0,"id":"done a"}',
      '',
    ].join('\n');
    const result = forgetInSegmentText(practiceKind, text, { name: 'Ana Ruiz', how: 'remove' });
    const { id } = mark(['Jo']);
    assert.deepEqual(result.text.split('\n'), [
      header,
      `{"op":"delete","ms":1,"count":0,"id":"${id}"}`,
      putLine(mark(['Jo']), 2),
      putLine(done('with someone'), 3),
      '{"op":"delete","ms":4,"count":0,"id":"done a"}',
      '',
    ]);
    assert.deepEqual([result.changed, result.left], [2, []]);
  });

  it('tells where the name is left: in ids that a team or somebody else has chosen', () => {
    const focus: PracticeEntry = {
      ...{ type: 'focus', id: 'focus 2026-03-02', week: '2026-03-02' },
      exercises: ['thank-ana-ruiz'],
    };
    const document: PracticeEntry = {
      ...{ type: 'document', id: 'd', kind: 'story', title: 'T', text: '', created: when },
      moments: [aKept('of Ana Ruiz', { what: 'x' })],
    };
    const lines = [focus, evidenceWith(aKept('m'), 'thank-ana-ruiz'), document, evidenceWith(aKept('m'))].map(
      (entry, ms) => putLine(entry, ms),
    );
    const result = forgetInSegmentText(practiceKind, lines.join('\n'), { name: 'Ana Ruiz', how: 'remove' });
    assert.equal(result.text, lines.join('\n'));
    assert.deepEqual(
      result.left,
      [1, 2, 3].map(line => ({ line, why: 'id' })),
    );
  });

  it('leaves the name in no text, and what remains can be read: the union is what the plan said', () => {
    fc.assert(
      fc.property(anyNamedEntries, anyHow, fc.boolean(), ({ name, entries }, how, firstName) => {
        const wish = { name, how, options: { firstName } };
        const text = [header, ...entries.map((entry, ms) => putLine(entry, ms))].join('\n');
        const result = forgetInSegmentText(practiceKind, text, wish);
        const after = practiceSegments.parseSegment('s', result.text);
        assert.deepEqual(after.problems, []);
        assert.equal(after.events.length, entries.length);
        for (const event of after.events) {
          assert.deepEqual(event.op === 'put' ? namesLeftIn(event.entry, name) : [], []);
        }
        const living = unionOf(text).entries();
        const planned = new Map(
          planForget(practiceKind.shape, living, wish).map(step => [step.entry, step.after]),
        );
        assert.deepEqual(
          unionOf(result.text).entries(),
          living.flatMap(entry => (planned.has(entry) ? (planned.get(entry) ?? []) : [entry])),
        );
        assert.equal(forgetInSegmentText(practiceKind, result.text, wish).text, result.text);
      }),
    );
  }).timeout(20_000);

  it('changes nothing where nobody is named', () => {
    fc.assert(
      fc.property(anyNamedEntries, anyHow, ({ entries }, how) => {
        const name = 'Zuleika Qwertz';
        fc.pre(namesIn(entries, 'Zuleika').length === 0);
        assert.deepEqual(planForget(practiceKind.shape, entries, { name, how }), []);
      }),
    );
  });
});
