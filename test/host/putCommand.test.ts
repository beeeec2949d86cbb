import * as vscode from 'vscode';
import { putMoment } from '../../src/journal/logging/putCommand';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, rejects } from './assert';
import { freshFolder } from './context';
import { aMoment, openJournal, writeText } from './journals';

describe('putting a moment without asking', () => {
  it('keeps it as it is given, unknown keys too, and gives its id', async () => {
    const { session } = await openJournal();
    const moment = aMoment('a', { kind: 'pairing', tags: ['css'], mood: 'glad' });
    equal(await putMoment(session, moment), 'a');
    await session.refresh();
    deepEqual(session.moments, [moment]);
  });

  it('adds what is missing: an id of its own, now, and nobody', async () => {
    const { session } = await openJournal();
    const before = Math.floor(Date.now() / 1000) * 1000;
    const ids = [await putMoment(session, { what: 'one' }), await putMoment(session, { what: 'two' })];
    const [one, two] = ids.map(id => session.find(id));
    deepEqual([one?.what, one?.who, two?.what], ['one', [], 'two']);
    equal(Date.parse(one?.when ?? '') >= before, true);
  });

  it('replaces one of the same id', async () => {
    const { session } = await openJournal();
    await putMoment(session, aMoment('a', { what: 'first' }));
    await putMoment(session, aMoment('a', { what: 'second' }));
    deepEqual(
      session.moments.map(({ what }) => what),
      ['second'],
    );
  });

  it('isn’t changed by what the caller does afterwards', async () => {
    const { session } = await openJournal();
    const given = { ...aMoment('a'), who: ['Ana'] };
    await putMoment(session, given);
    given.who.push('Kim');
    deepEqual(session.find('a')?.who, ['Ana']);
  });

  const circular: Record<string, unknown> = { what: 'round and round' };
  circular['self'] = circular;
  for (const [what, argument, reason] of [
    ['nothing', undefined, /./],
    ['null', null, /./],
    ['a text', 'paired', /./],
    ['a list', [], /./],
    ['an empty object', {}, /what: it is missing/],
    ['one that says nothing', { what: '' }, /what: /],
    ['one of an unknown kind', { what: 'x', kind: 'lunch' }, /kind: it must be one of pairing, /],
    ['one with an empty id', { what: 'x', id: '' }, /id: /],
    ['one of yesterday', { what: 'x', when: 'yesterday' }, /when: /],
    [
      'one due on no day',
      { what: 'x', followUp: { due: '2026-02-31' } },
      /followUp\.due: there is no such day/,
    ],
    ['one within itself', circular, /circular/i],
  ] as const) {
    it(`is refused with its reason, and nothing is kept: ${what}`, async () => {
      const { session } = await openJournal();
      const error = await rejects(putMoment(session, argument), UserError);
      match(error.message, /^What belay\.journal\.put was given isn’t a moment: ./);
      match(error.message, reason);
      deepEqual(session.moments, []);
    });
  }

  it('says where it couldn’t be written, and why', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const { session } = await openJournal({ storageUri });
    await writeText(vscode.Uri.joinPath(storageUri, 'journal'), 'in the way');
    const error = await rejects(putMoment(session, { what: 'x' }), UserError);
    match(error.message, /^Your journal couldn’t be written to .*journal: .+\.$/);
    deepEqual(session.moments, []);
  });

  it('is a command, which gives the id, or nothing where it was refused', async () => {
    const put = (argument: unknown) => vscode.commands.executeCommand('belay.journal.put', argument);
    equal(await put({ id: 'by-command', what: 'put by command' }), 'by-command');
    equal(await put({ what: 7 }), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
