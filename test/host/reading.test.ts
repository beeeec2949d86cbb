import * as vscode from 'vscode';
import type { JournalSession } from '../../src/journal/session';
import { allJournals } from '../../src/journal/views/allJournals';
import { createFinder } from '../../src/journal/views/find';
import { rowsOf } from '../../src/journal/views/findMoment';
import { readDay } from '../../src/journal/views/followUpActions';
import { JournalView } from '../../src/journal/views/journalView';
import { PersonPages, personUri } from '../../src/journal/views/personPages';
import type { JournalNode } from '../../src/journal/views/tree';
import { deepEqual, equal, match, ok } from './assert';
import { freshFolder, MemoryMemento } from './context';
import { aMoment, openJournal, segmentOf, segmentWith, writeText } from './journals';
import { recordCommands } from './perTest';
import { choosing } from './questions';
import { RecordingReporter } from './reporter';

/** As much of a tree view as the journal tells it. */
class ToldView {
  description = '';
  message = '';
  badge: vscode.ViewBadge | undefined;
  selection: readonly JournalNode[] = [];
  readonly revealed: JournalNode[] = [];

  async reveal(node: JournalNode): Promise<void> {
    this.revealed.push(node);
  }
}

function viewOf(session: JournalSession, memory = new MemoryMemento()) {
  // The window's own view would come with that of the guide, which reads the team's pages from then on.
  recordCommands('belay.journal.focus');
  const told = new ToldView();
  const view = new JournalView(session, told as unknown as vscode.TreeView<JournalNode>, memory);
  return { told, view, memory };
}

describe('the view of the journal', () => {
  it('says nothing of an empty journal, where the welcome stands, whatever is grouped or filtered', async () => {
    const { told, view } = viewOf((await openJournal()).session);
    await view.groupBy('followUp');
    view.filter('x');
    equal(told.message, '');
    equal(told.badge, undefined);
  });

  it('says what it is grouped by, and the workspace remembers that', async () => {
    const { session } = await openJournal();
    const { told, view, memory } = viewOf(session);
    equal(told.description, '');
    await view.groupBy('person');
    equal(told.description, 'by person');
    equal(viewOf(session, memory).view.tree.by, 'person');
  });

  it('shows follow-ups without remembering them, and what was grouped by before when the journal is shown', async () => {
    const { session } = await openJournal();
    await session.change([{ put: aMoment('a') }, { put: aMoment('b', { followUp: { due: '2026-01-01' } }) }]);
    const { told, view, memory } = viewOf(session);
    await view.groupBy('person');
    await view.showFollowUps();
    deepEqual([view.tree.by, told.description], ['followUp', 'follow-ups']);
    equal(viewOf(session, memory).view.tree.by, 'person');
    await view.show();
    deepEqual([view.tree.by, told.description], ['person', 'by person']);
  });

  it('shows the moment that was just logged, though the filter or the grouping hides it', async () => {
    const { session } = await openJournal();
    const logged = aMoment('a', { when: '2026-01-01T10:00:00+01:00' });
    await session.change([{ put: logged }, { put: aMoment('b') }]);
    const { told, view } = viewOf(session);
    const shown = () => {
      const [node] = told.revealed.splice(0);
      return node && 'moment' in node ? node.moment.id : undefined;
    };
    view.filter('b');
    await view.show();
    equal(shown(), 'b');
    equal(view.tree.query, 'b');
    await view.show(logged);
    equal(shown(), 'a');
    deepEqual([view.tree.query, told.message], ['', '']);
    await view.groupBy('followUp');
    await view.show(logged);
    equal(shown(), 'a');
    equal(view.tree.by, 'day');
  });

  it('tells which grouping is the one that is there', async () => {
    const { view } = viewOf((await openJournal()).session);
    const asked = choosing(items => items.find(({ label }) => label === 'Kind'));
    await view.chooseGrouping(undefined);
    await view.chooseGrouping(undefined);
    deepEqual(
      asked.map(items => items.filter(({ description }) => description).map(({ label }) => label)),
      [['Day'], ['Kind']],
    );
  });

  it('takes days where what is remembered is nothing that it knows', async () => {
    const memory = new MemoryMemento();
    await memory.update('journal.groupBy', 'moon');
    equal(viewOf((await openJournal()).session, memory).view.tree.by, 'day');
  });

  it('says how many of how many the filter shows, or that it finds nothing', async () => {
    const { session } = await openJournal();
    await session.change([{ put: aMoment('a') }, { put: aMoment('b') }]);
    const { told, view } = viewOf(session);
    view.filter('"in a"');
    equal(told.message, '1 of 2 moments, filtered by “"in a"”.');
    await session.put(aMoment('c', { what: 'also in a' }));
    equal(told.message, '2 of 3 moments, filtered by “"in a"”.');
    view.filter('zebra');
    equal(told.message, 'Nothing found for “zebra”.');
    view.filter('');
    equal(told.message, '');
  });

  it('says that there are no follow-ups rather than that the journal is empty', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('a'));
    const { told, view } = viewOf(session);
    await view.groupBy('followUp');
    match(told.message, /^No follow-ups/);
  });

  it('counts the follow-ups that are due on its badge', async () => {
    const { session } = await openJournal();
    const { told } = viewOf(session);
    await session.put(aMoment('a', { followUp: { due: '2026-01-01' } }));
    deepEqual<unknown>(told.badge, { value: 1, tooltip: '1 follow-up due' });
    await session.put(aMoment('b', { followUp: { due: '2026-01-01' } }));
    await session.put(aMoment('c', { followUp: { due: '9000-01-01' } }));
    deepEqual<unknown>(told.badge, { value: 2, tooltip: '2 follow-ups due' });
    await session.change([{ delete: 'a' }, { delete: 'b' }]);
    equal(told.badge, undefined);
  });
});

