import { escapeHtml } from './html';

/** What a webview page is made of. */
export interface WebviewPage {
  readonly title: string;
  /** The language of its words, as the Web names languages. */
  readonly language: string;
  /** The text of the page's script and style sheet; both are Belay's own, from its build. */
  readonly script: string;
  readonly style: string;
  /** Initial data, readable in the page as the JSON text of `#belay-data`; any JSON value. */
  readonly data: unknown;
}

/** 128 random bits for a content security policy, from the platform's cryptographic generator. */
function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** JSON that can stand inside a `<script>` element: nothing in it can close the element or start a comment. */
function toScriptJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Script text that can stand inside a `<script>` element. Both sequences occur only in strings and patterns of a build. */
function toInlineScript(script: string): string {
  return script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3C!--');
}

/**
 * The HTML of a webview page: one script, one style sheet, data, and a content security policy that
 * allows nothing else. Every page of Belay is made here. Script and style are part of the page: files
 * would each cost it a round trip to the extension host before the first paint.
 */
export function renderPage(page: WebviewPage): string {
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${nonce}">${page.style}</style>
</head>
<body>
<script type="application/json" id="belay-data" nonce="${nonce}">${toScriptJson(page.data)}</script>
<script nonce="${nonce}">${toInlineScript(page.script)}</script>
</body>
</html>`;
}
