import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  describePlan,
  type ImportDecisions,
  type ImportPlan,
  momentsToPut,
  planImport,
} from '../../../src/journal/keeping/importPlan';
import type { Moment } from '../../../src/journal/moment';
import { aMoment } from '../support';
import { anyWholeMoment } from './wholeMoments';

type Entry = { row: number; moment: Moment };

const rows = (...moments: Moment[]): Entry[] => moments.map((moment, at) => ({ row: at + 2, moment }));
const plan = (existing: readonly Moment[], incoming: readonly Moment[], deleted: readonly string[] = []) =>
  planImport(existing, new Set(deleted), rows(...incoming), []);
const idsOf = (entries: readonly Entry[]) => entries.map(({ moment }) => moment.id);

/** The group that the only incoming moment is in. */
function groupOf(here: Moment, incoming: Moment): string[] {
  const counts = describePlan(plan([here], [incoming]));
  return Object.entries(counts).flatMap(([group, count]) => (count > 0 ? [group] : []));
}

/** The journal with `puts` in it. */
function withPut(existing: readonly Moment[], puts: readonly Moment[]): Moment[] {
  return [...new Map([...existing, ...puts].map(moment => [moment.id, moment])).values()];
}

const few = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');
/** Moments that often are alike, lack something of each other or contradict each other. */
const anyVariant = fc.oneof(
  anyWholeMoment.chain(moment => few.map(id => ({ ...moment, id }))),
  fc
    .record(
      {
        id: few,
        what: fc.constantFrom('x', 'y'),
        who: fc.constantFrom<string[][]>([], ['Ana'], ['Ana', 'Jo'], ['Jo', 'Ana']),
        learned: fc.constantFrom('', 'z'),
        tags: fc.constantFrom<string[][]>([], ['css'], ['css', 'ts']),
        followUp: fc.constantFrom({}, { due: '2026-03-08' }, { due: '2026-03-08', by: [{ who: 'Kim' }] }),
        mood: fc.constantFrom('glad', null, [1, 2], [[1], [2]], { a: { b: 1 } }),
      },
      { requiredKeys: ['id', 'what'] },
    )
    .map((some): Moment => aMoment(some.id, some)),
);
const anyJournal = fc.uniqueArray(anyVariant, { selector: ({ id }) => id });
const anyIds = fc.uniqueArray(few).map(ids => new Set(ids));
const anyCase = fc.record({
  existing: anyJournal,
  deleted: anyIds,
  incoming: fc.array(anyVariant, { maxLength: 8 }),
  decisions: fc.record<ImportDecisions>(
    { kept: anyIds, theirs: anyIds, restored: anyIds },
    { requiredKeys: [] },
  ),
});

describe('the plan of an import', () => {
  it('has moments that aren’t here as fresh, and those that were deleted here apart', () => {
    const { fresh, deletedHere } = plan([aMoment('a')], [aMoment('b'), aMoment('c')], ['c', 'x']);
    assert.deepEqual(fresh, [{ row: 2, moment: aMoment('b') }]);
    assert.deepEqual(deletedHere, [{ row: 3, moment: aMoment('c') }]);
  });

  it('has a moment that was deleted and came back as one that is here', () => {
    const { same, deletedHere } = plan([aMoment('a')], [aMoment('a')], ['a']);
    assert.deepEqual([idsOf(same), idsOf(deletedHere)], [['a'], []]);
  });

  it('hands on what was refused', () => {
    const refused = [{ file: 'j.csv', line: 3, reason: 'row 3: when: it is missing' }];
    assert.equal(planImport([], new Set(), [], refused).refused, refused);
  });

  const full = aMoment('a', {
    who: ['Ana', 'Jo'],
    tags: ['css', 'ts'],
    learned: 'Ask first.',
    followUp: { due: '2026-03-08', text: 'Ask' },
    mood: { glad: [1, { deep: true }] },
  });
  const lacking: [string, Moment][] = [
    ['a field', (({ learned: _learned, ...rest }) => rest)(full)],
    ['a name', { ...full, who: ['Jo'] }],
    ['all names', { ...full, who: [] }],
    ['a part of the follow-up', { ...full, followUp: { due: '2026-03-08' } }],
    ['the whole follow-up', aMoment('a', { who: full.who })],
    ['what this version doesn’t know', { ...full, mood: { glad: [1] } }],
  ];
  for (const [what, less] of lacking) {
    it(`takes a moment that has ${what} more than here, and leaves one that lacks it`, () => {
      assert.deepEqual(groupOf(less, full), ['extending']);
      assert.deepEqual(groupOf(full, less), ['same']);
    });
  }

  for (const [what, other] of [
    ['another time', { ...full, when: '2026-03-01T15:30:00+01:00' }],
    ['a longer text', { ...full, what: `${full.what}.` }],
    ['another name', { ...full, who: ['Ana', 'Kim'] }],
    ['another kind of value', { ...full, mood: 'glad' }],
    ['another value deep within', { ...full, mood: { glad: [1, { deep: false }] } }],
    ['a field more and one less', aMoment('a', { minutes: 5 })],
    ['a list where a map was', { ...full, mood: [1] }],
  ] satisfies [string, Moment][]) {
    it(`takes ${what} for a contradiction, either way`, () => {
      assert.deepEqual(groupOf(full, other), ['conflicting']);
      assert.deepEqual(groupOf(other, full), ['conflicting']);
    });
  }

  it('takes a key that objects have by themselves for one like others', () => {
    const mood: unknown = JSON.parse('{"__proto__":{}}');
    assert.deepEqual(groupOf({ ...full, mood: {} }, { ...full, mood }), ['extending']);
  });

  it('takes the order of names and keys for nothing', () => {
    const turned = Object.fromEntries(Object.entries(full).reverse()) as Moment;
    assert.deepEqual(groupOf(full, { ...turned, who: ['Jo', 'Ana'] }), ['same']);
  });

  it('has of an id that the file has several times the first, and tells which of the others differ', () => {
    const { fresh, duplicates } = plan([], [aMoment('a'), aMoment('a'), aMoment('a', { what: 'else' })]);
    assert.deepEqual(
      fresh.map(({ row }) => row),
      [2],
    );
    assert.deepEqual(
      duplicates.map(({ entry, first, differs }) => [entry.row, first.row, differs]),
      [
        [3, 2, false],
        [4, 2, true],
      ],
    );
  });

  it('has each incoming moment in one group', () => {
    fc.assert(
      fc.property(anyCase, ({ existing, deleted, incoming }) => {
        const entries = rows(...incoming);
        const groups: ImportPlan<Entry> = planImport(existing, deleted, entries, []);
        const placed = [
          ...[groups.fresh, groups.same, groups.deletedHere].flat(),
          ...[groups.extending, groups.conflicting, groups.duplicates].flat().map(({ entry }) => entry),
        ];
        assert.deepEqual(
          placed.sort((a, b) => a.row - b.row),
          entries,
        );
        assert.equal(
          Object.values(describePlan(groups)).reduce((sum, count) => sum + count),
          entries.length,
        );
      }),
    );
  }).timeout(20_000);
});

