import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { toLocalIso } from '../../src/platform/time';
import type { Rating } from '../../src/practice/entry';
import { assessYourself } from '../../src/practice/self/assessYourself';
import { type AskingPanel, askingPanels, openSelf } from './asking';
import { deepEqual, equal, match, ok, until } from './assert';
import { aMoment } from './journals';
import { fired, replace } from './perTest';
import { choosing, messages } from './questions';

const earlier: Rating = {
  type: 'rating',
  id: 'r',
  subject: 'dimension:coaching',
  level: 2,
  rated: '2026-03-01T10:00:00+01:00',
};

type Self = Awaited<ReturnType<typeof openSelf>>;

/** Runs the command and chooses the item called so; gives the page that asks. */
async function assess(
  { practice, self }: Self,
  label: string,
  panels = askingPanels(),
): Promise<AskingPanel> {
  choosing(items => items.find(item => item.label === label));
  await assessYourself(practice, self.asking);
  const panel = panels.at(-1);
  ok(panel, 'a page was opened');
  return panel;
}

/** The ratings that are kept, as far as the user gave them. */
function ratings({ practice }: Self) {
  return practice.store.all('rating').map(({ subject, level, why }) => ({ subject, level, why }));
}

const untilRated = (self: Self, ...levels: number[]) =>
  until(`ratings ${levels}`, () => {
    const rated = ratings(self).map(({ level }) => level);
    return rated.length === levels.length && levels.every((level, index) => rated[index] === level);
  });

