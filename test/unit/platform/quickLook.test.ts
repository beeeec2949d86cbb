import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { KeptMomentSchema } from '../../../src/journal/moment';
import { parseSegment, printEvent, printHeader } from '../../../src/journal/segment';
import { quickLook } from '../../../src/platform/quickLook';
import { SegmentCodec } from '../../../src/platform/segment';
import { aMoment, anyMoment } from '../support';

const looksFine = quickLook(KeptMomentSchema);

/** JSON as a segment's line gives it. */
const reread = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Keys that the schema knows, that it doesn't, and that objects have from elsewhere. */
const anyKey = fc.constantFrom(
  ...Object.keys(KeptMomentSchema.entries),
  ...['file', 'firstLine', 'commit', 'permalink', 'due', 'text', 'done', 'mood'],
  ...['anchor', 'lines', 'before', 'twins', 'reach'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'op', 'ms', 'count', 'moment'],
);

const anyValue = fc.oneof(
  fc.jsonValue(),
  anyMoment,
  fc.constantFrom<unknown>(-0, 0, 1, 1.5, 2 ** 52, 2 ** 52 + 1, null, '', [], [''], ['a b'], {}, 'pairing'),
  fc.constantFrom(
    '2026-03-01',
    '2026-02-31',
    '2026-03-01T14:30:00+01:00',
    '2026-02-31T24:00:00Z',
    '2026-03-01 14:30Z',
  ),
  fc.constantFrom('put', 'delete', 'https://a.b/c', 'http://a.b', '0123abc', 'execution'),
);

