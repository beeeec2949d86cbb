import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type GuideTarget, guideLink, parseGuideLink, slugOf } from '../../../src/guide/link';
import { anyText } from '../support';

/** What VS Code hands on of a link that somebody clicks: its path and its fragment, both decoded. */
function opened(link: string): { path: string; fragment: string } {
  const { pathname, hash } = new URL(link);
  return { path: decodeURIComponent(pathname), fragment: decodeURIComponent(hash.slice(1)) };
}

const anyId = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,6}$/);

describe('a link to a section', () => {
  it('opens this extension at the section', () => {
    assert.equal(
      guideLink('vscode', 'belay.belay', { id: 'execution' }),
      'vscode://belay.belay/guide/execution',
    );
  });

  it('names a heading behind a hash', () => {
    assert.equal(
      guideLink('code-oss', 'belay.belay', { id: 'execution', heading: 'for-example' }),
      'code-oss://belay.belay/guide/execution#for-example',
    );
  });

  it('is an address that browsers take for one of this extension, with that path', () => {
    const url = new URL(
      guideLink('vscode-insiders', 'belay.belay', { id: 'first-90-days', heading: 'über-uns' }),
    );
    assert.equal(url.protocol, 'vscode-insiders:');
    assert.equal(url.host, 'belay.belay');
    assert.equal(url.pathname, '/guide/first-90-days');
    assert.equal(url.search, '');
  });

  it('leads back to the section and heading that it was made for', () => {
    const anyHeading = anyText.map(slugOf).filter(slug => slug !== '' && slug.length <= 200);
    fc.assert(
      fc.property(anyId, fc.option(anyHeading, { nil: undefined }), (id, heading) => {
        const target: GuideTarget = heading === undefined ? { id } : { id, heading };
        assert.deepEqual(parseGuideLink(opened(guideLink('vscode', 'belay.belay', target))), target);
      }),
    );
  });

  it('leads back whatever the heading is called, also with the signs of an address', () => {
    for (const heading of ['a/b?c=d&e#f', '100%', 'a b', '"><img src=x>', '../..', 'é👍']) {
      const link = guideLink('vscode', 'belay.belay', { id: 'one', heading });
      assert.match(link, /^vscode:\/\/belay\.belay\/guide\/one#[^#<>" ]+$/);
      assert.deepEqual(parseGuideLink(opened(link)), { id: 'one', heading });
    }
  });
});

describe('what a link opens', () => {
  it('is the section, with a slash at the end or without', () => {
    assert.deepEqual(parseGuideLink({ path: '/guide/one-2', fragment: '' }), { id: 'one-2' });
    assert.deepEqual(parseGuideLink({ path: '/guide/one-2/', fragment: 'h' }), { id: 'one-2', heading: 'h' });
  });

  it('may have an id of 80 characters, and no more', () => {
    const id = 'x'.repeat(80);
    assert.deepEqual(parseGuideLink({ path: `/guide/${id}`, fragment: '' }), { id });
    assert.equal(parseGuideLink({ path: `/guide/${id}x`, fragment: '' }), undefined);
  });

  it('has at most 200 characters of a heading', () => {
    const { heading } = parseGuideLink({ path: '/guide/one', fragment: 'h'.repeat(100_000) }) ?? {};
    assert.equal(heading, 'h'.repeat(200));
  });

  for (const path of [
    '',
    '/',
    '/guide',
    '/guide/',
    '/guide//',
    '//guide/one',
    'guide/one',
    '/guide/one/two',
    '/guide/one//',
    '/other/one',
    '/Guide/one',
    '/guide/One',
    '/guide/..',
    '/guide/../one',
    '/guide/../../etc/passwd',
    '/guide/one\n',
    '\n/guide/one',
    '/guide/one\0',
    '/guide/__proto__',
    '/guide/one%2Ftwo',
    '/guide/one two',
    '/guide/one?x=1',
    '/guide/one;command',
    '/guide/<script>',
    '/guide/é',
    '/x/guide/one',
    'https://example.org/guide/one',
  ]) {
    it(`is nothing for the path ${JSON.stringify(path)}`, () => {
      assert.equal(parseGuideLink({ path, fragment: 'heading' }), undefined);
    });
  }

  it('is nothing or a plain id, for any path and fragment', () => {
    const path = fc.oneof(
      anyText,
      anyText.map(text => `/guide/${text}`),
    );
    fc.assert(
      fc.property(path, anyText, (text, fragment) => {
        const target = parseGuideLink({ path: text, fragment });
        assert.ok(target === undefined || /^[a-z0-9-]{1,80}$/.test(target.id));
      }),
    );
  });
});

describe('the slug of a heading', () => {
  for (const [heading, slug] of [
    ['For example', 'for-example'],
    ['  Ask yourself?  ', 'ask-yourself'],
    ['1:1s & reviews', '1-1s-reviews'],
    ['The seven levels, said aloud', 'the-seven-levels-said-aloud'],
    ['Don’t', 'don-t'],
    ['ÜBER uns', 'über-uns'],
    ['Первый шаг', 'первый-шаг'],
    ['汉字 x', '汉字-x'],
    ['a -- b_c', 'a-b-c'],
    ['', ''],
    ['👍 !', ''],
  ] as const) {
    it(`of "${heading}" is "${slug}"`, () => {
      assert.equal(slugOf(heading), slug);
    });
  }

  it('has letters and digits joined by single hyphens alone, for any text', () => {
    fc.assert(
      fc.property(anyText, heading => {
        assert.match(slugOf(heading), /^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });

  it('is the same for the heading in capitals', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ,.-]*$/), heading => {
        assert.equal(slugOf(heading.toUpperCase()), slugOf(heading));
      }),
    );
  });
});
