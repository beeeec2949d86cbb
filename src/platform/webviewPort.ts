import type * as vscode from 'vscode';
import type { MessagePort } from './channel';

/** The extension's end of the pipe to the page in `webview`. */
export function webviewPort(webview: vscode.Webview): MessagePort {
  return {
    post: message => void webview.postMessage(message),
    listen: listener => {
      const subscription = webview.onDidReceiveMessage(listener);
      return () => subscription.dispose();
    },
  };
}
