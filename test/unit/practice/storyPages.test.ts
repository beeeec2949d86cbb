import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { topics } from '../../../src/practice/content/question';
import { formatSeconds } from '../../../src/practice/formatSeconds';
import { placesOf } from '../../../src/practice/stories/keptPlaces';
import { matrixOf, summaryOf } from '../../../src/practice/stories/matrix';
import type { PageWords } from '../../../src/practice/stories/pageParts';
import { questionPage } from '../../../src/practice/stories/questionPage';
import { storiesPage } from '../../../src/practice/stories/storiesPage';
import { dimensions } from '../../../src/vocabulary';
import { hostileText } from '../support';
import { aQuestion, aStory, momentOn } from './practiceMoments';

const pageWords: PageWords = {
  dimensions: Object.fromEntries(dimensions.map(one => [one, `d-${one}`])) as PageWords['dimensions'],
  topics: Object.fromEntries(topics.map(one => [one, `t-${one}`])) as PageWords['topics'],
  noTopic: 'no topic',
  kinds: { behavioural: 'beh', situational: 'sit', 'technical-leadership': 'tec' },
  day: day => day,
  told: time => `told in ${time}`,
  findings: count => (count === 0 ? '' : `${count} findings`),
  reasons: ({ words }) => `says ${words.join()}`,
  elsewhere: workspace => `in ${workspace}`,
  gone: 'deleted',
};
const storiesWords = {
  ...pageWords,
  title: 'Stories',
  summary: (stories: number, { covered, total }: { covered: number; total: number }) =>
    `${stories} stories, ${covered} of ${total}`,
  firstMove: 'Start **one**',
  nextMove: 'Go **on**',
  atAGlance: 'Glance',
  topic: 'Topic',
  coverage: ({ covered, total }: { covered: number; total: number }) => `${covered}/${total}`,
  question: 'Question',
  stories: 'Stories or moments',
  couldGrow: 'Could grow:',
  nothingFits: 'Nothing fits.',
  yourStories: 'Yours',
  changed: (day: string) => `changed ${day}`,
  answers: 'Answers:',
  answersNothing: 'Answers nothing.',
  grewFrom: 'Grew from:',
};
const questionWords = {
  ...pageWords,
  assesses: 'Assesses',
  strong: 'Strong',
  weak: 'Weak',
  why: 'Why:',
  followUps: 'Next',
  yourStories: 'Yours',
  noStory: '**None**',
  couldGrow: 'Could grow:',
  allQuestions: 'All',
};

const questions = [
  aQuestion('one', { topic: 'missed-deadline' }),
  aQuestion('two', { kind: 'situational', dimension: 'coaching' }),
];
const facts = { questions: new Set(['one', 'two']), names: [] };

function pageOf(what: string, title: string): string {
  const kept = { id: 'm', when: '2026-03-01T10:00:00+01:00', what, who: [] };
  const stories = [
    summaryOf(
      aStory('a', '## Action\nI did it.\n', { title, questions: ['one', 'none'], moments: [kept] }),
      facts,
    ),
  ];
  const suggestion = {
    moment: momentOn('2026-03-02', what),
    reasons: { kind: false, skill: false, dimension: false, words: ['x'] },
    score: 4,
  };
  return storiesPage(
    {
      matrix: matrixOf(questions, stories, () => [suggestion]),
      stories,
      places: new Map([['m', { is: 'gone' }]]),
    },
    storiesWords,
  );
}

/** All tokens of a document. */
function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), token => {
    tokens.push(token);
  });
  return tokens;
}

