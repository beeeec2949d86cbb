import * as vscode from 'vscode';
import type { Moment } from '../../src/journal/moment';
import {
  finishFollowUps,
  logFollowUp,
  reopenFollowUps,
  snoozeFollowUps,
} from '../../src/journal/views/followUpActions';
import { deleteMoments } from '../../src/journal/views/momentActions';
import { restoreDeleted } from '../../src/journal/views/restoreDeleted';
import { deepEqual, equal, match, ok, until } from './assert';
import { aMoment, idsOf, openJournal } from './journals';
import { recordCommands, replace } from './perTest';
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

  it('says so where there is nothing to take back', async () => {
    const shown = messages('showInformationMessage');
    await restoreDeleted((await openJournal()).session);
    equal(shown.length, 1);
  });
});
