import * as vscode from 'vscode';
import { rephrase } from '../../src/models/rephrase/rephrase';
import { goodAnswers, plain } from '../fixtures/answers';
import { ok } from './assert';
import { modelsPorts } from './models';
import { RecordingReporter } from './reporter';

const [first] = goodAnswers;
ok(first, 'there are good answers');
/** An answer that is offered. */
export const { answer: goodAnswer } = first;
/** What it offers. */
export const goodComment = goodAnswer.slice('<comment>'.length, -'</comment>'.length);

/** A document with a comment in it, all of which is selected. */
export async function draftOf(content = plain.comment): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(content.length));
  return document;
}

/** Runs the command on what is selected; gives whether the rephrasing was taken. */
export const run = async (reporter = new RecordingReporter(), timeoutMs?: number) =>
  rephrase(undefined, modelsPorts(), reporter, timeoutMs);

/** The comparisons that are open. */
export const diffs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff);

/** The wording check, as rephrasing gets it. */
export async function room() {
  return modelsPorts().coaching.open();
}