describe('the page of stories and questions', () => {
  it('has what is covered, each story with what it grew from, and each question', () => {
    assert.equal(
      pageOf('Paired | a', 'The *one*'),
      [
        '# Stories',
        '1 stories, 1 of 2',
        'Go **on**',
        '## Glance',
        [
          '| Topic | d-leadership | d-conflict-resolution | d-execution | d-coaching | d-strategic-thinking |',
          '| --- | --- | --- | --- | --- | --- |',
          '| t-missed-deadline | – | – | 1/1 | – | – |',
          '| no topic | – | – | – | 0/1 | – |',
        ].join('\n'),
        '## Yours',
        '**The \\*one\\*** (told in 0:01, 5 findings) · changed 2026-03-01',
        'Answers:',
        '- [What about one?](one.md)',
        'Grew from:',
        '- 2026-03-01: Paired \\| a _(deleted)_',
        '## d-execution',
        [
          '| Question | Stories or moments |',
          '| --- | --- |',
          '| [What about one?](one.md)<br>beh · t-missed-deadline | ✓ **The \\*one\\*** (told in 0:01, 5 findings) |',
        ].join('\n'),
        '## d-coaching',
        [
          '| Question | Stories or moments |',
          '| --- | --- |',
          '| [What about two?](two.md)<br>sit | _Could grow:_<br>2026-03-02: Paired \\| a _(says x)_ |\n',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('says where to begin when there is nothing', () => {
    const page = storiesPage(
      { matrix: matrixOf(questions, [], () => []), stories: [], places: new Map() },
      storiesWords,
    );
    assert.match(page, /^# Stories\n\n0 stories, 0 of 2\n\nStart \*\*one\*\*\n\n## Glance/);
    assert.doesNotMatch(page, /Yours/);
    assert.match(page, /_Nothing fits\._/);
  });

  it('shows what people wrote as they wrote it, whatever that is', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (what, title) => {
        const page = pageOf(what, title);
        const tokens = tokensOf(page);
        const of = (type: string) => tokens.filter(token => token.type === type);
        assert.ok(of('html').every(({ raw }) => raw === '<br>'));
        for (const type of ['image', 'code', 'codespan', 'blockquote', 'hr', 'def', 'del']) {
          assert.deepEqual(of(type), [], type);
        }
        for (const token of of('link')) {
          assert.match((token as { href: string }).href, /^(?:one\.md|two\.md|https?:|mailto:)/);
        }
        assert.equal(of('heading').length, 5);
        assert.equal(of('table').length, 3);
        assert.equal(of('list_item').length, 2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a question’s page', () => {
  const [question = aQuestion('x')] = questions;
  const page = (what: string, title: string) =>
    questionPage(
      question,
      {
        stories: [summaryOf(aStory('a', '', { title }), facts)],
        suggestions: [
          {
            moment: momentOn('2026-03-02', what),
            reasons: { kind: false, skill: false, dimension: false, words: [] },
            score: 4,
          },
        ],
      },
      { home: 'Stories.md', words: questionWords },
    );

  it('has one’s stories and moments, what is assessed, both sketches and what comes next', () => {
    assert.equal(
      page('Paired', 'Mine'),
      [
        ...['# What about one?', 'd-execution · t-missed-deadline · beh', '## Yours'],
        ...['- **Mine** (told in 0:00, 6 findings)', 'Could grow:', '- 2026-03-02: Paired _(says)_'],
        ...['## Assesses', '- This\n- That', '## Strong', '> an answer to one', '**Why:** why one'],
        ...['## Weak', '> an answer to one', '**Why:** why one', '## Next', '- And then?\n- Why?'],
        '[All](Stories.md)\n',
      ].join('\n\n'),
    );
    const words = { home: 'Stories.md', words: questionWords };
    assert.match(
      questionPage(question, { stories: [], suggestions: [] }, words),
      /## Yours\n\n\*\*None\*\*\n\n## Assesses/,
    );
  });

  it('shows what people wrote as they wrote it, whatever that is', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (what, title) => {
        const tokens = tokensOf(page(what, title));
        for (const type of ['html', 'image', 'code', 'codespan', 'table', 'hr', 'def', 'del']) {
          assert.ok(
            tokens.every(token => token.type !== type),
            type,
          );
        }
        assert.equal(tokens.filter(({ type }) => type === 'heading').length, 6);
        assert.equal(tokens.filter(({ type }) => type === 'list_item').length, 6);
      }),
      { numRuns: 300 },
    );
  });
});

describe('where kept moments are', () => {
  it('is here, in another journal, or nowhere any more', () => {
    const kept = ['a', 'b', 'c'].map(id => ({ id, when: '2026-03-01T10:00:00Z', what: id, who: [] }));
    assert.deepEqual(
      [...placesOf(kept, new Set(['a']), new Map([['b', 'shop']])).values()],
      [{ is: 'here' }, { is: 'elsewhere', workspace: 'shop' }, { is: 'gone' }],
    );
    assert.deepEqual(
      [...placesOf(kept, new Set(['a']), undefined).values()].map(({ is }) => is),
      ['here', 'unknown', 'unknown'],
    );
  });
});

describe('a time to tell', () => {
  it('is minutes and seconds', () => {
    assert.deepEqual([0, 5, 65, 600].map(formatSeconds), ['0:00', '0:05', '1:05', '10:00']);
  });
});
