import * as vscode from 'vscode';
import type { Finding } from '../wording/check';

/** A finding as far as its place and rule go. */
export type Place = Pick<Finding, 'rule' | 'start' | 'end'>;

/** The commands that quick fixes run, wired where the check is registered. */
export const silenceHereCommand = 'belay.wording.silenceHere';
export const silenceRuleCommand = 'belay.wording.silenceRule';

const setting = 'silencedRules';

/** What the user doesn't want to be told: rules, by setting, and single places, until their draft is closed. */
export class Silence {
  readonly #places = new Map<string, Set<string>>();

  /** Whether `finding` in `document` is to be told of. */
  allows(document: vscode.TextDocument, finding: Place, rules: ReadonlySet<string>): boolean {
    return (
      !rules.has(finding.rule) && !this.#places.get(document.uri.toString())?.has(keyOf(document, finding))
    );
  }

  /** Says nothing more of these words in this draft, wherever they move. */
  here(document: vscode.TextDocument, finding: Place): void {
    const uri = document.uri.toString();
    this.#places.set(uri, (this.#places.get(uri) ?? new Set()).add(keyOf(document, finding)));
  }

  forget(document: vscode.TextDocument): void {
    this.#places.delete(document.uri.toString());
  }
}

function keyOf(document: vscode.TextDocument, { rule, start, end }: Place): string {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return `${rule} ${document.getText(range).toLowerCase()}`;
}

/** The rules that are silenced, for the place at `uri` where that is given: those of the user and of the workspace together. */
export function silencedRules(uri?: vscode.Uri): ReadonlySet<string> {
  const found = vscode.workspace.getConfiguration('belay.wording', uri).inspect<unknown>(setting);
  const lists = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue];
  return new Set(
    lists.flatMap(list => (Array.isArray(list) ? list : [])).filter(rule => typeof rule === 'string'),
  );
}

/** Silences `rule` for the user everywhere, or for everybody in this workspace. */
export async function silenceRule(rule: string, target: 'me' | 'workspace'): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('belay.wording');
  const found = configuration.inspect<unknown>(setting);
  const list = target === 'me' ? found?.globalValue : found?.workspaceValue;
  const rules = new Set(Array.isArray(list) ? list : []).add(rule);
  await configuration.update(
    setting,
    [...rules].sort(),
    target === 'me' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace,
  );
}
