import * as vscode from 'vscode';
import { builtInTemplates } from '../../src/coaching/build';
import { insertTemplate } from '../../src/coaching/insert';
import { previewOf } from '../../src/coaching/snippetBody';
import { linesOf, type OpeningStyle } from '../../src/coaching/template';
import { deepEqual, equal } from './assert';
import { openCoaching } from './coaching';
import {
  aTemplate,
  closeEditors,
  commentTokensOf,
  cursor,
  setComments,
  showText,
  usualOpening,
} from './editors';
import { RecordingLog } from './reporter';

const template = aTemplate(`What led you to \${1:\${TM_SELECTED_TEXT:this}}?`, {
  decorations: ['non-blocking'],
});
const about = (subject: string) => `question (non-blocking): What led you to ${subject}?`;
const usual = about('this');
const from = (line: number, column: number, toLine: number, toColumn: number) =>
  new vscode.Selection(line, column, toLine, toColumn);

/** The text after `comment` was inserted. */
async function inserted(
  language: string,
  content: string,
  selection: vscode.Selection,
  { comment = template, opening = usualOpening }: { comment?: typeof template; opening?: OpeningStyle } = {},
): Promise<string> {
  const editor = await showText(language, content, selection);
  await insertTemplate(editor, comment, opening, new RecordingLog());
  return editor.document.getText();
}

describe('a coaching comment about selected prose', () => {
  afterEach(closeEditors);

  for (const [what, content, selection, expected] of [
    ['a line of it', 'One.\n\nthe words\n\nTwo.', from(2, 0, 2, 9), `One.\n\n${about('the words')}\n\nTwo.`],
    ['a line of it, backwards', 'the words\n', from(0, 9, 0, 0), `${about('the words')}\n`],
    ['a line with its end', '# T\nthe words\nTwo.\n', from(1, 0, 2, 0), `# T\n${about('the words')}\nTwo.\n`],
    [
      'a line with the end of the one before',
      '# T\nthe words\n',
      from(0, 3, 1, 9),
      `# T\n${about('the words')}\n`,
    ],
    ['words of a line', 'Why the words here?', from(0, 4, 0, 13), `Why \n\n${about('the words')}\n\n here?`],
    [
      'words with blanks around them',
      'a the words b',
      from(0, 1, 0, 12),
      `a \n\n${about('the words')}\n\n b`,
    ],
    ['the last words of a line', 'Why the words', from(0, 4, 0, 13), `Why \n\n${about('the words')}`],
    [
      'what a snippet means something by',
      `\${1:a} $HOME \\ }`,
      from(0, 0, 0, 17),
      about(`\${1:a} $HOME \\ }`),
    ],
    ['120 characters', 'x'.repeat(120), from(0, 0, 0, 120), about('x'.repeat(120))],
  ] as const) {
    it(`names ${what}, in whose place it stands`, async () => {
      equal(await inserted('markdown', content, selection), expected);
    });
  }

  it('names it in line ends of Windows too', async () => {
    const editor = await showText('markdown', '# T\r\nthe words\r\nTwo.\r\n', from(0, 3, 2, 0));
    await insertTemplate(editor, template, usualOpening, new RecordingLog());
    equal(editor.document.getText(), `# T\r\n${about('the words')}\r\nTwo.\r\n`);
  });

  for (const [what, content, selection, expected] of [
    ['121 characters', 'x'.repeat(121), from(0, 0, 0, 121), `${'x'.repeat(121)}\n\n${usual}`],
    ['several lines', 'One\ntwo\nthree\n', from(0, 1, 1, 2), `One\ntwo\n\n${usual}\nthree\n`],
    ['whole lines with their ends', 'One\ntwo\nthree\n', from(0, 0, 2, 0), `One\ntwo\n\n${usual}\nthree\n`],
    ['whole lines, backwards', 'One\ntwo\nthree\n', from(2, 0, 0, 0), `One\ntwo\n\n${usual}\nthree\n`],
    ['nothing but blanks', 'One  two\n', from(0, 3, 0, 5), `One  two\n\n${usual}\n`],
  ] as const) {
    it(`leaves ${what} and begins a paragraph behind it`, async () => {
      equal(await inserted('markdown', content, selection), expected);
    });
  }

  it('leaves it where the template has no place for it', async () => {
    const comment = aTemplate(`Well \${1:done}.`);
    equal(
      await inserted('markdown', 'the words\n', from(0, 0, 0, 9), { comment }),
      'the words\n\nquestion: Well done.\n',
    );
  });

  it('names it where it stands twice in the template', async () => {
    const comment = aTemplate(`Is \${TM_SELECTED_TEXT:it} \${1:\${TM_SELECTED_TEXT:that}}?`);
    equal(await inserted('markdown', 'this', from(0, 0, 0, 4), { comment }), 'question: Is this this?');
    await closeEditors();
    equal(await inserted('markdown', '', cursor(0, 0), { comment }), 'question: Is it that?');
  });
});

