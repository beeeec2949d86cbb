import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Journal } from '../../src/journal/journal';
import type { Moment } from '../../src/journal/moment';
import { toLocalIso } from '../../src/platform/time';
import { openDiskFolder } from '../bench/diskFolder';
import { run } from '../workbench/run';
import { temporaryFolder } from '../workbench/sample';
import type { Workbench } from '../workbench/workbench';
import { chooseFromMenu, focusJournal, journalRow, logLine, pressUntil, syncJournal } from './jobs';
import { cloneAs, createRemote } from './repositories';
import { Stage } from './support';

/** So many moments each machine has logged before. */
const count = 200;

const moment = (id: string, minutesAgo: number): Moment => ({
  id,
  when: toLocalIso(new Date(Date.now() - minutesAgo * 60_000)),
  what: `Moment ${id}`,
  who: [],
});

function journalIn(folder: string, writer: string): Journal {
  const options = { others: async () => [], writer, workspace: { folders: [] }, now: Date.now };
  return new Journal({ folder: openDiskFolder(folder), ...options });
}

/** A VS Code of its own whose journal is in a clone of `remote`, with moments that it logged earlier. */
class Machine {
  readonly stage = new Stage();
  window!: Workbench;

  constructor(
    readonly name: string,
    private readonly remote: string,
    private readonly path: string,
  ) {}

  get folder(): string {
    return join(this.path, this.name);
  }

  async start(): Promise<void> {
    await cloneAs(this.name, this.remote, this.folder);
    await writeFile(join(this.folder, 'mine.txt'), 'not the journal’s\n');
    const journal = journalIn(this.folder, `${this.name}-before`);
    await journal.change(
      Array.from({ length: count }, (_, index) => ({ put: moment(`${this.name}-${index}`, index + 10) })),
    );
    await this.stage.start({ settings: { 'belay.journal.folder': this.folder } });
    await this.stage.startTest();
    this.window = await this.stage.open();
    await focusJournal(this.window);
  }

  /** Syncs, until the remote has what this machine has. */
  async sync(): Promise<void> {
    await syncJournal(this.window, this.folder, this.remote);
  }

  /** Puts the focus on that moment in the Journal view, filtered by its words. */
  async focus(what: string): Promise<void> {
    const { window } = this;
    await window.runCommand('Belay: Filter Journal…');
    await window.quickInput.getByText('What you type is applied at once').waitFor();
    await window.type(`"${what}"`);
    await journalRow(window, what).first().waitFor();
    await window.press('Enter');
    await window.quickInput.waitFor({ state: 'hidden' });
    await window.page.locator('.pane-body .monaco-list:focus').waitFor();
    await window.press('Home');
    await pressUntil(
      window,
      'ArrowDown',
      window.page.locator('.pane-body .monaco-list-row.focused', { hasText: what }),
    );
  }

  /** Deletes that moment by its menu. */
  async delete(what: string): Promise<void> {
    await this.focus(what);
    await chooseFromMenu(this.window, 'Delete Moment');
    await this.window.notification('Moment deleted').waitFor();
  }

  /** Opens that moment, writes `added` at the end of what happened, and saves it. */
  async edit(what: string, added: string): Promise<void> {
    await this.focus(what);
    const { window } = this;
    await window.press('Enter');
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await window.page.locator('.editor-instance .view-line', { hasText: what }).waitFor();
    const isDirty = window.page.locator('.tab.active.dirty');
    // Its last line is empty.
    await window.press('Control+End', 'ArrowUp', 'End');
    await window.type(added);
    await isDirty.waitFor();
    await window.press('Control+S');
    await isDirty.waitFor({ state: 'detached' });
    await window.closeEditors();
  }

  async files(): Promise<Map<string, string>> {
    const names = (await readdir(this.folder)).filter(name => name.endsWith('.jsonl')).sort();
    const texts = names.map(name => readFile(join(this.folder, name), 'utf8'));
    return new Map((await Promise.all(texts)).map((text, index) => [names[index] ?? '', text]));
  }
}

describe('The journal in Git', function () {
  this.timeout(240_000);
  // Three of them share few processors with others: one stalled window is no verdict.
  this.retries(1);

  it('is the same on three machines that sync, edits and deletes crossing', async () => {
    const { path, remove } = await temporaryFolder('sync');
    const remote = join(path, 'remote.git');
    await createRemote(remote);
    const machines = ['one', 'two', 'three'].map(name => new Machine(name, remote, path));
    const [one, two, three] = machines as [Machine, Machine, Machine];
    try {
      // One after the other: three windows that open at once stall each other.
      for (const machine of machines) {
        await machine.start();
        await logLine(machine.window, `logged on ${machine.name}`, 'Moment logged in your journal');
        await machine.sync();
      }
      await one.sync();
      // Each knows the others' moments of before; what they do now crosses.
      await one.delete('Moment three-7');
      await two.delete('Moment one-3');
      await one.edit('Moment one-9', ', edited on one');
      await two.edit('Moment one-9', ', edited on two');
      await one.delete('Moment two-5');
      await three.edit('Moment two-5', ', edited on three');
      await logLine(three.window, 'logged later on three', 'Moment logged in your journal');
      for (const machine of [three, two, one, three, two]) {
        await machine.sync();
      }
      // The later edit is what happened, on the machine that made the earlier one as well.
      await one.focus('Moment one-9, edited on two');
      await one.window.runCommand('Belay: Clear Journal Filter');
      await journalRow(one.window, 'logged later on three').waitFor();
      await one.window.runCommand('Notifications: Show Notifications');
      await one.window.page
        .locator('.notifications-center')
        .getByText('The journal is synced')
        .first()
        .waitFor();

      const files = await one.files();
      for (const machine of machines) {
        assert.deepEqual(await machine.files(), files);
        const { moments, problems } = await journalIn(machine.folder, 'reader').read();
        assert.deepEqual(problems, []);
        assert.equal(moments.length, 3 * count + 3 + 1 - 2);
        const whatOf = (wanted: string) => moments.find(({ id }) => id === wanted)?.what;
        assert.deepEqual([whatOf('three-7'), whatOf('one-3')], [undefined, undefined]);
        assert.equal(whatOf('one-9'), 'Moment one-9, edited on two');
        // An edit that is later than a delete brings the moment back.
        assert.equal(whatOf('two-5'), 'Moment two-5, edited on three');
      }
      const pushed = await run('git', ['ls-tree', '-r', '--name-only', 'main'], { cwd: remote });
      assert.deepEqual(new Set(pushed.trim().split('\n')), new Set(files.keys()));
    } catch (error) {
      for (const { name, window } of machines) {
        await window?.runCommand('Notifications: Show Notifications');
        await window?.page.screenshot({ path: join('test-results', `sync-${name}.png`) });
      }
      throw error;
    } finally {
      await Promise.all(machines.map(({ stage }) => stage.stop()));
      await remove();
    }
  });
});
