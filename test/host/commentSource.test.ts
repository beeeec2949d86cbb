import * as vscode from 'vscode';
import { sourceOfComment, sourceOfThread } from '../../src/journal/logging/commentSource';
import type { GitPlaceOf } from '../../src/journal/logging/selection';
import { captureSmallAnchor } from '../../src/platform/anchors/smallAnchor';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { splitLines } from '../../src/platform/lineBreaks';
import { deepEqual, equal, match, rejects } from './assert';
import { workspaceFolder } from './context';
import { closeEditors } from './editors';
import { held } from './perTest';

const file = () => vscode.Uri.joinPath(workspaceFolder(), 'src', 'retry.ts');
const inGit: GitPlaceOf = async () => ({
  commit: '0123abc',
  remote: 'https://ana:s3cret@github.com/acme/app.git',
  path: 'src/retry.ts',
});
const noGit: GitPlaceOf = async () => undefined;

const comment = (name: string, body: string | vscode.MarkdownString): vscode.Comment => ({
  author: { name },
  body,
  mode: vscode.CommentMode.Preview,
});

/** A thread of another extension's, on lines 3 to 5. */
function thread(...comments: vscode.Comment[]): vscode.CommentThread {
  const controller = held(vscode.comments.createCommentController(`test-${crypto.randomUUID()}`, 'Test'));
  return held(controller.createCommentThread(file(), new vscode.Range(2, 0, 4, 3), comments));
}

/** What no extension's thread or comment is, and what one of another host may be. */
const unreadable = [undefined, null, 'thread', {}, { $mid: 7, commentThreadHandle: 1 }, { comments: [{}] }];

describe('logging from a thread of comments', () => {
  it('quotes its first comment, offers all who wrote in it, and has its place', async () => {
    const opened = thread(
      comment('Lee', new vscode.MarkdownString('Why twice?\n\nOnce would do.')),
      comment('Kim', 'Because.'),
      comment('lee', 'I see.'),
    );
    const { source, place } = await sourceOfThread(opened, inGit);
    deepEqual(source, {
      what: 'Why twice?',
      quote: 'Why twice?\n\nOnce would do.',
      offered: ['Lee', 'Kim'],
    });
    deepEqual(place?.place, { file: 'src/retry.ts', firstLine: 3, lastLine: 5 });
    const { anchor, ...rest } = (await place?.whole()) ?? {};
    deepEqual(anchor, captureSmallAnchor(splitLines(await readText(file())), 2, 4));
    deepEqual<unknown>(rest, {
      file: 'src/retry.ts',
      firstLine: 3,
      lastLine: 5,
      commit: '0123abc',
      permalink: 'https://github.com/acme/app/blob/0123abc/src/retry.ts#L3-L5',
    });
  });

  it('offers nobody for what the user wrote', async () => {
    const { source } = await sourceOfThread(thread(comment('You', 'Why twice?')), noGit);
    deepEqual(source.offered, []);
  });

  it('has the workspace’s file where the thread is on a version of it', async () => {
    const { path } = file();
    const uri = vscode.Uri.from({ scheme: 'review', path, query: '{"commit":"0123abc"}' });
    const { place } = await sourceOfThread({ uri, comments: [comment('Lee', 'Why?')] }, noGit);
    deepEqual(place?.place, { file: 'src/retry.ts', firstLine: 1, lastLine: 1 });
  });

  it('has the lines of the version that it is on, as long as that is open', async () => {
    const scheme = 'belay-review';
    held(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => 'of this version\nonly\n',
      }),
    );
    const uri = vscode.Uri.from({ scheme, path: file().path });
    const on = (range?: vscode.Range) => ({ uri, range, comments: [comment('Lee', 'Why?')] });
    const anchorOn = async (range?: vscode.Range) =>
      (await (await sourceOfThread(on(range), noGit)).place?.whole())?.anchor;
    equal(await anchorOn(new vscode.Range(0, 0, 0, 5)), undefined);
    await vscode.window.showTextDocument(uri);
    deepEqual((await anchorOn(new vscode.Range(0, 0, 0, 5)))?.lines, ['of this version']);
    // One on the whole file is about none of its lines.
    equal(await anchorOn(), undefined);
    await closeEditors();
  });

  it('has no place where its file is nowhere', async () => {
    const uri = vscode.Uri.from({ scheme: 'review', path: '/nowhere.ts' });
    const { place } = await sourceOfThread({ uri, comments: [comment('Lee', 'Why?')] }, noGit);
    equal(place, undefined);
  });

  for (const given of unreadable) {
    it(`says so where it can’t be read: ${JSON.stringify(given)}`, async () => {
      const { message, actions } = await rejects(sourceOfThread(given, noGit), UserError);
      match(message, /doesn’t tell what it says/);
      deepEqual(
        actions.map(({ title }) => title),
        ['Log Without It'],
      );
    });
  }
});

describe('logging from a comment', () => {
  it('quotes it and offers its author', async () => {
    const { source, place } = await sourceOfComment(comment('Lee', 'Why twice?'), noGit);
    deepEqual(source, { what: 'Why twice?', quote: 'Why twice?', offered: ['Lee'] });
    equal(place, undefined);
  });

  it('has the place of its thread where its extension keeps that at it', async () => {
    const one = comment('Lee', 'Why twice?');
    Object.assign(one, { parent: thread(one) });
    const { place } = await sourceOfComment(one, noGit);
    deepEqual(place?.place, { file: 'src/retry.ts', firstLine: 3, lastLine: 5 });
  });

  for (const given of unreadable) {
    it(`says so where it can’t be read: ${JSON.stringify(given)}`, async () => {
      await rejects(sourceOfComment(given, noGit), UserError);
    });
  }
});
