import * as v from 'valibot';
import * as vscode from 'vscode';
import { withoutTwice } from '../../people';
import { fileOf, selectedLines } from '../../platform/codePlace';
import { UserError } from '../../platform/errors';
import { isThere } from '../../platform/files';
import { UriSchema } from '../../platform/gitApi';
import { quoteComment } from './commentText';
import type { MomentSource } from './logMoment';
import { logWithout } from './logWithout';
import { type PendingAnchor, pendingAnchor } from './pendingAnchor';
import { type GitPlaceOf, type PendingPlace, placeOf } from './selection';

/** A comment of any extension's, as far as its owner gives it. */
const CommentSchema = v.object({
  body: v.union([v.string(), v.object({ value: v.string() })]),
  author: v.object({ name: v.string() }),
});
type Comment = v.InferOutput<typeof CommentSchema>;

/** A thread's place; one on a whole file has no range. */
const PlaceSchema = v.object({
  uri: UriSchema,
  range: v.optional(v.custom<vscode.Range>(value => value instanceof vscode.Range)),
});
/** Threads of another extension host give nothing of this. */
const ThreadSchema = v.object({ ...PlaceSchema.entries, comments: v.array(v.unknown()) });

/** A comment doesn't say where it is; extensions keep its thread at it under one of these names. */
const InThreadSchema = v.object({
  parent: v.optional(v.unknown()),
  thread: v.optional(v.unknown()),
});

/** What a moment begins with, and where it happened. */
export interface LogSource {
  readonly source: MomentSource;
  readonly place: PendingPlace | undefined;
}

/** Logging from a thread's title: its first comment is quoted, and all who wrote in it are offered. */
export async function sourceOfThread(thread: unknown, gitPlaceOf: GitPlaceOf): Promise<LogSource> {
  const comments = v.is(ThreadSchema, thread) ? thread.comments.filter(one => v.is(CommentSchema, one)) : [];
  const [first] = comments;
  if (!first) {
    throw unreadable();
  }
  return { source: sourceOf(first, comments), place: await placeOfThread(thread, gitPlaceOf) };
}

/** Logging from a comment's title. */
export async function sourceOfComment(comment: unknown, gitPlaceOf: GitPlaceOf): Promise<LogSource> {
  if (!v.is(CommentSchema, comment)) {
    throw unreadable();
  }
  const { parent, thread } = v.is(InThreadSchema, comment) ? comment : {};
  const place = (await placeOfThread(parent, gitPlaceOf)) ?? (await placeOfThread(thread, gitPlaceOf));
  return { source: sourceOf(comment, [comment]), place };
}

function sourceOf(comment: Comment, all: readonly Comment[]): MomentSource {
  const { line, quote } = quoteComment(typeof comment.body === 'string' ? comment.body : comment.body.value);
  const own = vscode.l10n.t('You');
  const names = all.map(({ author }) => author.name.trim()).filter(name => name !== '' && name !== own);
  return { what: line, quote, offered: withoutTwice(names) };
}

async function placeOfThread(thread: unknown, gitPlaceOf: GitPlaceOf): Promise<PendingPlace | undefined> {
  if (!v.is(PlaceSchema, thread)) {
    return undefined;
  }
  const { uri, range = new vscode.Range(0, 0, 0, 0) } = thread;
  const lines = selectedLines(new vscode.Selection(range.start, range.end));
  const anchor = pendingAnchor(uri, lines);
  const file = await storedFileOf(uri);
  return file && placeOf(file, lines, gitPlaceOf, thread.range ? anchor : none);
}

/** A thread on a whole file is about no lines of it. */
const none: PendingAnchor = async () => undefined;

/** The file of the workspace that `uri` is a version of, as one under review is; `undefined` where there is none. */
async function storedFileOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const stored = fileOf(uri);
  if (vscode.workspace.fs.isWritableFileSystem(stored.scheme) !== undefined) {
    return stored;
  }
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const file = folder.uri.with({ path: stored.path });
    if (vscode.workspace.getWorkspaceFolder(file) && (await isThere(file))) {
      return file;
    }
  }
  return undefined;
}

function unreadable(): UserError {
  return new UserError(
    vscode.l10n.t('The extension that this comment belongs to doesn’t tell what it says.'),
    [logWithout()],
  );
}
