import * as vscode from 'vscode';
import { askToConfirm } from '../../platform/askToConfirm';
import { messageOf, UserError } from '../../platform/errors';
import { withLateProgress } from '../../platform/lateProgress';
import type { TextFolder } from '../../platform/textFolder';
import { askNewPassphrase, askPassphrase } from './askPassphrase';
import { changePassphrase, createKey, type KeyFile, secretBy } from './keyFile';
import { writeKeyFile } from './keyFiles';
import type { SealedFolder } from './sealedFolder';
import type { SecretKeyRing } from './secretKeyRing';
import { settle } from './settle';

/** The journal's folder as its encryption is changed. */
export interface EncryptedPlace {
  /** The folder as it lies there: keys' files are in it, and encrypted ones as they are. */
  readonly raw: TextFolder;
  readonly folder: SealedFolder;
  readonly ring: SecretKeyRing;
  /** Of the keys whose files the folder has. */
  readonly files: readonly KeyFile[];
  readonly title: string;
}

/** Encrypts a folder that isn't yet, unless the user leaves it. */
export async function encrypt(place: EncryptedPlace): Promise<void> {
  const isWanted = await askToConfirm(
    vscode.l10n.t('Encrypt the journal in {0}?', place.raw.path),
    vscode.l10n.t(
      'Without the passphrase nobody can read it any more, Belay’s makers included: keep it where you won’t lose it. Other machines ask for it once. What Git has of before stays readable in its history; drafts and backups on this machine aren’t encrypted.',
    ),
    vscode.l10n.t('Choose a Passphrase…'),
  );
  const passphrase = isWanted ? await askNewPassphrase(place.title) : undefined;
  if (passphrase === undefined) {
    return;
  }
  const { file, secret } = await whileWorking(() => createKey(passphrase));
  await keep(place, file.id, secret);
  await writeKeyFile(place.raw, file);
  await settleAndSay(place, done =>
    vscode.l10n.t('The journal in {0} is encrypted. Files: {1}.', place.raw.path, done),
  );
}

/** Asks for the passphrase of each key that this machine lacks. Gives false where the user left it. */
export async function unlock(place: EncryptedPlace): Promise<boolean> {
  for (let left = await missingKeys(place); left.length > 0; left = await missingKeys(place)) {
    const found = await askPassphrase(place.title, async passphrase => {
      for (const file of left) {
        const secret = await secretBy(passphrase, file);
        if (secret) {
          return { id: file.id, secret };
        }
      }
      return undefined;
    });
    if (!found) {
      return false;
    }
    await keep(place, found.id, found.secret);
  }
  await settleAndSay(place, () =>
    vscode.l10n.t('This machine can read the journal in {0} now.', place.raw.path),
  );
  return true;
}

/** Writes what isn't yet as it is to be: what broke off, or came from a machine that didn't know. */
export async function goOn(place: EncryptedPlace): Promise<void> {
  await settleAndSay(place, done => vscode.l10n.t('Files written anew: {0}.', done));
}

/** Gives the key that is in use another passphrase. The files stay as they are. */
export async function rewrap(place: EncryptedPlace, file: KeyFile): Promise<void> {
  const secret = await place.ring.secretOf(file.id);
  const passphrase = secret && (await askNewPassphrase(place.title));
  if (passphrase === undefined || !secret) {
    return;
  }
  await writeKeyFile(place.raw, await whileWorking(() => changePassphrase(file, secret, passphrase)));
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The passphrase is changed. Machines that have the key go on without asking; whoever has an old copy of the folder can still open that with the old one.',
    ),
  );
}

/** Takes the keys off this machine. */
export async function lock({ ring, files }: EncryptedPlace): Promise<void> {
  for (const { id } of files) {
    await ring.forget(id);
  }
  const reload = vscode.l10n.t('Reload Window');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This machine no longer has the journal’s key. Windows that are open show moments until they are reloaded.',
    ),
    reload,
  );
  if (chosen === reload) {
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
  }
}

/** Writes everything plainly again. The keys' files stay, retired, for machines that have encrypted something meanwhile. */
export async function decrypt(place: EncryptedPlace): Promise<void> {
  const isWanted = await askToConfirm(
    vscode.l10n.t('Decrypt the journal in {0}?', place.raw.path),
    vscode.l10n.t(
      'Everybody who can read the folder, or a repository that it is pushed to, can read the moments then.',
    ),
    vscode.l10n.t('Decrypt'),
  );
  if (!isWanted) {
    return;
  }
  for (const file of place.files) {
    const key = await place.ring.get(file.id);
    if (key) {
      await writeKeyFile(place.raw, { ...file, retired: key.retirement });
    }
  }
  await settleAndSay(place, done =>
    vscode.l10n.t('The journal in {0} isn’t encrypted any more. Files: {1}.', place.raw.path, done),
  );
}

/** The files of keys that this machine doesn't have. */
export async function missingKeys({ files, ring }: EncryptedPlace): Promise<KeyFile[]> {
  const missing: KeyFile[] = [];
  for (const file of files) {
    if (!(await ring.get(file.id))) {
      missing.push(file);
    }
  }
  return missing;
}

async function keep({ ring }: EncryptedPlace, id: string, secret: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await ring.add(id, secret);
  } catch (error) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'VS Code can’t keep the journal’s key on this machine: {0}. Each new window will ask for the passphrase.',
        messageOf(error),
      ),
    );
  }
}

/** Trying a passphrase takes a second, which is what makes trying many hard. */
function whileWorking<T>(work: () => Promise<T>): Promise<T> {
  return Promise.resolve(
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Making the journal’s key…') },
      work,
    ),
  );
}

async function settleAndSay(place: EncryptedPlace, said: (done: number) => string): Promise<void> {
  const { folder, raw } = place;
  try {
    const { changed, left } = await withLateProgress(
      vscode.l10n.t('Writing the journal’s files anew…'),
      signal => settle(folder, signal),
    );
    void sayWithJournal(
      left === 0
        ? said(changed)
        : vscode.l10n.t(
            'Files written anew: {0}, still as they were: {1}. All are read, and “Belay: Journal Encryption…” goes on.',
            changed,
            left,
          ),
    );
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'Not all files in {0} could be written anew: {1}. Nothing is lost; “Belay: Journal Encryption…” goes on where it stopped.',
        raw.path,
        messageOf(error),
      ),
      [],
      { cause: error },
    );
  }
}

async function sayWithJournal(message: string): Promise<void> {
  const show = vscode.l10n.t('Show Journal');
  if ((await vscode.window.showInformationMessage(message, show)) === show) {
    await vscode.commands.executeCommand('belay.showJournal');
  }
}
