import * as vscode from 'vscode';

/** Asks before something that can't be taken back or that others will see; whether the user chose `yes`. */
export async function askToConfirm(question: string, detail: string, yes: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
