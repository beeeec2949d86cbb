import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench/workbench';
import { eventually } from './support';

const boxes = '.review-widget .comment-form .monaco-editor, .review-widget .monaco-editor';

/** The comment box with the focus. */
export const focusedBox = (window: Workbench): Locator =>
  window.page.locator('.review-widget .monaco-editor.focused');

/** Waits until one of the boxes reads as `expected` says; VS Code draws blanks as no-break spaces, and wraps. */
export async function untilBox(window: Workbench, expected: RegExp): Promise<string> {
  return eventually(`a box that reads ${expected}`, async () => {
    for (const box of await window.page.locator(boxes).locator('.view-lines').all()) {
      // By place on the screen: the lines aren't drawn in their order.
      const lines = await box.locator('.view-line').evaluateAll(elements =>
        elements
          .map(element => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
      const text = lines.join(' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
      if (expected.test(text)) {
        return text;
      }
    }
    return undefined;
  });
}

/** Opens a review note's box on the line with the cursor, by keyboard. */
export async function openNoteBox(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Add Review Note');
  await window.page.locator('.review-widget .edit-textarea .monaco-editor.focused').waitFor();
}
