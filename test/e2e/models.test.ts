import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { addFixture } from '../workbench/installed';
import { endToEndVersion, versions } from '../workbench/versions';
import type { Workbench } from '../workbench/workbench';
import { focusedBox, openNoteBox, untilBox } from './commentBoxes';
import { logLine } from './jobs';
import { describeOnStage, type Stage, type StageOptions } from './support';

const comment = 'This catch is wrong: it just swallows the first error.';
const rephrased =
  'What should happen when the last attempt fails? This `catch` keeps only the latest error, so the first cause is lost.';
const before = /^This catch is wrong: it just swallows the first error\.$/;
const after = /^What should happen when the last attempt fails\? This `catch` keeps only .* lost\.$/;

/** A VS Code with a language model, as somebody has it who uses such features. */
const withModel: StageOptions = {
  settings: {
    'chat.disableAIFeatures': false,
    'belayTestModel.answers': {
      'You help a code reviewer': `<comment>${rephrased}</comment>`,
      'You help somebody to turn': 'The pairing would carry a story. What did you yourself ask?',
    },
  },
  prepare: async ({ extensionsFolder }) => {
    await addFixture(extensionsFolder, 'model');
    // VS Code loads what its list of installed extensions names, and makes the list anew where there is none.
    await rm(join(extensionsFolder, 'extensions.json'));
  },
};

/** Writes a comment that corrects into the box of a new review note. */
async function writeNote(stage: Stage): Promise<Workbench> {
  const window = await stage.open();
  await window.openFile('retry.ts', join(stage.workspace.folder, 'src', 'retry.ts'));
  await window.goTo(11);
  await openNoteBox(window);
  await window.type(comment);
  return window;
}

const message = (window: Workbench) => window.notification('A language model’s rephrasing of your comment');
const comparison = (window: Workbench) => window.page.locator('.tab', { hasText: 'as a coach' });
const sparkle = (window: Workbench) => window.page.locator('.review-widget .codicon-sparkle');

/** Opens the chat and says that in it; gives what is answered there. */
async function say(window: Workbench, text: string): Promise<Locator> {
  await window.runCommand('Chat: Open Chat');
  const input = window.page.locator('.interactive-input-part');
  await input.locator('.monaco-editor.focused').waitFor();
  // The chat knows the model once the model's extension has started.
  await input.getByText('Parrot').waitFor();
  await window.type(text);
  await window.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  await window.press('Enter');
  return window.page.locator('.interactive-response').last();
}

/** Waits until the comment and its rephrasing stand side by side, with the focus in them. */
async function untilCompared(window: Workbench): Promise<void> {
  await message(window).waitFor();
  await window.page.locator('.monaco-diff-editor .monaco-editor.focused').waitFor();
  await window.page.locator('.editor-actions .codicon-check').waitFor();
}

