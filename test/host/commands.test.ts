import * as vscode from 'vscode';
import { type JournalNode, JournalTree } from '../../src/journal/views/tree';
import { readText } from '../../src/platform/files';
import { deepEqual, equal, match, ok, sorted } from './assert';
import { belay } from './context';
import { aMoment, openJournal } from './journals';
import { readManifest } from './manifest';
import { focusOf, markOf, openPlan, type Row, rowsOf } from './plan';
import { canHold, termsOf, type WhenTerm } from './whenClause';

/** VS Code's own keys that the manifest may use. */
const builtInKeys = [
  ...['true', 'false', 'view', 'viewItem', 'focusedView', 'inputFocus', 'inQuickInput'],
  ...['commentEditorFocused', 'editorFocus', 'editorHasSelection', 'editorLangId', 'scmProvider'],
];
/** Settings: that which turns AI features off, and Belay's. */
const settingKeys = ['config.chat.disableAIFeatures', 'config.belay.journal.folder'];
/** Its keys of comments, and of the editor that a note is added in. */
const commentKeys = [
  'comment',
  'commentController',
  'commentIsEmpty',
  'commentThread',
  'commentThreadIsEmpty',
  'resourceScheme',
  'inOutput',
  'isInEmbeddedEditor',
];
/** Its keys of what a commit or a pull request is seen in, and those that GitHub's extension sets. */
const originKeys = [
  ...['timelineItem', 'listMultiSelection', 'activeWebviewPanelId', 'webviewId'],
  ...['preventDefaultContextMenuItems', 'github:copyMenu', 'github:initialized'],
];
/** The views of GitHub's and GitLab's extensions whose rows Belay logs from. */
const foreignViews = ['pr:github', 'prStatus:github', 'issuesAndMrs', 'currentBranchInfo'];
/** Those that Belay sets. */
const ownKeys = [
  'belay.evidenceOffered',
  'belay.guide.atStart',
  'belay.guide.atEnd',
  'belay.isLogging',
  'belay.isRephrasing',
  'belay.journal.filtered',
];

/** What completions and quick fixes run when they are accepted, and nobody by hand. */
const uncontributed = ['belay.coaching.used', 'belay.wording.silenceHere', 'belay.wording.silenceRule'];

/** Those that are there only while what they do can be done, which the key that their menus ask for tells. */
const registeredLater = ['belay.rephrase.use'];

/** Logs from such a row. */
const ofRows = 'belay.logMomentFromPullRequestRow';
/** Views of those extensions and the `viewItem` of rows in them, pull requests and others. */
const pullRequestRows = [
  ['pr:github', 'pullrequest:nonactive'],
  ['pr:github', 'pullrequest:local:active:notification:hasHeadRef'],
  ['prStatus:github', 'description:active:showingAllChanges:hasHeadRef'],
  ['issuesAndMrs', 'mr-item-from-same-project'],
  ['currentBranchInfo', 'mr-item-from-fork'],
] as const;
const otherRows = [
  ['pr:github', 'query'],
  ['pr:github', 'copilot-query'],
  ['pr:github', 'filechange:MODIFY:viewed'],
  ['prStatus:github', 'commit'],
  ['issues:github', 'pullrequest:nonactive'],
  ['issuesAndMrs', 'issue-item'],
  ['explorer', 'mr-item-from-fork'],
] as const;

/** What is contributed, the items of all menus in one list. */
function contributed() {
  const { commands, menus, keybindings, views } = readManifest().contributes;
  return {
    commands,
    keybindings,
    menuItems: Object.entries(menus).flatMap(([menu, items]) => items.map(item => ({ menu, ...item }))),
    viewIds: Object.values(views).flatMap(list => list.map(({ id }) => id)),
  };
}

/** Every comparison in the manifest's conditions, with where it is; those of `keys` where they are given. */
function comparisons(...keys: string[]): { where: string; term: WhenTerm }[] {
  const { commands, menuItems, keybindings } = contributed();
  return [
    ...commands.map(({ command, enablement }) => ({ command, when: enablement })),
    ...menuItems,
    ...keybindings,
  ].flatMap(({ command, when = 'true' }) =>
    termsOf(when)
      .filter(({ key }) => keys.length === 0 || keys.includes(key))
      .map(term => ({ where: `${command}: ${when}`, term })),
  );
}

