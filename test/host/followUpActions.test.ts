import * as vscode from 'vscode';
import type { Moment } from '../../src/journal/moment';
import {
  finishFollowUps,
  logFollowUp,
  reopenFollowUps,
  snoozeFollowUps,
} from '../../src/journal/views/followUpActions';
import { copyMoments, deleteMoments } from '../../src/journal/views/momentActions';
import { restoreDeleted } from '../../src/journal/views/restoreDeleted';
import { deepEqual, equal, match, ok, until } from './assert';
import { aMoment, idsOf, openJournal, storagesOfOneFolder } from './journals';
import { atEnd, recordCommands, replace } from './perTest';
import { choosing, messages } from './questions';

const due = (id: string, details: Partial<Moment> = {}) =>
  aMoment(id, { followUp: { due: '2026-03-02', text: 'ask' }, ...details });

async function journalOf(...moments: Moment[]) {
  const opened = await openJournal();
  await opened.session.change(moments.map(put => ({ put })));
  return opened;
}

describe('a follow-up', () => {
  it('is done as the moment is by now, and a moment without one stays as it is', async () => {
    messages('showInformationMessage');
    const older = due('a', { what: 'as it was shown' });
    const { session, reporter } = await journalOf(due('a'), aMoment('b'));
    await finishFollowUps(session, [older, aMoment('b'), due('gone')], reporter);
    const [a, b] = ['a', 'b'].map(id => session.find(id));
    equal(a?.what, 'what happened in a');
    ok(a?.followUp?.done, 'it is done');
    deepEqual(b, aMoment('b'));
    equal(session.moments.length, 2);
  });

  it('is open again with Undo, which leaves alone what else was changed', async () => {
    const { session, reporter } = await journalOf(due('a'));
    replace(vscode.window, 'showInformationMessage', async () => {
      const done = session.find('a') ?? due('a');
      await session.put({ ...done, what: 'edited' });
      return 'Undo';
    });
    await finishFollowUps(session, [due('a')], reporter);
    await until('it is open again', () => session.find('a')?.followUp?.done === undefined);
    deepEqual(session.find('a'), due('a', { what: 'edited' }));
  });

  it('isn’t taken back with Undo where it was changed since, which is said', async () => {
    const { session, reporter } = await journalOf(due('a'), due('b'));
    const said: string[] = [];
    replace(vscode.window, 'showInformationMessage', async (text: string) => {
      said.push(text);
      if (said.length === 1) {
        await session.put(due('a', { followUp: { due: '2026-05-05', text: 'ask again' } }));
        return 'Undo';
      }
      return undefined;
    });
    await finishFollowUps(session, [due('a'), due('b')], reporter);
    await until('it is said', () => said.length === 2);
    deepEqual(session.find('a')?.followUp, { due: '2026-05-05', text: 'ask again' });
    deepEqual(session.find('b'), due('b'));
    equal(said[1], 'One moment has changed since, and stays as it is.');
  });

  it('that was done is open again as it was, and no other moment is written', async () => {
    const closed = due('a', {
      followUp: { due: '2026-03-02', text: 'ask', done: '2026-03-03T10:00:00+01:00' },
    });
    const { session } = await journalOf(closed, due('b'), aMoment('c'));
    const before = ['b', 'c'].map(id => session.find(id));
    await reopenFollowUps(session, [closed, due('b'), aMoment('c'), due('gone')]);
    deepEqual(session.find('a'), due('a'));
    ok(
      before.every(moment => moment && session.find(moment.id) === moment),
      'the others are untouched',
    );
  });

  it('is snoozed until the day that was chosen, and nothing happens where none was', async () => {
    messages('showInformationMessage');
    const { session, reporter } = await journalOf(due('a'));
    let choose = false;
    choosing(items => (choose ? items[1] : undefined));
    await snoozeFollowUps(session, [due('a')], reporter);
    deepEqual(session.find('a'), due('a'));
    choose = true;
    await snoozeFollowUps(session, [due('a')], reporter);
    const until7 = session.find('a')?.followUp?.due ?? '';
    const days = (Date.parse(until7) - Date.now()) / 86_400_000;
    ok(days > 5 && days < 8, until7);
    equal(session.find('a')?.followUp?.text, 'ask');
  });

  it('is logged as a moment with the same people, and open still where nothing was logged', async () => {
    const asked = recordCommands('belay.logMoment');
    const { session, reporter } = await journalOf(due('a', { who: ['Ana'], kind: '1:1' }));
    await logFollowUp(session, due('a', { who: ['Ana'], kind: '1:1' }), reporter);
    deepEqual<unknown>(asked, [['belay.logMoment', { who: ['Ana'], kind: '1:1' }]]);
    equal(session.find('a')?.followUp?.done, undefined);
  });

  it('makes no link of people’s words in a message', async () => {
    const shown = messages('showInformationMessage');
    const words = '[x](command:evil) $(trash)';
    const hostile = [
      due('a', { what: `${words}\nmore`, followUp: {} }),
      due('b', { followUp: { text: words } }),
    ];
    const { session, reporter } = await journalOf(...hostile);
    for (const moment of hostile) {
      await finishFollowUps(session, [moment], reporter);
    }
    equal(shown.length, 2);
    for (const { text } of shown) {
      ok(!/\]\(|\$\(|more/.test(text), text);
    }
  });

  it('is named in the message by what is to be done, shortened; several are counted', async () => {
    const shown = messages('showInformationMessage');
    const long = `ask ${'again and '.repeat(30)}again`;
    const all = [due('a'), due('b', { followUp: { text: long } }), due('c', { followUp: {} }), due('d')];
    const { session, reporter } = await journalOf(...all);
    await finishFollowUps(session, all.slice(0, 1), reporter);
    await finishFollowUps(session, all.slice(1, 2), reporter);
    await finishFollowUps(session, all.slice(2), reporter);
    const [first, second, third] = shown.map(({ text }) => text);
    equal(first, 'Followed up: ask');
    match(second ?? '', /^Followed up: ask (again and )+again …$/);
    ok((second ?? '').length < 140, second ?? '');
    equal(third, 'Followed up: 2 moments');
  });

  it('is snoozed until a day that is typed, which is told while it is', async () => {
    messages('showInformationMessage');
    const { session, reporter } = await journalOf(due('a'));
    choosing(items => items.at(-1));
    const told: unknown[] = [];
    replace(vscode.window, 'showInputBox', async ({ validateInput }: vscode.InputBoxOptions = {}) => {
      for (const text of ['', 'nonsense', '2031-03-04']) {
        told.push(await validateInput?.(text));
      }
      return '2031-03-04';
    });
    await snoozeFollowUps(session, [due('a')], reporter);
    const { Info: severity } = vscode.InputBoxValidationSeverity;
    deepEqual(told, [undefined, 'That isn’t a day', { message: 'Tuesday, March 4, 2031', severity }]);
    equal(session.find('a')?.followUp?.due, '2031-03-04');
  });
});

describe('copying moments', () => {
  it('copies all that they say', async () => {
    const before = await vscode.env.clipboard.readText();
    atEnd(() => vscode.env.clipboard.writeText(before));
    const more = { tags: ['css'], minutes: 45, dimension: 'coaching' as const, learned: 'Ask *first*.' };
    await copyMoments([aMoment('a', more), due('b', { who: [] })]);
    equal(
      await vscode.env.clipboard.readText(),
      `### 2026-03-01 14:30

> what happened in a

- **Who:** Ana
- **Dimension:** Coaching
- **Tags:** css
- **Minutes:** 45

**What I learned:**

> Ask *first*.

### 2026-03-01 14:30

> what happened in b

- **Follow-up:** ask; due 2026-03-02
`,
    );
  });
});

describe('deleting moments', () => {
  it('deletes all of them at once and brings them back with Undo', async () => {
    const shown = messages('showInformationMessage', 'Undo');
    const { session, reporter } = await journalOf(aMoment('a'), aMoment('b'), aMoment('c'));
    let left: string[] | undefined;
    const listening = session.onDidChange(() => {
      left ??= idsOf(session);
    });
    await deleteMoments(session, [aMoment('a'), aMoment('c'), aMoment('gone')], reporter);
    deepEqual(left, ['b']);
    await until('they are back', () => session.moments.length === 3);
    equal(shown[0]?.text, '2 moments deleted');
    listening.dispose();
  });

  it('isn’t taken back where they are there again, in whichever window', async () => {
    const storage = storagesOfOneFolder();
    const { session, reporter } = await openJournal({ storageUri: storage(1) });
    await session.put(aMoment('a'));
    const other = await openJournal({ storageUri: storage(2) });
    const said: string[] = [];
    replace(vscode.window, 'showInformationMessage', async (text: string) => {
      said.push(text);
      if (said.length === 1) {
        await other.session.refresh();
        await other.session.put(aMoment('a', { what: 'back and edited' }));
        return 'Undo';
      }
      return undefined;
    });
    await deleteMoments(session, [aMoment('a')], reporter);
    await until('it is said', () => said.length === 2);
    equal(session.find('a')?.what, 'back and edited');
  });

  it('can be taken back much later, for those that are chosen', async () => {
    const { session } = await journalOf(aMoment('a'), aMoment('b', { who: ['Jo'] }));
    await session.change([{ delete: 'a' }, { delete: 'b' }]);
    const asked = choosing(items => items.filter(({ label }) => label.endsWith('in b')));
    const shown = messages('showInformationMessage');
    await restoreDeleted(session);
    const [items = []] = asked;
    deepEqual(
      items.map(({ picked }) => picked),
      [true, false],
    );
    match(items.find(({ label }) => label.endsWith('in b'))?.detail ?? '', /^Mar 1.* · Jo · deleted on /);
    equal(shown[0]?.text, 'One moment brought back');
    deepEqual(idsOf(session), ['b']);
    deepEqual(session.find('b'), aMoment('b', { who: ['Jo'] }));
  });

  it('brings back nothing over what is there again', async () => {
    const { session } = await journalOf(aMoment('a'), aMoment('b'));
    await session.change([{ delete: 'a' }, { delete: 'b' }]);
    replace(vscode.window, 'showQuickPick', async (items: readonly vscode.QuickPickItem[]) => {
      await session.put(aMoment('a', { what: 'edited' }));
      return items;
    });
    await restoreDeleted(session);
    deepEqual([session.find('a')?.what, idsOf(session).length], ['edited', 2]);
  });

  it('says so where there is nothing to take back', async () => {
    const shown = messages('showInformationMessage');
    await restoreDeleted((await openJournal()).session);
    equal(shown.length, 1);
  });
});
