import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../workbench/run';
import { temporaryFolder } from '../workbench/sample';
import type { Workbench } from '../workbench/workbench';
import { choose, focusJournal, journalRow, logLine, showJournal, syncJournal } from './jobs';
import { cloneAs, createRemote } from './repositories';
import { eventually, Stage } from './support';

const secret = 'a talk with Ana that is nobody’s business';
const passphrase = 'six random words and a comma';

/** The bytes of all files in a folder, as text one character each. */
async function bytesIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter(name => name !== '.git');
  return (await Promise.all(names.map(name => readFile(join(folder, name), 'latin1')))).join('');
}

async function typePassphrase(window: Workbench, prompt: string, text: string): Promise<void> {
  await window.quickInput.getByText(prompt).waitFor();
  await window.quickInput.locator('input[type=password]').waitFor();
  await window.type(text);
  await window.press('Enter');
}

describe('An encrypted journal', function () {
  this.timeout(240_000);
  this.retries(1);

  it('is encrypted, synced, and read on another machine for its passphrase alone', async () => {
    const { path, remove } = await temporaryFolder('encryption');
    const remote = join(path, 'remote.git');
    const folder = (name: string) => join(path, name);
    await createRemote(remote);
    const [one, two] = [new Stage(), new Stage()];
    const windows = new Map<string, Workbench>();
    const openOn = async (stage: Stage, name: string) => {
      await cloneAs(name, remote, folder(name));
      await stage.start({ settings: { 'belay.journal.folder': folder(name) } });
      await stage.startTest();
      const window = await stage.open();
      windows.set(name, window);
      return window;
    };
    const sync = (window: Workbench, name: string) => syncJournal(window, folder(name), remote);
    try {
      const first = await openOn(one, 'one');
      await logLine(first, secret, 'Moment logged in your journal');
      await sync(first, 'one');
      const plain = Buffer.from(secret).toString('latin1');
      assert.ok((await bytesIn(folder('one'))).includes(plain));

      await first.runCommand('Belay: Journal Encryption…');
      await first.page.locator('.monaco-dialog-box').getByText('Encrypt the journal in').waitFor();
      await first.press('Enter');
      await typePassphrase(first, 'A passphrase of at least 12 characters', passphrase);
      await typePassphrase(first, 'The same once more', passphrase);
      await first.notification('is encrypted. Files: 1').waitFor();
      assert.ok(!(await bytesIn(folder('one'))).includes(plain), 'nothing in the folder can be read');
      await logLine(first, 'and another one', 'Moment logged in your journal');
      await sync(first, 'one');
      const pushed = await run('git', ['ls-tree', '-r', '--name-only', 'main'], { cwd: remote });
      assert.match(pushed, /^(?:belay-key-[0-9a-f]{32}\.json|[0-9a-f-]+-\d{4}\.jsonl\.sealed|\s)+$/);
      assert.equal(await run('git', ['status', '--porcelain'], { cwd: folder('one') }), '');

      const second = await openOn(two, 'two');
      await showJournal(second);
      await second.notification('is encrypted, and this machine doesn’t have its key').waitFor();
      await second.page.getByRole('button', { name: 'Enter Passphrase…' }).first().press('Enter');
      await typePassphrase(
        second,
        'The passphrase that the journal was encrypted with',
        'a wrong passphrase',
      );
      await second.quickInput.getByText('That isn’t the passphrase').waitFor();
      await second.press('Control+A');
      await second.type(passphrase);
      await second.press('Enter');
      await second.notification('This machine can read the journal').waitFor();
      await focusJournal(second);
      await journalRow(second, secret).waitFor();
      await journalRow(second, 'and another one').waitFor();
      await logLine(second, 'written on the second', 'Moment logged in your journal');
      await sync(second, 'two');

      await sync(first, 'one');
      await focusJournal(first);
      await journalRow(first, 'written on the second').waitFor();
      await first.runCommand('Belay: Journal Encryption…');
      await choose(first, 'What is to be done', 'Decrypt the Journal…');
      await first.page.locator('.monaco-dialog-box').getByText('Decrypt the journal in').waitFor();
      await first.press('Enter');
      await first.notification('isn’t encrypted any more').waitFor();
      await eventually('it is plain', async () => (await bytesIn(folder('one'))).includes(plain));
      await journalRow(first, secret).waitFor();
    } catch (error) {
      for (const [name, window] of windows) {
        await window.page.screenshot({ path: join('test-results', `encryption-${name}.png`) });
      }
      throw error;
    } finally {
      await one.stop();
      await two.stop();
      await remove();
    }
  });
});
