import * as vscode from 'vscode';
import { journalEncryption } from '../../src/journal/encryption/journalEncryption';
import { journalFolderSetting } from '../../src/journal/folder/ownFolder';
import type { JournalSession } from '../../src/journal/session';
import { UserError } from '../../src/platform/errors';
import { listFiles, readText } from '../../src/platform/files';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { type ContextOptions, createContext, freshFolder, MemorySecrets } from './context';
import { aMoment, idsOf, openJournal } from './journals';
import { atEnd, held, replace } from './perTest';
import { accept, choosing, messages } from './questions';

const passphrase = 'six random words and a comma';

/** An empty folder of the user's own, which the setting names until the test has ended. */
async function ownFolder(): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(freshFolder(), 'own');
  await vscode.workspace.fs.createDirectory(folder);
  const set = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration()
      .update(journalFolderSetting, value, vscode.ConfigurationTarget.Global);
  await set(folder.scheme === 'file' ? folder.fsPath : folder.toString());
  atEnd(() => set(undefined));
  return folder;
}

async function open(options: ContextOptions): Promise<JournalSession> {
  return held((await openJournal(options)).session);
}

/** Runs the command of a machine with these secrets; what it shows instead of messages is in `said`. */
function encryption(options: ContextOptions) {
  const said = messages('showInformationMessage');
  const opened: JournalSession[] = [];
  const run = () =>
    journalEncryption(createContext(options), async () => {
      const session = await open(options);
      opened.push(session);
      return session;
    });
  return { said, opened, run };
}

/** Says yes to questions, and types `text` as the new passphrase, twice. */
function encryptingWith(text: string | undefined): void {
  replace(vscode.window, 'showWarningMessage', async (_text: string, _options: unknown, yes: string) => yes);
  replace(vscode.window, 'showInputBox', async () => text);
}

async function encrypted(secrets: MemorySecrets): Promise<{ folder: vscode.Uri; session: JournalSession }> {
  const folder = await ownFolder();
  const session = await open({ secrets });
  await session.put(aMoment('a', { what: 'a secret about Ana' }));
  encryptingWith(passphrase);
  await encryption({ secrets }).run();
  return { folder, session };
}

async function tells(folder: vscode.Uri): Promise<boolean> {
  const texts = (await listFiles(folder)).map(name => readText(vscode.Uri.joinPath(folder, name)));
  return (await Promise.all(texts)).some(text => text.includes('secret about'));
}

/** Runs the command, which asks for the passphrase, and answers as a person does. */
function unlocking(run: () => Promise<void>) {
  const create = vscode.window.createInputBox;
  let box: vscode.InputBox | undefined;
  replace(vscode.window, 'createInputBox', () => {
    box = create();
    return box;
  });
  const ran = run();
  const type = async (text: string) => {
    await until('it asks', () => box?.enabled === true);
    if (box) {
      box.validationMessage = undefined;
      box.value = text;
    }
    await vscode.commands.executeCommand(accept);
  };
  return {
    /** Types what isn’t the passphrase, and waits for being told. */
    async refused(text: string): Promise<void> {
      await type(text);
      await until('it is refused', () => /isn’t the passphrase/.test(String(box?.validationMessage)));
    },
    /** Types what is the passphrase, and waits for the end. */
    async taken(text: string): Promise<void> {
      await type(text);
      await ran;
    },
  };
}

const choose = (label: string) =>
  choosing(items => items.find(item => item.label.startsWith(label)) ?? items[0]);

