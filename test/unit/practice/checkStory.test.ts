import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkStory, type StoryFinding } from '../../../src/practice/stories/checkStory';
import { anyText } from '../support';

const facts = { questions: new Set(['known-one', 'known-two']), names: ['Ana Ruiz', 'Jo', 'kim', 'Will'] };

const check = (text: string) => checkStory({ name: 'story.md', text }, facts);

/** What was found, as `line:column-column rule subject`. */
function found(text: string): string[] {
  return check(text).findings.map(finding => {
    const columns = 'start' in finding ? `:${finding.start}-${finding.end}` : '';
    return [`${finding.line}${columns}`, finding.rule, subjectOf(finding)].filter(Boolean).join(' ');
  });
}

function subjectOf(finding: StoryFinding): string {
  switch (finding.rule) {
    case 'front-matter':
      return finding.reason;
    case 'unknown-question':
      return finding.id;
    case 'name':
      return finding.name;
    case 'no-number':
    case 'placeholder':
      return '';
    default:
      return finding.section;
  }
}

const good = {
  situation: 'Our import failed twice a week.',
  task: 'I led four people and had to stop that.',
  action: 'I asked each of them what they feared, and drew the way of a row.',
  result: 'It has failed once in 6 months.',
  learned: 'To ask earlier.',
};

/** A story that the check has nothing to say about, with other texts for some sections; the first heading is on line 6. */
function story(parts: Partial<typeof good> = {}, front = 'title: The import\nanswers: [known-one]'): string {
  const { situation, task, action, result, learned } = { ...good, ...parts };
  return [
    `---\n${front}\n---`,
    `## Situation\n${situation}`,
    `## Task\n${task}`,
    `## Action\n${action}`,
    `## Result\n${result}`,
    `## Learned\n${learned}`,
    '',
  ].join('\n\n');
}

