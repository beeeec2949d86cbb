import { marked } from 'marked';
import { type ExportWords, guideToHtml, guideToMarkdown } from '../../../src/guide/exportText';
import type { Guide, Section } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';

export const words: ExportWords = {
  title: 'The guide & more',
  contents: 'Contents',
  check: 'Check yourself',
  practise: 'Practise it',
  sources: 'Sources',
  right: 'Right.',
};

export const figures = { ladder: '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>' };

export const toHtml = (...guide: Guide) => guideToHtml(guide, figures, words);
export const toMarkdown = (...guide: Guide) => guideToMarkdown(guide, words);

/** The sections of an exported page, without what stands around them. */
export function mainOf(html: string): string {
  return /<main>\n([\s\S]*)\n<\/main>/.exec(html)?.[1] ?? '';
}

/** What somebody sees who opens an exported Markdown file. */
export const viewed = (markdown: string) => marked.parse(markdown, { async: false });

/** All ids of an exported file, in their order. */
export const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);

export const full = aSection('full', {
  title: 'Full & "whole"',
  part: 'The <part>',
  summary: 'What <b>it</b> says',
  markdown: [
    'See [the other](guide:other) and [a heading of it](guide:other#for-example), [the web](https://example.org).',
    '![A ladder of seven rungs](figure:ladder)',
    '## For example',
    '| Level | Say |\n|-|-|\n| 1 | *We* |',
    '### Deeper',
    'Text & <b>text</b>.',
    '## Ask yourself',
  ].join('\n\n'),
  practise: [
    { do: 'exercise', label: 'Plan it', sheet: '# A plan\n\n- first\n\n| a | b |\n|-|-|\n| … | … |' },
    { do: 'log', label: 'Log it', kind: 'other' },
    { do: 'insert', label: 'Say it', template: 'cc-x' },
  ],
  questions: [
    {
      ask: 'What comes first?',
      answers: [
        { say: 'The plan', because: 'It is the first.', right: true },
        { say: 'The rest', because: 'It comes later.', right: false },
      ],
    },
  ],
  sources: [
    { author: 'Jo', title: 'A book', year: 2001, url: 'https://example.org/book' },
    { author: 'Ana', title: 'A talk' },
  ],
});

/** Texts that look like Markdown and aren't. */
export const plainTexts = [
  'Is *args or __init__ it?',
  '`a` <b>',
  'It is_ a_b.',
  '# No',
  'R&amp;D | ~~no~~ \\*',
  'The *new* _C_',
  'A_B',
  'Try [it](guide:other) **now**',
] as const;

/** Extras of a section in which those texts stand. */
export const plainExtras: Partial<Section> = {
  practise: [{ do: 'exercise', label: plainTexts[7], sheet: 'A' }],
  questions: [
    {
      ask: plainTexts[0],
      answers: [
        { say: plainTexts[1], because: plainTexts[2], right: true },
        { say: plainTexts[3], because: plainTexts[4], right: false },
      ],
    },
  ],
  sources: [{ author: plainTexts[6], title: plainTexts[5] }],
};

export const other = aSection('other', { markdown: '## For example\n\nText.\n\n## For example' });
export const team = aSection('team', {
  origin: 'team',
  markdown: 'A <b onclick="x">c</b>\n\n<script>alert(1)</script>\n\n[a](javascript:x) [b](command:y)',
});
export const untrusted = aSection('untrusted', {
  origin: 'untrusted',
  markdown:
    '# Not *ours*\n\n[a](guide:other) ![b](figure:ladder)\n\n````js\n<script>x</script>\n````\n\n</pre>',
});
export const guide: Guide = [full, other, team, untrusted];
