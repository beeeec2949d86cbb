import type { Locator } from 'playwright-core';
import { run } from '../workbench/run';
import type { Workbench } from '../workbench/workbench';
import { eventually } from './support';

/** Waits for that step of logging a moment. */
export async function logStep(window: Workbench, number: number): Promise<void> {
  await window.quickInput.getByText(`Log Mentoring Moment (${number}/7)`).waitFor();
}

/** Answers what is left of the steps with Enter. */
export async function skipSteps(window: Workbench, from: number): Promise<void> {
  for (let number = from; number <= 7; number += 1) {
    await logStep(window, number);
    await window.press('Enter');
  }
}

/** Logs a moment with nothing but its first line and waits for the message that says `outcome`. */
export async function logLine(window: Workbench, line: string, outcome = 'Moment logged'): Promise<void> {
  // Messages about earlier moments, which may say other things of them, would be taken for this one's.
  if ((await window.notification(outcome).count()) > 0) {
    await window.runCommand('Notifications: Clear All Notifications');
    await window.notification(outcome).first().waitFor({ state: 'hidden' });
  }
  await window.runCommand('Belay: Log Mentoring Moment…');
  await logStep(window, 1);
  await window.type(line);
  await skipSteps(window, 1);
  await window.notification(outcome).waitFor();
}

export async function showJournal(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Show Journal');
}

/** Shows the journal, and waits until it has the focus, which it would take from what comes next. */
export async function focusJournal(window: Workbench): Promise<void> {
  await showJournal(window);
  await window.page.locator('.pane-body .monaco-list-row.focused').first().waitFor();
}

/**
 * Syncs the journal in `folder`, until the `remote` has what is committed there and nothing of it is left. Git's own
 * questions may keep the message from being shown.
 */
export async function syncJournal(window: Workbench, folder: string, remote: string): Promise<void> {
  await window.runCommand('Belay: Sync Journal');
  const git = (cwd: string, ...args: string[]) => run('git', args, { cwd }).catch(() => 'none yet');
  await eventually(
    `${folder} is synced`,
    async () => {
      const left = await git(
        folder,
        'status',
        '--porcelain',
        '--',
        '*.jsonl',
        '*.jsonl.sealed',
        'belay-key-*',
      );
      const here = await git(folder, 'rev-parse', 'HEAD');
      return left === '' && here !== 'none yet' && here === (await git(remote, 'rev-parse', 'main'));
    },
    30_000,
  );
}

/** The journal's row that shows `text`. */
export function journalRow(window: Workbench, text: string): Locator {
  return window.page.locator('.pane-body .monaco-list-row', { hasText: text });
}

/** Chooses what the menu of the row with the focus calls `item`, by keyboard. */
export async function chooseFromMenu(window: Workbench, item: string): Promise<void> {
  await window.press('Shift+F10');
  await chooseInMenu(window, item);
}

/**
 * Presses `key` until `element` is there, a row with the focus say. Each press gets its time: where the next one comes
 * before what the last one did is drawn, one is too many.
 */
export async function pressUntil(window: Workbench, key: string, element: Locator): Promise<void> {
  await eventually(`${key} leads there`, async () => {
    await window.press(key);
    return element.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    );
  });
}

/** Chooses what the menu that opens calls `item`, by keyboard: clicks on it don't count at first. */
export async function chooseInMenu(window: Workbench, item: string): Promise<void> {
  await window.page.getByRole('menuitem', { name: item }).waitFor();
  await pressUntil(
    window,
    'ArrowDown',
    window.page.locator('.monaco-menu .action-item.focused', { hasText: item }),
  );
  await window.press('Enter');
}

/** Opens the guide and waits until it is drawn. */
export async function openGuide(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Open Guide');
  await window.webview.locator('h1').waitFor();
}

/** Opens the list of templates. */
export async function openTemplatePicker(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Insert Coaching Comment…');
  await window.quickInput.getByText('Insert Coaching Comment', { exact: true }).waitFor();
}

/** Chooses the template of that name in the list that is open. */
export async function pickTemplate(window: Workbench, name: string): Promise<void> {
  await window.quickInput.getByText('Insert Coaching Comment', { exact: true }).waitFor();
  await window.type(name);
  await window.quickInput.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
  await window.press('Enter');
}

/** Completes the beginning of a snippet's prefix. */
export async function completePrefix(window: Workbench, typed: string, prefix: string): Promise<void> {
  await window.type(typed);
  await window.press('Control+Space');
  await window.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: prefix }).waitFor();
  await window.press('Enter');
}

/** Opens the list of quick fixes at that column, from 0, of the line with the cursor; gives its rows. */
export async function openQuickFixes(window: Workbench, column: number): Promise<Locator> {
  await window.press('Home', ...Array.from({ length: column }, () => 'ArrowRight'));
  const rows = window.page.locator('.action-widget .monaco-list-row');
  // VS Code knows no fix yet where it is asked in the moment in which the mark appears.
  await eventually('the list of quick fixes', async () => {
    await window.press('Control+.');
    return rows
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
  });
  return rows;
}

/** Chooses the row of an open list. */
export async function choose(window: Workbench, placeholder: string, label: string): Promise<void> {
  await window.quickInput.locator(`input[placeholder*="${placeholder}"]`).waitFor();
  await window.type(label);
  await window.quickInput.locator('.monaco-list-row.focused', { hasText: label }).waitFor();
  await window.press('Enter');
}

/** Answers VS Code's own dialog for a path. */
export async function answerPath(window: Workbench, path: string): Promise<void> {
  await fillPath(window, path);
  await window.press('Enter');
}

/** Answers its dialog for a folder, one that is empty. */
export async function answerFolder(window: Workbench, path: string): Promise<void> {
  await fillPath(window, `${path}/`);
  // Before VS Code has gone there, Enter chooses nothing; then there is only the way up.
  await eventually(`the dialog is in ${path}`, async () => (await pathRows(window).count()) === 1);
  await window.press('Enter');
}

const pathRows = (window: Workbench) => window.quickInput.locator('.monaco-list-row');

async function fillPath(window: Workbench, path: string): Promise<void> {
  const input = window.quickInput.locator('input[type=text]');
  await eventually('the dialog for a path', async () => (await input.inputValue()).startsWith('/'));
  // With the folder's entries it puts the path that it proposes once more.
  await pathRows(window).first().waitFor();
  await input.fill(path);
}
