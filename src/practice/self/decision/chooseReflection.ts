import * as vscode from 'vscode';
import { formatShortDay } from '../../../platform/formatDay';
import { offerUndo } from '../../../platform/offerUndo';
import { plainMessage } from '../../../platform/plainMessage';
import type { Reporter } from '../../../platform/reporting';
import type { PracticeDocument } from '../../entry';
import type { PracticeStore } from '../../store';

type Item = vscode.QuickPickItem & { readonly document?: PracticeDocument };

/**
 * Asks whether to answer the situations or to open an earlier reflection, which can also be deleted here. Where
 * there is none, there is nothing to ask. `undefined` where the user leaves.
 */
export async function chooseReflection(
  store: PracticeStore,
  reporter: Reporter,
  isBegun: boolean,
): Promise<'answer' | PracticeDocument | undefined> {
  const reflections = store
    .all('document')
    .filter(({ kind }) => kind === 'reflection')
    .toSorted((a, b) => Date.parse(b.created) - Date.parse(a.created));
  if (reflections.length === 0) {
    return 'answer';
  }
  const deletes = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete') };
  const answer: Item = {
    label: isBegun ? vscode.l10n.t('Go On Where You Stopped') : vscode.l10n.t('Answer the Situations'),
    description: vscode.l10n.t('as you see it today'),
  };
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Is Management for Me?');
  pick.items = [
    answer,
    { label: vscode.l10n.t('Earlier reflections'), kind: vscode.QuickPickItemKind.Separator },
    ...reflections.map(document => ({
      label: plainMessage(document.title),
      description: formatShortDay(document.created.slice(0, 10)),
      buttons: [deletes],
      document,
    })),
  ];
  return new Promise(resolve => {
    const end = (chosen?: 'answer' | PracticeDocument) => {
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve(chosen);
      pick.dispose();
    };
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      end(item === answer ? 'answer' : item?.document);
    });
    pick.onDidTriggerItemButton(({ item: { document } }) => {
      if (document) {
        deleteReflection(store, document).catch(error => reporter.report(error));
      }
      end();
    });
    pick.onDidHide(() => end());
    pick.show();
  });
}

async function deleteReflection(store: PracticeStore, document: PracticeDocument): Promise<void> {
  await store.delete(document.id);
  await offerUndo(vscode.l10n.t('Deleted: {0}', plainMessage(document.title)), () => store.put(document));
}
