import assert from 'node:assert/strict';

export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/y;

/** The tags of `html` in their order. Fails at a `<` that doesn't begin a whole tag with quoted attributes. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at;
    const [, slash, name, attributes] = tag.exec(html) ?? [];
    assert.ok(name !== undefined, `no tag that a renderer writes: ${html.slice(at, at + 80)}`);
    const pairs = [...(attributes ?? '').matchAll(/ ([a-z-]+)="([^"]*)"/g)];
    tags.push({
      name,
      isEnd: slash === '/',
      attributes: new Map(pairs.map(([, key = '', value = '']) => [key, decode(value)])),
    });
  }
  return tags;
}

const written: ReadonlySet<string> = new Set(
  [
    ['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'div'],
    ['code', 'em', 'strong', 'del', 'a'],
    ['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ].flat(),
);

const writtenAttributes: ReadonlySet<string> = new Set([
  'href',
  'id',
  'class',
  'start',
  'role',
  'tabindex',
  'aria-label',
  'data-label',
]);

/**
 * Fails unless `html` holds nothing but the tags and attributes that the renderer itself writes (and `more`),
 * well nested, with links to the web, to mail and to what begins with `links` alone.
 */
export function assertTame(html: string, links: string, more: readonly string[] = []): void {
  const open: string[] = [];
  for (const { name, isEnd, attributes } of tagsOf(html)) {
    assert.ok(written.has(name) || more.includes(name), `there is a tag ${name}`);
    for (const key of attributes.keys()) {
      assert.ok(writtenAttributes.has(key) && !key.startsWith('on'), `${name} has the attribute ${key}`);
    }
    const href = attributes.get('href');
    if (href !== undefined) {
      assert.ok(
        href.startsWith(links) || /^(?:https?:\/\/|mailto:)/i.test(href),
        `there is a link to ${href.slice(0, 80)}`,
      );
    }
    if (isEnd) {
      assert.equal(open.pop(), name);
    } else if (name !== 'br' && name !== 'hr') {
      open.push(name);
    }
  }
  assert.deepEqual(open, []);
}

/** What a reader of `html` sees, white space as it stands. */
export function textOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ''));
}

/** Where the links of `html` lead. */
export function linksOf(html: string): string[] {
  return tagsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? []);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', copy: '©' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|copy));/g, (_entity, code?: string, name?: string) =>
    code === undefined ? (named[name ?? ''] ?? '') : String.fromCharCode(Number(code)),
  );
}
