import * as vscode from 'vscode';
import type { JournalSession } from '../../src/journal/session';
import { type JournalNode, JournalTree } from '../../src/journal/tree';
import { deepEqual, equal, match, ok, rejects } from './assert';
import { aMoment, openJournal } from './journals';

/** The tree of a journal with `moments`. */
async function treeOf(...moments: ReturnType<typeof aMoment>[]): Promise<{
  tree: JournalTree;
  session: JournalSession;
}> {
  const { session } = await openJournal();
  for (const moment of moments) {
    await session.put(moment);
  }
  return { tree: new JournalTree(async () => session), session };
}

/** Each day with the ids below it, as the tree shows them. */
async function rowsOf(tree: JournalTree): Promise<(readonly [unknown, string[]])[]> {
  const days = await tree.getChildren();
  return Promise.all(
    days.map(async day => {
      const children = await tree.getChildren(day);
      return [tree.getTreeItem(day).id, children.map(child => tree.getTreeItem(child).id ?? '')] as const;
    }),
  );
}

const at = (when: string) => ({ when });

describe('the journal’s rows', () => {
  it('are days, the newest first, with their moments, the latest first', async () => {
    const { tree } = await treeOf(
      aMoment('middle', at('2026-02-28T09:00:00+01:00')),
      aMoment('newest', at('2026-03-01T17:00:00+01:00')),
      aMoment('oldest', at('2025-12-31T23:59:59+01:00')),
      aMoment('newer', at('2026-03-01T08:00:00+01:00')),
    );
    deepEqual(await rowsOf(tree), [
      ['2026-03-01', ['newest', 'newer']],
      ['2026-02-28', ['middle']],
      ['2025-12-31', ['oldest']],
    ]);
  });

  it('stand under the day that it was for the writer, whatever the time zone', async () => {
    const { tree } = await treeOf(aMoment('late', at('2026-03-01T23:30:00-11:00')));
    deepEqual(await rowsOf(tree), [['2026-03-01', ['late']]]);
  });

  it('are none in an empty journal, which VS Code’s welcome then fills', async () => {
    const { tree } = await treeOf();
    deepEqual(await tree.getChildren(), []);
    equal(tree.latest, undefined);
  });

  it('know the day that they are under, and days are under nothing', async () => {
    const { tree } = await treeOf(aMoment('a'), aMoment('b', at('2026-01-01T10:00:00Z')));
    for (const day of await tree.getChildren()) {
      equal(tree.getParent(day), undefined);
      for (const child of await tree.getChildren(day)) {
        equal(tree.getParent(child), day);
        deepEqual(await tree.getChildren(child), []);
      }
    }
  });

  it('begin with the latest moment', async () => {
    const { tree } = await treeOf(aMoment('old', at('2020-01-01T10:00:00Z')), aMoment('new'));
    equal(tree.latest, undefined);
    await tree.getChildren();
    deepEqual(tree.latest && tree.getTreeItem(tree.latest).id, 'new');
  });

  it('are asked for again when the tree is told that the journal has changed', async () => {
    const { tree, session } = await treeOf();
    let changes = 0;
    tree.onDidChangeTreeData(() => {
      changes += 1;
    });
    await tree.getChildren();
    await session.put(aMoment('a'));
    tree.refresh();
    equal(changes, 1);
    deepEqual(await rowsOf(tree), [['2026-03-01', ['a']]]);
  });

  it('come at the next look where the journal couldn’t be opened at the first', async () => {
    const { session } = await openJournal();
    const outcomes = [Promise.reject(new TypeError('no storage')), Promise.resolve(session)];
    const tree = new JournalTree(() => outcomes.shift() ?? Promise.resolve(session));
    await rejects(tree.getChildren(), TypeError);
    deepEqual(await tree.getChildren(), []);
  });
});

describe('a moment’s row', () => {
  const item = async (moment: ReturnType<typeof aMoment>) => (await treeOf()).tree.getTreeItem({ moment });

  it('says what happened, with whom and what kind it was', async () => {
    const { label, description } = await item(aMoment('a', { who: ['Ana', 'Jo'], kind: 'pairing' }));
    deepEqual([label, description], ['what happened in a', 'Ana, Jo · Pairing']);
    equal((await item(aMoment('b', { who: [], kind: 'review' }))).description, 'Review');
    equal((await item(aMoment('c', { who: [] }))).description, '');
  });

  it('opens the moment, and offers its code where it has a place', async () => {
    const place = { file: 'src/a.ts', firstLine: 3, lastLine: 9 };
    const [without, having] = [aMoment('a'), aMoment('b', { place })];
    deepEqual((await item(without)).command?.arguments, [{ moment: without }]);
    equal((await item(without)).command?.command, 'belay.journal.openMoment');
    equal((await item(without)).contextValue, 'moment');
    equal((await item(having)).contextValue, 'momentWithPlace');
  });

  it('reads all of that aloud', async () => {
    const place = { file: 'src/a.ts', firstLine: 3, lastLine: 9 };
    const { accessibilityInformation } = await item(aMoment('a', { kind: '1:1', place }));
    equal(accessibilityInformation?.label, 'what happened in a, Ana · 1:1, src/a.ts:3-9');
  });

  for (const hostile of ['[x](command:evil)', '$(trash) icon', '<img src=x onerror=alert(1)>', '**b** `c`']) {
    it(`shows people’s words as they are: ${hostile}`, async () => {
      const { label, description, tooltip } = await item(aMoment('a', { what: hostile, who: [hostile] }));
      equal(label, hostile);
      equal(description, hostile);
      // A string, which VS Code shows as it is; Markdown would be rendered.
      ok(typeof tooltip === 'string', 'the tooltip is plain text');
      ok(tooltip.startsWith(`${hostile}\n`), tooltip);
    });
  }
});

describe('a day’s row', () => {
  it('is that day in the user’s way of writing dates, open', async () => {
    const day: JournalNode = { day: '2026-03-01', moments: [] };
    const { label, collapsibleState, contextValue } = (await treeOf()).tree.getTreeItem(day);
    match(String(label), /Sunday, March 1, 2026/);
    equal(collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    equal(contextValue, 'day');
  });
});
