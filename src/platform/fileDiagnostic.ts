import * as vscode from 'vscode';
import type { FileProblem } from './errors';

/** A problem of a file that a person wrote, as its line in the Problems panel shows it. */
export function toDiagnostic({ line, reason }: FileProblem): vscode.Diagnostic {
  const at = (line ?? 1) - 1;
  const range = new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, reason, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'Belay';
  return diagnostic;
}
