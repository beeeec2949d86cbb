import * as vscode from 'vscode';
import { previewOf } from './snippetBody';
import type { Label, Template } from './template';

/** A codicon for each label, so that the list can be scanned by kind. */
const icons: Record<Label, string> = {
  praise: 'heart',
  nitpick: 'symbol-ruler',
  suggestion: 'lightbulb',
  issue: 'warning',
  todo: 'tasklist',
  question: 'question',
  thought: 'comment',
  chore: 'checklist',
  note: 'note',
};

/** Asks which template; `undefined` when the list was closed. Name, opening and purpose can all be searched. */
export async function pickTemplate(templates: readonly Template[]): Promise<Template | undefined> {
  const items = templates.map(template => ({
    template,
    label: `$(${icons[template.label]}) ${template.name}`,
    description: previewOf(template.body.slice(0, 1)),
    detail: `${template.description} ${template.why}`,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert Coaching Comment'),
    placeHolder: vscode.l10n.t('What should the author gain from your comment?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.template;
}
