import * as vscode from 'vscode';
import { NoteController } from '../../src/coaching/notes/controller';
import { deepEqual, equal, ok } from './assert';
import { code, codeFile } from './notes';
import { atEnd, held, replace } from './perTest';

/** A controller, and what VS Code does when it asks for the comments of a document. */
function create(): { controller: NoteController; ask: (document: vscode.TextDocument) => unknown } {
  const known: Partial<vscode.CommentController> = { dispose: () => undefined };
  replace(vscode.comments, 'createCommentController', () => known);
  const controller = held(new NoteController());
  const ask = (document: vscode.TextDocument) => {
    ok(known.commentingRangeProvider, 'VS Code has somebody to ask');
    return known.commentingRangeProvider.provideCommentingRanges(
      document,
      new vscode.CancellationTokenSource().token,
    );
  };
  return { controller, ask };
}

const open = async () => vscode.workspace.openTextDocument(await codeFile());

describe('the controller of review notes', () => {
  it('waits for VS Code to ask for a document’s comments, which it would draw twice before', async () => {
    const { controller, ask } = create();
    const first = await open();
    const second = await open();
    let isSettled = false;
    const settled = controller.untilSettled(first).then(() => {
      isSettled = true;
    });
    ask(second);
    await controller.untilSettled(second);
    equal(isSettled, false);
    ask(first);
    await settled;
  });

  it('waits no longer where VS Code has asked before, or never does', async () => {
    const { controller, ask } = create();
    const asked = await open();
    ask(asked);
    const never = controller.untilSettled(await open()).then(() => 'never');
    equal(await Promise.race([never, controller.untilSettled(asked).then(() => 'asked')]), 'asked');
    equal(await never, 'never');
  });

  it('has a + beside every line where the user wants that', async () => {
    const { ask } = create();
    const document = await open();
    deepEqual(ask(document), []);
    const setting = vscode.workspace.getConfiguration('belay.reviewNotes');
    const set = (to: boolean | undefined) => setting.update('gutter', to, vscode.ConfigurationTarget.Global);
    atEnd(() => set(undefined));
    await set(true);
    deepEqual(ask(document), [new vscode.Range(0, 0, code.split('\n').length - 1, 0)]);
  });
});
