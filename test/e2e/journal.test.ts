import assert from 'node:assert/strict';
import type { Moment } from '../../src/journal/moment';
import type { Workbench } from '../workbench/workbench';
import { readMoments } from './files';
import { chooseFromMenu, journalRow, logStep, showJournal } from './jobs';
import { openWithMoments, writeJournal } from './journals';
import { describeOnStage, eventually } from './support';

const moment = (id: string, details: Partial<Moment>): Moment => ({
  id,
  when: '2026-03-01T14:30:00+01:00',
  what: id,
  who: [],
  ...details,
});

const moments = [
  moment('m1', {
    what: 'Paired on the retry logic',
    who: ['Ana', 'Jo'],
    kind: 'pairing',
    learned: 'to wait',
  }),
  moment('m2', {
    what: 'Talked about the talk she wants to give',
    who: ['Ana'],
    kind: '1:1',
    when: '2026-02-20T10:00:00+01:00',
    followUp: { due: '2026-02-27', text: 'Find her a meetup' },
  }),
  moment('m3', {
    what: 'Reviewed the migration\nand left the needle in place',
    who: ['Kim'],
    kind: 'review',
    when: '2026-02-10T10:00:00+01:00',
    place: { file: 'src/retry.ts', firstLine: 8, lastLine: 10 },
  }),
];

const titles = (window: Workbench) => window.page.locator('.pane-header', { hasText: 'Journal' });
const statusItem = (window: Workbench) =>
  window.page.locator('.statusbar-item', { hasText: /follow-ups? due/ });

/** The row with the focus shows `text`. */
async function focused(window: Workbench, text: string): Promise<void> {
  await window.page.locator('.pane-body .monaco-list-row.focused', { hasText: text }).waitFor();
}

