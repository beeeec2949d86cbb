import * as vscode from 'vscode';
import { builtInTemplates } from '../../src/coaching/build';
import { previewOf } from '../../src/coaching/snippetBody';
import { linesOf } from '../../src/coaching/template';
import { boxOf, commentBoxes } from '../../src/coaching/threadBox';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { openCoaching } from './coaching';
import { closeEditors, setComments, showText, usualOpening } from './editors';
import { held, recordCommands, replace } from './perTest';
import { choosing, choosingTemplate, messages } from './questions';

const [template] = builtInTemplates();
ok(template, 'there are templates');
const { name, prefix } = template;
const text = previewOf(linesOf(template, usualOpening));

/** Has that template chosen in the list. */
const choose = () => choosingTemplate(({ items }) => items.find(({ label }) => label.endsWith(` ${name}`)));

const usesIn = ({ globalState }: vscode.ExtensionContext) =>
  Object.keys(globalState.get('coaching.usage') ?? {});

describe('copying a coaching comment', () => {
  afterEach(closeEditors);

  it('puts the one that was chosen on the clipboard, as it reads', async () => {
    choose();
    const { room, context } = openCoaching();
    equal(await room.copy(undefined), true);
    equal(await vscode.env.clipboard.readText(), text);
    deepEqual(usesIn(context), [prefix]);
  });

  it('opens it as the settings say', async () => {
    await setComments('labelStyle', 'bold');
    equal(await openCoaching().room.copy({ template: prefix }), true);
    match(await vscode.env.clipboard.readText(), /^\*\*[a-z]+(?: \([a-z-]+\))?:\*\* /);
  });

  it('leaves the clipboard where the list was closed', async () => {
    choosingTemplate();
    await vscode.env.clipboard.writeText('before');
    const { room, context } = openCoaching();
    equal(await room.copy(undefined), false);
    equal(await vscode.env.clipboard.readText(), 'before');
    deepEqual(usesIn(context), []);
  });

  it('is an error where there is no such template', async () => {
    const { message } = await rejects(openCoaching().room.copy({ template: 'cc-none' }), UserError);
    equal(message, 'There is no template “cc-none”. Choose one from the list instead.');
  });
});

describe('the box of a comment thread', () => {
  afterEach(closeEditors);

  /** Has boxes open for the threads with these ids; gives them. */
  function open(...threads: string[]): vscode.TextDocument[] {
    const boxes = threads.map(threadId => ({
      uri: vscode.Uri.from({
        scheme: 'comment',
        path: '/box',
        query: JSON.stringify({ commentThreadId: threadId }),
      }),
      isClosed: false,
      getText: () => 'text',
    })) as vscode.TextDocument[];
    const others = [
      { uri: vscode.Uri.parse('file:///a.md'), isClosed: false },
      { uri: vscode.Uri.from({ scheme: 'comment', path: '/closed', query: '"a"' }), isClosed: true },
    ];
    replace(vscode.workspace, 'textDocuments', [...others, ...boxes]);
    return boxes;
  }
  const focus = (document: vscode.TextDocument | undefined) =>
    replace(vscode.window, 'activeTextEditor', document && { document });

  it('is the one that names the thread, whichever has the focus', () => {
    const [first, second] = open('a', 'ab');
    focus(second);
    equal(boxOf({ threadId: 'a' }), first);
    equal(boxOf({ threadId: 'ab' }), second);
  });

  it('is else the one with the focus', () => {
    const [, second] = open('a', 'b');
    focus(second);
    equal(boxOf({ threadId: 'x' }), second);
    equal(boxOf(undefined), second);
    equal(boxOf({ threadId: 5 }), second);
  });

  it('is else the only one', () => {
    const [only] = open('a');
    focus(undefined);
    equal(boxOf(undefined), only);
  });

  it('is else the only one with text, where one thread alone is open', () => {
    const box = (authority: string, text: string) => ({
      uri: vscode.Uri.from({ scheme: 'comment', authority, path: `/${text}` }),
      isClosed: false,
      getText: () => text,
    });
    // VS Code names the controller in boxes to reply in, and not in those to edit in.
    const [edited, reply, other] = [box('', 'text'), box('notes', ''), box('notes', ' ')];
    focus(undefined);
    for (const [boxes, expected] of [
      [[reply, edited], edited],
      [[reply, edited, other], undefined],
      [[reply, edited, box('', 'more')], undefined],
    ] as const) {
      replace(vscode.workspace, 'textDocuments', boxes);
      equal(boxOf({ uri: 'a thread of this host has no id' }), expected);
    }
  });

  it('isn’t known where there are several, or none', () => {
    open('a', 'b');
    focus({ uri: vscode.Uri.parse('file:///a.md') } as vscode.TextDocument);
    equal(boxOf({ threadId: 'x' }), undefined);
    open();
    deepEqual([boxOf({ threadId: 'a' }), commentBoxes()], [undefined, []]);
  });
});

