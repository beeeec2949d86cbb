import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderPage, type WebviewPage } from '../../../src/platform/webviewPage';

function pageWith(changes: Partial<WebviewPage> = {}): string {
  return renderPage({ title: 'T', language: 'de', script: 'run();', style: 'p {}', data: null, ...changes });
}

function nonceOf(page: string): string {
  return /'nonce-([0-9a-f]+)'/.exec(page.replaceAll('&#39;', "'"))?.[1] ?? '';
}

describe('a webview page', () => {
  it('allows nothing but its own script and style', () => {
    const page = pageWith().replaceAll('&#39;', "'");
    const nonce = nonceOf(page);
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    assert.equal(
      policy,
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    );
    assert.equal(page.split(`nonce="${nonce}"`).length - 1, 3);
  });

  it('has a nonce of 128 bits that no other page has', () => {
    const nonces = new Set(Array.from({ length: 100 }, () => nonceOf(pageWith())));
    assert.equal(nonces.size, 100);
    assert.ok([...nonces].every(nonce => nonce.length === 32));
  });

  it('shows its title as text', () => {
    assert.match(pageWith({ title: '<b>&"' }), /<title>&#60;b&#62;&#38;&#34;<\/title>/);
  });

  it('says which language its words are in', () => {
    assert.match(pageWith(), /<html lang="de">/);
    assert.match(pageWith({ language: '"><script>' }), /<html lang="&#34;&#62;&#60;script&#62;">/);
  });

  it('gives back its data, whatever it holds, and lets none of it out of its element', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.constant('</script><!--<script>\u2028')), data => {
        const page = pageWith({ data });
        const [, json = ''] = /id="belay-data"[^>]*>([\s\S]*?)<\/script>/.exec(page) ?? [];
        assert.ok(!/[<>]/.test(json));
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('keeps a script that speaks of scripts inside its element', () => {
    const page = pageWith({ script: 'const s = "</script><!--";' });
    assert.equal(page.split('</script>').length - 1, 2);
    assert.ok(!page.includes('<!--'));
    assert.ok(page.includes('const s = "<\\/script>\\x3C!--";'));
  });
});
