import * as vscode from 'vscode';
import { intents } from '../vocabulary';
import { intentTexts } from './intents';
import { type Label, readOpening } from './label';
import { previewOf } from './snippetBody';
import { linesOf, type OpeningStyle, type Template } from './template';
import { oftenUsed, type Usage } from './usage';

/** A codicon for each label, so that the list can be scanned by kind. */
export const labelIcons: Readonly<Record<Label, string>> = {
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

/** What the picker needs besides the templates. */
export interface PickerOptions {
  readonly usage: Usage;
  readonly opening: OpeningStyle;
  /** What the list is for: its title. */
  readonly title: string;
  /** Shows a template of Belay's own in the guide, with its example. */
  showExample(template: Template): unknown;
}

type Item = vscode.QuickPickItem & { readonly template?: Template };

/**
 * Asks which template; `undefined` when the list was closed. Names, texts, purposes and examples can all be
 * searched. Those that were used come first, then one group for each intent.
 */
export function pickTemplate(
  templates: readonly Template[],
  { usage, opening, title, showExample }: PickerOptions,
): Promise<Template | undefined> {
  const example: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('book'),
    tooltip: vscode.l10n.t('Show its example in the guide'),
  };
  const toItem = (template: Template): Item => ({
    template,
    label: `$(${labelIcons[template.label]}) ${template.name}`,
    description: template.when,
    detail: pairOf(template) ?? previewOf(linesOf(template, opening)).replace(/\s+/g, ' '),
    buttons: template.origin === 'belay' ? [example] : [],
  });
  const group = (name: string, some: readonly Template[]): Item[] =>
    some.length === 0 ? [] : [{ label: name, kind: vscode.QuickPickItemKind.Separator }, ...some.map(toItem)];
  const used = oftenUsed(templates, usage, Date.now());
  const rest = templates.filter(template => !used.includes(template));
  const of = (origin: Template['origin']) => rest.filter(template => template.origin === origin);
  const list = vscode.window.createQuickPick<Item>();
  list.title = title;
  list.placeholder = vscode.l10n.t('What should the author gain from your comment?');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = [
    ...group(vscode.l10n.t('Used before'), used),
    ...group(vscode.l10n.t('Your own'), of('own')),
    ...group(vscode.l10n.t('Your team’s'), of('team')),
    ...intents.flatMap(intent =>
      group(
        intentTexts[intent].title,
        of('belay').filter(template => template.intent === intent),
      ),
    ),
  ];
  return new Promise(resolve => {
    let picked: Template | undefined;
    list.onDidAccept(() => {
      picked = list.selectedItems[0]?.template;
      list.hide();
    });
    list.onDidTriggerItemButton(({ item }) => {
      list.hide();
      if (item.template) {
        showExample(item.template);
      }
    });
    list.onDidHide(() => {
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve(picked);
      list.dispose();
    });
    list.show();
  });
}

/** The point as it is often made, and as this template makes it, on one line. */
function pairOf({ example }: Template): string | undefined {
  if (!example) {
    return undefined;
  }
  const coaching = readOpening(example.coaching)?.text ?? example.coaching;
  return `✗ ${example.correcting}  →  ✓ ${coaching.replace(/\s+/g, ' ')}`;
}
