import * as vscode from 'vscode';
import { type Person, personKey } from '../../people';
import { plainLabel } from '../../platform/plainMessage';

interface NameItem extends vscode.QuickPickItem {
  readonly name: string;
}

/** Asks for one of `people`, or any other name, which is typed; `undefined` where the list is closed. */
export function chooseName(
  people: readonly Person[],
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<NameItem>();
  const known = people.map(({ name, count }) => ({
    label: plainLabel(name),
    description: String(count),
    name,
  }));
  const keys = new Set(people.map(({ name }) => personKey(name)));
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = known;
  pick.onDidChangeValue(value => {
    const typed = value.trim();
    const isOther = typed !== '' && !keys.has(personKey(typed));
    pick.items = isOther
      ? [
          ...known,
          { label: plainLabel(typed), description: vscode.l10n.t('as typed'), name: typed, alwaysShow: true },
        ]
      : known;
  });
  return new Promise(resolve => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) {
        // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
        resolve(item.name);
        pick.dispose();
      }
    });
    pick.onDidHide(() => {
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
