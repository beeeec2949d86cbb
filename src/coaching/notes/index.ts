import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { hasLog } from '../../platform/logPlaces';
import { type Reporter, registerCommand } from '../../platform/reporting';
import { notesFolder } from './folder';
import type { NotesRoom } from './room';
import { hasGutter } from './settings';

/** Review notes: coaching comments kept on lines of code. Their code is loaded once there are some, or somebody adds one. */
export function registerReviewNotes(context: vscode.ExtensionContext, reporter: Reporter): Disposable {
  const store = new DisposableStore();
  let room: Promise<NotesRoom> | undefined;
  const enter = () => {
    room ??= import('./room')
      .then(module => module.NotesRoom.open(context, reporter))
      .then(
        opened => store.add(opened),
        error => {
          // A later use tries again.
          room = undefined;
          throw error;
        },
      );
    return room;
  };
  const command = (id: string, run: (room: NotesRoom, argument: unknown) => unknown) =>
    store.add(registerCommand(id, reporter, async argument => run(await enter(), argument)));

  command('belay.addReviewNote', opened => opened.newNotes.add());
  command('belay.showReviewNotes', opened => opened.show());
  command('belay.exportReviewNotes', opened => opened.export());
  command('belay.copyReviewNotes', opened => opened.copy());
  command('belay.reviewNotes.save', (opened, reply) => opened.newNotes.save(reply));
  command('belay.reviewNotes.discard', (opened, reply) => opened.newNotes.discard(reply));
  command('belay.reviewNotes.reply', (opened, reply) => opened.actions.reply(reply));
  command('belay.reviewNotes.edit', (opened, comment) => opened.actions.edit(comment));
  command('belay.reviewNotes.saveEdit', (opened, comment) => opened.actions.saveEdit(comment));
  command('belay.reviewNotes.cancelEdit', (opened, comment) => opened.actions.cancelEdit(comment));
  command('belay.reviewNotes.deleteComment', (opened, comment) => opened.actions.deleteComment(comment));
  command('belay.reviewNotes.delete', (opened, thread) => opened.actions.deleteNote(thread));
  command('belay.reviewNotes.resolve', (opened, thread) => opened.actions.resolve(thread, true));
  command('belay.reviewNotes.unresolve', (opened, thread) => opened.actions.resolve(thread, false));
  command('belay.reviewNotes.keepHere', (opened, thread) => opened.actions.keepHere(thread));
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-note', {
      provideTextDocumentContent: async uri => (await enter()).page(uri),
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('belay.reviewNotes') && hasGutter()) {
        enter().catch(error => reporter.report(error));
      }
    }),
  );

  const wake = async () => {
    if (hasGutter() || (await hasLog(context, notesFolder))) {
      await enter();
    }
  };
  wake().catch(error => reporter.log.warn(`Review notes: ${messageOf(error)}`));
  return store;
}
