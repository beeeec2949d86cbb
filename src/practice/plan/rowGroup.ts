import * as vscode from 'vscode';

/** Rows of a list below a heading; nothing where there are none. */
export function rowGroup<Row extends vscode.QuickPickItem>(label: string, rows: readonly Row[]): Row[] {
  // A heading is a row as well, though one that can't be chosen.
  const heading = { label, kind: vscode.QuickPickItemKind.Separator } as Row;
  return rows.length === 0 ? [] : [heading, ...rows];
}
