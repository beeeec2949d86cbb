import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { createFinder } from '../../../src/journal/views/find';
import { excerptOf } from '../../../src/platform/excerpt';
import { fold, foldWithPlaces } from '../../../src/platform/fold';
import { aMoment, anyMoment, anyText } from '../support';

const labels = {
  kinds: { review: 'Durchsicht', '1:1': 'Einzelgespräch' },
  skills: { execution: 'Umsetzung' },
  dimensions: { coaching: 'Begleiten' },
};

const moments: Moment[] = [
  aMoment('retry', {
    when: '2026-11-20T10:00:00+01:00',
    what: 'Paired on the retry logic.\nShe found the race herself.',
    who: ['Ana Ruiz'],
    kind: 'pairing',
    tags: ['concurrency'],
    learned: 'Waiting pays.',
    place: { file: 'src/queue/worker.ts', firstLine: 3, lastLine: 9 },
  }),
  aMoment('review', {
    when: '2026-11-19T10:00:00+01:00',
    what: 'Asked about the Résumé parser',
    who: ['José'],
    kind: 'review',
    skill: 'execution',
    followUp: { text: 'Send the paper on parsers', due: '2026-12-01' },
  }),
  aMoment('talk', {
    when: '2026-10-02T10:00:00+01:00',
    what: 'Talked about Anabel and what is next',
    who: [],
    kind: '1:1',
    dimension: 'coaching',
    tags: ['growth', 're-org'],
    followUp: { text: 'book', done: '2026-10-03T10:00:00+01:00' },
  }),
];

const ids = (query: string) =>
  createFinder(moments, labels)
    .find(query)
    .map(({ moment }) => moment.id);

