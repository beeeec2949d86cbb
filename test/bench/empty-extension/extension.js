const vscode = require('vscode');

exports.activate = context => {
  context.subscriptions.push(
    vscode.commands.registerCommand('empty.command', () => undefined),
    vscode.window.registerWebviewViewProvider('empty.view', {
      resolveWebviewView: view => {
        view.webview.html = '<!DOCTYPE html><html lang="en"><body><h1>Empty</h1></body></html>';
      },
    }),
  );
};
