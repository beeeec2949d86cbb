import assert from 'node:assert/strict';
import type { Workbench } from '../workbench/workbench';
import { completePrefix, openTemplatePicker, pickTemplate } from './jobs';
import { describeOnStage, eventually } from './support';

/** Inserts the template of that name and waits for its tab stops. */
async function insertTemplate(window: Workbench, name: string): Promise<void> {
  await openTemplatePicker(window);
  await pickTemplate(window, name);
  await window.page
    .locator('.monaco-editor.focused .snippet-placeholder')
    .first()
    .waitFor({ state: 'attached' });
}

/** The open editor's text from its clipboard copy, since the editor draws only what is in sight. */
async function editorText(window: Workbench): Promise<string> {
  await window.press('Control+A', 'Control+C');
  return window.page.evaluate(() => navigator.clipboard.readText());
}

/** Waits until the editor's text has `expected` in it, and gives the text. */
function untilText(window: Workbench, expected: string): Promise<string> {
  return eventually(`the text ${JSON.stringify(expected)}`, async () => {
    const text = (await editorText(window)).replaceAll('\r\n', '\n');
    return text.includes(expected) && text;
  });
}

describeOnStage('Inserting a coaching comment', {}, stage => {
  it('says of each template when to use it, and the same point correcting and coaching', async () => {
    const window = await stage.shared();
    await window.openFile('review.md');
    await openTemplatePicker(window);
    await window.type('edge case');
    const row = window.quickInput.locator('.monaco-list-row.focused');
    await row.getByText('When one input or state may not be handled').waitFor();
    await row.getByText('✗ `items[0]` will crash on an empty cart. → ✓ What happens when').waitFor();
  });

  it('is text in Markdown, with tab stops that are typed over in order', async () => {
    const window = await stage.shared();
    await window.openFile('review.md');
    const before = await editorText(window);
    await window.press('Control+End');
    await insertTemplate(window, 'Ask what led to this');
    await window.type('a fixed delay');
    await window.press('Tab');
    await window.type('a growing one');
    const text = await untilText(window, 'What led you to a fixed delay?\n');
    assert.ok(text.startsWith(before.trimEnd()));
    assert.match(text, /\nquestion \(non-blocking\): What led/);
    assert.match(text, /I was expecting a growing one, so/);
  });

  it('is taken back by one undo', async () => {
    const window = await stage.shared();
    await window.openFile('retry.ts');
    const before = await editorText(window);
    await window.goTo(10);
    await insertTemplate(window, 'Offer two options, author decides');
    await window.press('Escape', 'Control+Z');
    await eventually('the text as it was', async () => (await editorText(window)) === before);
  });

  it('is a line comment above the line in TypeScript, indented as the code', async () => {
    const window = await stage.shared();
    await window.openFile('retry.ts');
    await window.goTo(10, 9);
    await insertTemplate(window, 'Ask what led to this');
    await window.type('a fixed delay');
    const text = await untilText(window, 'a fixed delay');
    assert.match(
      text,
      /\n {4}try \{\n {6}\/\/ question \(non-blocking\): What led you to a fixed delay\?\n {6}\/\/\n {6}\/\/ I was/,
    );
    assert.match(text, /\n {6}return await work\(\);\n/);
    for (const line of text.split('\n').filter(candidate => candidate.includes('//'))) {
      assert.ok(line.length <= 6 + 3 + 80, `a long comment line: ${line}`);
    }
  });

  it('takes an empty line as it is in Python', async () => {
    const window = await stage.shared();
    await window.openFile('report.py');
    await window.goTo(3);
    await insertTemplate(window, 'Park an idea for later');
    await window.type('this report');
    const text = await untilText(window, '# thought (non-blocking): One day this report may need');
    assert.match(text, /call\.seconds\)\n {0,4}# thought/);
    assert.match(text, /\n {4}return ordered/);
  });

  it('is a block comment in HTML, and the script’s own inside a script', async () => {
    const window = await stage.shared();
    await window.openFile('page.html');
    await window.goTo(2, 3);
    await insertTemplate(window, 'Mark a nitpick as optional');
    await untilText(window, '<!-- nitpick: This name might read better as a verb. -->');
    await window.press('Control+End');
    const line = (await editorText(window)).split('\n').findIndex(text => text.includes('Date.now')) + 2;
    await window.goTo(line);
    await insertTemplate(window, 'Mark a nitpick as optional');
    await untilText(window, '/* nitpick: This name might read better as a verb. */');
  });

  it('is text in a review comment box, after what stands there already', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts');
    // The companion offers to comment on this file's lines; the command is there once the cursor is on one.
    await window.page.locator('.comment-range-glyph').first().waitFor();
    await window.goTo(8);
    await window.runCommand('Comments: Add Comment on Current Selection');
    await window.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await window.type('First words. ');
    await insertTemplate(window, 'Ask what led to this');
    await window.type('a fixed delay');
    await untilText(window, 'First words. \n\nquestion (non-blocking): What led you to a fixed delay?');
  });

  it('names a few selected words, whose place it takes', async () => {
    const window = await stage.shared();
    await window.openFile('review.md');
    await window.goTo(1, 3);
    await window.press('Shift+End');
    await insertTemplate(window, 'Ask what led to this');
    const text = await untilText(window, 'What led you to Review of the retry change?');
    assert.match(text, /^# ?\n\nquestion \(non-blocking\): What/);
  });

  it('leaves several selected lines as they are and begins a paragraph behind them', async () => {
    const window = await stage.shared();
    await window.openFile('review.md');
    await window.goTo(1);
    await window.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End');
    await insertTemplate(window, 'Ask what led to this');
    const text = await untilText(window, 'What led you to this approach?');
    assert.match(text, /^# Review of the retry change\n\nDraft .* send it\.\n\nquestion/);
  });

  it('is offered as a snippet in Markdown by its prefix', async () => {
    const window = await stage.shared();
    await window.openFile('review.md');
    await window.press('Control+End');
    await completePrefix(window, 'cc-praise-spec', 'cc-praise-specific');
    await untilText(window, 'praise: The way this is split up makes');
  });

  it('offers to copy a comment where no editor is open', async () => {
    const window = await stage.open();
    await window.runCommand('Belay: Insert Coaching Comment…');
    await window
      .notification('There is no editor or comment box')
      .getByRole('button', { name: 'Copy a Comment' })
      .click();
    await window.quickInput.getByText('Insert Coaching Comment', { exact: true }).waitFor();
    await window.type('Offer to talk');
    await window.press('Enter');
    await window.page.getByText('Coaching comment copied').waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^suggestion \(non-blocking\): Could we talk through this part together\?/);
  });
});
