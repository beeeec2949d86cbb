import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addFixture } from '../workbench/installed';
import { endToEndVersion, versions } from '../workbench/versions';
import type { Workbench } from '../workbench/workbench';
import { openNoteBox, untilBox } from './commentBoxes';
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
    'belayTestModel.answers': { 'You help a code reviewer': `<comment>${rephrased}</comment>` },
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
