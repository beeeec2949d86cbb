import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Workbench } from '../workbench/workbench';
import { linesOf, readMoments } from './files';
import { logLine, logStep, skipSteps } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

const logCommand = 'Belay: Log Mentoring Moment…';
const example = 'paired with @Ana on retry logic #execution 30m yesterday !follow-up friday';

/** The moment whose text that is, once it is on the disk: messages of earlier ones may still be there. */
function momentOf(stage: Stage, what: string): Promise<Record<string, unknown>> {
  return eventually(`${what} is on the disk`, async () =>
    (await readMoments(stage.home)).find(moment => moment['what'] === what),
  );
}

const message = (window: Workbench) => window.quickInput.locator('.quick-input-message');
const input = (window: Workbench) => window.quickInput.locator('input[type=text]');

/** The day that lies so many days from today, here. */
function dayFromToday(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

describeOnStage('A moment typed on one line', {}, stage => {
  it('is understood while it is typed, and logged with one more key', async () => {
    const window = await stage.shared();
    const began = Date.now();
    await window.press('Control+K', 'j');
    await logStep(window, 1);
    await window.type(example.slice(0, example.indexOf(' yesterday')));
    await message(window).getByText('Ana · Pairing · Execution · 30 min').waitFor();
    await window.type(example.slice(example.indexOf(' yesterday')));
    await message(window)
      .getByText(/Ana · Pairing · Execution · 30 min · yesterday, .* · follow up on Fri/)
      .waitFor();
    await window.press('Control+Enter');
    await window.notification('Moment logged in this workspace').waitFor();
    assert.ok(Date.now() - began < 10_000, `it took ${Date.now() - began} ms`);

    const { id, when, ...moment } = await momentOf(stage, 'paired with Ana on retry logic');
    assert.ok(id);
    assert.equal(String(when).slice(0, 10), dayFromToday(-1));
    const untilFriday = ((5 - new Date().getDay() + 6) % 7) + 1;
    assert.deepEqual(moment, {
      what: 'paired with Ana on retry logic',
      who: ['Ana'],
      kind: 'pairing',
      skill: 'execution',
      minutes: 30,
      followUp: { due: dayFromToday(untilFriday) },
    });
  });

  it('fills the steps, where it can be changed; what was changed stays when the line is edited', async () => {
    const window = await stage.shared();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.type('paired with @Ana #execution');
    await window.press('Enter');
    await logStep(window, 2);
    await window.press('Enter');
    await logStep(window, 3);
    const focused = window.quickInput.locator('.monaco-list-row.focused');
    await focused.getByText('Pairing').waitFor();
    await window.type('feedback');
    await focused.getByText('Feedback').waitFor();
    await window.press('Enter');
    await logStep(window, 4);
    await focused.getByText('Execution').waitFor();
    for (const step of [3, 2, 1]) {
      await window.quickInput.getByRole('button', { name: 'Back' }).press('Enter');
      await logStep(window, step);
    }
    assert.equal(await input(window).inputValue(), 'paired with @Ana #execution');
    await input(window).fill('paired on the deploy with @Kim #technical #coaching');
    await message(window).getByText('Kim · Feedback · Technical credibility · Coaching').waitFor();
    await window.press('Enter');
    for (const step of [2, 3, 4, 5]) {
      await logStep(window, step);
      await window.press('Enter');
    }
    await logStep(window, 6);
    await window.type('to let her drive');
    await window.press('Enter');
    await logStep(window, 7);
    await window.type('ask how it went next friday');
    await message(window)
      .getByText(/^follow up on .*: ask how it went/)
      .waitFor();
    await window.press('Enter');
    const moment = await momentOf(stage, 'paired on the deploy with Kim');
    assert.deepEqual(
      ['who', 'kind', 'skill', 'dimension', 'learned'].map(key => moment[key]),
      [['Kim'], 'feedback', 'technical-credibility', 'coaching', 'to let her drive'],
    );
    assert.match(JSON.stringify(moment['followUp']), /^\{"due":"20[\d-]{8}","text":"ask how it went"\}$/);
  });

  it('that is nothing but shorthand is refused, by every key, with a sentence', async () => {
    const window = await stage.shared();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    for (const key of ['Enter', 'Control+Enter']) {
      // Else nothing changes that a sentence would go for.
      await input(window).fill('');
      await input(window).fill('#pairing 30m');
      await message(window).getByText('Pairing · 30 min').waitFor();
      await window.press(key);
      await message(window).getByText('All of this line is shorthand').waitFor();
    }
    await input(window).fill('');
    await window.press('Escape');
  });

  it('takes people from earlier moments, the latest first, and new ones that are typed', async () => {
    const window = await stage.shared();
    // An earlier try has logged some, too.
    const others = `o${Date.now()}`;
    await logLine(window, `helped @Ana${others} and @Zoe${others}`);
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.type(`all of ${others}`);
    await window.press('Enter');
    await logStep(window, 2);
    const rows = window.quickInput.locator('.monaco-list-row');
    await rows.first().getByText(`Ana${others}`).waitFor();
    // Down goes into the list, where Space ticks what was found; what was typed to find it is gone then.
    await window.type(`zoe${others}`.slice(0, -1));
    await rows.first().getByText(`Zoe${others}`).waitFor();
    await window.press('ArrowDown', 'Space');
    await eventually('the input is empty', async () => (await input(window).inputValue()) === '');
    await window.quickInput.getByText('1 Selected').waitFor();
    await input(window).fill(`ana${others}, Kim ${others}`);
    await window.quickInput.getByText(`+ Ana${others}, Kim ${others} (2/7)`).waitFor();
    await input(window).press('Enter');
    await skipSteps(window, 3);
    assert.deepEqual((await momentOf(stage, `all of ${others}`))['who'], [
      `Zoe${others}`,
      `Ana${others}`,
      `Kim ${others}`,
    ]);
  });
});

describeOnStage('A moment about a comment of another extension', {}, stage => {
  it('begins with the comment, has its place, and offers who wrote it', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts', join(stage.workspace.folder, 'src', 'retry.ts'));
    await window.runCommand('Companion: Open Two Threads');
    await window.page.locator('.review-widget .codicon-notebook').first().click();
    await logStep(window, 1);
    assert.equal(await input(window).inputValue(), 'What happens here?');
    await window.type('showed her the retries');
    await window.press('Enter');
    await logStep(window, 2);
    await window.quickInput.locator('.monaco-list-row', { hasText: 'wrote it' }).click();
    await window.quickInput.getByText('1 Selected').waitFor();
    await window.press('Control+Enter');
    const moment = await momentOf(stage, 'showed her the retries\n\n> What happens here?');
    assert.deepEqual(moment['who'], ['Reviewer of line 2']);
    assert.deepEqual(linesOf(moment), { file: 'src/retry.ts', firstLine: 2, lastLine: 2 });
  });

  it('begins with one comment of a thread by that comment’s button', async () => {
    const window = await stage.open();
    await window.openFile('retry.ts', join(stage.workspace.folder, 'src', 'retry.ts'));
    await window.runCommand('Companion: Open Two Threads');
    const comment = window.page.locator('.review-widget .review-comment').last();
    await comment.hover();
    await comment.locator('.codicon-notebook').click();
    await logStep(window, 1);
    await window.press('Enter');
    await logStep(window, 2);
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Reviewer of line 13' }).waitFor();
    await window.press('Escape');
  });
});