describe('the check of a story’s shape', () => {
  it('has nothing to say about a good one, and knows how long it takes', () => {
    const { findings, seconds, story: read } = check(story());
    assert.deepEqual(findings, []);
    assert.equal(seconds, Math.round(((6 + 9 + 15 + 7) * 60) / 150));
    assert.deepEqual(read.front, { title: 'The import', answers: ['known-one'] });
  });

  const cases: Record<string, [text: string, ...expected: string[]]> = {
    'names what is missing where the body begins': [
      '---\ntitle: x\n---\n\n## Situation\nIt was late.\n',
      ...['Task', 'Action', 'Result', 'Learned'].map(section => `4 missing ${section}`),
    ],
    'names a section without words at its heading': [
      story({ task: '…', result: '- \n' }),
      '9 empty Task',
      '15 empty Result',
    ],
    'tells notes from what is told': [story({ action: '> We paired.' }), '12 only-notes Action'],
    'takes a comment for nothing': [story({ task: '<!-- I had to -->' }), '9 empty Task'],
    'takes code for nothing': [story({ task: '```\nI had to\n```' }), '9 empty Task'],
    'takes what stands beside a comment': [story({ task: '<!-- why --> I had to.' })],
    'asks for a number in the result': [story({ result: 'It got better.' }), '15 no-number'],
    'takes a word for a number': [story({ result: 'It fails half as often.' })],
    'doesn’t take one within a word': [
      story({ result: 'I bought it on behalf of tenants.' }),
      '15 no-number',
    ],
    'asks who we are, at each place in the action': [
      story({
        action: 'I called, and we met.\nWe’ve decided that “we” is fine, `we` too, and "we" as well.',
      }),
      '13:14-16 we Action',
      '14:0-5 we Action',
    ],
    'spares us in a note and in other words': [
      story({ action: 'I went.\n\n> we went\n\nPower, Owen and ours.' }),
    ],
    'asks once who we are where nobody says I': [
      story({ task: 'We had to stop it. We did.', result: 'We had 3.' }),
      '10:0-2 we Task',
      '16:0-2 we Result',
    ],
    'lets us be where I am too': [story({ task: 'We had a plan; mine was the risk, I said.' })],
    'lets us be in the situation': [story({ situation: 'We were four.' })],
    'names a question that there isn’t, on its line': [
      story({}, 'title: x\nanswers:\n  - known-two\n  - known-three'),
      '5 unknown-question known-three',
    ],
    'takes an empty list of answers, and none': [story({}, 'title: x\nanswers:')],
    'names broken front matter on its line': [
      story({}, 'title: x\nanswer: [known-one]'),
      '3 front-matter answer: unknown key',
    ],
    'reads a story without front matter': [
      story().replace(/^---[\s\S]*?---\n\n/, ''),
      '1 front-matter it must begin with front matter between two lines of ---',
    ],
    'names people of the moments, also by their first name, and not others': [
      story({ situation: 'Ana told jo and Jo that Ana Ruiz, Kim and Anabel will come.' }),
      '7:0-3 name Ana Ruiz',
      '7:16-18 name Jo',
      '7:24-32 name Ana Ruiz',
      '7:34-37 name kim',
    ],
    'names people in the title and in notes, and not in a comment': [
      story({ situation: 'It was late.\n> with @will\n<!-- Jo -->' }, 'title: What Jo did'),
      '2:12-14 name Jo',
      '7:7-12 name Will',
    ],
    'asks for what was left open': [
      story({ situation: 'A [who 2?] and [x] and [y?](z).' }),
      '7:2-10 placeholder',
    ],
    'reads headings of any level, with words behind them': [
      story()
        .replace('## Task', '### Task (mine)')
        .replace('## Action', '# 3. Actions that I took ##')
        .replace('## Learned', '## What I thought\nWe are here.\n\n## LEARNED:'),
    ],
    'reads a heading within a section as part of it': [
      story({ action: '### First\nWe met.' }),
      '14:0-2 we Action',
    ],
    'takes two sections of a name for one': [
      story({ learned: 'Much.\n\n## Result\nWe saw.' }),
      '22:0-2 we Result',
    ],
    'doesn’t read headings in code': [story({ action: 'I typed\n```\n## Result\nwe\n```' })],
  };
  for (const [title, [text, ...expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(found(text), expected));
  }

  it('tells the longest part where it is too long to be told', () => {
    const long = story({ action: 'I spoke. '.repeat(150), situation: 'Then. '.repeat(50) });
    const [finding, ...others] = check(long).findings;
    assert.deepEqual(others, []);
    assert.deepEqual(finding, {
      rule: 'too-long',
      line: 12,
      section: 'Action',
      seconds: Math.round(((50 + 9 + 300 + 7) * 60) / 150),
      sectionSeconds: 120,
    });
    const words = 300 - (6 + 9 + 7);
    assert.deepEqual(found(story({ action: 'I '.repeat(words) })), []);
    assert.equal(found(story({ action: 'I '.repeat(words + 2) })).length, 1);
  });

  it('counts what was learned neither as told nor as too long', () => {
    const { seconds, findings } = check(story({ learned: 'much '.repeat(1000) }));
    assert.deepEqual([seconds, findings], [check(story()).seconds, []]);
  });

  const pieces = fc.array(
    fc.constantFrom(
      ...[
        '---\n',
        'title: x\n',
        'answers: [a]\n',
        '## Action\n',
        '# Result\n',
        '<!-- ',
        ' -->',
        '```\n',
        '~~~',
      ],
      ...[
        '> ',
        '- ',
        'we ',
        'We ',
        'I ',
        'Jo ',
        'Ana',
        '\n',
        '\n\n',
        '"',
        '“',
        '[who?]',
        '\\',
        '    ',
        '\t',
        '🎉',
      ],
    ),
    { maxLength: 60 },
  );
  const anyStory = fc.oneof(
    anyText,
    pieces.map(parts => parts.join('')),
    pieces.map(parts => story({ action: parts.join('') })),
  );

  it('reads any text, and marks what is there', () => {
    fc.assert(
      fc.property(anyStory, text => {
        const lines = text.split(/\r\n?|\n/);
        for (const finding of check(text).findings) {
          const line = lines[finding.line - 1];
          assert.ok(line !== undefined, `line ${finding.line} of ${lines.length}`);
          if ('start' in finding) {
            assert.ok(finding.start < finding.end && finding.end <= line.length, JSON.stringify(finding));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same again, whatever ends the lines', () => {
    fc.assert(
      fc.property(anyStory, text => {
        const lines = text.replace(/\r\n?/g, '\n');
        assert.deepEqual(found(text), found(text));
        assert.deepEqual(found(lines.replaceAll('\n', '\r\n')), found(lines));
      }),
      { numRuns: 300 },
    );
  });

  it('takes its time with no text', () => {
    for (const text of [
      '<!-- '.repeat(20_000),
      '## Action\n'.repeat(10_000),
      '```\n'.repeat(20_000),
      '“'.repeat(90_000),
    ]) {
      const before = performance.now();
      check(text);
      assert.ok(
        performance.now() - before < 3000,
        `${performance.now() - before} ms for ${text.slice(0, 10)}`,
      );
    }
  });
});
