import * as v from 'valibot';
import * as vscode from 'vscode';
import { formatProblem, messageOf, UserError } from '../platform/errors';
import { readText } from '../platform/files';
import type { Reporter } from '../platform/reporting';
import { completeStep } from '../platform/walkthrough';
import { insertTemplate } from './insert';
import { pickTemplate } from './picker';
import { previewOf } from './snippetBody';
import { parseTemplates, type Template } from './template';

/** What the command may be given, by a keybinding or by the guide: the template to insert instead of asking. */
const ArgumentSchema = v.object({ template: v.string() });

/**
 * `Belay: Insert Coaching Comment…`: choose a template from `file`, or take the one that `argument` names, and
 * insert it where the cursor is. Gives whether that was done.
 */
export async function insertCoachingComment(
  file: vscode.Uri,
  argument: unknown,
  reporter: Reporter,
): Promise<boolean> {
  const parsed = v.safeParse(ArgumentSchema, argument);
  const wanted = parsed.success ? parsed.output.template : undefined;
  // Before the list opens and takes the focus. A page of the guide may be in front, with the code beside it.
  const [onlyEditor, ...others] = vscode.window.visibleTextEditors.filter(
    ({ document }) => document.uri.scheme !== 'output',
  );
  const editor = vscode.window.activeTextEditor ?? (others.length === 0 ? onlyEditor : undefined);
  if (!editor) {
    throw new UserError(
      vscode.l10n.t(
        'There is no editor or comment box to write in. Click into one and try again, or copy a comment.',
      ),
      [{ title: vscode.l10n.t('Copy a Comment'), run: () => copyComment(file, wanted, reporter) }],
    );
  }
  const template = await choose(await loadTemplates(file, reporter), wanted);
  if (!template) {
    return false;
  }
  await insertTemplate(editor, template, reporter.log);
  // The reason, at the moment of use: the list has no room to show it whole.
  vscode.window.setStatusBarMessage(`$(lightbulb) ${template.why}`, 12_000);
  await completeStep('coached');
  return true;
}

/** The template with that prefix, or without one what the user picks. Throws a `UserError` where there is no such template. */
async function choose(
  templates: readonly Template[],
  prefix: string | undefined,
): Promise<Template | undefined> {
  if (prefix === undefined) {
    return pickTemplate(templates);
  }
  const template = templates.find(candidate => candidate.prefix === prefix);
  if (!template) {
    throw new UserError(
      vscode.l10n.t(
        'There is no template “{0}”. Its prefix is one of {1}.',
        prefix,
        templates.map(known => known.prefix).join(', '),
      ),
    );
  }
  return template;
}

async function copyComment(file: vscode.Uri, wanted: string | undefined, reporter: Reporter): Promise<void> {
  const template = await choose(await loadTemplates(file, reporter), wanted);
  if (template) {
    await vscode.env.clipboard.writeText(previewOf(template.body));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Coaching comment copied'), 4000);
  }
}

/** The templates of `file`. What is wrong with it is shown beside the list; with nothing left to list it is an error. */
async function loadTemplates(file: vscode.Uri, reporter: Reporter): Promise<Template[]> {
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    throw new UserError(
      vscode.l10n.t('Belay can’t read its templates ({0}): {1}', file.fsPath, messageOf(error)),
      [],
      {
        cause: error,
      },
    );
  }
  const { templates, problems } = parseTemplates(file.fsPath, text);
  const [first] = problems;
  if (first) {
    const error = new UserError(
      templates.length === 0
        ? vscode.l10n.t('No template can be used. {0}', formatProblem(first))
        : vscode.l10n.t(
            'Templates with a problem are left out, the other {0} work. {1}',
            templates.length,
            formatProblem(first),
          ),
      [{ title: vscode.l10n.t('Open File'), run: () => openAt(file, first.line) }],
    );
    if (templates.length === 0) {
      throw error;
    }
    for (const problem of problems.slice(1)) {
      reporter.log.warn(formatProblem(problem));
    }
    void reporter.report(error);
  }
  return templates;
}

async function openAt(file: vscode.Uri, line: number | undefined): Promise<void> {
  const at = new vscode.Position((line ?? 1) - 1, 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
}
