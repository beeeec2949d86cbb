import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { openTextFolder } from '../../platform/openTextFolder';
import { type LockedKey, SealedFolder } from './sealedFolder';
import { keyRingOf } from './secretKeyRing';

/** A folder of the user's own, encrypted where it has a key's file; the keys are those of this machine. */
export function openSealedFolder(context: vscode.ExtensionContext, uri: vscode.Uri): SealedFolder {
  return new SealedFolder(openTextFolder(uri), keyRingOf(context), locked);
}

function locked({ folder }: LockedKey): UserError {
  return new UserError(
    vscode.l10n.t(
      'The journal in {0} is encrypted, and this machine doesn’t have its key yet. Nothing was changed.',
      folder,
    ),
    [
      {
        title: vscode.l10n.t('Enter Passphrase…'),
        run: () => vscode.commands.executeCommand('belay.journalEncryption'),
      },
    ],
  );
}
