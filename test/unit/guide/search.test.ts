import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GuideSearch } from '../../../src/guide/search';
import type { Section } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';
import { anyText, shippedGuide } from '../support';
import { excerptFrom, find, matchesOf, textOf } from './hits';

const foundIds = (query: string, ...sections: Section[]) =>
  find(query, ...sections).map(({ section }) => section.id);

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
    const section = aSection('tostring', { markdown: 'The constructor has a __proto__ and toString.' });
    for (const query of ['constructor', '__proto__', 'toString']) {
      assert.deepEqual(foundIds(query, section), ['tostring'], query);
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
