import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GuideSearch, matchesIn, pieces } from '../../../src/guide/search';
import { aSection } from '../../fixtures/section';
import { anyText } from '../support';
import { excerptFrom, find, matchesOf, textOf } from './hits';

/** Words that no query of these tests is close to. */
const filler = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe('a hit', () => {
  it('has its title with the matches in it', () => {
    const [hit] = find('walrus talk', aSection('one', { title: 'A Walrus, talking' }));
    assert.deepEqual(hit?.title, [
      { text: 'A ', isMatch: false },
      { text: 'Walrus', isMatch: true },
      { text: ', ', isMatch: false },
      { text: 'talking', isMatch: true },
    ]);
  });

  it('has the section’s summary where its text has no match', () => {
    const [hit] = find(
      'walrus',
      aSection('one', { title: 'Walrus', summary: 'A walrus talks', markdown: 'Text' }),
    );
    assert.equal(textOf(hit?.excerpt ?? []), 'A walrus talks');
    assert.deepEqual(matchesOf(hit?.excerpt ?? []), ['walrus']);
  });

  it('has the words that matched, in lower case', () => {
    const [hit] = find('WALR carp', aSection('one', { title: 'Walrus', markdown: 'CARPENTER Walrus' }));
    assert.deepEqual(new Set(hit?.terms), new Set(['walrus', 'carpenter']));
  });

  it('marks what matched by its beginning or nearly', () => {
    assert.deepEqual(matchesOf(excerptFrom('We delegate by delegation.', 'deleg')), [
      'delegate',
      'delegation',
    ]);
    assert.deepEqual(matchesOf(excerptFrom('We delegate.', 'delgate')), ['delegate']);
  });
});

