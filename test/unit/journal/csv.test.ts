import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { parseCsv, printCsv } from '../../../src/journal/text/csv';
import { aMoment } from '../support';
import { anyWholeMoments, trickyText } from './wholeMoments';

const columns =
  'id,when,what,who,kind,skill,dimension,tags,minutes,learned,followUp.due,followUp.text,followUp.done,' +
  'place.file,place.firstLine,place.lastLine,place.commit,place.permalink,more';

const parse = (text: string) => parseCsv('j.csv', text);
const numbered = (moments: readonly Moment[]) => moments.map((moment, at) => ({ row: at + 2, moment }));

/** The cells of a moment whose text is without commas, quotes and line ends. */
function cellsOf(moment: Moment): string[] {
  return (printCsv([moment]).split('\r\n')[1] ?? '').split(',');
}

describe('moments as CSV', () => {
  it('are a row each, below the names of the columns', () => {
    const text = printCsv([
      aMoment('a', {
        what: 'We paired.\nShe drove, "fast".',
        who: ['Ana', 'Jo'],
        kind: '1:1',
        tags: ['css', 'parser'],
        minutes: 45,
        learned: 'Ask; wait.',
        followUp: { due: '2026-03-08', by: ['Kim'] },
        place: { file: 'src/a.ts', firstLine: 3, lastLine: 9 },
        mood: 'glad',
      }),
      aMoment('b'),
    ]);
    assert.equal(
      text,
      `\ufeff${[
        columns,
        'a,2026-03-01T14:30:00+01:00,"We paired.\nShe drove, ""fast"".","Ana, Jo",1:1,,,"css, parser",45,' +
          'Ask; wait.,2026-03-08,,,src/a.ts,3,9,,,"{""followUp"":{""by"":[""Kim""]},""mood"":""glad""}"',
        'b,2026-03-01T14:30:00+01:00,what happened in b,Ana,,,,,,,,,,,,,,,',
        '',
      ].join('\r\n')}`,
    );
  });

  it('read as they were printed, whatever they hold', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => {
        assert.deepEqual(parse(printCsv(moments)), { moments: numbered(moments), problems: [] });
      }),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('keep what is there and empty', () => {
    const moments = [
      aMoment('a', { who: [], tags: [], learned: '', followUp: {} }),
      aMoment('b', { followUp: { text: '' } }),
    ];
    assert.deepEqual(parse(printCsv(moments)).moments, numbered(moments));
  });

  it('have no cell that a spreadsheet would run, whatever they hold', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => {
        // Quoted cells, or what stands between commas and line ends.
        const cells = printCsv(moments).matchAll(/(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
        for (const [, quoted = '', plain = ''] of cells) {
          assert.doesNotMatch(quoted + plain, /^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
    );
  }).timeout(20_000);

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', "'=", "''@", "'"]) {
    it(`keep a text that begins with ${JSON.stringify(start)}`, () => {
      const what = `${start}HYPERLINK("https://example.org")\nmore`;
      const moments = [aMoment('a', { what, learned: start })];
      const text = printCsv(moments);
      assert.equal(text.includes(`"'${start}HYPER`), start !== "'");
      assert.deepEqual(parse(text).moments, numbered(moments));
    });
  }

  for (const [what, who] of [
    ['a comma', ['Doe, Jo', 'Ana']],
    ['an “and”', ['Sand and Sea']],
    ['a bracket', ['[Ana]']],
    ['an at sign', ['@ana']],
    ['twice the same', ['Ana', 'Ana']],
    ['blanks around', [' Ana ']],
  ] as const) {
    it(`keep names with ${what}`, () => {
      const moments = [aMoment('a', { who: [...who] })];
      assert.deepEqual(parse(printCsv(moments)).moments, numbered(moments));
    });
  }
});

describe('CSV that a spreadsheet has saved', () => {
  const moments = [
    aMoment('a', { what: 'One\nTwo', tags: ['css', 'a.b'], learned: 'x', mood: 'glad' }),
    aMoment('b', { kind: 'review', followUp: { due: '2026-04-01' } }),
  ];
  /** The same table, as another program would print it. */
  const saved = (sign: string, lineEnd: string) =>
    parse(printCsv(moments))
      .moments.map(({ moment: { id, when, what, who, kind = '', tags = [] } }) =>
        [what.replace('\n', lineEnd), id, when, who.join(', '), kind, tags.join(', '), '']
          .map(cell => `"${cell}"`)
          .join(sign),
      )
      .reduce(
        (text, row) => `${text}${row}${lineEnd}`,
        `${['what', 'id', 'when', 'who', 'kind', 'tags', 'learned'].join(sign)}${lineEnd}`,
      );

  for (const sign of [',', ';', '\t']) {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      it(`is read with ${JSON.stringify(sign)} between cells and ${JSON.stringify(lineEnd)} at the end`, () => {
        const read = parse(saved(sign, lineEnd));
        assert.deepEqual(read.problems, []);
        assert.deepEqual(
          read.moments.map(({ row, moment }) => [row, moment.id, moment.what, moment.kind, moment.tags]),
          [
            [2, 'a', `One${lineEnd}Two`, undefined, ['css', 'a.b']],
            [3, 'b', 'what happened in b', 'review', undefined],
          ],
        );
      });
    }
  }

  it('may have empty rows, and rows without their last cells', () => {
    const [header, a = '', b = ''] = printCsv([aMoment('a'), aMoment('b')]).split('\r\n');
    const text = [header, '', a, ',,,,', '   ', b.replace(/,+$/, ''), ''].join('\r\n');
    assert.deepEqual(parse(text), {
      moments: [
        { row: 3, moment: aMoment('a') },
        { row: 6, moment: aMoment('b') },
      ],
      problems: [],
    });
  });

  it('has cells that it left empty filled by nothing', () => {
    const { moments: read } = parse('id,when,what\na,2026-03-01T14:30:00Z,x\n');
    assert.deepEqual(read[0]?.moment, { id: 'a', when: '2026-03-01T14:30:00Z', what: 'x', who: [] });
  });
});

/** A good row with one of its cells replaced. */
function rowWith(column: string, cell: string): string {
  const cells = cellsOf(aMoment('bad', { place: { file: 'a.ts', firstLine: 3, lastLine: 9 } }));
  cells[columns.split(',').indexOf(column)] = `"${cell.replaceAll('"', '""')}"`;
  return cells.join(',');
}

const malformed: readonly (readonly [what: string, row: string, reason: RegExp])[] = [
  ['no id', rowWith('id', ''), /id: it is missing/],
  ['no time', rowWith('when', ''), /when: it is missing/],
  ['a time in words', rowWith('when', 'yesterday'), /row 3: when: a date [^;]*$/],
  [
    'a follow-up due on no day',
    rowWith('followUp.due', '2026-02-31'),
    /followUp\.due: there is no such day$/,
  ],
  ['a time without offset', rowWith('when', '2026-03-01 14:30'), /when: .*offset/],
  ['a spreadsheet’s number for a time', rowWith('when', '46082.604'), /when: .*offset/],
  ['nothing that happened', rowWith('what', ''), /what: it is missing/],
  ['a broken list of people', rowWith('who', '["Ana"'), /who: ./],
  ['a number among the people', rowWith('who', '[3]'), /who\.0: ./],
  ['nobody’s name', rowWith('who', '[""]'), /who\.0: ./],
  ['an unknown kind', rowWith('kind', 'lunch'), /kind: .*pairing/],
  ['a kind that became a time of day', rowWith('kind', '01:01:00'), /kind: .*1:1/],
  ['an unknown skill', rowWith('skill', 'juggling'), /skill: ./],
  ['an unknown dimension', rowWith('dimension', 'third'), /dimension: ./],
  ['a tag of two words', rowWith('tags', 'two words'), /tags\.0: a word without blanks/],
  ['minutes in words', rowWith('minutes', 'some'), /minutes: ./],
  ['no minutes', rowWith('minutes', '0'), /minutes: ./],
  ['minutes below zero', rowWith('minutes', '-5'), /minutes: ./],
  ['broken minutes', rowWith('minutes', '1.5'), /minutes: ./],
  ['a day of another order', rowWith('followUp.due', '01/03/2026'), /followUp\.due: a day/],
  ['a day for a time', rowWith('followUp.done', '2026-03-01'), /followUp\.done: .*offset/],
  ['a place without file', rowWith('place.file', ''), /place\.file: it is missing/],
  ['a place on line 0', rowWith('place.firstLine', '0'), /place\.firstLine: ./],
  ['a place without last line', rowWith('place.lastLine', ''), /place\.lastLine: it is missing/],
  ['a commit as a number', rowWith('place.commit', '1.23E+10'), /place\.commit: a commit hash/],
  ['a link without address', rowWith('place.permalink', 'here'), /place\.permalink: ./],
  ['a link that runs', rowWith('place.permalink', 'javascript:alert(1)'), /place\.permalink: ./],
  ['more that isn’t JSON', rowWith('more', '{mood: glad}'), /more: .*JSON object/],
  ['more that is a list', rowWith('more', '[1]'), /more: .*JSON object/],
  ['more that is null', rowWith('more', 'null'), /more: .*JSON object/],
  ['a follow-up that is text', rowWith('more', '{"followUp":"x"}'), /followUp: ./],
  ['a place that is a list', rowWith('more', '{"place":[1]}'), /place: .*not a list/],
  ['more without end', rowWith('more', `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`), /too deeply/],
  ['more cells than columns', `${rowWith('kind', 'review')},and more`, /more cells/],
  ['plain text', 'paired with Ana today', /when: it is missing/],
  ['a merge conflict’s middle', '=======', /when: it is missing/],
  ['a quote within a quoted cell', rowWith('what', 'x').replace('"x"', '"x" and "y"'), /quotes don’t match/],
];

describe('a malformed row of CSV', () => {
  for (const [what, row, reason] of malformed) {
    it(`is told with its row and line while its neighbours are read: ${what}`, () => {
      const [header, before, after] = printCsv([aMoment('before', { what: 'a\nb' }), aMoment('after')])
        .trimEnd()
        .split('\r\n');
      const { moments, problems } = parse([header, before, row, after, ''].join('\r\n'));
      assert.deepEqual(
        moments.map(({ row: at, moment }) => [at, moment.id]),
        [
          [2, 'before'],
          [4, 'after'],
        ],
      );
      assert.deepEqual(
        problems.map(({ file, line }) => [file, line]),
        [['j.csv', 4]],
      );
      assert.match(problems[0]?.reason ?? '', /^row 3: ./);
      assert.match(problems[0]?.reason ?? '', reason);
    });
  }

  it('tells all that is wrong with it', () => {
    const { problems } = parse('id,when,what,kind\na,now,,lunch\n');
    assert.match(problems[0]?.reason ?? '', /^row 2: when: .*; what: it is missing; kind: ./);
  });

  it('is the last one where the file breaks off anywhere in it', () => {
    const good = aMoment('good');
    const text = printCsv([good, aMoment('last', { learned: 'a "b"\nc', mood: 'glad' })]);
    const start = text.indexOf('\r\nlast,') + 2;
    const beforeMore = text.indexOf('"{""mood');
    for (let length = start + 1; length < text.length - 2; length += 1) {
      // An empty last cell is a whole one.
      if (length === beforeMore) {
        continue;
      }
      const { moments, problems } = parse(text.slice(0, length));
      assert.deepEqual(moments, [{ row: 2, moment: good }], text.slice(start, length));
      assert.match(problems[0]?.reason ?? '', /^row 3: /);
    }
  });

  it('takes the rows below with it where its quotes are open, and says so', () => {
    const text = printCsv([aMoment('a'), aMoment('b')]).replace('what happened in a', '"open');
    const { moments, problems } = parse(text);
    assert.deepEqual(moments, []);
    assert.deepEqual(problems.length, 1);
    assert.match(problems[0]?.reason ?? '', /^row 2: its quotes .*rows below/);
  });
});

describe('the row of names', () => {
  for (const [what, text] of [
    ['is missing', 'a,2026-03-01T14:30:00Z,x\n'],
    ['lacks what happened', 'id,when\na,2026-03-01T14:30:00Z\n'],
    ['is all there isn’t', ''],
    ['is of another file', '{"belay":"journal-export","version":1}'],
  ]) {
    it(`is asked for where it ${what}`, () => {
      const { moments, problems } = parse(text ?? '');
      assert.deepEqual(moments, []);
      assert.equal(problems[0]?.line, 1);
      assert.match(problems[0]?.reason ?? '', /missing: .*what/);
    });
  }

  it('has columns told that nobody knows, or that come twice', () => {
    const { moments, problems } = parse('id,when,what,notes,what,\na,2026-03-01T14:30:00Z,x,n,y,\n');
    assert.equal(moments[0]?.moment.what, 'x');
    assert.deepEqual(
      problems.map(({ line, reason }) => `${line}: ${reason}`),
      ['1: the column "notes" isn’t known and was left out', '1: a second column "what" was left out'],
    );
  });
});

describe('reading CSV', () => {
  it('never throws, whatever the text is', () => {
    const piece = fc.oneof(trickyText, fc.constantFrom(columns, '\n', ',', '"', rowWith('kind', 'review')));
    fc.assert(
      fc.property(
        fc.array(piece).map(pieces => pieces.join('')),
        fc.boolean(),
        (text, named) => {
          const { problems } = parse(named ? `${columns}\n${text}` : text);
          assert.ok(problems.every(({ reason, line = 0 }) => reason !== '' && line > 0));
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(20_000);
});
