import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseShorthand, printShorthand, type ShorthandFields } from '../../../src/journal/logging/shorthand';
import { toLocalIso } from '../../../src/platform/time';
import { dimensions, kinds, skills } from '../../../src/vocabulary';

const now = new Date(2026, 10, 25, 15, 30, 20);
const local = (day: string, time: string) => toLocalIso(new Date(`${day}T${time}`));

describe('shorthand as it is printed', () => {
  const rows: readonly (readonly [string, ShorthandFields])[] = [
    ['', { what: '', who: [] }],
    ['the build broke', { what: 'the build broke', who: [] }],
    ['met @Ana', { what: 'met Ana', who: ['Ana'] }],
    ['met @"Ana Maria" again', { what: 'met Ana Maria again', who: ['Ana Maria'] }],
    ['talked | @Ana @"Jo B"', { what: 'talked', who: ['Ana', 'Jo B'] }],
    ['met @Anabel | @Ana', { what: 'met Anabel', who: ['Anabel', 'Ana'] }],
    ['@"Ana Maria" met @Ana', { what: 'Ana Maria met Ana', who: ['Ana', 'Ana Maria'] }],
    ['wrote `Ana` | @Ana', { what: 'wrote `Ana`', who: ['Ana'] }],
    ['@Ana |', { what: 'Ana', who: ['Ana'] }],
    ['broke yesterday |', { what: 'broke yesterday', who: [] }],
    ['@Ana #review', { what: '', who: ['Ana'], kind: 'review' }],
    ['paired | #kind:none', { what: 'paired', who: [] }],
    [
      'x | #1:1 #execution #dimension:execution #ci #tag:pairing 90m',
      {
        what: 'x',
        who: [],
        kind: '1:1',
        skill: 'execution',
        dimension: 'execution',
        tags: ['ci', 'pairing'],
        minutes: 90,
      },
    ],
    ['x | 2026-11-20 14:30', { what: 'x', who: [], when: local('2026-11-20', '14:30:00') }],
    ['x | 2026-11-20 14:30:15', { what: 'x', who: [], when: local('2026-11-20', '14:30:15') }],
    ['x | 2026-11-20T14:30:15+05:45', { what: 'x', who: [], when: '2026-11-20T14:30:15+05:45' }],
    ['x | 1969-11-20T14:30:15+00:00', { what: 'x', who: [], when: '1969-11-20T14:30:15+00:00' }],
    ['x | !follow-up', { what: 'x', who: [], followUp: {} }],
    ['x | !follow-up 2026-12-01', { what: 'x', who: [], followUp: { due: '2026-12-01' } }],
    [
      'x | !follow-up 2020-12-01 "ask ""them"" friday #5"',
      { what: 'x', who: [], followUp: { due: '2020-12-01', text: 'ask "them" friday #5' } },
    ],
    ['x | 5m\nand\n\nmore', { what: 'x\nand\n\nmore', who: [], minutes: 5 }],
  ];
  for (const [line, fields] of rows) {
    it(`is ${JSON.stringify(line)}, which is read back`, () => {
      assert.equal(printShorthand(fields), line);
      const { parts: _, ...read } = parseShorthand(line, now);
      assert.deepEqual(
        { ...read, who: [...read.who].sort() },
        { tags: [], ...fields, who: [...fields.who].sort() },
      );
    });
  }

  it('never prints people who would be read as others, though the text has signs of its own', () => {
    const fields = { what: 'moved @Inject and #5 | to Ana', who: ['Ana'], minutes: 5 };
    const read = parseShorthand(printShorthand(fields), now);
    assert.ok(read.who.includes('Ana'));
    assert.equal(read.minutes, 5);
  });

  const word = fc.oneof(
    fc.stringMatching(/^[a-zA-Zé',.;:?()/-]{1,8}$/),
    fc.constantFrom(
      ...'paired|reviewed|Ana|Jo|friday|yesterday|at|14:30|30m|for|2|hours|2026-11-20|last|of|1:1|gave|feedback|,|-|(Ana)'.split(
        '|',
      ),
    ),
  );
  const story = fc.array(word, { maxLength: 8 }).map(words => words.join(' '));
  const name = fc.oneof(
    fc.constantFrom(
      'Ana',
      'Jo',
      'Ana Maria',
      'ana.maria',
      'O’Brien',
      'Jo "J" B',
      '李雷',
      'x@y',
      '@z',
      'a.',
      '7',
      '"q"',
    ),
    fc.string({ minLength: 1, maxLength: 6 }).map(text => text.trim() || 'n'),
  );
  const day = fc.date({ min: new Date('1990-01-02'), max: new Date('2040-01-01'), noInvalidDate: true });
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const anyFields = fc
    .record({
      what: story,
      who: fc.uniqueArray(name, { maxLength: 4 }),
      kind: optional(fc.constantFrom(...kinds)),
      skill: optional(fc.constantFrom(...skills)),
      dimension: optional(fc.constantFrom(...dimensions)),
      tags: fc.uniqueArray(
        fc.oneof(
          fc.constantFrom('ci', 'pairing', 'execution', '1on1', '12', 'a/b', 'a.', 'a-', 'none', 'café', 'x'),
          fc.stringMatching(/^[a-z0-9][a-zA-Z0-9_./-]{0,6}$/),
        ),
        { maxLength: 3 },
      ),
      minutes: optional(fc.integer({ min: 1, max: 10_000 })),
      when: optional(
        fc
          .tuple(
            fc.date({ min: new Date('1960-01-01'), max: now, noInvalidDate: true }),
            optional(fc.integer({ min: -56, max: 56 }).map(quarters => quarters * 15)),
          )
          .map(([date, offset]) => toLocalIso(date, offset)),
      ),
      followUp: optional(
        fc.record({
          due: optional(day.map(date => date.toISOString().slice(0, 10))),
          text: optional(
            fc.oneof(fc.string(), story).map(text => text.replace(/\s+/g, ' ').trim() || 'do it'),
          ),
        }),
      ),
    })
    .map(fields => JSON.parse(JSON.stringify(fields)) as ShorthandFields);

  it('is read back to the same fields, whatever the words of the text are', () => {
    fc.assert(
      fc.property(anyFields, fields => {
        const { parts: _, ...read } = parseShorthand(printShorthand(fields), now);
        assert.deepEqual(
          { ...read, who: [...read.who].sort() },
          { ...fields, who: [...fields.who].sort() },
          printShorthand(fields),
        );
      }),
      { numRuns: 3000 },
    );
  }).timeout(20_000);

  it('gives the same line again when it is read and printed', () => {
    fc.assert(
      fc.property(anyFields, fields => {
        const read = parseShorthand(printShorthand(fields), now);
        const again = parseShorthand(printShorthand(read), now);
        assert.deepEqual({ ...again, parts: [] }, { ...read, parts: [] });
      }),
    );
  }).timeout(20_000);
});
