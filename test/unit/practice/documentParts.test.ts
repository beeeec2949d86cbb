import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerAt } from '../../../src/practice/stories/answersPlace';
import { blankComments } from '../../../src/practice/stories/comments';
import { exportedDocument } from '../../../src/practice/stories/exportedDocument';
import { hostileText } from '../support';

describe('the place of an answer', () => {
  /** What is at `|` in the text. */
  const at = (text: string) => {
    const [before = '', after = ''] = text.split('|');
    const lines = (before + after).split('\n');
    const line = before.split('\n').length - 1;
    return answerAt(lines, line, before.split('\n').at(-1)?.length ?? 0);
  };

  const cases: Record<string, [text: string, expected: ReturnType<typeof answerAt>]> = {
    'is in the list on its line': ['---\nanswers: [one, tw|o-b]\n---', { id: 'two-b', start: 15, end: 20 }],
    'is below it': ['---\nanswers:\n  - one\n  - |\ntitle: x\n---', { id: '', start: 4, end: 4 }],
    'is below it without indentation': ['---\nanswers:\n- on|e', { id: 'one', start: 2, end: 5 }],
    'is at an empty list': ['---\nanswers: [|]\n---', { id: '', start: 10, end: 10 }],
    'is at the end of an id': ['---\nanswers: [one|]\n---', { id: 'one', start: 10, end: 13 }],
    'isn’t in the key': ['---\nansw|ers: [one]\n---', undefined],
    'isn’t in another key': ['---\nanswers: [one]\ntitle: |x\n---', undefined],
    'isn’t in a comment': ['---\nanswers: [one] # tw|o\n---', undefined],
    'isn’t below the front matter': ['---\nanswers:\n---\n- |one', undefined],
    'isn’t where there is no front matter': ['answers:\n- |one', undefined],
    'isn’t in the fence': ['---|\nanswers:', undefined],
  };
  for (const [title, [text, expected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(at(text), expected));
  }
});

describe('a document for others', () => {
  it('has neither front matter nor comments, and its title as a heading', () => {
    assert.equal(
      exportedDocument(
        '---\ntitle: "What *I* did"\nanswers: []\n---\n\n<!-- a -->\n\n## Task\n\n<!-- b\nc -->\nI did <!-- d -->it.\n',
      ),
      '# What \\*I\\* did\n\n## Task\n\nI did it.\n',
    );
  });

  it('keeps a heading that it has, and front matter’s mistakes don’t matter', () => {
    assert.equal(exportedDocument('# Mine\n\n<!-- a -->\nText\n'), '# Mine\n\nText\n');
    assert.equal(exportedDocument('---\ntitle: [x\n---\nText'), 'Text\n');
    assert.equal(exportedDocument('---\n---\nText'), 'Text\n');
  });

  it('keeps what is a comment in code only, and one that isn’t closed', () => {
    const text = '```html\n<!-- a -->\n```\n\n\\<!-- b -->\n\n> <!-- c -->\n\n<!-- d';
    assert.equal(exportedDocument(text), `${text}\n`);
  });

  it('has every line that isn’t in a comment', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, two) => {
        const clean = (text: string) =>
          text.replace(/\r\n?/g, '\n').replaceAll('<!--', '').replaceAll('```', '');
        const [before, after] = [clean(one), clean(two)];
        fc.pre(!/^\s*>|~~~/m.test(before) && !/^\uFEFF?---/.test(before));
        const text = exportedDocument(`${before}\n<!-- secret -->\n${after}`);
        assert.ok(!text.includes('secret'));
        const words = (value: string) => value.split(/\s+/).filter(word => word !== '');
        assert.deepEqual(words(text), words(`${before} ${after}`));
      }),
    );
  });
});

describe('a text with blanked comments', () => {
  it('has each line as long as it was', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const lengths = (value: string) => value.split('\n').map(line => line.length);
        assert.deepEqual(lengths(blankComments(text)), lengths(text));
      }),
    );
  });
});
