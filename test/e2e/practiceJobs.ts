import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../workbench/workbench';
import { untilFocused } from './guideJobs';
import { logStep } from './jobs';

/** The document inside VS Code's own preview of Markdown. */
export function previewOf(window: Workbench): FrameLocator {
  return window.page
    .frameLocator('iframe.webview[src*="vscode.markdown-language-features"]')
    .frameLocator('iframe#active-frame');
}

/** Waits for the page whose title, where reading and the keys begin, has `title` in it. */
export async function untilTitled(window: Workbench, title: string): Promise<void> {
  const heading = window.webview.locator('h1', { hasText: title });
  await heading.waitFor();
  await untilFocused(heading);
}

/** Chooses `subject` in the list of what to rate. */
export async function assess(window: Workbench, subject: string): Promise<void> {
  await window.runCommand('Belay: Assess Yourself…');
  await window.quickInput.getByText('All nine').waitFor();
  await window.type(subject);
  await window.quickInput.locator('.monaco-list-row.focused', { hasText: subject }).waitFor();
  await window.press('Enter');
}

/** Logs one line at once, and waits for the offer to count it for `exercise`. */
export async function logFitting(window: Workbench, line: string, exercise: string): Promise<void> {
  await window.runCommand('Belay: Log Mentoring Moment…');
  await logStep(window, 1);
  await window.type(line);
  await window.press('Control+Enter');
  await window.notification(`It fits “${exercise}”`).waitFor();
}

/** How the lens of a story reads. */
export const storyLens = (window: Workbench, text: string) =>
  window.page.locator('.editor-instance .codelens-decoration', { hasText: text });

/** Writes a story in the place of what stands in the editor. */
export async function writeStory(window: Workbench, action: string, result: string): Promise<void> {
  await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await window.press('Control+A');
  await window.page.keyboard.insertText(
    [
      '---\ntitle: The retries\nanswers: [followed-without-a-title]\n---',
      '## Situation\nOur importer failed twice a week, and nobody owned it.',
      '## Task\nI had to make it somebody’s, in a month.',
      `## Action\n${action}`,
      `## Result\n${result}`,
      '## Learned\nI would ask earlier.\n',
    ].join('\n\n'),
  );
  await window.press('Control+Home');
}
