import type * as vscode from 'vscode';

/** What a webview page is made of. */
export interface WebviewPage {
  readonly title: string;
  /** The page's script and style sheet, inside the extension. */
  readonly script: vscode.Uri;
  readonly style: vscode.Uri;
  /** Initial data, readable in the page with `readInitialData`; any JSON value. */
  readonly data: unknown;
}

/** 128 random bits for a content security policy, from the platform's cryptographic generator. */
function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}

/** JSON that can stand inside a `<script>` element: nothing in it can close the element or start a comment. */
function toScriptJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The HTML of a webview page: one script, one style sheet, data, and a content security policy that
 * allows nothing else. Every page of Belay is made here.
 */
export function renderPage(webview: vscode.Webview, page: WebviewPage): string {
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const source = (uri: vscode.Uri) => escapeHtml(webview.asWebviewUri(uri).toString());
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<link rel="stylesheet" href="${source(page.style)}">
</head>
<body>
<script type="application/json" id="belay-data" nonce="${nonce}">${toScriptJson(page.data)}</script>
<script nonce="${nonce}" src="${source(page.script)}"></script>
</body>
</html>`;
}
