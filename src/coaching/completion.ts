import * as vscode from 'vscode';
import { previewOf, toSnippet } from './snippetBody';
import { linesOf, type OpeningStyle, type Template } from './template';

/** Templates as completions of `/` and the beginning of a word, at the start of a line or behind a blank. */
export function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  templates: readonly Template[],
  opening: OpeningStyle,
): vscode.CompletionItem[] {
  const line = document.lineAt(position).text.slice(0, position.character);
  const typed = /(?:^|\s)(\/[\w-]*)$/.exec(line)?.[1];
  if (typed === undefined) {
    return [];
  }
  const range = new vscode.Range(position.translate(0, -typed.length), position);
  return templates.map((template, index) => {
    const lines = linesOf(template, opening);
    const item = new vscode.CompletionItem(
      { label: `/${template.prefix.replace(/^cc-/, '')}`, description: template.name },
      vscode.CompletionItemKind.Snippet,
    );
    // The message box of source control knows no tab stops.
    item.insertText =
      document.languageId === 'scminput'
        ? previewOf(lines)
        : new vscode.SnippetString(toSnippet(lines, 'text'));
    item.range = range;
    item.filterText = `/${template.prefix} ${template.name}`;
    item.sortText = String(index).padStart(4, '0');
    item.documentation = documentationOf(template, previewOf(lines));
    item.command = { command: 'belay.coaching.used', title: '', arguments: [template.prefix] };
    return item;
  });
}

/**
 * As plain text, which VS Code shows as it is: a team's template mustn't bring pictures or links of its own into
 * a hover, and in Markdown even an escaped address becomes a link.
 */
function documentationOf({ when, learns, example }: Template, preview: string): string {
  const pair = example ? [`✗ ${example.correcting}`, `✓ ${example.coaching}`] : [];
  return [preview, '―――', when, learns, ...pair].filter(part => part !== '').join('\n\n');
}