describeOnStage('Reading the journal', {}, stage => {
  it('groups by person, which the workspace remembers, and filters as one types', async () => {
    const window = await openWithMoments(stage, moments);
    await showJournal(window);
    await focused(window, 'Paired on the retry logic');
    await window.runCommand('Belay: Group Journal by…');
    await window.quickInput.getByText('Group the Journal by').waitFor();
    await window.type('Person');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Person' }).waitFor();
    await window.press('Enter');
    await journalRow(window, 'Kim').waitFor();
    await titles(window).getByText('by person').waitFor();

    await window.runCommand('Belay: Filter Journal…');
    await window.quickInput.getByText('What you type is applied at once').waitFor();
    await window.type('needle');
    await journalRow(window, 'Reviewed the migration').waitFor();
    await journalRow(window, 'Ana').waitFor({ state: 'detached' });
    await window.page.getByText('1 of 3 moments, filtered by “needle”.').waitFor();
    await window.type('less');
    await window.page.getByText('Nothing found for “needleless”.').waitFor();
    await window.press('Escape');
    await window.runCommand('Belay: Clear Journal Filter');
    await journalRow(window, 'Ana').waitFor();

    await window.reload();
    await showJournal(window);
    await titles(window).getByText('by person').waitFor();
  });

  it('finds a moment by its words, also in the journals of other workspaces', async () => {
    await writeJournal(stage, 'somewhere', [moment('x1', { what: 'Elsewhere he led the demo' })], {
      name: 'billing',
      folders: [`file://${stage.workspace.folder}`],
    });
    const window = await openWithMoments(stage, moments);
    await window.runCommand('Belay: Find Moment…');
    await window.quickInput.getByText('Find Moment (3 of 3)').waitFor();
    await window.type('needle');
    const row = window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Reviewed the migration' });
    await row.getByText('left the needle').waitFor();
    await window.press('Enter');
    await window.page.locator('.view-lines', { hasText: 'left the needle' }).waitFor();

    await window.runCommand('Belay: Find Moment…');
    await window.quickInput.getByText('Find Moment (3 of 3)').waitFor();
    await window.quickInput
      .getByRole('button', { name: 'Find in the journals of all workspaces' })
      .press('Enter');
    await window.quickInput.getByText('Find Moment in All Workspaces').waitFor();
    await window.press('Escape');

    await window.runCommand('Belay: Find Moment…');
    await window.quickInput.getByText('Find Moment (3 of 3)').waitFor();
    await window.type('led the demo');
    // Where nothing is found the same is one key away.
    await window.quickInput
      .locator('.monaco-list-row.focused', { hasText: 'Find in the journals of all workspaces' })
      .waitFor();
    await window.press('Enter');
    await window.quickInput.getByText('Find Moment in All Workspaces (1 of').waitFor();
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'billing' }).waitFor();
    await window.press('Enter');
    await window.page.locator('.view-lines', { hasText: 'Elsewhere he led the demo' }).waitFor();
    await window
      .notification('in the journal of billing')
      .getByRole('button', { name: 'Open That Folder' })
      .waitFor();
    await window.type('x');
    await window.page.getByText('Cannot edit in read-only editor').first().waitFor();
  });

  it('says why a moment isn’t saved, in words and with its line', async () => {
    const window = await openWithMoments(stage, moments);
    await showJournal(window);
    await focused(window, 'Paired on the retry logic');
    await window.press('Enter');
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await window.page.locator('.view-lines', { hasText: 'learned:' }).waitFor();
    await window.press('Control+Home', 'ArrowDown', 'End');
    await window.type('x');
    await window.press('Control+S');
    const said = window.notification('line 2: when: ');
    await said.waitFor();
    assert.doesNotMatch((await said.textContent()) ?? '', /FileSystemError|Unknown/);
    await window.press('Control+Z', 'Control+S');
    await window.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('says which follow-ups are due; one is snoozed, which Undo takes back, then done', async () => {
    const window = await openWithMoments(stage, moments);
    // By itself: nobody has opened the journal.
    await statusItem(window).getByText('1 follow-up due').waitFor();
    await window.page.locator('.activitybar .badge', { hasText: '1' }).first().waitFor();
    await window.runCommand('Belay: Show Follow-ups');
    await focused(window, 'Find her a meetup');
    await chooseFromMenu(window, 'Snooze Follow-up…');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Tomorrow' }).waitFor();
    await window.type('Choose');
    await window.press('Enter');
    await window.quickInput.getByText('A day, like').waitFor();
    await window.type('9000-01-01');
    await window.press('Enter');
    await journalRow(window, 'Due later').waitFor();
    await statusItem(window).waitFor({ state: 'hidden' });
    await window.notification('Snoozed until').getByRole('button', { name: 'Undo' }).click();
    await journalRow(window, 'Overdue').waitFor();

    await window.runCommand('Belay: Show Follow-ups');
    await focused(window, 'Find her a meetup');
    await chooseFromMenu(window, 'Follow-up Done');
    await journalRow(window, 'Done lately').waitFor();
    await statusItem(window).waitFor({ state: 'hidden' });
    const kept = (await readMoments(stage.home)).flatMap(({ followUp }) => (followUp ? [followUp] : []));
    assert.ok(JSON.stringify(kept).includes('"done":"20'), JSON.stringify(kept));
  });

  it('follows up by logging another moment, in which the same people are ticked', async () => {
    const window = await openWithMoments(stage, moments);
    await window.runCommand('Belay: Show Follow-ups');
    await focused(window, 'Find her a meetup');
    await chooseFromMenu(window, 'Log Follow-up…');
    await logStep(window, 1);
    await window.type('Found her one in Ghent');
    await window.press('Enter');
    await logStep(window, 2);
    const ana = window.quickInput.locator('.monaco-list-row', { hasText: 'Ana' });
    await eventually('Ana is ticked', () => ana.getByRole('checkbox', { checked: true }).isVisible());
    await window.press('Control+Enter');
    await journalRow(window, 'Done lately').waitFor();
    await eventually('the moment is on the disk', async () =>
      (await readMoments(stage.home)).some(
        ({ what, who, kind }) => [what, who, kind].join() === 'Found her one in Ghent,Ana,1:1',
      ),
    );
  });

  it('deletes the row that has the focus with a key, and restores it much later', async () => {
    const window = await openWithMoments(stage, moments);
    await showJournal(window);
    await focused(window, 'Paired on the retry logic');
    // The day below, then its moment; the first stays selected.
    await window.press('ArrowDown', 'ArrowDown');
    await focused(window, 'Talked about the talk');
    await window.press('Delete');
    await journalRow(window, 'Talked about the talk').waitFor({ state: 'detached' });
    await journalRow(window, 'Paired on the retry logic').waitFor();
    await window.notification('Moment deleted: Talked about the talk').waitFor();
    // Whoever goes on with the keys is where the row was.
    await focused(window, 'Feb 10');

    await window.reload();
    await window.runCommand('Belay: Restore a Deleted Moment…');
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Talked about the talk' }).waitFor();
    // The one deleted last is ticked.
    await window.quickInput.getByText('1 Selected').waitFor();
    await window.press('Enter');
    await window.notification('One moment brought back').waitFor();
    await showJournal(window);
    await journalRow(window, 'Talked about the talk').waitFor();
  });

  it('shows a person’s page, which follows the journal', async () => {
    const window = await openWithMoments(stage, moments);
    await window.runCommand('Belay: Open a Person’s Page…');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Ana' }).waitFor();
    await window.press('Enter');
    const page = window.page
      .frameLocator('iframe.webview[src*="markdown-language-features"]')
      .frameLocator('iframe#active-frame');
    await page.locator('h1', { hasText: 'Ana' }).waitFor();
    await page.getByText('Find her a meetup').first().waitFor();
    await window.runCommand('Belay: Show Follow-ups');
    await focused(window, 'Find her a meetup');
    await chooseFromMenu(window, 'Follow-up Done');
    await page.getByText('Followed up').waitFor();
  });
});
