import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { parseMomentFile, printMomentFile } from '../../../src/journal/text/momentFile';
import { captureAnchor } from '../../../src/platform/anchors/anchor';
import { aMoment } from '../support';
import { anyWholeMoment, trickyText } from './wholeMoments';

const parse = (text: string, before: Moment) => parseMomentFile({ name: 'm.md', text }, before);

/** The moment that a person makes of `before` by `edit`ing its file. */
function edited(before: Moment, edit: (text: string) => string): Moment {
  const parsed = parse(edit(printMomentFile(before)), before);
  assert.ok('moment' in parsed, JSON.stringify(parsed));
  return parsed.moment;
}

const full = aMoment('full', {
  what: 'We paired.\n\n---\n\nShe drove.',
  who: ['Ana', 'Jo "J" Doe'],
  kind: '1:1',
  skill: 'people-development',
  dimension: 'coaching',
  tags: ['parser', 'c/c'],
  minutes: 45,
  learned: 'Ask first.\nThen wait.',
  followUp: { due: '2026-03-08', text: 'Ask: how was it?', done: '2026-03-09T09:00:00+01:00' },
  place: {
    file: 'src/a.ts',
    firstLine: 3,
    lastLine: 9,
    commit: '0123456',
    permalink: 'https://example.org/a#L3',
  },
});

const code = Array.from({ length: 12 }, (_, n) => `line ${n}`);
const anchored = { ...full, place: { ...full.place, anchor: captureAnchor(code, 2, 8) } } as Moment;

