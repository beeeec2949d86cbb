/** A place in the guide that a link names. */
export interface GuideTarget {
  readonly id: string;
  /** The slug of a heading in the section. */
  readonly heading?: string;
}

/** A link that opens the section in VS Code: `vscode://belay.belay/guide/execution#for-example`. */
export function guideLink(scheme: string, extensionId: string, { id, heading }: GuideTarget): string {
  const fragment = heading === undefined ? '' : `#${encodeURIComponent(heading)}`;
  return `${scheme}://${extensionId}/guide/${encodeURIComponent(id)}${fragment}`;
}

/** What a link's path and fragment name; `undefined` where that isn't a place in the guide. */
export function parseGuideLink(link: {
  readonly path: string;
  readonly fragment: string;
}): GuideTarget | undefined {
  const [, id] = /^\/guide\/([a-z0-9-]{1,80})\/?$/.exec(link.path) ?? [];
  if (id === undefined) {
    return undefined;
  }
  return link.fragment === '' ? { id } : { id, heading: link.fragment.slice(0, 200) };
}

/** What a link within the guide names: `guide:execution#for-example`; `undefined` for any other address. */
export function parseReference(href: string): GuideTarget | undefined {
  const [, id, heading] = /^guide:([a-z0-9-]+)(?:#(.+))?$/.exec(href) ?? [];
  return id === undefined ? undefined : { id, ...(heading === undefined ? {} : { heading }) };
}

/** What links call a heading: its words in lower case, joined by hyphens. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
