import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import {
  type ExportedNote,
  type NoteWords,
  notesToGitHubReview,
  notesToMarkdown,
} from '../../../../src/coaching/notes/exportNotes';
import { notesToPatch } from '../../../../src/coaching/notes/notesToPatch';
import { captureAnchor } from '../../../../src/platform/anchors/anchor';
import { anyText } from '../../support';

const words: NoteWords = {
  title: 'Review notes',
  line: (first, last) => (first === last ? `Line ${first}` : `Lines ${first} to ${last}`),
  resolved: 'resolved',
  reply: 'Reply:',
  orphan: 'This code is gone',
};

const lines = Array.from({ length: 20 }, (_, n) => `  step(${n + 1});`);

interface Details {
  path?: string;
  body?: string;
  replies?: string[];
  resolved?: boolean;
  lines?: readonly string[];
}

/** A note on lines from `start` to `end`, from 0, or an orphan that was on line 0. */
function aNote(start: number | undefined, end = start, details: Details = {}): ExportedNote {
  const { path = 'src/a.ts', body = 'question: why?', replies = [], resolved = false } = details;
  const own = details.lines ?? lines;
  const created = '2026-03-01T14:30:00+01:00';
  return {
    path,
    lines: own,
    at: start === undefined || end === undefined ? undefined : { start, end },
    note: {
      id: 'n',
      created,
      body,
      resolved,
      replies: replies.map((text, n) => ({ id: `r${n}`, created, body: text })),
      place: {
        folder: { name: 'shop', uri: 'file:///shop' },
        file: path,
        anchor: captureAnchor(own, start ?? 0, end ?? 0),
      },
    },
  };
}

describe('review notes as Markdown', () => {
  it('stand by file and line, with code, answers and their state', () => {
    const text = notesToMarkdown(
      [
        aNote(9),
        aNote(undefined),
        aNote(0, 1, { body: 'praise: clear', replies: ['Thanks\nyou'], resolved: true }),
        aNote(3, 3, { path: 'b.py' }),
      ],
      words,
    );
    assert.equal(
      text,
      `# Review notes

## \`src/a.ts\`

### Lines 1 to 2 (resolved)

\`\`\`ts
  step(1);
  step(2);
\`\`\`

praise: clear

> **Reply:** Thanks
> you

### Line 10

\`\`\`ts
  step(10);
\`\`\`

question: why?

### This code is gone

\`\`\`ts
step(1);
\`\`\`

question: why?

## \`b.py\`

### Line 4

\`\`\`py
  step(4);
\`\`\`

question: why?
`,
    );
  });

  it('show code as it is, whatever fences it holds', () => {
    const anyLine = anyText.map(text => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyLine, fc.constantFrom('```', '````ts', '~~~')), { minLength: 1, maxLength: 5 }),
        code => {
          const tokens = marked.lexer(
            notesToMarkdown([aNote(0, code.length - 1, { lines: code, path: 'a.ts' })], words),
          );
          const shown = tokens.flatMap(token => (token.type === 'code' ? [String(token['text'])] : []));
          // Marked itself changes some blanks and the null character.
          fc.pre(!/[\0\t\u00a0]|^ +$/m.test(code.join('\n')));
          assert.deepEqual(
            shown.map(text => text.trim()),
            [code.join('\n').trim()],
          );
        },
      ),
    );
  });

  it('name a file with blanks, backticks and line breaks in one heading', () => {
    for (const path of ['my file.ts', 'a`b``c.ts', '`x`', 'a\nb.ts']) {
      const [, heading] = marked
        .lexer(notesToMarkdown([aNote(0, 0, { path })], words))
        .filter(({ type }) => type === 'heading');
      assert.equal(heading && 'depth' in heading && heading.depth, 2);
      const [code] = (heading && 'tokens' in heading && heading.tokens) || [];
      assert.equal(code?.type, 'codespan');
      assert.equal(code && 'text' in code && code.text, path.replace('\n', '\\n'));
    }
  });

  it('have no line ends of Windows', () => {
    const text = notesToMarkdown(
      [aNote(0, 1, { lines: ['a\r', 'b\r'], body: 'x\r\ny', replies: ['z\r\nw'] })],
      words,
    );
    assert.doesNotMatch(text, /\r/);
    assert.match(text, /a\nb\n/);
    assert.match(text, /^> w$/m);
  });
});

