import * as vscode from 'vscode';
import { messageOf, UserError } from '../../platform/errors';
import { openTextFolder } from '../../platform/openTextFolder';
import { ownFolder } from '../folder/location';
import type { JournalSession } from '../session';
import {
  decrypt,
  type EncryptedPlace,
  encrypt,
  goOn,
  lock,
  missingKeys,
  rewrap,
  unlock,
} from './encryptionActions';
import type { KeyFile } from './keyFile';
import { openSealedFolder } from './openSealedFolder';
import { keyRingOf } from './secretKeyRing';

/** What can be done, and what it is called. */
interface Choice extends vscode.QuickPickItem {
  run(): Promise<void>;
}

/**
 * Encrypts the journal's folder, unlocks it, changes its passphrase or decrypts it, as the user chooses; where its
 * key is missing here, the passphrase is all there is to ask. Throws a `UserError` where the journal isn't in a folder
 * of the user's own.
 */
export async function journalEncryption(
  context: vscode.ExtensionContext,
  openSession: () => Promise<JournalSession>,
): Promise<void> {
  const place = await openPlace(context);
  if ((await missingKeys(place)).length > 0) {
    if (await unlock(place)) {
      await (await openSession()).refresh();
    }
    return;
  }
  const choices = await choicesFor(place);
  const chosen =
    choices.length === 1
      ? choices[0]
      : await vscode.window.showQuickPick(choices, {
          title: place.title,
          placeHolder: vscode.l10n.t('What is to be done with the journal in {0}?', place.raw.path),
        });
  await chosen?.run();
}

async function openPlace(context: vscode.ExtensionContext): Promise<EncryptedPlace> {
  const uri = ownFolder();
  if (!uri) {
    throw new UserError(
      vscode.l10n.t(
        'The journal is in VS Code’s storage, which only your disk’s encryption protects. Belay encrypts it in a folder of your own: move it there first.',
      ),
      [
        {
          title: vscode.l10n.t('Move Journal…'),
          run: () => vscode.commands.executeCommand('belay.moveJournal'),
        },
      ],
    );
  }
  const raw = openTextFolder(uri);
  const folder = openSealedFolder(context, uri);
  return {
    raw,
    folder,
    ring: keyRingOf(context),
    files: await filesIn(folder),
    title: vscode.l10n.t('Journal Encryption'),
  };
}

async function filesIn(folder: EncryptedPlace['folder']): Promise<KeyFile[]> {
  try {
    return await folder.keyFiles();
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'A key’s file can’t be read, so nothing was changed: {0}. Bring it back, from Git or a copy.',
        messageOf(error),
      ),
      [],
      { cause: error },
    );
  }
}

async function choicesFor(place: EncryptedPlace): Promise<Choice[]> {
  const { plain, sealed } = await place.folder.encryption();
  const active = place.files.find(({ retired }) => retired === undefined);
  const rest: Choice = {
    label: vscode.l10n.t('Go On Where It Stopped'),
    detail: vscode.l10n.t('Encrypted files: {0}, plain ones: {1}', sealed, plain),
    run: () => goOn(place),
  };
  if (!active) {
    return [
      ...(sealed > 0 ? [rest] : []),
      {
        label: vscode.l10n.t('Encrypt the Journal…'),
        detail: vscode.l10n.t('With a passphrase of yours, in {0}', place.raw.path),
        run: () => encrypt(place),
      },
    ];
  }
  return [
    ...(plain > 0 ? [rest] : []),
    {
      label: vscode.l10n.t('Change the Passphrase…'),
      detail: vscode.l10n.t('The journal is encrypted, and this machine has its key.'),
      run: () => rewrap(place, active),
    },
    {
      label: vscode.l10n.t('Lock on This Machine'),
      detail: vscode.l10n.t('It asks for the passphrase then, before it reads the journal.'),
      run: () => lock(place),
    },
    {
      label: vscode.l10n.t('Decrypt the Journal…'),
      detail: vscode.l10n.t('Its files can be read by everybody who has them then.'),
      run: () => decrypt(place),
    },
  ];
}