/** The `viewItem` of each kind of row that the journal has: of groups, and of moments. */
async function viewItems(): Promise<{ groups: string[]; moments: string[] }> {
  const { session } = await openJournal();
  const place = { file: 'a.ts', firstLine: 1, lastLine: 1 };
  await session.change(
    [
      aMoment('a', { who: [] }),
      aMoment('b', { place }),
      aMoment('c', { place, followUp: {} }),
      aMoment('d', { followUp: { done: '2026-03-01T14:30:00+01:00' } }),
    ].map(put => ({ put })),
  );
  const tree = new JournalTree(session, () => '2026-03-01');
  tree.show({ by: 'person' });
  const groups = tree.getChildren();
  const itemOf = (node: JournalNode) => tree.getTreeItem(node).contextValue ?? '';
  return {
    groups: groups.map(itemOf),
    moments: groups.flatMap(group => tree.getChildren(group)).map(itemOf),
  };
}

/** The `viewItem` of each kind of row that the plan has: of exercises, and of the others. */
async function planItems(): Promise<{ exercises: string[]; others: string[] }> {
  const done = (exercise: string) =>
    ({ type: 'done', id: `done ${exercise}`, exercise, done: '2026-11-01T10:00:00Z' }) as const;
  const { tree } = await openPlan({
    entries: [
      focusOf(['teach-in-one-comment', 'gone'], { intention: 'x' }),
      markOf('teach-in-one-comment', 'm'),
      done('read-your-level'),
    ],
  });
  const items = new Set<string>();
  const collect = (rows: readonly Row[]) => {
    for (const { item, below } of rows) {
      items.add(item.contextValue ?? '');
      collect(below);
    }
  };
  collect(await rowsOf(tree));
  const all = [...items];
  return {
    exercises: all.filter(item => item.startsWith('exercise')),
    others: all.filter(item => !item.startsWith('exercise')),
  };
}

describe('the contributed commands', () => {
  it('are all registered, and no other is but for what only completions run', async () => {
    await belay().activate();
    const { commands, viewIds } = contributed();
    const registered = (await vscode.commands.getCommands(true)).filter(id => id.startsWith('belay.'));
    // VS Code adds some for each view by itself.
    const madeForViews = /\.(open|focus|resetViewLocation|toggleVisibility|removeView)$/;
    const own = registered.filter(
      id => !(madeForViews.test(id) && viewIds.includes(id.slice(0, id.lastIndexOf('.')))),
    );
    const always = commands.map(({ command }) => command).filter(id => !registeredLater.includes(id));
    deepEqual(sorted(own), sorted([...always, ...uncontributed]));
  });

  it('have ids of Belay’s, each its own', () => {
    const ids = contributed().commands.map(({ command }) => command);
    equal(new Set(ids).size, ids.length);
    for (const id of ids) {
      match(id, /^belay\.[a-zA-Z.]+$/);
    }
  });

  it('have a title and stand under “Belay” in the palette', () => {
    for (const { command, title, category } of contributed().commands) {
      match(title, /\S/, command);
      equal(category, 'Belay', command);
    }
  });

  it('have an icon where a menu shows them as a button', () => {
    const { commands, menuItems } = contributed();
    const buttons = menuItems.filter(({ group = '' }) => /^(navigation|inline)/.test(group));
    ok(buttons.length > 0, 'there are buttons');
    for (const { command, menu } of buttons) {
      const icon = commands.find(candidate => candidate.command === command)?.icon ?? '';
      match(icon, /^\$\([a-z-]+\)$/, `${command} in ${menu}`);
    }
  });
});

