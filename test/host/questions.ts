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

/** Takes the place of VS Code's messages of one kind: presses the button of that name where there is one. */
export function messages(kind: 'showErrorMessage' | 'showInformationMessage', button?: string) {
  const shown: { readonly text: string; readonly buttons: readonly string[] }[] = [];
  replace(vscode.window, kind, async (text: string, ...buttons: string[]) => {
    shown.push({ text, buttons });
    return buttons.find(candidate => candidate === button);
  });
  return shown;
}