/** `value` with keys of its objects, some deep in it, set or taken away. An own `__proto__` too, as JSON makes one. */
function changed(
  value: unknown,
  changes: readonly (readonly [path: number, key: string, to: unknown])[],
): unknown {
  const copy = reread(value);
  for (const [path, key, to] of changes) {
    const objects = objectsIn(copy);
    const object = objects[path % objects.length];
    if (object && to === undefined) {
      delete object[key];
    } else if (object) {
      Object.defineProperty(object, key, {
        value: reread(to),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return copy;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  return typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : [];
}

const anyChanges = fc.array(fc.tuple(fc.nat(6), anyKey, fc.option(anyValue, { nil: undefined, freq: 4 })), {
  maxLength: 3,
});
const followUp = { due: '2026-03-02', text: 'ask her', done: '2026-03-03T09:00:00+01:00' };
const fullMoment = anyMoment.map(moment => ({
  ...moment,
  dimension: 'coaching',
  tags: ['onboarding'],
  minutes: 30,
  learned: 'less is more',
  followUp,
}));
const nearlyMoment = fc
  .tuple(fc.oneof(anyMoment, fullMoment), anyChanges)
  .map(([moment, changes]) => changed(moment, changes));

describe('a quick look', () => {
  it('only takes what the schema takes and gives back as it is', () => {
    let [taken, left] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(nearlyMoment, anyValue), value => {
        const json = reread(value);
        if (!looksFine(json)) {
          left += 1;
          return;
        }
        taken += 1;
        const result = v.safeParse(KeptMomentSchema, json);
        assert.ok(result.success);
        assert.deepEqual(result.output, json);
      }),
      { numRuns: 1500 },
    );
    assert.ok(taken > 100 && left > 100, `${taken} taken, ${left} left to the schema`);
  });

  it('takes every moment that has only what this version knows', () => {
    fc.assert(
      fc.property(fc.oneof(anyMoment, fullMoment), moment => {
        assert.equal(looksFine(reread(moment)), true);
      }),
    );
  });

  it('leaves what is unusual to the schema', () => {
    for (const moment of [
      { ...aMoment('a'), mood: 'glad' },
      { ...aMoment('a'), when: 'today' },
      [],
      null,
      'a',
    ]) {
      assert.equal(looksFine(moment), false);
    }
  });

  it('takes lists that are long enough, and no others', () => {
    const looks = quickLook(v.pipe(v.array(v.string()), v.minLength(2)));
    assert.deepEqual([['a', 'b'], ['a'], ['a', 1], 'ab'].map(looks), [true, false, false, false]);
  });

  it('judges texts, numbers and lists as their schemas do', () => {
    const text = v.string();
    const schemas: readonly v.GenericSchema[] = [
      text,
      v.pipe(text, v.nonEmpty()),
      v.pipe(text, v.regex(/^[ab]+$/)),
      v.pipe(text, v.isoDate()),
      v.pipe(text, v.isoTimestamp(), v.nonEmpty()),
      v.pipe(
        text,
        v.check(value => value.length < 3),
        v.nonEmpty(),
        v.regex(/a/),
        v.regex(/^\S*$/),
      ),
      v.pipe(text, v.startsWith('a')),
      v.picklist(['a', 'pairing']),
      v.pipe(v.picklist(['a', 'pairing']), v.notValue('a')),
      v.number(),
      v.pipe(v.number(), v.integer()),
      v.pipe(v.number(), v.integer(), v.minValue(0)),
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 52)),
      v.pipe(v.number(), v.minValue(1), v.integer()),
      v.array(text),
      v.array(v.pipe(text, v.nonEmpty())),
      v.pipe(v.array(text), v.minLength(1)),
      v.pipe(v.array(text), v.maxLength(1)),
      v.pipe(v.array(v.pipe(text, v.nonEmpty())), v.minLength(2)),
      v.array(v.pipe(text, v.regex(/^a/))),
      v.array(v.number()),
    ].flatMap(schema => [
      schema,
      v.looseObject({ a: schema }),
      v.looseObject({ a: v.optional(schema) }),
      v.looseObject({ a: v.optional(schema), b: v.looseObject({ a: schema }) }),
    ]);
    const looks = schemas.map(quickLook);
    const word = fc.constantFrom(
      '',
      'a',
      'b',
      'ab',
      ' ',
      'aaaa',
      'pairing',
      '2026-03-01',
      '2026-03-01T14:30:00Z',
    );
    const plain = fc.oneof(word, anyValue, fc.integer({ min: -2, max: 3 }), fc.array(word, { maxLength: 3 }));
    const object = fc.record({ a: plain }, { requiredKeys: [], noNullPrototype: true });
    const deep = fc.record({ a: plain, b: object }, { requiredKeys: [], noNullPrototype: true });
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(plain, object, deep), value => {
        const json = reread(value);
        for (const [index, schema] of schemas.entries()) {
          const isTaken = looks[index]?.(json) === true;
          taken += isTaken ? 1 : 0;
          assert.ok(!isTaken || v.is(schema, json), `schema ${index} takes no ${JSON.stringify(json)}`);
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(taken > 1000, `${taken} taken`);
  });

  it('never takes what its schema would change', () => {
    const changing: readonly [v.GenericSchema, unknown][] = [
      [v.pipe(v.string(), v.trim()), 'a '],
      [v.pipe(v.pipe(v.string(), v.trim()), v.nonEmpty()), 'a '],
      [v.looseObject({ a: v.optional(v.string(), 'default') }), {}],
      [v.object({ a: v.string() }), { a: 'x', b: 1 }],
      [v.looseObject({ a: v.pipe(v.looseObject({}), v.transform(Object.keys)) }), { a: {} }],
      [
        v.pipe(
          v.array(v.string()),
          v.minLength(1),
          v.transform(list => list.length),
        ),
        ['a'],
      ],
    ];
    for (const [schema, json] of changing) {
      assert.equal(quickLook(schema)(json), false);
    }
  });
});

describe('a segment read with quick looks', () => {
  /** Its schema has a step that may change something, for all that a quick look knows. */
  const thorough = new SegmentCodec({
    log: 'journal',
    key: 'moment',
    schema: v.pipe(
      KeptMomentSchema,
      v.transform(moment => moment),
    ),
  });

  it('has the events and the problems that it has without them', () => {
    const anyEvent = fc
      .tuple(
        fc.constantFrom('put', 'put', 'delete'),
        fc.integer({ min: -1 }),
        fc.nat(),
        nearlyMoment,
        anyChanges,
      )
      .map(([op, ms, count, moment, changes]) => changed({ op, ms, count, moment, id: 'a' }, changes));
    const anyLine = fc.oneof(
      { weight: 5, arbitrary: anyEvent.map(event => JSON.stringify(event)) },
      fc.json(),
      fc.constantFrom('', ' ', '{', '[]', printHeader({ writer: 'w', workspace: { folders: [] } })),
    );
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), lines => {
        const text = lines.join('\n');
        assert.deepEqual(parseSegment('f', text), thorough.parseSegment('f', text));
      }),
      { numRuns: 300 },
    );
  });

  it('counts lines, blank ones included, with and without a header and a last line break', () => {
    const header = printHeader({ writer: 'w', workspace: { folders: [] } });
    const put = printEvent({ op: 'put', stamp: { ms: 7, count: 0, writer: 'w' }, entry: aMoment('a') });
    const anyLine = fc.constantFrom(put, put, '', ' ', '\r', `${put}\r`, '{', '[]', '\u00a0');
    fc.assert(
      fc.property(
        fc.constantFrom(header, '', '{', put),
        fc.array(anyLine),
        fc.boolean(),
        (first, rest, ends) => {
          const lines = [first, ...rest];
          const { events, problems } = parseSegment('f', `${lines.join('\n')}${ends ? '\n' : ''}`);
          const broken = lines.flatMap((line, index) => (line === '{' || line === '[]' ? [index + 1] : []));
          const expected = first === header ? broken : [1, ...broken.filter(line => line > 1)];
          assert.deepEqual(
            problems.map(({ line }) => line),
            expected,
          );
          assert.equal(events.length, lines.filter(line => line.startsWith('{"op"')).length);
        },
      ),
    );
  });

  it('has stamps within the same bounds', () => {
    for (const ms of ['-1', '-0', '0', '1.5', String(2 ** 52), String(2 ** 52 + 2), '1e400', '"1"', 'null']) {
      const line = printEvent({ op: 'put', stamp: { ms: 7, count: 0, writer: 'w' }, entry: aMoment('a') });
      const text = `${printHeader({ writer: 'w', workspace: { folders: [] } })}\n${line.replace('"ms":7', `"ms":${ms}`)}`;
      assert.deepEqual(parseSegment('f', text), thorough.parseSegment('f', text), ms);
    }
  });
});