describe('inserting into a comment thread', () => {
  afterEach(closeEditors);

  const fallback = 'The comment is on the clipboard: click into the reply box and paste it.';

  it('falls back to the clipboard where no box is open, and says so', async () => {
    choose();
    const said = messages('showInformationMessage');
    const { room, context } = openCoaching();
    await vscode.env.clipboard.writeText('before');
    equal(await room.insertIntoThread(undefined), true);
    equal(await vscode.env.clipboard.readText(), text);
    deepEqual(
      said.map(message => message.text),
      [fallback],
    );
    deepEqual(usesIn(context), [prefix]);
  });

  it('leaves the clipboard where the list was closed', async () => {
    choosingTemplate();
    const said = messages('showInformationMessage');
    await vscode.env.clipboard.writeText('before');
    equal(await openCoaching().room.insertIntoThread(undefined), false);
    deepEqual([await vscode.env.clipboard.readText(), said], ['before', []]);
  });

  it('falls back to the clipboard where the box takes no text', async () => {
    choose();
    const said = messages('showInformationMessage');
    const box = {
      uri: vscode.Uri.parse('comment://x/box'),
      isClosed: false,
      version: 1,
      lineCount: 1,
      getText: () => 'A draft.',
      lineAt: () => ({ range: new vscode.Range(0, 0, 0, 8) }),
    };
    replace(vscode.workspace, 'textDocuments', [box]);
    const applied: vscode.WorkspaceEdit[] = [];
    replace(vscode.workspace, 'applyEdit', async (edit: vscode.WorkspaceEdit) => applied.push(edit) < 0);
    equal(await openCoaching().room.insertIntoThread(undefined), true);
    deepEqual([applied.length, said.length], [1, 1]);
    const [[, [edit]] = [undefined, []]] = applied[0]?.entries() ?? [];
    equal(edit?.newText, `\n\n${text}`);
    equal(await vscode.env.clipboard.readText(), text);
  });

  it('writes into the box of a real thread', async () => {
    const controller = held(vscode.comments.createCommentController('belay-test', 'Test'));
    controller.commentingRangeProvider = {
      provideCommentingRanges: document => [new vscode.Range(0, 0, document.lineCount - 1, 0)],
    };
    const { document } = await showText('plaintext', 'a\nb\n');
    const thread = controller.createCommentThread(document.uri, new vscode.Range(0, 0, 0, 0), []);
    held(thread);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    await until('its box is open', () => commentBoxes().length === 1);
    const [box] = commentBoxes();
    choose();
    const said = messages('showInformationMessage');
    equal(await openCoaching().room.insertIntoThread(thread), true);
    await until('it is written', () => box?.getText() === text);
    deepEqual(said, []);
  });
});

