import * as vscode from 'vscode';
import type { Moment } from '../../src/journal/moment';
import type { GroupBy } from '../../src/journal/views/grouping';
import { type JournalNode, JournalTree } from '../../src/journal/views/tree';
import { LazyTree } from '../../src/platform/lazyTree';
import { deepEqual, equal, match, ok, rejects } from './assert';
import { aMoment } from './journals';

const today = '2026-03-01';

/** The tree of a journal with `moments`, the latest first. */
function treeOf(...moments: Moment[]): JournalTree {
  return new JournalTree({ moments }, () => today);
}

/** What each group is called, with what happened in the moments below it. */
function rowsOf(tree: JournalTree): (readonly [unknown, unknown[]])[] {
  return tree
    .getChildren()
    .map(group => [
      tree.getTreeItem(group).label,
      tree.getChildren(group).map(child => tree.getTreeItem(child).label),
    ]);
}

function idsIn(tree: JournalTree): (string | undefined)[] {
  return tree
    .getChildren()
    .flatMap(group => [group, ...tree.getChildren(group)])
    .map(node => tree.getTreeItem(node).id);
}

const on = (day: string, what: string, details: Partial<Moment> = {}) =>
  aMoment(what, { what, when: `${day}T10:00:00+01:00`, ...details });

const some = [
  on('2026-03-01', 'paired on retries', { who: ['Ana', 'Jo'], kind: 'pairing', skill: 'execution' }),
  on('2026-02-28', 'talked', { who: ['ana'], kind: '1:1', followUp: { due: '2026-02-27' } }),
  on('2026-01-31', 'alone', { who: [], followUp: { due: '2026-03-20', text: 'ask Kim' } }),
];

