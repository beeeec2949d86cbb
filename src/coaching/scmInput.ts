import * as v from 'valibot';
import * as vscode from 'vscode';
import { UserError } from '../platform/errors';
import { openGitApi, UriSchema } from '../platform/gitApi';

/** A repository as the Git extension gives it; its input box is written through the object itself. */
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly ui: { readonly selected: boolean };
}
const RepositorySchema = v.object({
  rootUri: UriSchema,
  inputBox: v.object({ value: v.string() }),
  ui: v.object({ selected: v.boolean() }),
});

/** What VS Code hands to a command in a repository's title bar; of another extension host only a part of it. */
const SourceControlSchema = v.object({ rootUri: UriSchema });

/**
 * Adds `text` below what stands in the message box of a repository: the one in whose title bar the command was
 * chosen, the only one, or the one that the user picks. Gives whether that was done. Throws a `UserError` where
 * there is no repository.
 */
export async function addToMessageBox(argument: unknown, text: string): Promise<boolean> {
  const repository = await chooseRepository(argument);
  if (!repository) {
    return false;
  }
  const { inputBox } = repository;
  inputBox.value = inputBox.value.trim() === '' ? text : `${inputBox.value.trimEnd()}\n\n${text}`;
  await vscode.commands.executeCommand('workbench.view.scm');
  return true;
}

async function chooseRepository(argument: unknown): Promise<Repository | undefined> {
  const all: readonly unknown[] = (await openGitApi())?.repositories ?? [];
  const repositories = all.filter((one): one is Repository => v.is(RepositorySchema, one));
  const wanted = v.is(SourceControlSchema, argument) ? argument.rootUri.toString() : undefined;
  const here = repositories.find(({ rootUri }) => rootUri.toString() === wanted);
  const [only, ...others] = repositories;
  if (!only) {
    throw new UserError(
      vscode.l10n.t('There is no Git repository open whose message box could take the comment.'),
    );
  }
  if (here || others.length === 0) {
    return here ?? only;
  }
  const selected = repositories.filter(({ ui }) => ui.selected);
  const picked = await vscode.window.showQuickPick(
    [...selected, ...repositories.filter(({ ui }) => !ui.selected)].map(repository => ({
      label: vscode.workspace.asRelativePath(repository.rootUri),
      description: repository.rootUri.fsPath,
      repository,
    })),
    {
      title: vscode.l10n.t('Insert Coaching Comment'),
      placeHolder: vscode.l10n.t('Into which repository’s message box?'),
    },
  );
  return picked?.repository;
}