// Extensions can't be models in the oldest VS Code.
if (endToEndVersion() === versions.oldest) {
  describeOnStage('Rephrase as a Coach where VS Code has no language model', withModel, stage => {
    it('says so in a sentence, and the comment is as it was', async () => {
      const window = await writeNote(stage);
      await window.runCommand('Belay: Rephrase as a Coach');
      await window.notification('There is no language model here.').waitFor();
      await untilBox(window, before);
    });
  });
} else {
  describeOnStage('Rephrase as a Coach in a review note’s box', withModel, stage => {
    it('is taken by keyboard alone, and then kept as the note', async () => {
      const window = await writeNote(stage);
      await window.runCommand('Belay: Rephrase as a Coach');
      await untilCompared(window);
      await untilBox(window, before);
      await window.press('Control+Enter');
      await untilBox(window, after);
      await comparison(window).waitFor({ state: 'detached' });
      await window.page.getByRole('button', { name: 'Keep Note' }).press('Enter');
      await window.page
        .locator('.review-widget .comment-body', { hasText: 'What should happen when the last attempt' })
        .waitFor();
    });

    it('comes from the button in the thread’s title, and is left or taken without its message', async () => {
      const window = await writeNote(stage);
      await sparkle(window).click();
      await untilCompared(window);
      await message(window).getByRole('button', { name: 'Leave It' }).click();
      await comparison(window).waitFor({ state: 'detached' });
      await untilBox(window, before);

      const compareWithoutMessage = async () => {
        await sparkle(window).click();
        await untilCompared(window);
        await window.runCommand('Notifications: Clear All Notifications');
        await message(window).waitFor({ state: 'detached' });
      };
      await compareWithoutMessage();
      await comparison(window).click({ button: 'middle' });
      await comparison(window).waitFor({ state: 'detached' });
      await untilBox(window, before);

      await compareWithoutMessage();
      await window.page.locator('.editor-actions .codicon-check').click();
      await untilBox(window, after);
    });

    it('is on the clipboard where the box was put away meanwhile', async () => {
      const window = await writeNote(stage);
      await window.runCommand('Belay: Rephrase as a Coach');
      await untilCompared(window);
      await window.page.locator('.tab[data-resource-name="retry.ts"]').click({ button: 'middle' });
      await window.page.locator('.review-widget').waitFor({ state: 'detached' });
      await message(window).getByRole('button', { name: 'Use It' }).click();
      await window.notification('The rephrasing is on the clipboard').waitFor();
      assert.equal(await window.page.evaluate(() => navigator.clipboard.readText()), rephrased);
    });
  });

  describeOnStage('Rephrase as a Coach in another extension’s box', withModel, stage => {
    it('takes the place of the reply that is being written', async () => {
      const window = await stage.open();
      await window.openFile('retry.ts');
      await window.runCommand('Companion: Open Two Threads');
      await window.page.locator('.review-widget .review-thread-reply-button').first().click();
      await focusedBox(window).waitFor();
      await window.type(comment);
      await window.runCommand('Belay: Rephrase as a Coach');
      await untilCompared(window);
      await window.press('Control+Enter');
      await untilBox(window, after);
    });
  });

  describeOnStage('@belay in the chat', withModel, stage => {
    it('rephrases a comment, in text that wraps', async () => {
      const window = await stage.open();
      const answer = await say(window, `@belay /rephrase ${comment}`);
      await answer.getByText('What should happen when the last attempt fails?').waitFor();
      await answer.locator('code', { hasText: /^catch$/ }).waitFor();
      assert.equal(await answer.locator('.interactive-result-code-block').count(), 0);
    });

    it('asks for a story, and begins it from a moment that it may use', async () => {
      const settings = join(stage.workspace.folder, '.vscode');
      await mkdir(settings);
      await writeFile(join(settings, 'settings.json'), JSON.stringify({ 'belay.models.journal': true }));
      const window = await stage.open();
      await logLine(window, 'Paired on retry logic with the release crew');
      const answer = await say(window, '@belay /story retry logic');
      const question = window.page.getByRole('dialog', { name: 'Send moments of your journal to Parrot?' });
      await question.getByText('Paired on retry logic with the release crew').waitFor();
      await question.getByRole('button', { name: 'Send' }).click();
      await answer.getByText('What did you yourself ask?').waitFor();
      await answer.getByRole('button', { name: 'New Story' }).waitFor();
      await answer
        .getByRole('button', { name: 'Start a Story: Paired on retry logic with the release crew' })
        .click();
      await window.page
        .locator('.tab.active', { hasText: 'Paired on retry logic with the release' })
        .waitFor();
      await window.page.locator('.editor-instance .view-line', { hasText: '## Situation' }).waitFor();
    });

    it('has no moment without leave, and says so', async () => {
      const window = await stage.open();
      await logLine(window, 'Paired on retry logic with the release crew');
      const answer = await say(window, '@belay /story retry logic');
      await answer.getByText('Your journal wasn’t used').waitFor();
      await answer.getByRole('button', { name: 'New Story' }).waitFor();
      assert.equal(await answer.getByRole('button', { name: 'Start a Story' }).count(), 0);
    });
  });

  describeOnStage('Rephrase as a Coach where AI features are turned off', {}, stage => {
    it('is nowhere to be seen', async () => {
      const window = await writeNote(stage);
      await window.page.locator('.review-widget .codicon-mortar-board').waitFor();
      assert.equal(await sparkle(window).count(), 0);
      await window.press('F1');
      await window.quickInput.locator('input[type=text]').fill('>Belay: Re');
      const commands = window.quickInput.locator('.monaco-list-row');
      await commands.filter({ hasText: 'Belay: Rehearse Interview Questions' }).waitFor();
      assert.equal(await commands.filter({ hasText: 'Rephrase' }).count(), 0);
    });
  });
}