describe('the journal’s rows', () => {
  it('are days at first, with their moments', () => {
    deepEqual<unknown>(rowsOf(treeOf(...some)), [
      ['Today', ['paired on retries']],
      ['Yesterday', ['talked']],
      ['Saturday, Jan 31', ['alone']],
    ]);
  });

  it('say the day in full to who hears it or points at it, and the year where it is another', () => {
    const tree = treeOf(...some, on('2025-12-31', 'long ago'));
    const items = tree.getChildren().map(group => tree.getTreeItem(group));
    deepEqual<unknown>(
      items.map(({ accessibilityInformation }) => accessibilityInformation?.label),
      [
        'Today, Sunday, March 1, 2026, 1 moment',
        'Yesterday, Saturday, February 28, 2026, 1 moment',
        'Saturday, January 31, 2026, 1 moment',
        'Wednesday, December 31, 2025, 1 moment',
      ],
    );
    deepEqual(
      [items[3]?.label, items[3]?.tooltip],
      ['Wednesday, Dec 31, 2025', 'Wednesday, December 31, 2025'],
    );
  });

  const groups: readonly (readonly [GroupBy, unknown])[] = [
    [
      'person',
      [
        ['Ana', ['paired on retries', 'talked']],
        ['Jo', ['paired on retries']],
        ['Nobody named', ['alone']],
      ],
    ],
    [
      'kind',
      [
        ['Pairing', ['paired on retries']],
        ['1:1', ['talked']],
        ['No kind', ['alone']],
      ],
    ],
    [
      'skill',
      [
        ['Execution', ['paired on retries']],
        ['No skill', ['talked', 'alone']],
      ],
    ],
    [
      'followUp',
      [
        ['Overdue', ['talked']],
        ['Due later', ['ask Kim']],
      ],
    ],
  ];
  for (const [by, rows] of groups) {
    it(`are grouped by ${by}`, () => {
      const tree = treeOf(...some);
      tree.show({ by });
      deepEqual<unknown>(rowsOf(tree), rows);
    });
  }

  it('are those that a filter finds, which may name a field; a blank one filters nothing', () => {
    const tree = treeOf(...some);
    tree.show({ query: ' kind:1:1 ' });
    deepEqual<unknown>(rowsOf(tree), [['Yesterday', ['talked']]]);
    equal(tree.query, 'kind:1:1');
    equal(tree.count, 1);
    tree.show({ query: 'nothing like it' });
    deepEqual(rowsOf(tree), []);
    tree.show({ query: '  ' });
    equal(rowsOf(tree).length, 3);
  });

  it('stay in the order of time where a filter finds an earlier one better', () => {
    const tree = treeOf(
      on('2026-03-01', 'a word\nand retries below', { kind: 'review' }),
      on('2026-02-01', 'retries', { kind: 'review' }),
    );
    tree.show({ by: 'kind', query: 'retries' });
    deepEqual<unknown>(rowsOf(tree), [['Review', ['a word', 'retries']]]);
  });

  it('count a moment once, in however many groups it is', () => {
    const tree = treeOf(...some);
    tree.show({ by: 'person' });
    equal(tree.count, 3);
  });

  it('have ids of their own, also where a moment is in two groups', () => {
    const tree = treeOf(...some, on('2026-01-01', 'talked", "x', { who: ['ana y', 'ana'] }));
    for (const by of ['day', 'person', 'kind', 'skill', 'followUp'] as const) {
      tree.show({ by });
      const ids = idsIn(tree);
      equal(new Set(ids).size, ids.length, ids.join(' '));
    }
  });

  it('keep their ids when the journal changes, by which VS Code knows what is open', () => {
    const moments = [...some];
    const tree = new JournalTree({ moments }, () => today);
    tree.show({ by: 'person' });
    const before = idsIn(tree);
    moments.unshift(on('2026-03-02', 'newer', { who: ['Kim'] }));
    tree.refresh();
    const after = idsIn(tree);
    deepEqual(
      before.filter(id => !after.includes(id)),
      [],
    );
    equal(after.length, before.length + 2);
  });

  it('open days and follow-ups at first, and what a filter found; not more groups than can be read', () => {
    const open = (tree: JournalTree) =>
      tree
        .getChildren()
        .filter(node => tree.getTreeItem(node).collapsibleState === vscode.TreeItemCollapsibleState.Expanded)
        .length;
    const tree = treeOf(...some);
    equal(open(tree), 3);
    tree.show({ by: 'person' });
    equal(open(tree), 0);
    tree.show({ query: 'talked' });
    equal(open(tree), 1);
    const many = Array.from({ length: 100 }, (_, i) =>
      on(`20${String(99 - (i % 100)).padStart(2, '0')}-01-01`, `m${i}`),
    );
    equal(open(treeOf(...many)), 30);
  });

  it('are none in an empty journal, which VS Code’s welcome then fills', () => {
    deepEqual(treeOf().getChildren(), []);
    equal(treeOf().first, undefined);
  });

  it('know the group that they are under, and groups are under nothing', () => {
    const tree = treeOf(...some);
    for (const group of tree.getChildren()) {
      equal(tree.getParent(group), undefined);
      for (const child of tree.getChildren(group)) {
        const parent = tree.getParent(child);
        equal(parent && tree.getTreeItem(parent).id, tree.getTreeItem(group).id);
        deepEqual(tree.getChildren(child), []);
      }
    }
  });

  it('are found by their moments', () => {
    const tree = treeOf(...some);
    const [, second] = some;
    ok(second, 'there are two');
    const node = tree.nodeOf(second);
    equal(node && tree.getTreeItem(node).label, 'talked');
    equal(tree.nodeOf(on('2026-03-01', 'another')), undefined);
  });

  /** The label of the row to go on with when those of `ids` go from that group. */
  const besideIn = (tree: JournalTree, groupAt: number, ...ids: string[]): unknown => {
    const group = tree.getChildren()[groupAt]?.group;
    const rows = ids.map(id => {
      const moment = group?.moments.find(one => one.id === id);
      ok(group && moment, `${id} is in the group`);
      return { moment, group };
    });
    const beside = tree.rowBeside(rows);
    return beside && tree.getTreeItem(beside).label;
  };

  it('are followed by the next of their group when they go, else by the one before, else by another group', () => {
    const tree = treeOf(
      on('2026-03-01', 'a'),
      on('2026-03-01', 'b'),
      on('2026-03-01', 'c'),
      on('2026-02-28', 'd'),
    );
    equal(besideIn(tree, 0, 'b'), 'c');
    equal(besideIn(tree, 0, 'c'), 'b');
    equal(besideIn(tree, 0, 'a', 'b'), 'c');
    equal(besideIn(tree, 0, 'a', 'b', 'c'), 'Yesterday');
    equal(besideIn(tree, 1, 'd'), 'Today');
    equal(besideIn(treeOf(on('2026-03-01', 'only')), 0, 'only'), undefined);
    equal(tree.rowBeside([]), undefined);
  });

  it('are known again when they were made anew, as long as they are there', () => {
    const moments = [...some];
    const tree = new JournalTree({ moments }, () => today);
    tree.show({ by: 'person' });
    const [ana] = tree.getChildren();
    ok(ana, 'there is a group');
    const [paired, talked] = tree.getChildren(ana);
    ok(paired && talked, 'it has two');
    moments.splice(0, 1, { ...on('2026-03-01', 'paired on retries', { who: ['Ana'] }), what: 'edited' });
    tree.refresh();
    const again = tree.again(paired);
    equal(again && tree.getTreeItem(again).label, 'edited');
    moments.splice(1, 1);
    tree.refresh();
    equal(tree.again(talked), undefined);
    moments.splice(0, 1);
    tree.refresh();
    equal(tree.again(ana), undefined);
  });

  it('are quick to be made of very many', () => {
    const moments = Array.from({ length: 10_000 }, (_, i) =>
      on(`2025-${String((i % 12) + 1).padStart(2, '0')}-10`, `moment ${i}`, { who: [`p${i % 300}`] }),
    );
    const tree = new JournalTree({ moments }, () => today);
    tree.show({ by: 'person', query: 'moment 99' });
    const start = performance.now();
    tree.refresh();
    equal(tree.getChildren().length > 50, true);
    ok(performance.now() - start < 500, `${performance.now() - start} ms`);
  });
});

