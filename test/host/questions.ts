import * as vscode from 'vscode';
import { until } from './assert';
import { replace } from './perTest';

/** Answers to a question that is open: what is in it, or none. */
export const accept = 'workbench.action.acceptSelectedQuickOpenItem';
export const close = 'workbench.action.closeQuickOpen';

/** Gives the questions of `flow` the same answer, over and over, until it has ended. */
export async function answering<T>(flow: PromiseLike<T>, command: string): Promise<T> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  flow.then(end, end);
  await until('the questions end', async () => {
    await vscode.commands.executeCommand(command);
    return ended;
  });
  return flow;
}

/** Has these texts typed into the next input boxes, one each; later boxes stay as they are. */
export function typing(...texts: string[]): void {
  const create = vscode.window.createInputBox;
  replace(vscode.window, 'createInputBox', () => {
    const box = create();
    const text = texts.shift();
    if (text !== undefined) {
      // VS Code tells of what a person types, not of what an extension puts in.
      const typed = new vscode.EventEmitter<string>();
      const show = box.show.bind(box);
      Object.defineProperty(box, 'onDidChangeValue', { value: typed.event });
      Object.defineProperty(box, 'show', {
        value: () => {
          show();
          box.value = text;
          typed.fire(text);
        },
      });
    }
    return box;
  });
}

/** Takes the place of VS Code's list: `answer` chooses. Gives the items of each list that was shown. */
export function choosing(answer: (items: readonly vscode.QuickPickItem[]) => unknown) {
  const asked: (readonly vscode.QuickPickItem[])[] = [];
  replace(vscode.window, 'showQuickPick', async (items: readonly vscode.QuickPickItem[]) => {
    asked.push(items);
    return answer(items);
  });
  return asked;
}

/** What a list showed that was filled item by item, and what a test does to it. */
export interface ShownList {
  readonly title: string | undefined;
  readonly items: readonly vscode.QuickPickItem[];
  /** Presses a button of an item: the first one unless told otherwise. */
  press(item: vscode.QuickPickItem, button?: vscode.QuickInputButton): void;
}

/**
 * Takes the place of the list of templates: `answer` gives the item to choose; without one the list is closed.
 * Gives the lists that were shown.
 */
export function choosingTemplate(
  answer: (list: ShownList) => vscode.QuickPickItem | undefined = () => undefined,
): ShownList[] {
  const shown: ShownList[] = [];
  replace(vscode.window, 'createQuickPick', () => {
    const accepted = new vscode.EventEmitter<void>();
    const hidden = new vscode.EventEmitter<void>();
    const pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>();
    const list = {
      title: undefined,
      items: [] as vscode.QuickPickItem[],
      selectedItems: [] as vscode.QuickPickItem[],
      onDidAccept: accepted.event,
      onDidHide: hidden.event,
      onDidTriggerItemButton: pressed.event,
      // Nobody types in it.
      onDidChangeValue: new vscode.EventEmitter<string>().event,
      press(item: vscode.QuickPickItem, button = item.buttons?.[0]) {
        if (!button) {
          throw new Error(`“${item.label}” has no button`);
        }
        pressed.fire({ item, button });
      },
      show() {
        shown.push(list);
        const item = answer(list);
        if (item) {
          list.selectedItems = [item];
          accepted.fire();
        } else {
          hidden.fire();
        }
      },
      hide: () => hidden.fire(),
      dispose: () => undefined,
    };
    return list;
  });
  return shown;
}

/** Takes the place of VS Code's messages of one kind: presses the button of that name where there is one. */
export function messages(kind: 'showErrorMessage' | 'showInformationMessage', button?: string) {
  const shown: { readonly text: string; readonly buttons: readonly string[] }[] = [];
  replace(vscode.window, kind, async (text: string, ...buttons: string[]) => {
    shown.push({ text, buttons });
    return buttons.find(candidate => candidate === button);
  });
  return shown;
}

/** Takes the place of the status bar; gives what it says, as long as nobody takes that back. */
export function statusTexts(): string[] {
  const said: string[] = [];
  replace(vscode.window, 'setStatusBarMessage', (text: string) => {
    said.push(text);
    return new vscode.Disposable(() => said.splice(said.indexOf(text), 1));
  });
  return said;
}
