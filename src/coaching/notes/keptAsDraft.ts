import * as vscode from 'vscode';
import { messageOf, UserError } from '../../platform/errors';
import type { NoteBoxes } from './boxes';
import type { NoteDraft } from './drafts';

/** Keeps what couldn't be written as a note as a draft; gives the error that says so and offers to try `again`. */
export async function keptAsDraft(
  boxes: NoteBoxes,
  draft: NoteDraft,
  error: unknown,
  again: () => Promise<void>,
): Promise<UserError> {
  await boxes.failed(draft);
  return new UserError(
    vscode.l10n.t('{0} What you wrote is kept as a draft and comes back into the box.', messageOf(error)),
    [
      {
        title: vscode.l10n.t('Try Again'),
        run: async () => {
          await again();
          await boxes.done(draft);
        },
      },
      { title: vscode.l10n.t('Copy Text'), run: () => vscode.env.clipboard.writeText(draft.text) },
    ],
    { cause: error },
  );
}