describe('inserting into a commit message', () => {
  afterEach(closeEditors);

  const rootOf = (folder: string) => vscode.Uri.file(`/work/${folder}`);

  /** A repository as the Git extension gives it. */
  function repository(folder: string, value = '', selected = false) {
    return { rootUri: rootOf(folder), inputBox: { value }, ui: { selected } };
  }

  /** Has Git know these repositories; nothing is shown of its view. */
  function withGit(...repositories: unknown[]): unknown[][] {
    const api = {
      state: 'initialized',
      onDidChangeState: new vscode.EventEmitter<unknown>().event,
      repositories,
      getRepository: () => undefined,
    };
    haveGit({ enabled: true, getAPI: () => api });
    return recordCommands('workbench.view.scm');
  }

  function haveGit(exports: unknown): void {
    const get = vscode.extensions.getExtension;
    replace(vscode.extensions, 'getExtension', (id: string) =>
      id === 'vscode.git' ? exports && { activate: async () => exports } : get(id),
    );
  }

  it('writes into the only repository’s, and shows it', async () => {
    choose();
    const only = repository('a');
    const commands = withGit(only);
    const { room, context } = openCoaching();
    equal(await room.insertIntoMessage(undefined), true);
    equal(only.inputBox.value, text);
    ok(
      commands.some(([id]) => id === 'workbench.view.scm'),
      'the view is shown',
    );
    deepEqual(usesIn(context), [prefix]);
  });

  for (const [what, value, expected] of [
    ['what stands there', 'Fix the retry', `Fix the retry\n\n${text}`],
    ['what stands there, without the blanks at its end', 'Fix\n\nMore \n\n', `Fix\n\nMore\n\n${text}`],
    ['blanks, which it replaces', ' \n', text],
  ] as const) {
    it(`keeps ${what}`, async () => {
      choose();
      const only = repository('a', value);
      withGit(only);
      await openCoaching().room.insertIntoMessage(undefined);
      equal(only.inputBox.value, expected);
    });
  }

  it('writes into the one in whose title bar it was chosen, without asking', async () => {
    choose();
    const asked = choosing(() => undefined);
    const [a, b] = [repository('a', '', true), repository('b')];
    withGit(a, b);
    equal(await openCoaching().room.insertIntoMessage({ rootUri: rootOf('b') }), true);
    deepEqual([a.inputBox.value, b.inputBox.value, asked], ['', text, []]);
  });

  it('asks where there are several, the selected one first', async () => {
    choose();
    const asked = choosing(items => items.find(({ description }) => description === rootOf('c').fsPath));
    const [a, b, c] = [repository('a'), repository('b', '', true), repository('c')];
    withGit(a, b, c);
    equal(await openCoaching().room.insertIntoMessage({ rootUri: 'no URI' }), true);
    deepEqual(
      asked[0]?.map(({ description }) => description),
      ['b', 'a', 'c'].map(folder => rootOf(folder).fsPath),
    );
    deepEqual([a.inputBox.value, b.inputBox.value, c.inputBox.value], ['', '', text]);
  });

  it('changes nothing where that question was closed, and counts no use', async () => {
    choose();
    choosing(() => undefined);
    const both = [repository('a', 'x'), repository('b', 'y')];
    withGit(...both);
    const { room, context } = openCoaching();
    equal(await room.insertIntoMessage(undefined), false);
    deepEqual(
      both.map(({ inputBox }) => inputBox.value),
      ['x', 'y'],
    );
    deepEqual(usesIn(context), []);
  });

  it('changes nothing where the list of templates was closed', async () => {
    choosingTemplate();
    const only = repository('a', 'x');
    withGit(only);
    equal(await openCoaching().room.insertIntoMessage(undefined), false);
    equal(only.inputBox.value, 'x');
  });

  for (const [what, exports] of [
    ['Git is absent', undefined],
    ['Git is off', { enabled: false, getAPI: () => undefined }],
    ['Git isn’t what it was', { enabled: true }],
    [
      'there is no repository',
      {
        enabled: true,
        getAPI: () => ({ state: 'initialized', repositories: [], onDidChangeState: () => undefined }),
      },
    ],
    [
      'a repository isn’t what it was',
      {
        enabled: true,
        getAPI: () => ({ state: 'initialized', repositories: [{ inputBox: {} }, 5, null] }),
      },
    ],
  ] as const) {
    it(`is an error that says so where ${what}`, async () => {
      choose();
      haveGit(exports);
      const { room, context } = openCoaching();
      const { message } = await rejects(room.insertIntoMessage(undefined), UserError);
      equal(message, 'There is no Git repository open whose message box could take the comment.');
      deepEqual(usesIn(context), []);
    });
  }
});