describe('a coaching comment beside a draft on the same line', () => {
  afterEach(closeEditors);

  for (const [where, content, column, expected] of [
    ['behind it', 'Draft.', 6, `Draft.\n\n${usual}`],
    ['before it', 'Draft.', 0, `${usual}\n\nDraft.`],
    ['in it', 'First. Then.', 7, `First. \n\n${usual}\n\nThen.`],
    ['behind blanks only', '  ', 2, `  ${usual}`],
    ['before blanks only', '  ', 0, `${usual}  `],
  ] as const) {
    it(`is apart from it by a blank line: ${where}`, async () => {
      equal(await inserted('markdown', content, cursor(0, column)), expected);
    });
  }
});

describe('a coaching comment about selected code', () => {
  afterEach(closeEditors);

  for (const [what, language, content, selection, expected] of [
    [
      'quotes a name, which stays',
      'typescript',
      'const delay = 5;\n',
      from(0, 6, 0, 11),
      `// ${about('`delay`')}\nconst delay = 5;\n`,
    ],
    [
      'quotes a line selected with its end',
      'typescript',
      'if (a) {\n  wait();\n}\n',
      from(1, 0, 2, 0),
      `if (a) {\n  // ${about('`wait();`')}\n  wait();\n}\n`,
    ],
    [
      'doesn’t quote what has a backtick',
      'typescript',
      'f(`a`);\n',
      from(0, 2, 0, 5),
      `// ${about('`a`')}\nf(\`a\`);\n`,
    ],
    [
      'doesn’t name several lines',
      'typescript',
      'a();\nb();\n',
      from(0, 0, 1, 4),
      `// ${usual}\na();\nb();\n`,
    ],
    [
      'names a property in a block comment',
      'css',
      'a {\n  color: red;\n}\n',
      from(1, 2, 1, 7),
      `a {\n  /* ${about('`color`')} */\n  color: red;\n}\n`,
    ],
    [
      'doesn’t name what would end its block comment',
      'css',
      'a {\n  /* why */\n}\n',
      from(1, 2, 1, 11),
      `a {\n  /* ${usual} */\n  /* why */\n}\n`,
    ],
    [
      'doesn’t name what would end its block comment in HTML',
      'html',
      '<p>\n  <!-- why -->\n</p>\n',
      from(1, 2, 1, 14),
      `<p>\n  <!-- ${usual} -->\n  <!-- why -->\n</p>\n`,
    ],
  ] as const) {
    it(what, async () => {
      await commentTokensOf(language);
      equal((await inserted(language, content, selection)).replace(/ +$/gm, ''), expected);
    });
  }
});

describe('the opening of a coaching comment', () => {
  afterEach(closeEditors);

  for (const [style, withDecorations, prose, code] of [
    ['plain', true, 'question (non-blocking): ', 'question (non-blocking): '],
    ['plain', false, 'question: ', 'question: '],
    ['bold', true, '**question (non-blocking):** ', 'question (non-blocking): '],
    ['bold', false, '**question:** ', 'question: '],
    ['none', true, '', ''],
    ['none', false, '', ''],
  ] as const) {
    it(`is ${prose || 'none'} in prose and ${code || 'none'} in code: ${style}, ${withDecorations}`, async () => {
      await commentTokensOf('typescript');
      const opening = { style, withDecorations };
      equal(await inserted('markdown', '', cursor(0, 0), { opening }), `${prose}What led you to this?`);
      await closeEditors();
      equal(await inserted('typescript', '', cursor(0, 0), { opening }), `// ${code}What led you to this?`);
    });
  }

  for (const [key, value, opening] of [
    ['labelStyle', 'bold', '**question (non-blocking):** What led'],
    ['labelStyle', 'none', 'What led'],
    ['labelStyle', 'loud', 'question (non-blocking): What led'],
    ['decorations', false, 'question: What led'],
    ['decorations', 'no', 'question (non-blocking): What led'],
  ] as const) {
    it(`is as the setting ${key} says: ${value}`, async () => {
      await setComments(key, value);
      const editor = await showText('markdown', '');
      equal(await openCoaching().room.insert({ template: 'cc-question-intent' }), true);
      equal(editor.document.getText().slice(0, opening.length), opening);
    });
  }
});

describe('the snippets that VS Code offers', () => {
  afterEach(closeEditors);

  it('read in VS Code like what Belay inserts, all of them', async () => {
    const different: string[] = [];
    const editor = await showText('plaintext', '');
    for (const each of builtInTemplates()) {
      const [first = '', ...rest] = linesOf(each, usualOpening);
      const opening = first.slice(0, first.indexOf(': ') + 2);
      await editor.edit(edit => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
      await editor.insertSnippet(new vscode.SnippetString(`${opening}${each.body}`), cursor(0, 0).start);
      if (editor.document.getText() !== previewOf([first, ...rest])) {
        different.push(`${each.prefix}: ${editor.document.getText()}`);
      }
    }
    deepEqual(different, []);
  });
});
