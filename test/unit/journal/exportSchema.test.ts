import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CodePlaceSchema, FollowUpSchema, type Moment, MomentSchema } from '../../../src/journal/moment';
import { checkMoment } from '../../../src/journal/text/checkMoment';
import { parseExport, printExport } from '../../../src/journal/text/exchange';
import { AnchorSchema, captureAnchor } from '../../../src/platform/anchors/anchor';
import { dimensions, kinds, skills } from '../../../src/vocabulary';
import { anyWholeMoments } from './wholeMoments';

/** The part of JSON Schema that the documented one uses. */
interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: 'object' | 'array' | 'string' | 'integer';
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const understood = new Set([
  ...['$schema', '$defs', '$ref', 'title', 'description', 'const', 'enum', 'type', 'required', 'properties'],
  ...['items', 'minItems', 'minLength', 'pattern', 'minimum', 'maximum'],
  // Told to readers; the pattern beside it is what is checked.
  'format',
]);

const root = JSON.parse(
  readFileSync(join(process.cwd(), 'docs/journal-export.schema.json'), 'utf8'),
) as Schema & {
  readonly $defs: Readonly<Record<string, Schema>>;
};

function definition(name: string): Schema {
  const schema = root.$defs[name];
  assert.ok(schema, name);
  return schema;
}

const isType = {
  object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value: unknown) => typeof value === 'string',
  integer: Number.isInteger,
};

/** Whether `value` is what `schema` describes. */
function conforms(schema: Schema, value: unknown): boolean {
  for (const key of Object.keys(schema)) {
    assert.ok(understood.has(key), `this test doesn't understand ${key}`);
  }
  const { $ref, type, required = [], properties = {}, items } = schema;
  const has = (key: string) => Object.hasOwn(value as object, key);
  return (
    ($ref === undefined || conforms(definition($ref.replace('#/$defs/', '')), value)) &&
    (!('const' in schema) || schema.const === value) &&
    (schema.enum?.includes(value) ?? true) &&
    (type === undefined || isType[type](value)) &&
    (typeof value !== 'string' ||
      (value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '', 'u').test(value))) &&
    (typeof value !== 'number' ||
      (value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value))) &&
    (type !== 'object' ||
      (required.every(has) &&
        Object.entries(properties).every(
          ([key, inner]) => !has(key) || conforms(inner, (value as Record<string, unknown>)[key]),
        ))) &&
    (!Array.isArray(value) ||
      (value.length >= (schema.minItems ?? 0) && (!items || value.every(item => conforms(items, item)))))
  );
}

const about = { exported: '2026-04-01T09:00:00+02:00', workspace: { folders: ['file:///shop'] } };

/** Values that do in some places and not in others. */
const values: readonly unknown[] = [
  ...['', 'x', 'review', '1:1', 'execution', 'coaching', 'a b', 'a/b.c', '#a', 'abcdef0', 'ABCDEF0', 'main'],
  ...['2026-03-01', '2026-3-1', '2026-03-01T14:30:00Z', '2026-03-01 14:30:00 +0100', '2026-03-01T14:30Z'],
  ...['https://example.org', 'http://example.org', '0', 0, 1, 1.5, -1, 10_000, 10_001, null, true, {}, []],
  ...[
    [''],
    ['a'],
    ['a b'],
    ['e\u0301'],
    ['\u0301e'],
    [1],
    [null],
    { a: 1 },
    { file: 'a.ts' },
    { due: '2026-03-08' },
  ],
];

describe('the documented schema of an export', () => {
  it('describes every export', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => {
        assert.ok(conforms(root, JSON.parse(printExport(moments, about))));
      }),
    );
  }).timeout(20_000);

  it('has the keys that Belay knows, and asks for those that Belay asks for', () => {
    for (const [known, documented] of [
      [MomentSchema, definition('moment')],
      [FollowUpSchema, definition('moment').properties?.['followUp']],
      [CodePlaceSchema, definition('moment').properties?.['place']],
      [AnchorSchema, definition('anchor')],
    ] as const) {
      const entries = Object.entries(known.entries) as [string, { readonly type: string }][];
      assert.deepEqual(Object.keys(documented?.properties ?? {}).sort(), entries.map(([key]) => key).sort());
      assert.deepEqual(
        [...(documented?.required ?? [])].sort(),
        entries.flatMap(([key, { type }]) => (type === 'optional' ? [] : [key])).sort(),
      );
    }
  });

  it('takes a moment if and only if Belay takes it', () => {
    const parts = [
      ...Object.keys(MomentSchema.entries).map(key => [key]),
      ...Object.keys(FollowUpSchema.entries).map(key => ['followUp', key]),
      ...Object.keys(CodePlaceSchema.entries).map(key => ['place', key]),
      ...Object.keys(AnchorSchema.entries).map(key => ['place', 'anchor', key]),
    ];
    const full = {
      id: 'a',
      when: '2026-03-01T14:30:00+01:00',
      what: 'x',
      who: ['Ana'],
      followUp: { due: '2026-03-08' },
      place: { file: 'a.ts', firstLine: 1, lastLine: 2, anchor: captureAnchor(['a', 'b', 'c'], 0, 1) },
    };
    for (const part of parts) {
      for (const value of [undefined, ...kinds, ...skills, ...dimensions, ...values]) {
        const moment: Record<string, unknown> = structuredClone(full);
        const target = part
          .slice(0, -1)
          .reduce((object, key) => object[key] as Record<string, unknown>, moment);
        const key = part.at(-1) ?? '';
        if (value === undefined) {
          delete target[key];
        } else {
          target[key] = value;
        }
        const takes = 'moment' in checkMoment(moment);
        assert.equal(conforms(definition('moment'), moment), takes, JSON.stringify(moment));
      }
    }
  });

  it('asks for what an export has to say about itself', () => {
    const whole: Record<string, unknown> = JSON.parse(printExport([], about));
    for (const key of root.required ?? []) {
      const { [key]: _left, ...rest } = whole;
      assert.ok(!conforms(root, rest), key);
      assert.notEqual(parseExport('j.json', JSON.stringify(rest)).problems.length, 0, key);
    }
    assert.deepEqual([...(root.required ?? [])].sort(), Object.keys(whole).sort());
  });

  it('has the moment that the documentation shows', () => {
    const text = readFileSync(join(process.cwd(), 'docs/journal-format.md'), 'utf8');
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    const { moments, problems } = parseExport('journal-format.md', json);
    assert.deepEqual(problems, []);
    const [first] = moments;
    assert.ok(first);
    assert.deepEqual(
      Object.keys(first.moment).sort(),
      Object.keys(MomentSchema.entries).sort(),
      'it shows every field',
    );
    assert.ok(conforms(root, JSON.parse(json)));
    const shown: Moment = first.moment;
    assert.ok(shown.place && shown.followUp);
    assert.deepEqual(Object.keys(shown.place).sort(), Object.keys(CodePlaceSchema.entries).sort());
  });
});
