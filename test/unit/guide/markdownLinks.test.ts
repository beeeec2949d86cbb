import assert from 'node:assert/strict';
import { createMarkdownRenderer } from '../../../src/guide/markdown';
import { assertTame, linksOf, tagsOf } from './html';
import { render, seen, tagNames } from './rendered';

describe('a link in a section', () => {
  const link = (href: string) => linksOf(render(`[words](<${href}>)`));

  for (const href of [
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:ana@example.org',
    'guide:execution',
  ]) {
    it(`leads to ${href}`, () => {
      assert.deepEqual(link(href), [href]);
    });
  }

  it('leads to a heading of a section', () => {
    assert.deepEqual(link('guide:execution#for-example'), ['guide:execution#for-example']);
  });

  it('leads where the place that it is shown in says', () => {
    const renderElsewhere = createMarkdownRenderer({
      figure: () => undefined,
      sectionLink: (id, heading) => `#there-"${id}"-${heading}`,
    });
    assert.deepEqual(linksOf(renderElsewhere('[a](guide:b#c) [d](guide:e)')), [
      '#there-"b"-c',
      '#there-"e"-undefined',
    ]);
  });

  it('becomes its words where the place that it is shown in has no such section', () => {
    const renderElsewhere = createMarkdownRenderer({
      figure: () => undefined,
      sectionLink: id => (id === 'there' ? '#there' : undefined),
    });
    assert.equal(
      renderElsewhere('[**a** b](guide:gone#c) [d](guide:there)').trim(),
      '<p><strong>a</strong> b <a href="#there">d</a></p>',
    );
  });

  it('has its words in their own markup, and no title', () => {
    assert.equal(
      render('[**a** `b`](https://example.org "Title")').trim(),
      '<p><a href="https://example.org"><strong>a</strong> <code>b</code></a></p>',
    );
  });

  it('may be by reference or bare', () => {
    assert.deepEqual(linksOf(render('[a] https://b.example <https://c.example>\n\n[a]: guide:d')), [
      'guide:d',
      'https://b.example',
      'https://c.example',
    ]);
  });

  it('leads where its entities mean', () => {
    assert.deepEqual(linksOf(render('[a](https://a.org/?x=1&amp;y=2) [b](https://b.org/?x=1&y=2)')), [
      'https://a.org/?x=1&y=2',
      'https://b.org/?x=1&y=2',
    ]);
  });

  it('can’t end the attribute that it stands in', () => {
    const href = `https://example.org/"onclick="x"><b>'`;
    assert.deepEqual(link(href.replace(/[<>]/g, '\\$&')), [href]);
  });

  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script&colon;alert(1)',
    '&#106;avascript&#58;alert(1)',
    '&#x6A;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    'java\u00adscript:alert(1)',
    'javascript\\:alert(1)',
    'javascript%3Aalert(1)',
    'javascript://https://example.org/%0aalert(1)',
    'javascript:/*https://*/alert(1)',
    'vbscript:x',
    'command:workbench.action.terminal.new',
    'COMMAND:workbench.action.terminal.new',
    '&#99;ommand:workbench.action.terminal.new',
    'vscode:extension/x.y',
    'vscode://belay.belay/guide/x',
    'vscode-insiders://x',
    'vscode-resource:/etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    'DATA:image/svg+xml,x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'ftp://example.org',
    'tel:1',
    'https:example.org',
    'http:/example.org',
    'xhttps://example.org',
    '//example.org',
    '/etc/passwd',
    '../x',
    'x.md',
    '#heading',
    '?x',
    '',
    'guide:',
    'guide:../x',
    'guide:Execution',
    'GUIDE:execution',
    'guide:a b',
    'guide:a/b',
    'guide:__proto__',
    'guide:javascript:alert(1)',
    ' guide\u200b:execution',
    'figure:ladder',
  ]) {
    it(`becomes its words where it leads to ${JSON.stringify(href)}`, () => {
      assert.deepEqual(link(href), []);
      assert.deepEqual(linksOf(render(`[words][r]\n\n[r]: <${href}>`)), []);
      assert.match(seen(`[words](<${href}>)`), /words/);
    });
  }

  it('becomes its words between angle brackets too', () => {
    const markdown = '<javascript:alert(1)> <command:x> <vscode:x> <data:text/html,x> <file:///x>';
    assert.deepEqual(linksOf(render(markdown)), []);
    assert.equal(seen(markdown), markdown.replace(/[<>]/g, ''));
  });

  it('keeps the markup of its words where it is refused', () => {
    assert.equal(render('[**a** *b*](x:y)').trim(), '<p><strong>a</strong> <em>b</em></p>');
  });
});

describe('a picture in a section', () => {
  it('is a figure of the guide with its text', () => {
    const [, figure] = tagsOf(render('![How it grows](figure:ladder)'));
    assert.equal(figure?.attributes.get('class'), 'figure');
    assert.equal(figure?.attributes.get('aria-label'), 'How it grows');
  });

  it('has its text without markup and entities, as a figure and in place of one', () => {
    const text = (address: string) => `![R&amp;D *grows* \\*](${address})`;
    const [, figure] = tagsOf(render(text('figure:ladder')));
    assert.equal(figure?.attributes.get('aria-label'), 'R&D grows *');
    assert.equal(seen(text('x.png')), 'R&D grows *');
  });

  it('has a text that can’t end the attribute that it stands in', () => {
    const html = render('!["><b onclick="x](figure:ladder)');
    assertTame(html, 'guide:');
    assert.equal(tagsOf(html)[1]?.attributes.get('aria-label'), '"><b onclick="x');
  });

  for (const href of [
    'https://example.org/x.png',
    'http://example.org/x.png',
    '//example.org/x.png',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'x.png',
    'file:///etc/passwd',
    'figure:snake',
    'figure:',
    'figure:../ladder',
    'figure:Ladder',
    'FIGURE:ladder',
    'figure:ladder#x',
    'figure:constructor',
    'figure:__proto__',
    'figure:toString',
    'figure:hasOwnProperty',
  ]) {
    it(`becomes its text where it is ${href}`, () => {
      const markdown = `A ![the "text" <b>](<${href}>) B`;
      assert.equal(seen(markdown), 'A the "text" <b> B');
      assert.deepEqual(tagNames(markdown), ['p']);
    });
  }

  it('is never asked for by a name that is no name of a figure', () => {
    const asked: string[] = [];
    const renderAsking = createMarkdownRenderer({
      figure: name => {
        asked.push(name);
        return undefined;
      },
      sectionLink: id => id,
    });
    renderAsking('![a](figure:ladder) ![b](figure:../x) ![c](figure:a"b) ![d](figure:<b>) ![e](figure:)');
    assert.deepEqual(asked, ['ladder']);
  });
});