describe('a moment as a file', () => {
  it('shows what may be filled and which words are allowed', () => {
    assert.equal(
      printMomentFile(aMoment('a', { what: 'We paired.', who: [] })),
      `---
when: 2026-03-01T14:30:00+01:00
who: # names, with commas between
kind: # pairing, review, 1:1, feedback, delegation, unblocking, facilitation, recognition, interviewing, other
skill: # leadership-communication, people-development, execution, technical-credibility
dimension: # leadership, conflict-resolution, execution, coaching, strategic-thinking
tags: # words, with commas between
minutes: # how long it took
learned: # what you learned from it
followUp:
  due: # a day, as 2026-03-08
  text: # what is to be done
  done: # when it was done, as 2026-03-08T17:00:00+01:00
place:
  file: # src/a.ts
  lines: # 3-9, or 3
  commit:
  permalink:
---

We paired.
`,
    );
  });

  it('shows what it has', () => {
    assert.equal(
      printMomentFile(full),
      `---
when: 2026-03-01T14:30:00+01:00
who:
  - Ana
  - Jo "J" Doe
kind: 1:1 # pairing, review, 1:1, feedback, delegation, unblocking, facilitation, recognition, interviewing, other
skill: people-development # leadership-communication, people-development, execution, technical-credibility
dimension: coaching # leadership, conflict-resolution, execution, coaching, strategic-thinking
tags:
  - parser
  - c/c
minutes: 45
learned: |-
  Ask first.
  Then wait.
followUp:
  due: 2026-03-08
  text: "Ask: how was it?"
  done: 2026-03-09T09:00:00+01:00
place:
  file: src/a.ts
  lines: 3-9
  commit: "0123456"
  permalink: https://example.org/a#L3
---

We paired.

---

She drove.
`,
    );
  });

  it('reads as it was printed, whatever the moment holds', () => {
    fc.assert(
      fc.property(anyWholeMoment, moment => {
        assert.deepEqual(parse(printMomentFile(moment), moment), { moment });
      }),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('says the same with the line ends of Windows', () => {
    assert.deepEqual(
      edited(full, text => text.replaceAll('\n', '\r\n')),
      full,
    );
  });

  it('doesn’t show the id nor what this version doesn’t know', () => {
    const text = printMomentFile({ ...full, id: 'secret-id', mood: 'glad' });
    assert.doesNotMatch(text, /secret-id|mood|glad/);
  });

  it('doesn’t show the anchor of its place', () => {
    assert.equal(printMomentFile(anchored), printMomentFile(full));
  });
});

describe('an edited file of a moment', () => {
  const later: Moment = {
    ...full,
    mood: { glad: [1] },
    followUp: { ...full.followUp, by: ['Ana'] },
    place: { file: 'src/a.ts', firstLine: 3, lastLine: 9, column: 7 },
  };

  it('changes what was changed and nothing else', () => {
    const moment = edited(later, text =>
      text.replace('She drove.', 'He drove.').replace('2026-03-08', '2026-04-08').replace('3-9', '4'),
    );
    assert.deepEqual(moment, {
      ...later,
      what: full.what.replace('She', 'He'),
      followUp: { ...later.followUp, due: '2026-04-08' },
      place: { ...later.place, firstLine: 4, lastLine: 4 },
    });
  });

  it('keeps what it doesn’t show of any moment, whatever is written into it', () => {
    const text = trickyText.filter(one => one.trim() !== '');
    fc.assert(
      fc.property(anyWholeMoment, text, (before, written) => {
        const moment = edited(before, file => `${file.slice(0, file.indexOf('\n---\n') + 5)}${written}`);
        assert.deepEqual(moment, { ...before, what: written.replace(/\r\n?/g, '\n').trim() });
      }),
    );
  }).timeout(20_000);

  it('keeps the anchor of its place as long as that is the same lines of the same file', () => {
    const { place } = anchored;
    for (const [now, later, expected] of [
      ['She drove.', 'He drove.', place],
      ['"0123456"', '"7654321"', { ...place, commit: '7654321' }],
      ['lines: 3-9', 'lines: 3 – 9', place],
      ['lines: 3-9', 'lines: 3-8', { ...full.place, lastLine: 8 }],
      ['lines: 3-9', 'lines: 2-9', { ...full.place, firstLine: 2 }],
      ['file: src/a.ts', 'file: src/b.ts', { ...full.place, file: 'src/b.ts' }],
    ] as const) {
      const moment = edited(anchored, text => text.replace(now, later));
      assert.deepEqual(moment.place, expected, later);
    }
  });

  it('takes names and tags in a line, as people type them', () => {
    const moment = edited(aMoment('a', { who: [] }), text =>
      text.replace(/^who:.*$/m, 'who: Ana, @Jo and Kim').replace(/^tags:.*$/m, 'tags: parser, css'),
    );
    assert.deepEqual(
      [moment.who, moment.tags],
      [
        ['Ana', 'Jo', 'Kim'],
        ['parser', 'css'],
      ],
    );
  });

  it('may have the keys in any order and lack those without a value', () => {
    const moment = parse('---\nminutes: 5\nwhen: 2026-03-01T14:30:00Z\n---\nAlone.', aMoment('a'));
    assert.deepEqual(moment, {
      moment: { id: 'a', when: '2026-03-01T14:30:00Z', what: 'Alone.', who: [], minutes: 5 },
    });
  });

  for (const [key, text] of [
    ['kind', '---\nwhen: 2026-03-01T14:30:00+01:00\nwho: Ana\nkind:\n---\n'],
    ['place', '---\nwhen: 2026-03-01T14:30:00+01:00\nplace: {file:, lines:}\n---\n'],
    ['followUp', '---\nwhen: 2026-03-01T14:30:00+01:00\nfollowUp:\n---\n'],
  ] as const) {
    it(`has no ${key} any more where that was emptied, nor what belonged to it`, () => {
      const parsed = parse(`${text}She drove.`, later);
      assert.ok('moment' in parsed);
      assert.ok(!(key in parsed.moment));
      assert.deepEqual(parsed.moment['mood'], later['mood']);
    });
  }

  it('keeps a follow-up of which this version can show nothing', () => {
    const before = aMoment('a', { followUp: { by: ['Ana'] } });
    assert.deepEqual(
      edited(before, text => text.replace(before.what, 'Else.')),
      { ...before, what: 'Else.' },
    );
  });

  it('begins a follow-up and a place where there were none', () => {
    const moment = edited(aMoment('a'), text =>
      text
        .replace(/due:.*/, 'due: 2026-05-01')
        .replace(/file:.*/, 'file: b.ts')
        .replace(/lines:.*/, 'lines: 7–8'),
    );
    assert.deepEqual(moment.followUp, { due: '2026-05-01' });
    assert.deepEqual(moment.place, { file: 'b.ts', firstLine: 7, lastLine: 8 });
  });

  it('keeps lines that were the wrong way round before', () => {
    const before = aMoment('a', { place: { file: 'a.ts', firstLine: 9, lastLine: 3 } });
    assert.deepEqual(
      edited(before, text => text),
      before,
    );
  });
});