describe('rows that nobody has asked for yet', () => {
  it('are made at the first question, and told to VS Code when they change', async () => {
    let made = 0;
    const lazy = new LazyTree<JournalNode>(async () => {
      made += 1;
      return treeOf(...some);
    });
    equal(made, 0);
    equal((await lazy.getChildren()).length, 3);
    let changes = 0;
    lazy.onDidChangeTreeData(() => {
      changes += 1;
    });
    lazy.refresh();
    equal(changes, 1);
  });

  it('come at the next look where the journal couldn’t be opened at the first', async () => {
    const outcomes = [Promise.reject(new TypeError('no storage')), Promise.resolve(treeOf())];
    const lazy = new LazyTree<JournalNode>(() => outcomes.shift() ?? Promise.resolve(treeOf()));
    await rejects(lazy.getChildren(), TypeError);
    deepEqual(await lazy.getChildren(), []);
  });
});

describe('a moment’s row', () => {
  const itemBy = (by: GroupBy, moment: Moment) => {
    const tree = treeOf(moment);
    tree.show({ by });
    const node = tree.nodeOf(moment);
    ok(node, 'it has a row');
    return tree.getTreeItem(node);
  };
  const item = (moment: Moment) => itemBy('day', moment);

  it('says what happened, with whom and what kind it was', () => {
    const { label, description } = item(aMoment('a', { who: ['Ana', 'Jo'], kind: 'pairing' }));
    deepEqual([label, description], ['what happened in a', 'Ana, Jo · Pairing']);
    equal(item(aMoment('b', { who: [], kind: 'review' })).description, 'Review');
    equal(item(aMoment('c', { who: [] })).description, '');
  });

  it('says the first line of what happened', () => {
    equal(item(aMoment('a', { what: 'one\ntwo' })).label, 'one');
  });

  it('says what its group doesn’t', () => {
    const year = new Date().getFullYear();
    const moment = on(`${year}-03-01`, 'x', {
      kind: 'pairing',
      skill: 'execution',
      followUp: { due: `${year - 1}-02-03`, text: 'ask Kim' },
    });
    equal(itemBy('person', moment).description, 'Mar 1 · Pairing');
    equal(itemBy('kind', moment).description, 'Mar 1 · Ana');
    equal(itemBy('skill', moment).description, 'Mar 1 · Ana · Pairing');
    equal(itemBy('followUp', moment).label, 'ask Kim');
    equal(itemBy('followUp', moment).description, `Feb 3, ${year - 1} · Ana · x`);
    const done = { ...moment, followUp: { due: `${year - 1}-02-03`, done: '2026-02-28T10:00:00Z' } };
    match(String(itemBy('followUp', done).description), /^done Feb 28.* · Ana$/);
  });

  it('shows in every grouping that there is something to follow up, and reads it aloud', () => {
    const icon = (moment: Moment) => (item(moment).iconPath as vscode.ThemeIcon).id;
    const place = { file: 'src/a.ts', firstLine: 3, lastLine: 9 };
    equal(icon(aMoment('a', { place, followUp: {} })), 'bell');
    equal(icon(aMoment('a', { place, followUp: { done: '2026-03-01T10:00:00Z' } })), 'file-code');
    equal(icon(aMoment('a')), 'person');
    equal(icon(aMoment('a', { who: [] })), 'note');
    const aloud = (followUp: Moment['followUp']) =>
      item(aMoment('a', { followUp })).accessibilityInformation?.label;
    equal(aloud({ due: '2020-02-03' }), 'what happened in a, Ana, follow up on Feb 3, 2020');
    equal(aloud({ text: 'ask' }), 'what happened in a, Ana, to follow up');
    equal(aloud({ done: '2026-03-01T10:00:00Z' }), 'what happened in a, Ana');
  });

  it('opens the moment, and offers its code and its follow-up where it has one', () => {
    const place = { file: 'src/a.ts', firstLine: 3, lastLine: 9 };
    const without = aMoment('a');
    deepEqual(item(without).command?.arguments, [{ moment: without }]);
    equal(item(without).command?.command, 'belay.journal.openMoment');
    equal(item(without).contextValue, 'moment');
    equal(item(aMoment('b', { place })).contextValue, 'momentWithPlace');
    equal(item(aMoment('b', { place, followUp: {} })).contextValue, 'momentWithPlaceToFollowUp');
    equal(
      item(aMoment('b', { followUp: { done: '2026-03-01T10:00:00Z' } })).contextValue,
      'momentFollowedUp',
    );
  });

  it('reads all of that aloud', () => {
    const place = { file: 'src/a.ts', firstLine: 3, lastLine: 9 };
    const { accessibilityInformation } = item(aMoment('a', { kind: '1:1', place }));
    equal(accessibilityInformation?.label, 'what happened in a, Ana · 1:1, src/a.ts:3-9');
  });

  for (const hostile of ['[x](command:evil)', '$(trash) icon', '<img src=x onerror=alert(1)>', '**b** `c`']) {
    it(`shows people’s words as they are: ${hostile}`, () => {
      const { label, description, tooltip } = item(aMoment('a', { what: hostile, who: [hostile] }));
      equal(label, hostile);
      equal(description, hostile);
      // A string, which VS Code shows as it is; Markdown would be rendered.
      ok(typeof tooltip === 'string', 'the tooltip is plain text');
      ok(tooltip.startsWith(`${hostile}\n`), tooltip);
    });
  }
});

describe('a group’s row', () => {
  it('says how many moments it has, also aloud', () => {
    const tree = treeOf(...some);
    tree.show({ by: 'person' });
    const [ana, jo] = tree.getChildren().map(node => tree.getTreeItem(node));
    deepEqual([ana?.description, ana?.accessibilityInformation?.label], ['2', 'Ana, 2 moments']);
    equal(jo?.accessibilityInformation?.label, 'Jo, 1 moment');
  });

  it('is a person’s where it leads to that person’s page', () => {
    const tree = treeOf(...some);
    tree.show({ by: 'person' });
    deepEqual(
      tree.getChildren().map(node => tree.getTreeItem(node).contextValue),
      ['person', 'person', 'group'],
    );
    tree.show({ by: 'kind' });
    match(
      tree
        .getChildren()
        .map(node => tree.getTreeItem(node).contextValue)
        .join(),
      /^group,group,group$/,
    );
  });
});
