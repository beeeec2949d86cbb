import * as vscode from 'vscode';
import { documentUri } from '../../src/practice/documents';
import { decisionDraftId, type PracticeEntry } from '../../src/practice/entry';
import { managementForMe } from '../../src/practice/self/decision/managementForMe';
import { type AskingPanel, askingPanels, openSelf } from './asking';
import { deepEqual, equal, match, ok, until } from './assert';
import { atEnd, replace } from './perTest';
import { choosingTemplate, messages } from './questions';

type Self = Awaited<ReturnType<typeof openSelf>>;

/** Takes the place of VS Code's editors, which know nothing of a test's own storage; gives what was opened. */
function opening(): string[] {
  const opened: string[] = [];
  replace(vscode.window, 'showTextDocument', async (uri: vscode.Uri) => opened.push(uri.toString()));
  return opened;
}

async function decide({ practice, self }: Self, panels = askingPanels()): Promise<AskingPanel> {
  await managementForMe(practice, self.asking);
  const panel = panels.at(-1);
  ok(panel, 'a page was opened');
  return panel;
}

const reflections = ({ practice }: Self) =>
  practice.store.all('document').filter(({ kind }) => kind === 'reflection');

const draftOf = ({ practice }: Self) => practice.store.find('decisionDraft', decisionDraftId);

/** An answer to the card at that place, from 0: its first choice, or words. */
function answerTo(panel: AskingPanel, index: number, words?: string) {
  const { id = '', choices = [] } = panel.born.cards[index] ?? {};
  const choice = choices[0]?.id;
  const answer = words === undefined ? { ...(choice === undefined ? {} : { choice }) } : { words };
  return { type: 'answer' as const, id, answer };
}