describe('a day to snooze until', () => {
  const now = new Date('2026-03-01T12:00:00');
  it('is a date, or what shorthand understands as one', () => {
    equal(readDay(' 2026-05-06 ', now), '2026-05-06');
    equal(readDay('tomorrow', now), '2026-03-02');
    equal(readDay('soon enough', now), undefined);
    equal(readDay('2026-02-31', now), undefined);
  });
});

describe('found moments', () => {
  const rows = (query: string, ...moments: ReturnType<typeof aMoment>[]) =>
    rowsOf(createFinder(moments).find(query));

  it('show their first line, and below it what was found further down', () => {
    const [row] = rows('needle', aMoment('a', { what: 'first\nthen a needle', kind: 'review' }));
    equal(row?.label, 'first');
    match(row?.detail ?? '', /needle/);
    match(row?.description ?? '', /2026.* · Ana · Review$|^Mar 1 · Ana · Review$/);
    const [plain] = rows('first', aMoment('a', { what: 'first of all' }));
    equal(plain?.detail, undefined);
  });

  it('are a hundred at most, and make no icons of people’s words', () => {
    const many = Array.from({ length: 150 }, (_, i) => aMoment(`m${i}`, { what: '$(trash) x' }));
    equal(rows('', ...many).length, 100);
    ok(!rows('', ...many)[0]?.label.includes('$('), 'no icon');
  });
});

describe('the journals of all workspaces', () => {
  /** Storages of three workspaces, the first of which is this one's. */
  async function storages() {
    const root = vscode.Uri.joinPath(freshFolder(), 'User');
    const at = (id: string) => vscode.Uri.joinPath(root, 'workspaceStorage', id, 'belay.belay');
    const write = (id: string, name: string, text: string) =>
      writeText(vscode.Uri.joinPath(at(id), 'journal', name), text);
    await write('own1', 'a.jsonl', segmentWith('mine'));
    await write('own1-1', 'a.jsonl', segmentWith('mine too'));
    const api = { name: 'api', folders: ['file:///work/api'] };
    await write('other', 'a.jsonl', segmentOf([aMoment('x')], api));
    await write('other-2', 'b.jsonl', `${segmentOf([aMoment('y')], api)}not json\n`);
    await write('third', 'a.jsonl', segmentOf([aMoment('z')], { folders: ['file:///work/web'] }));
    await writeText(vscode.Uri.joinPath(root, 'workspaceStorage', 'bare', 'somebody.else', 'x'), '');
    const globalStorageUri = vscode.Uri.joinPath(root, 'globalStorage', 'belay.belay');
    await writeText(
      vscode.Uri.joinPath(globalStorageUri, 'journal-without-folder', 'a.jsonl'),
      segmentWith('loose'),
    );
    return { storageUri: at('own1'), globalStorageUri };
  }
  const told = (journals: Awaited<ReturnType<typeof allJournals>>) =>
    journals.map(({ name, moments }) => [name, moments.map(({ id }) => id).sort()]).sort();

  it('are read with all their windows, by name, without this one’s', async () => {
    const context = await storages();
    const steps: number[] = [];
    const journals = await allJournals(context, { progress: done => steps.push(done) });
    deepEqual<unknown>(told(journals), [
      ['api', ['x', 'y']],
      ['no folder', ['loose']],
      ['web', ['z']],
    ]);
    deepEqual(steps, [1, 2, 3, 4]);
    const [problem] = journals.flatMap(({ problems }) => problems);
    match(problem?.file ?? '', /other-2.*b\.jsonl$/);
    equal(problem?.line, 3);
  });

  it('are read but for one that can’t be listed, which is named', async () => {
    const context = await storages();
    const path = '../../broken/belay.belay/journal';
    await writeText(vscode.Uri.joinPath(context.storageUri, path), 'a file where a folder should be');
    const journals = await allJournals(context);
    equal(journals.filter(({ moments }) => moments.length > 0).length, 3);
    const [problem] = journals.flatMap(({ problems }) => problems.filter(({ line }) => line === undefined));
    match(problem?.file ?? '', /broken.belay\.belay.journal$/);
  });

  it('are all found from a window without a folder, but for its own', async () => {
    const { globalStorageUri } = await storages();
    const journals = await allJournals({ storageUri: undefined, globalStorageUri });
    equal(journals.length, 3);
    ok(!journals.some(({ moments }) => moments.some(({ id }) => id === 'loose')), 'not its own');
  });

  it('are read no further when nobody waits any more', async () => {
    deepEqual(await allJournals(await storages(), { signal: { aborted: true } }), []);
  });
});

describe('a person’s page', () => {
  it('follows the journal', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('a'));
    const pages = new PersonPages(session, new RecordingReporter());
    const uri = personUri('Ana');
    match(pages.provideTextDocumentContent(uri), /^# Ana\n/);
    const changed: string[] = [];
    pages.onDidChange(one => changed.push(one.toString()));
    await session.put(aMoment('b'));
    deepEqual(changed, [uri.toString()]);
    match(pages.provideTextDocumentContent(uri), /what happened in b/);
  });

  it('has an address for any name', () => {
    for (const name of ['Ana/Jo', '//', ' ', '?#%', '../x']) {
      equal(vscode.Uri.parse(personUri(name).toString()).query, name);
    }
  });
});
