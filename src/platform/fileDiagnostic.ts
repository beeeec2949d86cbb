import * as vscode from 'vscode';
import type { FileProblem } from './errors';

/** A problem of a file that a person wrote, as its line in the Problems panel shows it. */
export function toDiagnostic({ line, columns, reason, severity }: FileProblem): vscode.Diagnostic {
  const at = (line ?? 1) - 1;
  const range = new vscode.Range(at, columns?.start ?? 0, at, columns?.end ?? Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, reason, severityOf(severity));
  diagnostic.source = 'Belay';
  return diagnostic;
}

function severityOf(severity: FileProblem['severity']): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case undefined:
      return vscode.DiagnosticSeverity.Error;
  }
}