describe('an excerpt', () => {
  it('is the whole text where that is short', () => {
    assert.equal(textOf(excerptFrom('A walrus\n\ntalks to *me*.', 'walrus')), 'A walrus talks to me.');
  });

  it('begins with the text where the match is near its begin', () => {
    assert.match(textOf(excerptFrom(`A walrus ${filler(60)}`, 'walrus')), /^A walrus word0 .* word\d+ …$/);
  });

  it('ends with the text where the match is near its end', () => {
    assert.match(textOf(excerptFrom(`${filler(60)} the walrus`, 'walrus')), /^… word\d+ .* the walrus$/);
  });

  it('is cut between words on both sides in the middle of a text', () => {
    const excerpt = textOf(excerptFrom(`${filler(60)} walrus ${filler(60)}`, 'walrus'));
    assert.match(excerpt, /^… word\d+ .*walrus.* word\d+ …$/);
  });

  it('is the place with the most different words of the query', () => {
    const text = `walrus walrus walrus ${filler(60)} a carpenter and a walrus ${filler(60)}`;
    assert.deepEqual(matchesOf(excerptFrom(text, 'walrus carpenter')), ['carpenter', 'walrus']);
  });

  it('is the first place where several say as much', () => {
    assert.match(textOf(excerptFrom(`${filler(9)} walrus ${filler(60)} walrus`, 'walrus')), /word8 walrus/);
  });

  it('has the match after something long without spaces', () => {
    assert.deepEqual(matchesOf(excerptFrom(`${'x'.repeat(60)}/needle and more`, 'needle')), ['needle']);
  });

  it('has the match in a text without spaces', () => {
    const text = `${'汉字，'.repeat(80)}目标，${'汉字，'.repeat(80)}`;
    assert.deepEqual(matchesOf(excerptFrom(text, '目标')), ['目标']);
  });

  it('has the match and fits, however long the words around it are', () => {
    const stretch = fc.array(fc.tuple(fc.nat(300), fc.constantFrom(' ', '/', '，')), { maxLength: 4 });
    const join = (all: [number, string][]) => all.map(([length, end]) => 'x'.repeat(length) + end).join('');
    fc.assert(
      fc.property(stretch, stretch, (before, after) => {
        const text = `${join(before)}needle/${join(after)}`;
        const excerpt = excerptFrom(text, 'needle', { origin: 'untrusted' });
        assert.deepEqual(matchesOf(excerpt), ['needle']);
        assert.ok(textOf(excerpt).length <= 160, `${textOf(excerpt).length} characters`);
      }),
    );
  });

  it('is found quickly in the longest page', () => {
    const search = new GuideSearch([aSection('one', { markdown: 'a '.repeat(50_000) })]);
    const begin = performance.now();
    search.find('a');
    assert.ok(performance.now() - begin < 1000, `${Math.round(performance.now() - begin)} ms`);
  }).timeout(60_000);

  it('has the match, fits and is cut between words, for any words', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[b-k]{1,12}$/),
      fc.constantFrom('–', '“so”', 'it’s', '1:1', 'Öl,', '👍'),
    );
    const place = fc.tuple(
      fc.array(word, { maxLength: 90, size: 'max' }),
      fc.array(word, { maxLength: 90, size: 'max' }),
    );
    fc.assert(
      fc.property(place, fc.constantFrom('walrus', 'Walrus,', '“walrus”'), ([before, after], match) => {
        const text = [...before, match, ...after].join(' ');
        const section = aSection('one', { markdown: text, origin: 'untrusted' });
        const [hit] = find('walrus', section);
        const excerpt = textOf(hit?.excerpt ?? []);
        assert.deepEqual(
          matchesOf(hit?.excerpt ?? []).map(found => found.toLowerCase()),
          ['walrus'],
        );
        assert.ok(excerpt.length <= 160, `${excerpt.length} characters`);
        const words = excerpt.replace(/^… /, '').replace(/ …$/, '');
        const at = ` ${text} `.indexOf(` ${words} `);
        assert.ok(at >= 0, `"${words}" is cut inside a word`);
        assert.equal(excerpt.startsWith('… '), at > 0);
        assert.equal(excerpt.endsWith(' …'), at + words.length < text.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('text in pieces', () => {
  it('is cut where matches begin and end', () => {
    assert.deepEqual(pieces('Say what you say.', new Set(['say'])), [
      { text: 'Say', isMatch: true },
      { text: ' what you ', isMatch: false },
      { text: 'say', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  it('is one piece where nothing matches, and none where there is no text', () => {
    assert.deepEqual(pieces('Text', new Set(['tex'])), [{ text: 'Text', isMatch: false }]);
    assert.deepEqual(pieces('', new Set(['text'])), []);
  });

  it('matches whole words alone', () => {
    assert.deepEqual(matchesIn('cat concat cats cat’s cat-nap', new Set(['cat'])), [
      { from: 0, to: 3 },
      { from: 22, to: 25 },
    ]);
  });

  const anyTerms = (text: string) => {
    const words = text.match(/[\p{L}\p{N}’']+/gu)?.map(word => word.toLowerCase()) ?? [];
    return fc.subarray([...new Set([...words, 'a', 'constructor'])]).map(terms => new Set(terms));
  };
  const anyTextAndTerms = fc
    .oneof(
      anyText,
      fc
        .array(fc.constantFrom('a', 'A', 'b', "it's", 'it’s', 'Über', ' ', '-', '👍', '\n', '\u0307', 'İ'))
        .map(all => all.join('')),
    )
    .chain(text => fc.tuple(fc.constant(text), anyTerms(text)));

  it('gives the text back when it is joined, and no empty piece, for any text', () => {
    fc.assert(
      fc.property(anyTextAndTerms, ([text, terms]) => {
        const all = pieces(text, terms);
        assert.equal(textOf(all), text);
        assert.ok(all.every(piece => piece.text !== ''));
      }),
    );
  });

  it('marks exactly what matches, for any text', () => {
    fc.assert(
      fc.property(anyTextAndTerms, ([text, terms]) => {
        assert.deepEqual(
          matchesOf(pieces(text, terms)),
          matchesIn(text, terms).map(({ from, to }) => text.slice(from, to)),
        );
        for (const match of matchesOf(pieces(text, terms))) {
          assert.ok(terms.has(match.toLowerCase().replaceAll('’', "'")));
        }
      }),
    );
  });
});
