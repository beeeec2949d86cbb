import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposables';
import { DisposableStore } from '../platform/disposables';
import { type Reporter, registerCommand } from '../platform/reporting';
import type { GuideView } from './guideView';

/** The guide: a webview view in Belay's container and the commands that steer it. */
export function registerGuide(context: vscode.ExtensionContext, reporter: Reporter): Disposable {
  const store = new DisposableStore();
  // The view's code is loaded with the first look at it: starting VS Code must not pay for it.
  let view: Promise<GuideView> | undefined;
  const loadView = () => {
    view ??= import('./guideView').then(module => new module.GuideView(context, reporter));
    return view;
  };
  const go = (to: 'contents' | 'previous' | 'next') => async () => {
    await vscode.commands.executeCommand('belay.guide.focus');
    await (await loadView()).go(to);
  };
  store.add(
    vscode.window.registerWebviewViewProvider('belay.guide', {
      resolveWebviewView: async webviewView => (await loadView()).resolve(webviewView),
    }),
  );
  store.add(
    registerCommand('belay.openGuide', reporter, () => vscode.commands.executeCommand('belay.guide.focus')),
  );
  store.add(registerCommand('belay.guide.contents', reporter, go('contents')));
  store.add(registerCommand('belay.guide.previous', reporter, go('previous')));
  store.add(registerCommand('belay.guide.next', reporter, go('next')));
  return store;
}
