import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Workbench } from '../workbench/workbench';
import { focusedBox, untilBox } from './commentBoxes';
import { completePrefix, openQuickFixes, pickTemplate } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

async function openCode(stage: Stage): Promise<Workbench> {
  const window = await stage.open();
  await window.openFile('retry.ts', join(stage.workspace.folder, 'src', 'retry.ts'));
  return window;
}

/** Opens a new comment's box on line 8 of retry.ts, of the companion's own controller. */
async function openBox(stage: Stage): Promise<Workbench> {
  const window = await openCode(stage);
  // The companion offers to comment on this file's lines; the command is there once the cursor is on one.
  await window.page.locator('.comment-range-glyph').first().waitFor();
  await window.goTo(8);
  await window.runCommand('Comments: Add Comment on Current Selection');
  await focusedBox(window).waitFor();
  return window;
}

/** Opens two threads of the companion and clicks into the reply box of the first. */
async function openReplies(stage: Stage): Promise<Workbench> {
  const window = await openCode(stage);
  await window.runCommand('Companion: Open Two Threads');
  await window.page.locator('.review-widget .review-thread-reply-button').first().click();
  await focusedBox(window).waitFor();
  return window;
}

const clipboard = (window: Workbench) => window.page.evaluate(() => navigator.clipboard.readText());

describeOnStage('A coaching comment in another extension’s comment box', {}, stage => {
  it('goes into an empty reply box by its key, with live tab stops', async () => {
    const window = await openReplies(stage);
    await window.press('Control+K', 'i');
    await pickTemplate(window, 'Ask what led to this');
    await untilBox(window, /question \(non-blocking\): What led you to this approach\?/);
    await window.type('a fixed delay');
    await window.press('Tab');
    await window.type('a growing one');
    await untilBox(window, /What led you to a fixed delay\? I was expecting a growing one, so/);
  });

  it('is completed behind a slash, after what stands there already', async () => {
    const window = await openBox(stage);
    await window.type('First words. /question-in');
    const row = window.page.locator('.suggest-widget.visible .monaco-list-row.focused', {
      hasText: '/question-intent',
    });
    await row.waitFor();
    await window.press('Enter');
    await window.type('a fixed delay');
    await untilBox(window, /^First words\. question \(non-blocking\): What led you to a fixed delay\?/);
  });

  it('is a snippet by its prefix', async () => {
    const window = await openBox(stage);
    await completePrefix(window, 'cc-praise-spec', 'cc-praise-specific');
    await untilBox(window, /^praise: The way this is split up makes/);
  });

  it('takes selected words for what it is about', async () => {
    const window = await openBox(stage);
    await window.type('the fixed delay');
    await window.press('Control+A', 'Control+K', 'i');
    await pickTemplate(window, 'Ask what led to this');
    const text = await untilBox(window, /What led you to the fixed delay\?/);
    assert.equal(text.match(/the fixed delay/g)?.length, 1);
  });

  it('comes from the button in the thread’s title, into the box with the focus', async () => {
    const window = await openBox(stage);
    await window.type('First words.');
    await window.page.locator('.review-widget .codicon-mortar-board').first().click();
    await pickTemplate(window, 'Ask about an edge case');
    await untilBox(window, /^First words\. question \(non-blocking\): What happens when/);
  });

  it('goes to the clipboard, and into no other box, where the thread’s own box isn’t open', async () => {
    const window = await openReplies(stage);
    await window.type('A draft of mine.');
    await window.press('Control+1');
    await window.goTo(13);
    await window.page.locator('.review-widget').nth(1).locator('.codicon-mortar-board').click();
    await pickTemplate(window, 'Ask about an edge case');
    await window.notification('The comment is on the clipboard').waitFor();
    assert.match(
      await clipboard(window),
      /^question \(non-blocking\): What happens when the list is empty\?/,
    );
    await untilBox(window, /^A draft of mine\.$/);
  });
});

