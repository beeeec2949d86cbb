import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench/workbench';
import { openGuide } from './jobs';
import { eventually } from './support';

/** The title of what the guide shows. */
export async function title(window: Workbench): Promise<string> {
  return (await window.webview.locator('h1').textContent()) ?? '';
}

/** Waits for the section or page called `text`. */
export async function untilTitle(window: Workbench, text: string): Promise<void> {
  await window.webview.locator('h1', { hasText: text }).waitFor();
}

/** Goes to the next section, which is called `text`. */
export async function goNext(window: Workbench, text: string): Promise<void> {
  await window.runCommand('Belay: Guide: Next Section');
  await untilTitle(window, text);
}

/** Opens the guide's list of sections. */
export async function openContents(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Guide: Show Contents');
  await untilTitle(window, 'Contents');
}

/** Opens the section called `text` from the list of sections. */
export async function openSection(window: Workbench, text: string): Promise<void> {
  await openGuide(window);
  await openContents(window);
  await window.webview.locator('.contents a', { hasText: text }).click();
  await untilTitle(window, text);
}

/** Puts the cursor into the search box and types. */
export async function search(window: Workbench, query: string): Promise<void> {
  await window.runCommand('Belay: Guide: Search…');
  await untilFocused(window.webview.locator('#search'));
  await window.type(query);
}

/** Waits until that element has the focus. */
export async function untilFocused(element: Locator): Promise<void> {
  await eventually('the focus', () => element.evaluate(found => found === document.activeElement));
}

/** Bookmarks the section that is shown, by the button beside its title. */
export async function bookmarkSection(window: Workbench): Promise<void> {
  await window.webview.getByRole('button', { name: 'Bookmark this section' }).click();
  await window.webview.getByRole('button', { name: 'Bookmark this section', pressed: true }).waitFor();
}

/** Exports the guide into the workspace and gives the text of the file. `count`: how many sections are to be announced, where the test knows. */
export async function exportGuide(
  window: Workbench,
  folder: string,
  format: 'HTML' | 'Markdown',
  count?: number,
): Promise<string> {
  await window.runCommand('Belay: Guide: Export…');
  await window.quickInput
    .getByPlaceholder(`${count === undefined ? '' : `${count} `}sections in one file`)
    .waitFor();
  await window.type(format);
  await window.press('Enter');
  await window.quickInput.getByRole('button', { name: 'OK' }).waitFor();
  await window.press('Enter');
  const name = `belay-guide.${format === 'HTML' ? 'html' : 'md'}`;
  await window.notification(name).waitFor();
  return readFile(join(folder, name), 'utf8');
}

/** Hides the side bar. */
export async function hideSideBar(window: Workbench): Promise<void> {
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await window.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** The action below "Practise it" whose button says `label`. */
export function practiseButton(window: Workbench, label: string | RegExp): Locator {
  return window.webview.locator('.practise button', { hasText: label });
}

/** A team's page of that id, with `body` below its front matter and `extra` lines in it. */
export function teamPage(id: string, body: string, extra: readonly string[] = []): string {
  const front = [`id: ${id}`, `title: Page ${id}`, 'part: Our team', 'summary: How we do it.', ...extra];
  return ['---', ...front, '---', '', body, ''].join('\n');
}

/** Writes a page of the workspace's own; `undefined` removes it. */
export async function writeTeamPage(folder: string, name: string, text: string | undefined): Promise<void> {
  const file = join(folder, '.belay', 'guide', name);
  await mkdir(dirname(file), { recursive: true });
  await (text === undefined ? rm(file) : writeFile(file, text));
}

/** Gives the workspace that colour theme, and waits until the guide has taken it. */
export async function switchTheme(
  window: Workbench,
  folder: string,
  theme: string,
  kind: string,
): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'workbench.colorTheme': theme }),
  );
  await window.webview.locator(`body[data-vscode-theme-kind=${kind}]`).waitFor();
}
