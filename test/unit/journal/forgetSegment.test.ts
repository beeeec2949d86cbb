import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { type JournalEvent, parseSegment, printEvent, printHeader } from '../../../src/journal/segment';
import { MomentUnion } from '../../../src/journal/union';
import { aMoment, anyText } from '../support';
import { anyHow, anyNamedMoments, forgetInMoments, namesLeft, planForMoments } from './forgettable';

const header = printHeader({ writer: 'w', workspace: { name: 'shop', folders: ['file:///shop'] } });

const put = (entry: Moment, ms = 1): JournalEvent => ({
  op: 'put',
  stamp: { ms, count: 0, writer: 'w' },
  entry,
});
const putLine = (entry: Moment, ms = 1) => printEvent(put(entry, ms));

function unionOf(text: string): MomentUnion {
  const union = new MomentUnion();
  for (const event of parseSegment('s.jsonl', text).events) {
    union.apply(event);
  }
  return union;
}

describe('forgetting in a segment', () => {
  it('changes events of every age, and nothing else', () => {
    const other =
      '{ "op":"put", "ms":1.0, "count":0, "moment":{"id":"x","when":"2026-03-01T10:00:00Z","what":"Jo","who":[]} }';
    const lines = [
      header,
      putLine(aMoment('a', { what: 'Ana led', who: ['Ana', 'Jo'] })),
      other,
      putLine(aMoment('a', { what: 'She led', who: ['Ana', 'Jo'] }), 2),
      '{"op":"delete","ms":3,"count":0,"id":"b"}',
      '',
    ];
    const { text, changed, left } = forgetInMoments(lines.join('\r\n'), 'Ana', { pseudonym: 'P1' });
    const after = [...lines];
    after[1] = putLine(aMoment('a', { what: 'P1 led', who: ['P1', 'Jo'] }));
    after[3] = putLine(aMoment('a', { what: 'She led', who: ['P1', 'Jo'] }), 2);
    assert.equal(text, after.join('\r\n'));
    assert.equal(changed, 2);
    assert.deepEqual(left, []);
  });

  it('makes a moment with nobody else a delete at the same time', () => {
    const text = `${header}\n${putLine(aMoment('a', { who: ['Ana'] }), 7)}\n`;
    assert.equal(
      forgetInMoments(text, 'Ana', 'remove').text,
      `${header}\n{"op":"delete","ms":7,"count":0,"id":"a"}\n`,
    );
  });

  it('finds names however JSON has them, in keys that are said twice, and in an event’s own unknown keys', () => {
    const moment = '{"id":"a","when":"2026-03-01T10:00:00Z","what":"x","who":[]';
    for (const [line, after] of [
      [`{"op":"put","ms":1,"count":0,"moment":${moment},"mood":"\\nJos\\u00e9"}}`, /"mood":"\\nsomeone"/],
      [`{"op":"put","ms":1,"count":0,"moment":${moment},"what":"José","what":"y"}}`, /"what":"y","who"/],
      [`{"op":"put","ms":1,"count":0,"by":"José","moment":${moment}}}`, /"by":"someone"/],
      ['{"op":"delete","ms":1,"count":0,"by":["José"],"id":"a"}', /"by":\["someone"\],"id":"a"/],
    ] as const) {
      const result = forgetInMoments(`${header}\n${line}\n`, 'José', 'remove');
      assert.match(result.text, after);
      assert.doesNotMatch(result.text, /Jos/);
      assert.deepEqual([result.changed, result.left], [1, []]);
    }
  });

  it('names the lines in which the name is left, and leaves these as they are', () => {
    const lines = [
      printHeader({ writer: 'w', workspace: { name: 'Ana’s shop', folders: [] } }),
      '{"op":"put","ms":1,"count":0,"moment":{"id":"a","what":"by \\tAna", tor',
      '{"op":"put","ms":1,"count":0,"moment":{"id":"a","what":"Anabel", tor',
      '{"op":"merge","with":"Ana"}',
      '{"op":"delete","ms":1,"count":0,"id":"Ana 1"}',
      putLine(aMoment('c', { mood: 0 })).replace(
        '"mood":0',
        `"mood":${'['.repeat(50_000)}"Ana"${']'.repeat(50_000)}`,
      ),
    ];
    const { text, changed, left } = forgetInMoments(lines.join('\n'), 'Ana', 'remove');
    assert.equal(text, lines.join('\n'));
    assert.equal(changed, 0);
    assert.deepEqual(left, [
      { line: 1, why: 'header' },
      { line: 2, why: 'unreadable' },
      { line: 4, why: 'unreadable' },
      { line: 5, why: 'id' },
      { line: 6, why: 'unreadable' },
    ]);
  });

  it('changes what can be changed where the id has the name', () => {
    const text = putLine(aMoment('Ana 1', { who: ['Jo'], what: 'Ana led' }));
    const result = forgetInMoments(text, 'Ana', 'remove');
    assert.equal(result.text, putLine(aMoment('Ana 1', { who: ['Jo'], what: 'someone led' })));
    assert.deepEqual([result.changed, result.left], [1, [{ line: 1, why: 'id' }]]);
  });

  it('spares others only where they are, not where two names stand side by side', () => {
    const line = putLine(aMoment('a', { who: ['Ana', 'Costa'], what: 'x' }));
    const { text } = forgetInMoments(line, 'Ana', 'remove', { spare: ['Ana Costa'] });
    assert.equal(text, putLine(aMoment('a', { who: ['Costa'], what: 'x' })));
  });

  it('takes people from who in any case, where case counts in texts', () => {
    const line = putLine(aMoment('a', { who: ['will', 'Jo'], what: 'we will' }));
    const { text, changed } = forgetInMoments(line, 'Will', 'remove', { exactCase: true });
    assert.equal(text, putLine(aMoment('a', { who: ['Jo'], what: 'we will' })));
    assert.equal(changed, 1);
  });

  it('is forgetting in the journal: no name is left, and the union is what the plan said', () => {
    const anyTorn = fc.array(anyText, { maxLength: 3 });
    fc.assert(
      fc.property(
        anyNamedMoments,
        anyTorn,
        anyHow,
        fc.boolean(),
        ({ name, moments }, torn, how, firstName) => {
          const options = { firstName };
          // Events of the same moment at rising times, other lines between them.
          const events = moments.flatMap((moment, ms) => [putLine(moment, ms), ...torn.slice(ms, ms + 1)]);
          const text = [header, ...events].join('\n');
          const result = forgetInMoments(text, name, how, options);
          const before = parseSegment('s', text);
          const after = parseSegment('s', result.text);
          for (const event of after.events) {
            assert.deepEqual(event.op === 'put' ? namesLeft(event.entry, name) : [], []);
          }
          assert.deepEqual(after.problems, before.problems);
          const living = unionOf(text).moments();
          const planned = new Map(
            planForMoments(living, name, how, options).map(step => [step.entry, step.after]),
          );
          assert.deepEqual(
            unionOf(result.text).moments(),
            living.flatMap(moment => (planned.has(moment) ? (planned.get(moment) ?? []) : [moment])),
          );
          const [linesBefore, linesAfter] = [text.split('\n'), result.text.split('\n')];
          assert.equal(linesAfter.length, linesBefore.length);
          assert.equal(
            linesAfter.filter((line, index) => line !== linesBefore[index]).length,
            result.changed,
          );
          assert.equal(forgetInMoments(result.text, name, how, options).text, result.text);
        },
      ),
    );
  }).timeout(10_000);
});