describeOnStage('The wording check in a comment box', {}, stage => {
  const squiggles = (window: Workbench) =>
    window.page.locator(
      '.review-widget .squiggly-warning, .review-widget .squiggly-info, .review-widget .squiggly-hint',
    );
  const status = (window: Workbench) => window.page.locator('.statusbar-item[id*="belay.wording"]');

  it('marks what stings while it is typed, sums up, and offers other words', async () => {
    const window = await openBox(stage);
    await window.type('This code is garbage. ');
    await squiggles(window).first().waitFor();
    await status(window).getByText('1 to reword').waitFor();
    const menu = await openQuickFixes(window, 15);
    assert.ok((await menu.filter({ hasText: 'Say “' }).count()) > 0);
    await window.press('Enter');
    await untilBox(window, /^This code is (?!garbage)/);
    await eventually('no mark any more', async () => (await squiggles(window).count()) === 0);
  });

  it('leaves code, quotes and good questions alone, and says what is good', async () => {
    const window = await openBox(stage);
    await window.type(
      '> this is garbage\n\nWhat led you to `garbage` here? It matters because the cache grows. ',
    );
    await status(window).getByText('asks · explains').waitFor();
    assert.equal(await squiggles(window).count(), 0);
  });

  for (const [offer, text] of [
    ['Ask “What do you think about', /^What do you think about using a map here\?$/],
    ['Add a reason', /^Use a map here, because ….$/],
  ] as const) {
    it(`offers for a demand without a reason: ${offer}`, async () => {
      const window = await openBox(stage);
      await window.type('Use a map here.');
      const menu = await openQuickFixes(window, 2);
      const chosen = menu.and(window.page.locator('.focused')).filter({ hasText: offer });
      for (let left = 8; (await chosen.count()) === 0 && left > 0; left -= 1) {
        await window.press('ArrowDown');
      }
      await window.press('Enter');
      await untilBox(window, text);
    });
  }

  it('leaves a place as it is when told so', async () => {
    const window = await openBox(stage);
    await window.type('This code is garbage. ');
    await squiggles(window).first().waitFor();
    const menu = await openQuickFixes(window, 15);
    const chosen = menu.and(window.page.locator('.focused')).filter({ hasText: 'Leave this as it is' });
    await eventually('the quick fix is chosen', async () => {
      await window.press('ArrowDown');
      return (await chosen.count()) > 0;
    });
    await window.press('Enter');
    await eventually('no mark any more', async () => (await squiggles(window).count()) === 0);
    await window.press('End');
    await window.type('Really ');
    assert.equal(await squiggles(window).count(), 0);
  });
});

describeOnStage('A coaching comment elsewhere', {}, stage => {
  it('goes into Git’s message box, below what stands there', async () => {
    const window = await stage.open();
    await window.page.locator('.activitybar .action-label[aria-label^="Source Control"]').click();
    const message = window.page.locator('.scm-editor .monaco-editor');
    await message.first().click();
    await window.type('Retry twice');
    await window.runCommand('Belay: Insert Coaching Comment into Commit Message');
    await pickTemplate(window, 'Praise one specific choice');
    await eventually('both in the box', async () => {
      const text = ((await message.first().textContent()) ?? '').replaceAll('\u00a0', ' ');
      return text.includes('Retry twice') && text.includes('praise: The way this is split up');
    });
  });

  it('is copied for everything else', async () => {
    const window = await stage.open();
    await window.runCommand('Belay: Copy Coaching Comment');
    await pickTemplate(window, 'Offer to talk');
    await window.page.getByText('Coaching comment copied').waitFor();
    assert.match(await clipboard(window), /^suggestion \(non-blocking\): Could we talk/);
  });

  it('is checked from the clipboard', async () => {
    const window = await stage.open();
    await window.page.evaluate(() => navigator.clipboard.writeText('You always forget the tests.'));
    await window.runCommand('Belay: Check Review Comments');
    await window.page
      .locator('.editor-instance .squiggly-info, .editor-instance .squiggly-warning')
      .first()
      .waitFor();
    await window.page.getByText('1 places to reword').waitFor();
  });
});