describe('assessing oneself', () => {
  it('begins with a list: all nine first, then each with its last rating', async () => {
    const opened = await openSelf();
    await opened.practice.store.put(earlier);
    const asked = choosing(() => undefined);
    await assessYourself(opened.practice, opened.self.asking);
    const items = (asked[0] ?? []).filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    equal(items.length, 10);
    equal(items[0]?.label, 'All nine');
    match(
      items.find(({ label }) => label === 'Coaching')?.description ?? '',
      /^Dimension · 2 · With a prompt, /,
    );
    equal(items.filter(({ description }) => description?.endsWith('not rated yet')).length, 8);
  });

  it('asks about one subject with what one does on each level, the last rating marked', async () => {
    const opened = await openSelf();
    await opened.practice.store.put(earlier);
    const { cards } = (await assess(opened, 'Coaching')).born;
    equal(cards.length, 1);
    const [card] = cards;
    match(card?.ask ?? '', /\?$/);
    deepEqual(
      card?.choices.map(({ id, say, note }) => [id, say, note !== undefined]),
      [
        ['1', 'First tries', false],
        ['2', 'With a prompt', true],
        ['3', 'As a habit', false],
        ['4', 'Through others', false],
      ],
    );
    ok(card?.choices.every(({ detail }) => detail?.startsWith('You ')) ?? false, 'each has its behaviour');
  });

  it('keeps each answer as it is given, with why', async () => {
    const opened = await openSelf();
    const panel = await assess(opened, 'All nine');
    equal(panel.born.cards.length, 9);
    messages('showInformationMessage');
    panel.say({ type: 'answer', id: 'skill:execution', answer: { choice: '3' } });
    await untilRated(opened, 3);
    panel.say(
      { type: 'answer', id: 'skill:execution', answer: { choice: '3', words: ' The last release. ' } },
      { type: 'at', id: 'skill:technical-credibility' },
      { type: 'answer', id: 'skill:technical-credibility', answer: { choice: '1' } },
      { type: 'finish' },
    );
    await until('the page is closed', () => panel.isDisposed);
    deepEqual<unknown>(ratings(opened), [
      { subject: 'skill:execution', level: 3, why: 'The last release.' },
      { subject: 'skill:technical-credibility', level: 1, why: undefined },
    ]);
  });

  it('replaces an answer that is changed after going back, and takes back one that is cleared', async () => {
    const opened = await openSelf();
    const panel = await assess(opened, 'All nine');
    panel.say({ type: 'answer', id: 'skill:execution', answer: { choice: '3' } });
    await untilRated(opened, 3);
    panel.say(
      { type: 'at', id: 'skill:technical-credibility' },
      { type: 'at', id: 'skill:execution' },
      { type: 'answer', id: 'skill:execution', answer: { choice: '2' } },
    );
    await untilRated(opened, 2);
    panel.say({ type: 'answer', id: 'skill:execution', answer: {} });
    await untilRated(opened);
  });

  it('keeps what was answered when it is left, also words that were just typed, and offers Undo', async () => {
    const opened = await openSelf();
    const panel = await assess(opened, 'Execution');
    const shown = messages('showInformationMessage', 'Undo');
    panel.say(
      { type: 'answer', id: 'skill:execution', answer: { choice: '2' } },
      { type: 'answer', id: 'skill:execution', answer: { choice: '2', words: 'Half a' } },
      { type: 'leave' },
    );
    ok(panel.isDisposed, 'the page is closed');
    await until('Undo was offered and taken', () => shown.length === 1 && ratings(opened).length === 0);
    deepEqual(shown[0]?.buttons, ['Show My Assessment', 'Undo']);
  });

  it('says nothing where nothing was rated', async () => {
    const opened = await openSelf();
    const panels = askingPanels();
    const panel = await assess(opened, 'Execution', panels);
    const shown = messages('showInformationMessage');
    panel.say({ type: 'finish' });
    await until('the page is closed', () => panel.isDisposed);
    await assess(opened, 'Coaching', panels);
    equal(shown.length, 0);
  });

  it('adds to earlier ratings, and leaves the page that is open for the next', async () => {
    const opened = await openSelf();
    const panels = askingPanels();
    messages('showInformationMessage');
    const first = await assess(opened, 'Execution', panels);
    first.say({ type: 'answer', id: 'skill:execution', answer: { choice: '1', words: 'then' } });
    const second = await assess(opened, 'Execution', panels);
    ok(first.isDisposed, 'the first is closed');
    second.say({ type: 'answer', id: 'skill:execution', answer: { choice: '2' } }, { type: 'leave' });
    await untilRated(opened, 1, 2);
    equal(ratings(opened)[0]?.why, 'then');
  });

  it('says on the page why an answer isn’t kept, stays open, and reports it when it is closed all the same', async () => {
    const opened = await openSelf();
    const panel = await assess(opened, 'Execution');
    replace(opened.practice.store, 'put', async () => {
      throw new Error('the disk is full');
    });
    panel.say({ type: 'answer', id: 'skill:execution', answer: { choice: '2' } }, { type: 'finish' });
    await until('the page was told', () => panel.told.length > 0);
    deepEqual<unknown>(panel.told[0], { type: 'kept', problem: 'the disk is full' });
    ok(!panel.isDisposed, 'it is open');
    panel.dispose();
    await until('it is reported', () => opened.reporter.reported.length === 1);
    const [error] = opened.reporter.reported;
    ok(error instanceof UserError, 'in plain words');
    match(error.message, /the disk is full/);
  });

  it('hears nothing that isn’t of its protocol', async () => {
    const opened = await openSelf();
    const panel = await assess(opened, 'Execution');
    panel.webview.say({ type: 'answer', id: 7 });
    ok(
      opened.reporter.log.lines.some(line => line.startsWith('warn')),
      'it is in the log',
    );
    equal(ratings(opened).length, 0);
  });
});

describe('the page of the assessment', () => {
  it('follows what is rated and logged', async () => {
    const { self, practice, log } = await openSelf();
    const { assessment } = self;
    const text = () => assessment.provideTextDocumentContent();
    match(await text(), /You haven’t rated yourself yet/);
    await fired('a change', assessment.onDidChange, () =>
      practice.store.put({
        type: 'rating',
        id: 'r',
        subject: 'skill:execution',
        level: 3,
        rated: toLocalIso(new Date()),
      }),
    );
    match(await text(), /\*\*3 · As a habit\*\*/);
    await fired('a change', assessment.onDidChange, () =>
      log(aMoment('m', { what: 'Cut the *scope*', when: toLocalIso(new Date()), skill: 'execution' })),
    );
    match(await text(), /One moment of the last 90 days may show it:\n\n- \*\*.*\*\* Cut the \\\*scope\\\*/);
  });

  it('shows the ratings where the journal can’t be read', async () => {
    const { self, ports, reporter } = await openSelf();
    replace(ports.journal, 'moments', async () => {
      throw new Error('the folder is gone');
    });
    match(await self.assessment.provideTextDocumentContent(), /The journal couldn’t be read/);
    ok(
      reporter.log.lines.some(line => /the folder is gone/.test(line)),
      'the log has the reason',
    );
  });
});