describe('whether management is for me', () => {
  it('asks twelve situations whole, then three questions for own words', async () => {
    const { cards, progress } = (await decide(await openSelf())).born;
    equal(cards.length, 15);
    ok(
      cards.slice(0, 12).every(({ text = '' }) => text.split(/\s+/).length >= 50),
      'each has its text',
    );
    deepEqual(progress?.answers, {});
  });

  it('makes a document of the answers, which is opened, and begins afresh the next time', async () => {
    const opened = await openSelf();
    const editors = opening();
    const panel = await decide(opened);
    panel.say(
      answerTo(panel, 0),
      { type: 'at', id: panel.born.cards[1]?.id ?? '' },
      answerTo(panel, 1),
      answerTo(panel, 12, 'I felt *awake*.'),
      { type: 'finish' },
    );
    await until('the document is open', () => editors.length === 1);
    const [document] = reflections(opened);
    ok(document, 'it is kept');
    equal(editors[0], documentUri(document).toString());
    match(document.text, /^# Is management for me\? /);
    match(document.text, /## What drew you\n\n- \*\*.*\n- \*\*/);
    match(document.text, /I felt \\\*awake\\\*\./);
    match(document.text, /\[Manager or staff engineer\]\(vscode:\/\/belay\.belay\/guide\/manager-or-staff\)/);
    await until('the answers are let go', () => draftOf(opened) === undefined);
  });

  it('keeps the answers when it is left, and goes on from there', async () => {
    const opened = await openSelf();
    const panels = askingPanels();
    const first = await decide(opened, panels);
    const at = first.born.cards[4]?.id ?? '';
    first.say(answerTo(first, 3), { type: 'at', id: at }, answerTo(first, 13, 'Half a'), { type: 'leave' });
    await until('the words are kept', () => Object.keys(draftOf(opened)?.answers ?? {}).length === 2);
    const second = await decide(opened, panels);
    const { progress } = second.born;
    equal(progress?.at, at);
    deepEqual(Object.values(progress?.answers ?? {}), [answerTo(first, 3).answer, { words: 'Half a' }]);
    equal(reflections(opened).length, 0);
    // The place and the words are its own even where the page is there already.
    await managementForMe(opened.practice, opened.self.asking);
    equal(panels.length, 2);
    equal(second.revealed, 1);
  });

  it('makes no document of nothing', async () => {
    const opened = await openSelf();
    const editors = opening();
    const panel = await decide(opened);
    panel.say(answerTo(panel, 0), { ...answerTo(panel, 0), answer: {} }, { type: 'finish' });
    await until('the page is closed and nothing remembered', () => panel.isDisposed && !draftOf(opened));
    deepEqual(editors, []);
    equal(reflections(opened).length, 0);
  });

  it('takes up a draft whose situations are others by now', async () => {
    const opened = await openSelf();
    const answers = { gone: { choice: 'Yes' } };
    await opened.practice.store.put({ type: 'decisionDraft', id: decisionDraftId, at: 'gone', answers });
    const { cards, progress } = (await decide(opened)).born;
    deepEqual(progress, { at: cards[0]?.id ?? '', answers: {} });
  });

  it('brings nobody back who was forgotten while its page was open', async () => {
    const opened = await openSelf();
    const editors = opening();
    const panel = await decide(opened);
    panel.say(answerTo(panel, 12, 'Zuleika would stay'), answerTo(panel, 13, 'Ask Zuleika'));
    await until('the words are kept', () => Object.keys(draftOf(opened)?.answers ?? {}).length === 2);
    const place = await opened.practice.forgetPlace();
    deepEqual(await place.forget({ name: 'Zuleika', how: 'remove' }), []);
    panel.say({ type: 'at', id: panel.born.cards[3]?.id ?? '' }, answerTo(panel, 3));
    await until('the next is kept', () => Object.keys(draftOf(opened)?.answers ?? {}).length === 3);
    const kept = JSON.stringify(draftOf(opened));
    ok(!kept.includes('Zuleika') && kept.includes('someone would stay'), kept);
    // Nor does what is made of the answers.
    await (await opened.practice.forgetPlace()).forget({ name: 'someone', how: { pseudonym: 'Q' } });
    panel.say({ type: 'finish' });
    await until('the document is open', () => editors.length === 1);
    match(reflections(opened)[0]?.text ?? '', /Q would stay/);
  });

  it('keeps the answers where the document can’t be written', async () => {
    const opened = await openSelf();
    const panel = await decide(opened);
    const put = opened.practice.store.put.bind(opened.practice.store);
    replace(opened.practice.store, 'put', async (entry: PracticeEntry) => {
      if (entry.type === 'document') {
        throw new Error('the disk is full');
      }
      await put(entry);
    });
    panel.say(answerTo(panel, 0), { type: 'finish' });
    await until('it is reported', () => opened.reporter.reported.length === 1);
    equal(Object.keys(draftOf(opened)?.answers ?? {}).length, 1);
  });
});

describe('earlier reflections', () => {
  /** Practice with two reflections, and a story, which is none. */
  async function withReflections(): Promise<Self> {
    const opened = await openSelf();
    const document = { type: 'document', title: 'Is it for me?', text: '# Is it for me?\n' } as const;
    await opened.practice.store.put(
      { ...document, id: 'old', kind: 'reflection', created: '2026-01-01T10:00:00+01:00' },
      {
        ...document,
        id: 'new',
        kind: 'reflection',
        title: '$(x) [a](b)',
        created: '2026-02-01T10:00:00+01:00',
      },
      { ...document, id: 'story', kind: 'story', created: '2026-02-01T10:00:00+01:00' },
    );
    return opened;
  }

  it('are listed below the way to answer anew, the latest first, and can be opened', async () => {
    const opened = await withReflections();
    const editors = opening();
    const [list] = [choosingTemplate(({ items }) => items.at(-1))];
    await managementForMe(opened.practice, opened.self.asking);
    deepEqual(
      list[0]?.items.filter(({ kind }) => kind === undefined).map(({ label }) => label),
      ['Answer the Situations', '$\u200B(x) [a]\u200B(b)', 'Is it for me?'],
    );
    match(editors[0] ?? '', /old/);
  });

  it('let the user answer anew, or go on', async () => {
    const opened = await withReflections();
    const panels = askingPanels();
    const list = choosingTemplate(({ items }) => items[0]);
    const panel = await decide(opened, panels);
    panel.say(answerTo(panel, 0), { type: 'leave' });
    await until('the answer is kept', () => draftOf(opened) !== undefined);
    await decide(opened, panels);
    deepEqual(
      list.map(({ items }) => items[0]?.label),
      ['Answer the Situations', 'Go On Where You Stopped'],
    );
  });

  it('stay where they are when the list is closed', async () => {
    const opened = await withReflections();
    const panels = askingPanels();
    choosingTemplate();
    await managementForMe(opened.practice, opened.self.asking);
    equal(panels.length, 0);
    equal(reflections(opened).length, 2);
  });

  it('can be deleted there, with Undo', async () => {
    const opened = await withReflections();
    const shown = messages('showInformationMessage', 'Undo');
    const gone: number[] = [];
    const subscription = opened.practice.store.onDidChange(() => gone.push(reflections(opened).length));
    atEnd(() => subscription.dispose());
    choosingTemplate(list => {
      const [item] = list.items.filter(({ label }) => label === 'Is it for me?');
      ok(item, 'it is listed');
      list.press(item);
      return undefined;
    });
    await managementForMe(opened.practice, opened.self.asking);
    await until('it is back', () => shown.length === 1 && reflections(opened).length === 2);
    ok(gone.includes(1), 'it was gone');
  });
});
