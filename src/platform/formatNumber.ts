import * as vscode from 'vscode';

/** A number in the user's own way of writing them: `1,234`, `1.234`, `1 234`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}
