import * as vscode from 'vscode';
import { deepEqual, equal, ok, sorted } from './assert';
import { belay } from './context';

const ids = async () =>
  sorted((await vscode.commands.getCommands(true)).filter(id => id.startsWith('belay.')));

describe('activation', () => {
  it('ends without an error and leaves Belay active, with no API of its own', async () => {
    equal(await belay().activate(), undefined);
    equal(belay().isActive, true);
  });

  it('happens once: asking again registers nothing twice', async () => {
    await belay().activate();
    const before = await ids();
    await belay().activate();
    deepEqual(await ids(), before);
  });

  it('registers the commands of all features, and both views can be gone to', async () => {
    await belay().activate();
    const registered = await ids();
    for (const id of [
      'belay.openGuide',
      'belay.insertCoachingComment',
      'belay.logMoment',
      'belay.showJournal',
      'belay.guide.focus',
      'belay.journal.focus',
    ]) {
      ok(registered.includes(id), `${id} is registered`);
    }
  });
});
