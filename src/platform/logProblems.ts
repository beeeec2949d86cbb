import * as vscode from 'vscode';
import { type FileProblem, formatProblem, UserError } from './errors';
import type { Reporter } from './reporting';

/** What a log calls itself when some of it can't be read. */
export interface ProblemWords {
  /** In Belay's own log. */
  readonly name: string;
  readonly one: (problem: string) => string;
  readonly many: (count: number, first: string) => string;
}

/** Names each broken line once, and never again: it stays where it is, and saying so daily helps nobody. */
export async function reportLogProblems(
  problems: readonly FileProblem[],
  { memory, key }: { readonly memory: vscode.Memento; readonly key: string },
  words: ProblemWords,
  reporter: Reporter,
): Promise<void> {
  const reported = new Set(memory.get<readonly string[]>(key, []));
  const fresh = problems.filter(problem => !reported.has(formatProblem(problem)));
  const [first] = fresh;
  if (!first) {
    return;
  }
  for (const problem of fresh) {
    reporter.log.warn(`${words.name}: set aside ${formatProblem(problem)}`);
  }
  await memory.update(key, [...reported, ...fresh.map(formatProblem)]);
  const text =
    fresh.length === 1 ? words.one(formatProblem(first)) : words.many(fresh.length, formatProblem(first));
  void reporter.report(
    new UserError(vscode.l10n.t('{0}. Everything else is there, and the file stays as it is.', text), [
      { title: vscode.l10n.t('Open File'), run: () => openProblem(first.file, first.line) },
    ]),
  );
}

async function openProblem(file: string, line = 1): Promise<void> {
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
