import assert from 'node:assert/strict';
import type { Workbench } from '../workbench/workbench';
import { readMoments } from './files';
import { logLine, logStep, skipSteps } from './jobs';
import { describeOnStage, type Stage } from './support';

const logCommand = 'Belay: Log Mentoring Moment…';
const example = 'paired with @Ana on retry logic #execution 30m yesterday !follow-up friday';

/** The moment on the disk whose text that is. */
async function momentOf(stage: Stage, what: string): Promise<Record<string, unknown> | undefined> {
  return (await readMoments(stage.home)).find(moment => moment['what'] === what);
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

    const { id, when, ...moment } = (await momentOf(stage, 'paired with Ana on retry logic')) ?? {};
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
    await window.notification('Moment logged').first().waitFor();
    const moment = await momentOf(stage, 'paired on the deploy with Kim');
    assert.deepEqual(
      ['who', 'kind', 'skill', 'dimension', 'learned'].map(key => moment?.[key]),
      [['Kim'], 'feedback', 'technical-credibility', 'coaching', 'to let her drive'],
    );
    assert.match(JSON.stringify(moment?.['followUp']), /^\{"due":"20[\d-]{8}","text":"ask how it went"\}$/);
  });

  it('that is nothing but shorthand is refused, by every key, with a sentence', async () => {
    const window = await stage.shared();
    await window.runCommand(logCommand);
    await logStep(window, 1);
    for (const key of ['Enter', 'Control+Enter']) {
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
    await logLine(window, 'helped @Zoe');
    await logLine(window, 'helped @Ana');
    await window.runCommand(logCommand);
    await logStep(window, 1);
    await window.type('all of us');
    await window.press('Enter');
    await logStep(window, 2);
    const rows = window.quickInput.locator('.monaco-list-row');
    await rows.first().getByText('Ana').waitFor();
    // Down goes into the list; Space ticks what is found, and typing goes on finding.
    await window.type('zo');
    await rows.first().getByText('Zoe').waitFor();
    await window.press('ArrowDown', 'Space');
    await window.quickInput.getByText('1 Selected').waitFor();
    await input(window).fill('ana, Kim Lee');
    await window.quickInput.getByText('3 Selected').waitFor();
    await input(window).press('Enter');
    await skipSteps(window, 3);
    await window.notification('Moment logged').first().waitFor();
    assert.deepEqual((await momentOf(stage, 'all of us'))?.['who'], ['Zoe', 'Ana', 'Kim Lee']);
  });
});
