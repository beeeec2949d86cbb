import * as vscode from 'vscode';
import type { Finding } from '../wording/check';
import { addReason, rewriteAsQuestion } from '../wording/rewrite';
import { sentenceAround } from '../wording/sentences';
import type { DraftFindings } from './draftFindings';
import { leftOut } from './leftOut';
import { silenceHereCommand, silenceRuleCommand } from './silence';

/** Offers, for what was found in a draft, what could stand there instead, and silence. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(private readonly drafts: DraftFindings) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const findings = this.drafts.draft(document)?.findings ?? [];
    return findings.flatMap(finding => {
      const place = rangeOf(document, finding.start, finding.end);
      if (!place.intersection(range)) {
        return [];
      }
      const diagnostics = context.diagnostics.filter(
        one => one.source === 'Belay' && one.range.isEqual(place),
      );
      const offers = [...rephrasings(document, finding), ...rewrites(document, finding)];
      const unique = offers.filter(
        (offer, index) => offers.findIndex(({ title }) => title === offer.title) === index,
      );
      if (unique[0]) {
        unique[0].isPreferred = true;
      }
      const all = [...unique, ...silences(document, finding)];
      for (const action of all) {
        action.diagnostics = [...diagnostics];
      }
      return all;
    });
  }
}

function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function replacing(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
  title: string,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, text);
  return action;
}

/** Longer texts would fill the list of quick fixes; all of it is seen once it is chosen. */
const longestTitle = 80;

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}

function rephrasings(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  const place = rangeOf(document, finding.start, finding.end);
  return finding.rephrasings.map(text => {
    const left = leftOut(document.getText(place), text);
    const shown = shorten(text);
    const title =
      left === undefined ? vscode.l10n.t('Say “{0}”', shown) : vscode.l10n.t('Leave out “{0}”', left);
    return replacing(document, place, text, title);
  });
}

/** The sentence around a finding as a question, and for a demand room for its reason. */
function rewrites(document: vscode.TextDocument, { start, end, strength }: Finding): vscode.CodeAction[] {
  const text = document.getText();
  const around = sentenceAround(text, start, end);
  const sentence = text.slice(around.start, around.end);
  const place = rangeOf(document, around.start, around.end);
  const question = rewriteAsQuestion(sentence);
  const actions: vscode.CodeAction[] = [];
  if (question !== undefined) {
    const title = vscode.l10n.t('Ask “{0}”', shorten(question));
    actions.push(replacing(document, place, question, title));
  }
  if (strength === 'prompt') {
    actions.push(
      replacing(document, place, addReason(sentence), vscode.l10n.t('Add a reason: “…, because …”')),
    );
  }
  return actions;
}

function silences(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  const silence = (title: string, command: string, ...args: unknown[]) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command, title, arguments: args };
    return action;
  };
  const { rule } = finding;
  const forMe = vscode.l10n.t('Silence the rule “{0}” for me', rule);
  const forAll = vscode.l10n.t('Silence the rule “{0}” in this workspace', rule);
  return [
    silence(vscode.l10n.t('Leave this as it is'), silenceHereCommand, document.uri, finding),
    silence(forMe, silenceRuleCommand, rule, 'me'),
    ...(vscode.workspace.workspaceFolders ? [silence(forAll, silenceRuleCommand, rule, 'workspace')] : []),
  ];
}