describe('review notes as a review on GitHub', () => {
  it('are comments on the new side, of one line or several', () => {
    const notes = [aNote(4, 6, { replies: ['ok'], resolved: true }), aNote(0)];
    assert.deepEqual(notesToGitHubReview(notes, words, { commit: 'abc1234' }), {
      commit_id: 'abc1234',
      event: 'COMMENT',
      body: 'Review notes',
      comments: [
        { path: 'src/a.ts', line: 1, side: 'RIGHT', body: 'question: why?' },
        {
          path: 'src/a.ts',
          line: 7,
          side: 'RIGHT',
          start_line: 5,
          start_side: 'RIGHT',
          body: '_resolved_\n\nquestion: why?\n\n> **Reply:** ok',
        },
      ],
    });
  });

  it('are told in the body where they have no place in the diff', () => {
    const notes = [
      aNote(undefined, undefined, { body: 'orphan!' }),
      aNote(2, 5, { body: 'too long' }),
      aNote(3, 3, { body: 'in' }),
    ];
    const { body, comments, ...rest } = notesToGitHubReview(notes, words, {
      shows: (_path, line) => line <= 4,
    });
    assert.deepEqual(
      comments.map(comment => comment.body),
      ['in'],
    );
    assert.match(body, /too long[\s\S]*orphan!/);
    assert.match(body, /`src\/a\.ts`/);
    assert.deepEqual(rest, { event: 'COMMENT' });
  });

  it('have a body even where all have a place: GitHub asks for one', () => {
    assert.ok(notesToGitHubReview([aNote(0)], words).body.length > 0);
  });
});

describe('review notes as a patch', () => {
  it('stand below their lines, with the code around', () => {
    const notes = [
      aNote(9, 9, { body: 'first\n\nand more', replies: ['yes'] }),
      aNote(0, 1, { resolved: true }),
      aNote(11),
    ];
    assert.equal(
      notesToPatch(notes, words),
      `--- a/src/a.ts
+++ b/src/a.ts
@@ -1,5 +1,5 @@
   step(1);
   step(2);
# [Lines 1 to 2] [resolved]
# question: why?
   step(3);
   step(4);
   step(5);
@@ -7,9 +7,9 @@
   step(7);
   step(8);
   step(9);
   step(10);
# first
#
# and more
#
# Reply: yes
   step(11);
   step(12);
# question: why?
   step(13);
   step(14);
   step(15);
`,
    );
  });

  it('keep orphans, with what they were about', () => {
    assert.equal(
      notesToPatch([aNote(undefined)], words),
      '--- a/src/a.ts\n+++ b/src/a.ts\n# This code is gone\n# > step(1);\n#\n# question: why?\n'.replace(
        '#\n',
        '',
      ),
    );
  });

  it('name files as Git does', () => {
    for (const [path, named] of [
      ['my file.ts', 'a/my file.ts\t'],
      ['ä.ts', 'a/ä.ts'],
      ['a"b\\c\n\u0001.ts', '"a/a\\"b\\\\c\\n\\001.ts"'],
    ] as const) {
      assert.equal(notesToPatch([aNote(0, 0, { path })], words).split('\n')[0], `--- ${named}`);
    }
  });

  it('tell code from notes by the first character, and count the code right', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 5 }), anyText), { minLength: 1, maxLength: 6 }),
        drawn => {
          const notes = drawn.map(([start, more, body]) =>
            aNote(start, Math.min(19, start + more), { body: `x${body}` }),
          );
          const [, , ...rest] = notesToPatch(notes, words).trimEnd().split('\n');
          let left = 0;
          let shown = 0;
          for (const line of rest) {
            const header = /^@@ -\d+,(\d+) \+\d+,\d+ @@$/.exec(line);
            if (header) {
              assert.equal(left, 0);
              left = Number(header[1]);
            } else {
              assert.match(line, /^[ #]/);
              left -= line.startsWith(' ') ? 1 : 0;
              shown += line.startsWith('# x') || line.includes('] x') ? 1 : 0;
            }
          }
          assert.equal(left, 0);
          assert.ok(shown >= notes.length);
        },
      ),
    );
  });

  it('keep a note whose lines are beyond the end of a file that has become shorter', () => {
    assert.match(notesToPatch([aNote(30)], words), /step\(20\);\n# question/);
    assert.match(notesToPatch([aNote(3, 3, { lines: [] })], words), /# question/);
  });

  it('are nothing where there are none', () => {
    assert.equal(notesToPatch([], words), '');
  });
});
