import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GuideSearch, type Hit, matchesIn, type Piece, pieces } from '../../../src/guide/search';
import type { Section } from '../../../src/guide/section';
import { anyText, aSection, shippedGuide } from '../support';

function find(query: string, ...sections: Section[]): Hit[] {
  return new GuideSearch(sections).find(query);
}

const foundIds = (query: string, ...sections: Section[]) =>
  find(query, ...sections).map(({ section }) => section.id);

const textOf = (all: readonly Piece[]) => all.map(({ text }) => text).join('');
const matchesOf = (all: readonly Piece[]) => all.filter(({ isMatch }) => isMatch).map(({ text }) => text);

/** The excerpt for `query` from a section of that text. */
function excerptFrom(markdown: string, query: string, details: Partial<Section> = {}): readonly Piece[] {
  const [hit] = find(query, aSection('one', { markdown, ...details }));
  assert.ok(hit, `"${query}" isn’t found`);
  return hit.excerpt;
}

/** Words that no query of these tests is close to. */
const filler = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe('a search of the guide', () => {
  for (const query of ['', '  ', '\n\t', '!', '– … “”', '👍', '()[]{}*+?.\\^$|']) {
    it(`finds nothing for ${JSON.stringify(query)}`, () => {
      assert.deepEqual(find(query, aSection('one', { markdown: 'Text – with 👍 and (signs).' })), []);
    });
  }

  it('finds nothing where no word is close', () => {
    assert.deepEqual(find('zebra', aSection('one')), []);
  });

  it('finds nothing in an empty guide', () => {
    assert.deepEqual(find('any'), []);
  });

  it('finds words in the title, the part, the summary and the text', () => {
    const sections = [
      aSection('title', { title: 'A walrus' }),
      aSection('part', { part: 'The walrus' }),
      aSection('summary', { summary: 'Walrus here' }),
      aSection('text', { markdown: 'There is a **walrus**.' }),
      aSection('none'),
    ];
    assert.deepEqual(new Set(foundIds('walrus', ...sections)), new Set(['title', 'part', 'summary', 'text']));
  });

  it('puts a title before a summary and both before a text', () => {
    const sections = [
      aSection('text', { markdown: 'walrus walrus walrus' }),
      aSection('summary', { summary: 'walrus' }),
      aSection('title', { title: 'walrus' }),
    ];
    assert.deepEqual(foundIds('walrus', ...sections), ['title', 'summary', 'text']);
  });

  it('finds words by their beginning, whole words first', () => {
    const sections = [aSection('longer', { title: 'Delegation' }), aSection('exact', { title: 'Delegat' })];
    assert.deepEqual(foundIds('delegat', ...sections), ['exact', 'longer']);
    assert.deepEqual(foundIds('d', ...sections).length, 2);
    assert.deepEqual(foundIds('egation', ...sections), []);
  });

  it('finds longer words with a slip of the keyboard, the right ones first', () => {
    const sections = [aSection('near', { title: 'Delegated' }), aSection('exact', { title: 'Delegatee' })];
    assert.deepEqual(foundIds('delegatee', ...sections), ['exact', 'near']);
    assert.deepEqual(foundIds('delgated', ...sections)[0], 'near');
    assert.deepEqual(foundIds('zelegated', ...sections)[0], 'near');
  });

  it('takes short words as they are typed', () => {
    assert.deepEqual(foundIds('rose', aSection('one', { markdown: 'nose hose role' })), []);
  });

  it('finds what has all words, and only where there is none what has any', () => {
    const sections = [
      aSection('both', { markdown: 'walrus and carpenter' }),
      aSection('first', { markdown: 'walrus' }),
      aSection('second', { markdown: 'carpenter' }),
    ];
    assert.deepEqual(foundIds('walrus carpenter', ...sections), ['both']);
    assert.deepEqual(new Set(foundIds('walrus oyster', ...sections)), new Set(['both', 'first']));
  });

  it('finds all words also where they stand in different places', () => {
    assert.deepEqual(
      foundIds('walrus carpenter', aSection('one', { title: 'Walrus', markdown: 'carpenter' })),
      ['one'],
    );
  });

  it('takes capitals, accents in capitals and other alphabets for what they are', () => {
    const section = aSection('one', { markdown: 'Über Führung. Первый шаг. 汉字。 Ελλάδα' });
    for (const query of ['über', 'ÜBER', 'FÜHRUNG', 'ПЕРВЫЙ', 'первый', '汉字', 'ελλάδα']) {
      assert.deepEqual(foundIds(query, section), ['one'], query);
    }
  });

  it('takes both apostrophes for one, in text and query', () => {
    const curly = aSection('one', { markdown: 'They don’t know.' });
    const straight = aSection('one', { markdown: "They don't know." });
    for (const query of ['don’t', "don't", 'DON’T']) {
      assert.deepEqual(matchesOf(excerptFrom(curly.markdown, query)), ['don’t']);
      assert.deepEqual(matchesOf(excerptFrom(straight.markdown, query)), ["don't"]);
    }
  });

  it('finds numbers and words with signs in them', () => {
    const section = aSection('one', { markdown: 'The first 90 days. A 1:1. Use C++ or node.js.' });
    for (const query of ['90 days', '1:1', 'c++', 'node.js', '90']) {
      assert.deepEqual(foundIds(query, section), ['one'], query);
    }
  });

  it('finds words that every object has something under', () => {
    const section = aSection('constructor', { markdown: 'The constructor has a __proto__ and toString.' });
    for (const query of ['constructor', '__proto__', 'toString']) {
      assert.deepEqual(foundIds(query, section), ['constructor'], query);
    }
    assert.deepEqual(foundIds('constructor', aSection('one')), []);
  });

  it('gives at most 25 hits, the best', () => {
    const many = Array.from({ length: 40 }, (_, index) => aSection(`s${index}`, { markdown: 'walrus' }));
    const hits = foundIds('walrus', ...many, aSection('best', { title: 'Walrus' }));
    assert.equal(hits.length, 25);
    assert.equal(hits[0], 'best');
  });

  it('gives each section at most once, for any query', () => {
    const sections = [aSection('one', { title: 'a b c' }), aSection('two', { markdown: 'a a "b" – ö 👍' })];
    const search = new GuideSearch(sections);
    fc.assert(
      fc.property(anyText, query => {
        const found = search.find(query).map(({ section }) => section.id);
        assert.equal(new Set(found).size, found.length);
      }),
    );
  });

  it('searches the words of Markdown and not its markup or the addresses of links', () => {
    const markdown =
      '## A heading\n\n[Read](https://walrus.example) `code` un*believ*able\n\n| a cell |\n|-|';
    const section = aSection('one', { markdown });
    assert.deepEqual(foundIds('walrus', section), []);
    assert.deepEqual(foundIds('unbelievable', section), ['one']);
    assert.deepEqual(foundIds('heading code cell', section), ['one']);
  });

  it('searches a page that isn’t trusted as the plain text that it is shown as', () => {
    const markdown = '**bold** [Read](https://walrus.example) un*believ*able';
    const section = aSection('one', { markdown, origin: 'untrusted' });
    assert.deepEqual(foundIds('walrus', section), ['one']);
    assert.deepEqual(foundIds('unbelievable', section), []);
    assert.equal(textOf(excerptFrom(markdown, 'bold', { origin: 'untrusted' })), markdown);
  });
});

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

