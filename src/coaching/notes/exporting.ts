import * as vscode from 'vscode';
import { fileOf } from '../../platform/codePlace';
import { UserError } from '../../platform/errors';
import { formatNumber } from '../../platform/formatNumber';
import { headCommit } from '../../platform/git';
import { repositoryRoot } from '../../platform/gitChanges';
import { notesToGitHubReview, notesToMarkdown } from './exportNotes';
import { inListOrder, noteItem } from './list';
import { notesToPatch } from './notesToPatch';
import type { SurveyedNote } from './survey';
import { noteWords } from './words';

interface Format {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly language: string;
  print(notes: readonly SurveyedNote[], log: vscode.LogOutputChannel): Promise<string>;
}

function formats(): Format[] {
  const words = noteWords();
  return [
    {
      label: '$(markdown) Markdown',
      description: vscode.l10n.t('for a document, a chat or a pull request’s comment'),
      detail: vscode.l10n.t('By file and line, each with the code that it is on'),
      language: 'markdown',
      print: async notes => notesToMarkdown(notes, words),
    },
    {
      label: '$(github) GitHub',
      description: vscode.l10n.t('a review as JSON'),
      detail: vscode.l10n.t('The body of POST /repos/{owner}/{repo}/pulls/{n}/reviews'),
      language: 'json',
      print: async (notes, log) => {
        const [first] = notes;
        const commit = first && (await headCommit(fileOf(first.uri), log));
        const review = notesToGitHubReview(notes, words, commit === undefined ? {} : { commit });
        return `${JSON.stringify(review, undefined, 2)}\n`;
      },
    },
    {
      label: vscode.l10n.t('$(diff) Patch'),
      description: vscode.l10n.t('for a review by e-mail'),
      detail: vscode.l10n.t('The lines around each note, and the note below them behind #'),
      language: 'diff',
      print: async notes => notesToPatch(notes, words),
    },
  ];
}

/** Lets the user choose notes, of which those that `isPreselected` are chosen already. */
export async function chooseNotes(
  notes: readonly SurveyedNote[],
  isPreselected: (note: SurveyedNote) => boolean,
): Promise<SurveyedNote[] | undefined> {
  if (notes.length === 0) {
    throw new UserError(vscode.l10n.t('There are no review notes to export yet.'), [
      {
        title: vscode.l10n.t('Add Review Note'),
        run: () => vscode.commands.executeCommand('belay.addReviewNote'),
      },
    ]);
  }
  const picked = await vscode.window.showQuickPick(
    inListOrder(notes).map(note => ({ ...noteItem(note), note, picked: isPreselected(note) })),
    {
      title: vscode.l10n.t('Export Review Notes'),
      placeHolder: vscode.l10n.t('Which notes?'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return picked && picked.length > 0 ? picked.map(({ note }) => note) : undefined;
}

/** Asks for the form and where to, and exports `notes`. Gives whether that was done. */
export async function exportNotes(
  notes: readonly SurveyedNote[],
  target: 'ask' | 'clipboard',
  log: vscode.LogOutputChannel,
): Promise<boolean> {
  const format = await vscode.window.showQuickPick(formats(), {
    title: vscode.l10n.t('Export Review Notes'),
    placeHolder: vscode.l10n.t('In which form?'),
    matchOnDescription: true,
  });
  if (!format) {
    return false;
  }
  const where = target === 'ask' ? await askWhere() : 'clipboard';
  if (where === undefined) {
    return false;
  }
  const text = await format.print(await Promise.all(notes.map(withRepositoryPath)), log);
  if (where === 'clipboard') {
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(
      notes.length === 1
        ? vscode.l10n.t('1 review note copied')
        : vscode.l10n.t('{0} review notes copied', formatNumber(notes.length)),
      5000,
    );
  } else {
    const document = await vscode.workspace.openTextDocument({ language: format.language, content: text });
    await vscode.window.showTextDocument(document);
  }
  return true;
}

async function askWhere(): Promise<'clipboard' | 'document' | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('To the Clipboard'),
        iconPath: new vscode.ThemeIcon('clippy'),
        where: 'clipboard' as const,
      },
      {
        label: vscode.l10n.t('Into a New Document'),
        iconPath: new vscode.ThemeIcon('new-file'),
        where: 'document' as const,
      },
    ],
    { title: vscode.l10n.t('Export Review Notes'), placeHolder: vscode.l10n.t('Where to?') },
  );
  return picked?.where;
}

/** The note with its path within the repository, as reviewers of it call the file. */
async function withRepositoryPath(note: SurveyedNote): Promise<SurveyedNote> {
  const root = await repositoryRoot(note.uri);
  const prefix = root && (root.path.endsWith('/') ? root.path : `${root.path}/`);
  return prefix !== undefined && note.uri.path.startsWith(prefix)
    ? { ...note, path: note.uri.path.slice(prefix.length) }
    : note;
}
