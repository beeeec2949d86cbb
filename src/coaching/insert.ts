import * as vscode from 'vscode';
import { isCommentBox } from '../platform/commentBox';
import { UserError } from '../platform/errors';
import { isProse } from './commentSyntax';
import { commentFormFor } from './languages';
import { takesSelection } from './snippet';
import { previewOf, toSnippet } from './snippetBody';
import { linesOf, type OpeningStyle, partsOfTemplate, type Template } from './template';

/** Longer selections, and those of several lines, aren't named in a sentence. */
const longestSubject = 120;

/**
 * Inserts `template` at the cursor of `editor`: as text where prose is written, else as a comment in the
 * language's syntax. A short selection becomes what the comment is about, where the template has a place for
 * it; code stays where it is. Nothing is lost where the editor takes no edit: the comment then goes to the
 * clipboard, and the error says so.
 */
export async function insertTemplate(
  editor: vscode.TextEditor,
  template: Template,
  opening: OpeningStyle,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const { document } = editor;
  const before = document.version;
  if (isProse(document.uri.scheme, document.languageId)) {
    await insertAsProse(editor, template, opening);
  } else {
    await insertAsComment(editor, template, opening, log);
  }
  // What the edits themselves report is no proof: in a read-only editor they claim success.
  const inserted = document.version !== before;
  if (!inserted) {
    await vscode.env.clipboard.writeText(previewOf(linesOf(template, opening)));
    throw new UserError(
      vscode.l10n.t(
        'This editor can’t be changed, so the comment is on the clipboard instead. Paste it where you need it.',
      ),
    );
  }
}

/** What would end a comment between block comment tokens. */
const endOfBlock = /\*\/|-->/;

/** The selected text, and where it stands without blanks around it, where it can be named in a sentence of `template`. */
function subjectOf(
  { document, selection }: vscode.TextEditor,
  template: Template,
): { readonly text: string; readonly range: vscode.Range } | undefined {
  const selected = document.getText(selection);
  const text = selected.trim();
  const isShort = text !== '' && text.length <= longestSubject && !/[\r\n]/.test(text);
  if (!isShort || !takesSelection(partsOfTemplate(template))) {
    return undefined;
  }
  const start = document.offsetAt(selection.start) + selected.length - selected.trimStart().length;
  return {
    text,
    range: new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)),
  };
}

function snippet(text: string): vscode.SnippetString {
  return new vscode.SnippetString(text);
}

/**
 * In place of a selection that it is about, else behind it, since that is what it is about; apart from what
 * stands on the same line by a blank line.
 */
async function insertAsProse(
  editor: vscode.TextEditor,
  template: Template,
  opening: OpeningStyle,
): Promise<void> {
  const { document, selection } = editor;
  const subject = subjectOf(editor, template);
  const place = subject?.range ?? (selection.isEmpty ? selection : endOf(editor));
  const textIn = (range: vscode.Range) => document.getText(range).trim();
  const before = textIn(new vscode.Range(place.start.with({ character: 0 }), place.start));
  const after = textIn(new vscode.Range(place.end, document.lineAt(place.end).range.end));
  const text = [
    before === '' ? '' : '\n\n',
    toSnippet(linesOf(template, opening, subject?.text), 'text'),
    after === '' ? '' : '\n\n',
  ].join('');
  if (!isCommentBox(document)) {
    await editor.insertSnippet(snippet(text), place);
  } else if (vscode.window.activeTextEditor?.document === document) {
    // A comment box is no ordinary editor: a snippet goes in through a command that writes where the focus is.
    editor.selection = new vscode.Selection(place.start, place.end);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet: text });
  } else {
    await appendToBox(document, previewOf([text]));
  }
}

/** Behind the last line that has something selected, as an empty range. */
function endOf({ document, selection: { start, end } }: vscode.TextEditor): vscode.Range {
  // Whole lines are selected up to the beginning of the next.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const position = document.lineAt(last).range.end;
  return new vscode.Range(position, position);
}

/** For a comment box that has no focus, or that has closed while a list was open: its document takes text. */
export async function appendToBox(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const { end } = document.lineAt(document.lineCount - 1).range;
  const separator = document.getText().trim() === '' ? '' : '\n\n';
  edit.insert(document.uri, end, `${separator}${text.trim()}`);
  await vscode.workspace.applyEdit(edit);
}

/** On an empty line the comment takes that line; elsewhere it gets lines of its own above, so that no code ends up inside it. */
async function insertAsComment(
  editor: vscode.TextEditor,
  template: Template,
  { withDecorations, style }: OpeningStyle,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const form = await commentFormFor(editor.document.languageId, log);
  const selected = subjectOf(editor, template)?.text;
  const subject = form === 'block' && selected && endOfBlock.test(selected) ? undefined : selected;
  const quoted = subject === undefined || subject.includes('`') ? subject : `\`${subject}\``;
  // Code isn't Markdown: two asterisks would stay two asterisks.
  const opening = { withDecorations, style: style === 'bold' ? 'plain' : style } as const;
  const text = toSnippet(linesOf(template, opening, quoted), form);
  const line = editor.document.lineAt(editor.selection.start.line);
  await (line.isEmptyOrWhitespace
    ? editor.insertSnippet(snippet(text), editor.selection.start)
    : editor.insertSnippet(
        snippet(`${text}\n`),
        new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex),
      ));
}
