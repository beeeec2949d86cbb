import * as vscode from 'vscode';

describe('smoke', () => {
  it('activates', async () => {
    await vscode.extensions.getExtension('belay.belay')?.activate();
  });
});