describe('the journal’s encryption', function () {
  // Each passphrase is made to take a second to try.
  this.timeout(30_000);

  it('needs a folder of the user’s own, and says how to get one', async () => {
    const error = await rejects(encryption({}).run(), UserError);
    match(error.message, /in VS Code’s storage/);
    equal(error.actions[0]?.title, 'Move Journal…');
  });

  it('leaves nothing readable in the folder, in windows that are open as well', async () => {
    const secrets = new MemorySecrets();
    const { folder, session } = await encrypted(secrets);
    ok(!(await tells(folder)), 'nothing tells');
    await session.put(aMoment('b', { what: 'another secret about Ana' }));
    ok(!(await tells(folder)), 'what came later neither');
    deepEqual(sorted(idsOf(await open({ secrets }))), ['a', 'b']);
    const names = await listFiles(folder);
    equal(names.filter(name => name.startsWith('belay-key-')).length, 1);
    ok(
      names.every(name => /^belay-key-|\.jsonl\.sealed$/.test(name)),
      names.join(),
    );
  });

  it('changes nothing where the passphrase isn’t given', async () => {
    const folder = await ownFolder();
    const secrets = new MemorySecrets();
    const session = await open({ secrets });
    await session.put(aMoment('a'));
    const before = await listFiles(folder);
    encryptingWith(undefined);
    await encryption({ secrets }).run();
    deepEqual(await listFiles(folder), before);
    deepEqual(await secrets.keys(), []);
  });

  it('is opened on another machine by its passphrase and by no other', async () => {
    const { folder } = await encrypted(new MemorySecrets());
    const before = sorted(await listFiles(folder));
    const secrets = new MemorySecrets();
    const error = await rejects(open({ secrets }), UserError);
    match(error.message, /is encrypted, and this machine doesn’t have its key/);
    equal(error.actions[0]?.title, 'Enter Passphrase…');
    const { run, said, opened } = encryption({ secrets });
    const { refused, taken } = unlocking(run);
    await refused('not the passphrase');
    deepEqual(await secrets.keys(), []);
    await taken(passphrase);
    match(said[0]?.text ?? '', /This machine can read the journal/);
    deepEqual(opened.map(idsOf), [['a']]);
    deepEqual(sorted(await listFiles(folder)), before);
  });

  it('goes on with the old key under another passphrase, which other machines then need', async () => {
    const secrets = new MemorySecrets();
    const { session } = await encrypted(secrets);
    choose('Change');
    encryptingWith('the passphrase of now');
    await encryption({ secrets }).run();
    await session.refresh();
    deepEqual(idsOf(session), ['a']);
    const other = new MemorySecrets();
    const { refused, taken } = unlocking(encryption({ secrets: other }).run);
    await refused(passphrase);
    await taken('the passphrase of now');
    deepEqual(idsOf(await open({ secrets: other })), ['a']);
  });

  it('gets another passphrase also where VS Code couldn’t keep the key', async () => {
    const secrets = new MemorySecrets();
    secrets.store = async () => {
      throw new Error('no keyring');
    };
    await encrypted(secrets);
    choose('Change');
    encryptingWith('the passphrase of now');
    await encryption({ secrets }).run();
    const other = new MemorySecrets();
    await unlocking(encryption({ secrets: other }).run).taken('the passphrase of now');
    deepEqual(idsOf(await open({ secrets: other })), ['a']);
  });

  it('is locked on this machine until the passphrase is given again', async () => {
    const secrets = new MemorySecrets();
    await encrypted(secrets);
    choose('Lock');
    await encryption({ secrets }).run();
    deepEqual(await secrets.keys(), []);
    await rejects(open({ secrets }), UserError);
    await unlocking(encryption({ secrets }).run).taken(passphrase);
    deepEqual(idsOf(await open({ secrets })), ['a']);
  });

  it('can be taken off again; then the folder is as it was', async () => {
    const secrets = new MemorySecrets();
    const { folder, session } = await encrypted(secrets);
    choose('Decrypt');
    await encryption({ secrets }).run();
    ok(await tells(folder), 'it is plain');
    deepEqual(idsOf(await open({ secrets: new MemorySecrets() })), ['a']);
    await session.put(aMoment('b'));
    ok(
      (await listFiles(folder)).every(name => !name.endsWith('.sealed')),
      'nothing is encrypted any more',
    );
  });

  it('names a key’s file that can’t be read, and changes nothing', async () => {
    const secrets = new MemorySecrets();
    const { folder, session } = await encrypted(secrets);
    const name = (await listFiles(folder)).find(file => file.startsWith('belay-key-')) ?? '';
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, name),
      new TextEncoder().encode('<<<<<<< HEAD'),
    );
    const broken = ({ message }: Error) => match(message, /belay-key-\w+\.json: it isn’t JSON/);
    await rejects(encryption({ secrets }).run(), UserError).then(broken);
    await rejects(session.put(aMoment('b')), UserError).then(broken);
    deepEqual(idsOf(await open({ secrets })), ['a']);
  });
});
