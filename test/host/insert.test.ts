import * as vscode from 'vscode';
import { insertTemplate } from '../../src/coaching/insert';
import { deepEqual, equal, ok } from './assert';
import { aTemplate, closeEditors, commentTokensOf, cursor, showText, usualOpening } from './editors';
import { RecordingLog } from './reporter';

const template = aTemplate(`What led you to \${1:this approach}?\n\nI may be missing \${2:some context}.`);
const [first, last] = ['question: What led you to this approach?', 'I may be missing some context.'];

/** The text after `template` was inserted. */
async function inserted(
  language: string,
  content: string,
  selection: vscode.Selection,
  comment = template,
): Promise<string> {
  const editor = await showText(language, content, selection);
  await insertTemplate(editor, comment, usualOpening, new RecordingLog());
  return editor.document.getText();
}

afterEach(closeEditors);

describe('a coaching comment in code', () => {
  it('gets line comments above the line with the cursor, as far in as that line, which stays', async () => {
    await commentTokensOf('typescript');
    equal(
      await inserted('typescript', 'function f() {\n    return 1;\n}\n', cursor(1, 8)),
      `function f() {\n    // ${first}\n    //\n    // ${last}\n    return 1;\n}\n`,
    );
  });

  it('goes above the first selected line; what is selected stays', async () => {
    await commentTokensOf('typescript');
    equal(
      await inserted('typescript', 'a();\n  b();\n  c();\n', new vscode.Selection(2, 4, 1, 3)),
      `a();\n  // ${first}\n  //\n  // ${last}\n  b();\n  c();\n`,
    );
  });

  it('takes an empty line for itself, in Python’s syntax', async () => {
    await commentTokensOf('python');
    equal(
      await inserted('python', 'def f():\n    \n    return 1\n', cursor(1, 4)),
      `def f():\n    # ${first}\n    #\n    # ${last}\n    return 1\n`,
    );
  });

  it('is wrapped at 80 characters, without losing a word', async () => {
    await commentTokensOf('typescript');
    const words = Array.from({ length: 60 }, (_none, index) => `word${index}`).join(' ');
    const text = await inserted('typescript', '', cursor(0, 0), aTemplate(words));
    const lines = text.split('\n').map(line => line.replace(/^\/\/ /, ''));
    ok(lines.length > 1, 'several lines');
    deepEqual(
      lines.filter(line => line.length > 80),
      [],
      'lines that are too long',
    );
    equal(lines.join(' '), `question: ${words}`);
  });

  it('gets a block comment on each line of CSS, which has no other', async () => {
    await commentTokensOf('css');
    equal(
      (await inserted('css', 'a {\n  color: red;\n}\n', cursor(1, 2))).replace(/ +$/gm, ''),
      `a {\n  /* ${first} */\n\n  /* ${last} */\n  color: red;\n}\n`,
    );
  });

  it('gets a block comment on each line of HTML', async () => {
    await commentTokensOf('html');
    equal(
      (await inserted('html', '<p>\n  Hello\n</p>\n', cursor(1, 4))).replace(/ +$/gm, ''),
      `<p>\n  <!-- ${first} -->\n\n  <!-- ${last} -->\n  Hello\n</p>\n`,
    );
  });

  it('has no blank in front in a language without comments', async () => {
    equal(await inserted('log', 'a\n', cursor(1, 0)), `a\n${first}\n\n${last}`);
  });
});

describe('a coaching comment in prose', () => {
  it('is plain text at the cursor in Markdown, not wrapped', async () => {
    const long = `${'word '.repeat(40)}end.`;
    equal(
      await inserted('markdown', 'Before.\n\n\n', cursor(2, 0), aTemplate(long)),
      `Before.\n\nquestion: ${long}\n`,
    );
  });

  it('is a paragraph of its own behind selected Markdown, which stays', async () => {
    equal(
      await inserted('markdown', '# Title\nquoted words\nmore\n', new vscode.Selection(1, 0, 1, 6)),
      `# Title\nquoted words\n\n${first}\n\n${last}\nmore\n`,
    );
  });

  it('is plain text in plain text', async () => {
    equal(await inserted('plaintext', '', cursor(0, 0)), `${first}\n\n${last}`);
  });

  it('is plain text in a language that VS Code doesn’t know, which it shows as plain text', async () => {
    const editor = await showText('no-such-language', '');
    equal(editor.document.languageId, 'plaintext');
    await insertTemplate(editor, template, usualOpening, new RecordingLog());
    equal(editor.document.getText(), `${first}\n\n${last}`);
  });
});

describe('a coaching comment’s placeholders', () => {
  it('are filled in one after the other', async () => {
    const editor = await showText('plaintext', '');
    await insertTemplate(editor, template, usualOpening, new RecordingLog());
    equal(editor.document.getText(editor.selection), 'this approach');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(editor.document.getText(editor.selection), 'some context');
  });
});