describe('a search of the shipped guide', () => {
  const { guide } = shippedGuide();
  const search = new GuideSearch(guide);

  for (const [query, id] of [
    ['delegate', 'levels-of-delegation'],
    ['delegation', 'levels-of-delegation'],
    ['delgate', 'levels-of-delegation'],
    ['sbi', 'feedback-with-sbi'],
    ['feedback', 'feedback-with-sbi'],
    ['imposter', 'imposter-feelings'],
    ['impostor', 'imposter-feelings'],
    ['first 1:1', 'first-one-on-one'],
    ['1:1', 'first-one-on-one'],
    ['staff engineer', 'manager-or-staff'],
    ['retrospective', 'running-a-retrospective'],
    ['retro', 'running-a-retrospective'],
    ['missed deadline', 'interview-questions'],
    ['code review', 'code-review-as-coaching'],
    ['former peers', 'managing-former-peers'],
    ['growth plan', 'a-growth-plan'],
    ['GROW', 'coaching-with-grow'],
    ['90 days', 'first-90-days'],
    ['career path', 'career-path'],
    ['interview', 'interview-questions'],
  ] as const) {
    it(`finds ${id} first for "${query}"`, () => {
      assert.equal(search.find(query)[0]?.section.id, id);
    });
  }

  for (const { id, title } of guide) {
    it(`finds ${id} first by its title`, () => {
      assert.equal(search.find(title)[0]?.section.id, id);
    });
  }

  it('has an excerpt that fits for every word of it', () => {
    const words = new Set(
      guide.flatMap(({ title, summary }) => `${title} ${summary}`.match(/\p{L}+/gu) ?? []),
    );
    for (const word of words) {
      for (const { excerpt } of search.find(word)) {
        const text = textOf(excerpt);
        assert.ok(text !== '' && text.length <= 160, text);
        assert.doesNotMatch(text, /\s{2}|\*\*|\]\(|\|/);
      }
    }
  }).timeout(10_000);
});