describe('carrying out a plan', () => {
  it('changes nothing a second time, whatever was decided', () => {
    fc.assert(
      fc.property(anyCase, ({ existing, deleted, incoming, decisions }) => {
        const puts = momentsToPut(plan(existing, incoming, [...deleted]), decisions);
        const again = plan(withPut(existing, puts), incoming, [...deleted]);
        assert.deepEqual(again.fresh, []);
        assert.deepEqual(momentsToPut(again, decisions), []);
      }),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('leaves nothing new or changed where nothing was decided', () => {
    fc.assert(
      fc.property(anyCase, ({ existing, deleted, incoming }) => {
        const first = plan(existing, incoming, [...deleted]);
        const again = describePlan(plan(withPut(existing, momentsToPut(first)), incoming, [...deleted]));
        const { fresh, same, extending } = describePlan(first);
        assert.deepEqual([again.fresh, again.extending], [0, 0]);
        assert.equal(again.same, fresh + same + extending);
      }),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('takes nothing from what is here, by itself', () => {
    fc.assert(
      fc.property(anyCase, ({ existing, deleted, incoming }) => {
        const journal = withPut(existing, momentsToPut(plan(existing, incoming, [...deleted])));
        for (const here of existing) {
          const now = journal.find(({ id }) => id === here.id);
          for (const [key, value] of Object.entries(here)) {
            if (typeof value === 'object' && value !== null) {
              const texts = Object.values(value).filter(one => typeof one !== 'object');
              assert.ok(texts.every(text => Object.values(now?.[key] ?? {}).includes(text)));
            } else {
              assert.equal(now?.[key], value);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('does what was decided', () => {
    const more = aMoment('more', { learned: 'x' });
    const other = aMoment('other', { what: 'else' });
    const gone = aMoment('gone');
    const made = plan([aMoment('more'), aMoment('other')], [more, other, gone], ['gone']);
    const ids = (decisions?: ImportDecisions) => momentsToPut(made, decisions).map(({ id }) => id);
    assert.deepEqual(ids(), ['more']);
    assert.deepEqual(ids({ kept: new Set(['more', 'other']) }), []);
    assert.deepEqual(ids({ theirs: new Set(['other', 'gone']) }), ['more', 'other']);
    assert.deepEqual(ids({ restored: new Set(['gone', 'more']) }), ['more', 'gone']);
  });

  it('copes with many moments and with long lists', () => {
    const who = Array.from({ length: 20_000 }, (_, at) => `name ${at}`);
    const many = Array.from({ length: 5000 }, (_, at) => aMoment(`${at}`));
    const made = plan(
      [...many, aMoment('long', { who })],
      [...many, aMoment('long', { who: [...who].reverse() })],
    );
    assert.equal(describePlan(made).same, 5001);
  });
});