describe('menus and key bindings', () => {
  it('name contributed commands', () => {
    const { commands, menuItems, keybindings } = contributed();
    const known = new Set(commands.map(({ command }) => command));
    for (const { command } of [...menuItems, ...keybindings]) {
      ok(known.has(command), `${command} is contributed`);
    }
  });

  it('show a command once in each group of a menu', () => {
    const { menuItems } = contributed();
    // Rows of other extensions' views are told apart by their views.
    const shown = menuItems.map(({ menu, group = '', command, when }) =>
      [command, `in ${group.split('@', 1)[0]} of ${menu}`, ...(command === ofRows ? [when] : [])].join(' '),
    );
    deepEqual(sorted(shown), sorted(new Set(shown)));
  });

  it('ask only for context keys that VS Code or Belay sets', () => {
    for (const { where, term } of comparisons()) {
      ok(
        [...builtInKeys, ...settingKeys, ...commentKeys, ...originKeys, ...ownKeys].includes(term.key),
        `${term.key} in ${where} is known`,
      );
    }
  });

  it('ask for each key that Belay sets, and Belay does set it', async () => {
    const folder = vscode.Uri.joinPath(belay().extensionUri, readManifest().main, '..');
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    const scripts = names.filter(name => name.endsWith('.js'));
    const texts = scripts.map(name => readText(vscode.Uri.joinPath(folder, name)));
    const code = (await Promise.all(texts)).join('\n');
    for (const key of ownKeys) {
      ok(comparisons(key).length > 0, `${key} is asked for`);
      // Only a name in the code: that it is given to VS Code is tested where the guide's view is.
      ok(new RegExp(`["'\`]${key}["'\`]`).test(code), `${key} is set`);
    }
  });

  it('compare views with contributed views only, but for rows of pull requests', () => {
    const { viewIds } = contributed();
    const onViews = comparisons('view', 'focusedView');
    ok(onViews.length > 0, 'there are conditions on views');
    for (const { where, term } of onViews) {
      const [meant, others] = where.startsWith(ofRows) ? [foreignViews, viewIds] : [viewIds, foreignViews];
      ok(canHold(term, meant), `${where} can be true of ${meant.join(', ')}`);
      ok(!canHold(term, others), `${where} isn’t true of ${others.join(', ')}`);
    }
  });

  it('ask for the rows of pull requests in each of those views, and for no other', () => {
    const terms = contributed()
      .menuItems.filter(({ menu, command }) => menu === 'view/item/context' && command === ofRows)
      .map(({ when = '' }) => termsOf(when));
    const isShown = (row: Readonly<Record<string, string>>) =>
      terms.some(all => all.every(term => canHold(term, [row[term.key] ?? ''])));
    for (const [view, viewItem] of pullRequestRows) {
      ok(isShown({ view, viewItem }), `${viewItem} in ${view}`);
    }
    for (const [view, viewItem] of otherRows) {
      ok(!isShown({ view, viewItem }), `${viewItem} in ${view}`);
    }
    deepEqual(sorted(new Set(pullRequestRows.map(([view]) => view))), sorted(foreignViews));
  });

  it('ask for commits in what VS Code shows of Git, and for nothing uncommitted in the Timeline', () => {
    const of = (menu: string) => {
      const [term] = contributed()
        .menuItems.filter(item => item.menu === menu && item.command === 'belay.logMomentFromCommit')
        .flatMap(({ when = '' }) => termsOf(when));
      return (value: string) => term !== undefined && canHold(term, [value]);
    };
    deepEqual(
      ['git:file:commit', 'git:file:uncommitted', 'git:file:index', 'localHistory:item'].map(
        of('timeline/item/context'),
      ),
      [true, false, false, false],
    );
    const schemes = ['scm-history-item', 'git', 'git-stash', 'file'];
    deepEqual(schemes.map(of('editor/title')), [true, false, false, false]);
    deepEqual(schemes.map(of('editor/title/context')), [true, true, false, false]);
  });

  it('contribute to no menu that VS Code keeps for proposed API', () => {
    deepEqual(
      Object.keys(readManifest().contributes.menus).filter(menu =>
        /^scm\/(?:history|inputBox|artifact)|^multiDiffEditor|^editor\/content/.test(menu),
      ),
      [],
    );
  });

  it('ask of moments what is done to a moment, and of people what is done to a person', async () => {
    const { groups, moments } = await viewItems();
    const onRows = comparisons('viewItem').filter(({ where }) => where.includes('view == belay.journal'));
    ok(onRows.length > 0, 'there are conditions on rows');
    for (const { where, term } of onRows) {
      const isOnMoments = /^belay\.(?:journal\.|makeStory)/.test(where);
      const [meant, others] = isOnMoments ? [moments, groups] : [groups, moments];
      ok(canHold(term, meant), `${where} can be true of ${meant.join(', ')}`);
      ok(!canHold(term, [...others, 'group']), `${where} isn’t true of ${others.join(', ')}`);
    }
  });

  it('ask of exercises what is done to an exercise, and of evidence what is done to evidence', async () => {
    const { exercises, others } = await planItems();
    const onRows = comparisons('viewItem').filter(({ where }) => where.includes('view == belay.practice'));
    ok(onRows.length > 0, 'there are conditions on rows');
    for (const { where, term } of onRows) {
      const isExercise = where.includes('/^exercise');
      const [meant, rest] = isExercise ? [exercises, others] : [others, exercises];
      ok(canHold(term, meant), `${where} can be true of ${meant.join(', ')}`);
      ok(!canHold(term, rest), `${where} isn’t true of ${rest.join(', ')}`);
    }
  });
});