describe('finding moments', () => {
  for (const [query, expected] of [
    ['', ['retry', 'review', 'talk']],
    ['   ', ['retry', 'review', 'talk']],
    ['RETRY', ['retry']],
    ['ogic', ['retry']],
    ['race', ['retry']],
    ['ana', ['retry', 'talk']],
    ['ruiz race', ['retry']],
    ['ruiz talked', []],
    ['jose', ['review']],
    ['JOSÉ', ['review']],
    ['Jose\u0301', ['review']],
    ['resume', ['review']],
    ['waiting', ['retry']],
    ['paper', ['review']],
    ['worker.ts', ['retry']],
    ['queue/', ['retry']],
    ['2026-11', ['retry', 'review']],
    ['11-20', ['retry']],
    ['durchsicht', ['review']],
    ['gespräch', ['talk']],
    ['1:1', ['talk']],
    ['execution', ['review']],
    ['umsetz', ['review']],
    ['coaching', ['talk']],
    ['@ana', ['retry']],
    ['@ruiz', ['retry']],
    ['@uiz', []],
    ['@"ana r"', ['retry']],
    ['@"ana r', ['retry']],
    ['@', ['retry', 'review']],
    ['#conc', ['retry']],
    ['#org', ['talk']],
    ['#ana', []],
    ['#', ['retry', 'talk']],
    ['kind:review', ['review']],
    ['kind:rev', ['review']],
    ['KIND:Durch', ['review']],
    ['kind:1:1', ['talk']],
    ['kind:eview', []],
    ['kind:', ['retry', 'review', 'talk']],
    ['kind:nonsense', []],
    ['skill:exec', ['review']],
    ['skill:', ['review']],
    ['dimension:begl', ['talk']],
    ['due:', ['review']],
    ['due:2026-12', ['review']],
    ['due:2027', []],
    ['@jose due: parser', ['review']],
    ['"retry logic"', ['retry']],
    ['"logic retry"', []],
    ['"', ['retry', 'review', 'talk']],
    ['other:thing', []],
  ] as const) {
    it(`${query || 'nothing'} gives ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(ids(query), expected);
    });
  }

  it('has whole words before beginnings, these before pieces, and equals in the order given', () => {
    const named = (what: string, index: number) => aMoment(`${index} ${what}`, { what, who: [] });
    const list = ['retesting', 'a test later', 'contest', 'testing', 'test', 'attest'].map(named);
    assert.deepEqual(
      createFinder(list)
        .find('test')
        .map(({ moment }) => moment.what),
      ['a test later', 'test', 'testing', 'retesting', 'contest', 'attest'],
    );
  });

  it('has what lists show before the rest of a text', () => {
    const list = [
      aMoment('below', { what: 'First line\nthe queue', who: [] }),
      aMoment('first', { what: 'The queue', who: [] }),
    ];
    assert.deepEqual(
      createFinder(list)
        .find('queue')
        .map(({ moment }) => moment.id),
      ['first', 'below'],
    );
  });

  it('finds a moment as it is now once it was replaced', () => {
    const changed = moments.map(moment => (moment.id === 'talk' ? { ...moment, what: 'Zebra' } : moment));
    assert.deepEqual(
      createFinder(changed)
        .find('zebra')
        .map(({ moment }) => moment.id),
      ['talk'],
    );
    assert.deepEqual(ids('zebra'), []);
  });

  it('finds every moment by any piece of its text, in any case, and marks where that stands', () => {
    fc.assert(
      fc.property(anyMoment, fc.nat(), fc.integer({ min: 1, max: 6 }), (moment, start, length) => {
        const chars = [...moment.what];
        const from = start % chars.length;
        const piece = chars.slice(from, from + length).join('');
        fc.pre(/^[\p{L}\p{N} ]+$/u.test(piece) && piece.trim() !== '');
        const [found] = createFinder([moment]).find(`"${piece.toUpperCase()}"`);
        fc.pre(fold(piece.toUpperCase()) === fold(piece));
        assert.equal(found?.moment, moment);
        const ranges = found?.rangesIn(moment.what) ?? [];
        assert.ok(ranges.length > 0);
        for (const { start: at, end } of ranges) {
          assert.ok(fold(moment.what.slice(at, end)).includes(fold(piece)));
        }
      }),
    );
  });

  it('takes any query', () => {
    const finder = createFinder(moments, labels);
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'@#": kind:due') })), query => {
        for (const found of finder.find(query)) {
          found.excerpt();
        }
      }),
    );
  });
});

describe('the excerpt of a found moment', () => {
  const excerptFor = (query: string) => {
    const { text, ranges } = createFinder(moments, labels).find(query)[0]?.excerpt() ?? {
      text: '',
      ranges: [],
    };
    return [text, ranges.map(({ start, end }) => text.slice(start, end))];
  };

  it('is the text that matched, on one line, with the matches', () => {
    assert.deepEqual(excerptFor('found herself'), [
      '… on the retry logic. She found the race herself.',
      ['found', 'herself'],
    ]);
    assert.deepEqual(excerptFor('resume'), ['Asked about the Résumé parser', ['Résumé']]);
    assert.deepEqual(excerptFor('paper'), ['Send the paper on parsers', ['paper']]);
    assert.deepEqual(excerptFor('waiting'), ['Waiting pays.', ['Waiting']]);
  });

  it('is the beginning where another field matched', () => {
    assert.deepEqual(excerptFor('kind:pairing'), [
      'Paired on the retry logic. She found the race herself.',
      [],
    ]);
  });

  it('has words that overlap as one range', () => {
    assert.deepEqual(excerptFor('retry etr ry'), [
      'Paired on the retry logic. She found the race herself.',
      ['retry'],
    ]);
  });
});

describe('an excerpt', () => {
  it('is short, on one line, and its ranges mark what they marked in the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 300 }), (filler, start, length) => {
        const text = `${filler} ${'word '.repeat(60)}${filler}`;
        const from = start % text.length;
        const range = { start: from, end: Math.min(text.length, from + length) };
        const excerpt = excerptOf(text, [range]);
        assert.ok(excerpt.text.length <= 126);
        assert.doesNotMatch(excerpt.text, /[\r\n\u2028]/);
        const [shown] = excerpt.ranges;
        assert.ok(shown && shown.end > shown.start);
        const marked = excerpt.text.slice(shown.start, shown.end);
        assert.ok(text.slice(range.start, range.end).replace(/\s/g, ' ').startsWith(marked));
      }),
    );
  });
});

describe('folding', () => {
  for (const [text, folded] of [
    ['RÉSUMÉ', 'resume'],
    ['e\u0301', 'e'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Å', 'a'],
    ['Weiß WEIẞ', 'weiss weiss'],
    ['ᲀВ', 'вв'],
    ['👍🏽 Ok', '👍🏽 ok'],
  ] as const) {
    it(`makes ${text} to ${folded}`, () => {
      assert.equal(fold(text), folded);
      assert.equal(foldWithPlaces(text).text, folded);
    });
  }

  it('knows where each piece came from, accents with it', () => {
    const text = '👍 Jose\u0301s Résumé';
    const folded = foldWithPlaces(text);
    for (const [word, original] of [
      ['joses', 'Jose\u0301s'],
      ['jose', 'Jose\u0301'],
      ['resume', 'Résumé'],
      ['👍', '👍'],
    ] as const) {
      const at = folded.text.indexOf(word);
      const { start, end } = folded.original(at, at + word.length);
      assert.equal(text.slice(start, end), original);
    }
  });

  it('gives the whole text back for the whole folded text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const folded = foldWithPlaces(text);
        fc.pre(folded.text !== '');
        const { start, end } = folded.original(0, folded.text.length);
        assert.equal(fold(text.slice(0, start)), '');
        assert.equal(end, text.length);
      }),
    );
  });
});
