import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked } from 'marked';
import { type ExerciseWords, exercisePage } from '../../../src/practice/plan/exercisePage';
import { inertMarkdown, withoutAddresses } from '../../../src/practice/plan/inertMarkdown';
import { anyText } from '../support';
import { aMark, anExercise, aState } from './exercises';

const words: ExerciseWords = {
  first: 'First',
  done: 'Done',
  counts: 'Counts',
  enough: ({ evidence }) => `${evidence.moments} make it`,
  evidence: 'Evidence',
  noEvidence: 'No evidence.',
  about: ({ moment, where }) => `${moment.when.slice(0, 10)} ${where.at}`,
  how: 'How',
  after: 'After',
  read: 'Read',
  guide: title => `See ${title}`,
  sources: 'Sources',
  state: ({ evidence }) => `${evidence.length} so far`,
  untrusted: 'Not trusted.',
};

const page = (
  details: Parameters<typeof anExercise>[1] = {},
  more: Partial<Parameters<typeof exercisePage>[0]> = {},
) =>
  exercisePage(
    {
      state: aState(anExercise('a', details)),
      step: 'Step',
      evidence: [],
      after: [],
      section: undefined,
      ...more,
    },
    words,
  );

/** The HTML of Markdown, by a reader of the kind that VS Code's preview is: HTML in it stays. */
const html = (markdown: string) => new Marked({ async: false, gfm: true }).parse(markdown) as string;

/** What a page could load or run: tags of the author's, pictures, and links to elsewhere than the web. */
function harmful(markdown: string): string[] {
  const ours =
    /<\/?(?:h[1-6]|p|ul|ol|li|em|strong|del|code|pre|blockquote|hr|br|table|thead|tbody|tr|th|td|input|a)\b[^>]*>/g;
  const shown = html(markdown);
  const tags = shown.replace(ours, '').match(/<[a-z/!?][^>]*>/gi) ?? [];
  const links = [...shown.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
  return [...tags, ...links.filter(href => !/^(?:https?:\/\/|mailto:)/i.test(href))];
}

const attacks = [
  '<script>alert(1)</script>',
  '<img src=https://x.example/pixel>',
  'a <b onclick=x>b</b>',
  '<!-- comment -->',
  '![x](https://x.example/pixel.png)',
  '![x][pic]\n\n[pic]: https://x.example/pixel.png',
  '[x](command:evil)',
  '[x]( COMMAND:evil)',
  '[x](&#99;ommand:evil)',
  '[x](<command:evil>)',
  '[x](vscode://evil)',
  '[x](file:///etc/passwd)',
  '[x](//x.example)',
  '[x](../secret.md)',
  '[x][ref]\n\n[ref]: command:evil',
  '[x][ref]\n\n[ref]:\n  <command:evil>',
  '> [x][ref]\n>\n> [ref]:\n> command:evil',
  '`` ` <script> ``',
  '```\n<script>\n```\n\n<script>',
];

describe('an exercise’s page', () => {
  it('has the purpose, the first move, what done is, what counts, the evidence, the text and the rest', () => {
    const text = page(
      {
        markdown: 'Do it **well**.\n\n## For example\n\nSo.',
        guide: 'x',
        sources: [
          { author: 'Jo', title: 'A_book', year: 2001, url: 'https://x.example/a' },
          { author: 'Kim', title: 'Talk' },
        ],
      },
      {
        after: ['Before'],
        section: 'A section',
        evidence: [{ evidence: aMark('a', 'm'), moment: aMark('a', 'm').moment, where: { at: 'deleted' } }],
      },
    );
    assert.equal(
      text,
      [
        '# Title of a',
        '_Step · 0 so far_',
        'What a trains',
        '## First',
        'Begin a',
        '## Done',
        'When a is done',
        '## Counts',
        'What counts for a',
        '2 make it',
        '## Evidence',
        '- what happened in m (2026-03-01 deleted)',
        '## How',
        'Do it **well**.',
        '## For example',
        'So.',
        '## After',
        '- Before',
        '## Read',
        'See A section',
        '## Sources',
        '- Jo: [A_book](<https://x.example/a>) (2001)\n- Kim: Talk\n',
      ].join('\n\n'),
    );
  });

  it('leaves out what there isn’t', () => {
    const text = page({ markdown: '  ' });
    assert.match(text, /No evidence\.\n$/);
    assert.doesNotMatch(text, /## (?:How|After|Read|Sources)/);
  });

  it('shows what people wrote of moments, and an exercise’s fields, as they are', () => {
    const hostile = '[x](command:evil) <b> **c**';
    const moment = { ...aMark('a', 'm').moment, what: hostile };
    const text = page(
      { title: hostile, purpose: hostile, first: hostile, done: hostile },
      { evidence: [{ evidence: aMark('a', 'm'), moment, where: { at: 'here' } }], after: [hostile] },
    );
    assert.deepEqual(harmful(text), []);
    assert.equal(html(text).match(/\[x\]\(command:evil\) &lt;b&gt; \*\*c\*\*/g)?.length, 6);
  });

  it('is plain text where the workspace isn’t trusted: no heading, no link, no address', () => {
    const text = page({
      origin: 'untrusted',
      markdown: '# Hello\n\nSee https://x.example or me@x.example\n- [x](https://x.example)\n\n    code',
      sources: [{ author: 'Jo', title: 'www', url: 'https://x.example' }],
    });
    assert.match(text, /Not trusted/);
    const shown = html(text);
    assert.doesNotMatch(shown, /<a |<h1>Hello|<pre>|<li>\[/);
    assert.match(shown, /# Hello/);
  });
});

describe('a team’s Markdown', () => {
  for (const attack of attacks) {
    it(`runs and loads nothing: ${JSON.stringify(attack)}`, () => {
      assert.notDeepEqual(attack.includes('`') ? ['x'] : harmful(attack), [], 'it would without');
      assert.deepEqual(harmful(inertMarkdown(attack)), []);
      assert.deepEqual(harmful(page({ origin: 'team', markdown: attack })), []);
      assert.deepEqual(harmful(page({ origin: 'untrusted', markdown: attack })), []);
    });
  }

  it('stays what it is else, links to the web included', () => {
    const text =
      '## For example\n\n- [here](https://x.example/a) and **there**\n\n1 < 2, `a < b`, a[0]!\n\n> so';
    assert.equal(inertMarkdown(text), text);
  });

  it('is shown as it was, whatever it is: only unseen signs are added', () => {
    fc.assert(
      fc.property(anyText, text => {
        const visible = text.replaceAll('\u200B', '');
        assert.equal(inertMarkdown(visible).replaceAll('\u200B', ''), visible);
        assert.equal(withoutAddresses(visible).replaceAll('\u200B', ''), visible);
      }),
    );
  });

  it('runs and loads nothing, however its signs come together', () => {
    const sign = fc.constantFrom(
      ...[
        '<',
        '>',
        '!',
        '[',
        ']',
        '(',
        ')',
        ':',
        '\\',
        '`',
        '\n',
        ' ',
        '&lt;',
        '&#33;',
        'x',
        'command:e',
        'https://a',
        'img src=a',
      ],
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), signs => {
        assert.deepEqual(harmful(inertMarkdown(signs.join(''))), []);
      }),
      { numRuns: 2000 },
    );
  });
});
