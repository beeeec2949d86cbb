import * as vscode from 'vscode';
import { messageOf } from '../../platform/errors';

/** Whoever has the files can try as many as they like: fewer characters than this aren't worth the trouble. */
const fewestCharacters = 12;

/**
 * Asks for a new passphrase, twice, since nobody sees what is typed. `undefined` where that was left.
 */
export async function askNewPassphrase(title: string): Promise<string | undefined> {
  const first = await vscode.window.showInputBox({
    title,
    password: true,
    ignoreFocusOut: true,
    prompt: vscode.l10n.t(
      'A passphrase of at least {0} characters, five or six random words say',
      fewestCharacters,
    ),
    validateInput: text =>
      text === '' || [...text].length >= fewestCharacters
        ? undefined
        : vscode.l10n.t('At least {0} characters', fewestCharacters),
  });
  if (!first) {
    return undefined;
  }
  return vscode.window.showInputBox({
    title,
    password: true,
    ignoreFocusOut: true,
    prompt: vscode.l10n.t('The same once more. Without it nobody can read the journal again, you included.'),
    validateInput: text => (text === first ? undefined : vscode.l10n.t('It isn’t the same yet')),
  });
}

/** What a passphrase has opened. */
export interface FoundKey {
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/**
 * Asks for the passphrase until `tryIt` takes one, which may need a second; gives the key that it opened, or
 * `undefined` where it was left.
 */
export function askPassphrase(
  title: string,
  tryIt: (passphrase: string) => Promise<FoundKey | undefined>,
): Promise<FoundKey | undefined> {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.password = true;
  box.ignoreFocusOut = true;
  box.prompt = vscode.l10n.t('The passphrase that the journal was encrypted with');
  return new Promise(resolve => {
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(async () => {
      if (box.busy || box.value === '') {
        return;
      }
      box.busy = true;
      box.enabled = false;
      try {
        const found = await tryIt(box.value);
        if (found !== undefined) {
          // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
          resolve(found);
          box.hide();
          return;
        }
        box.validationMessage = vscode.l10n.t('That isn’t the passphrase. Nothing was changed; try again.');
      } catch (error) {
        box.validationMessage = messageOf(error);
      } finally {
        box.enabled = true;
        box.busy = false;
      }
    });
    box.onDidHide(() => {
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
