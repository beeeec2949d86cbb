/** What is wrong with a translation, seen from the English texts. Pure. */

/** Texts by their keys, as in `package.nls.json`; in a bundle the English text is its own key. */
export type Texts = Readonly<Record<string, string>>;

/** Parts of a text that a translation must have as they are. */
const parts = [
  { what: 'placeholders', pattern: /\{\d+\}/g },
  { what: 'icons', pattern: /\$\([\w~-]+\)/g },
  { what: 'links', pattern: /\]\([^)\s]+\)/g },
  { what: 'code', pattern: /``[^`]+``|`[^`]+`|#[\w.]+#/g },
  { what: 'lines', pattern: /\n/g },
];

function found(text: string, pattern: RegExp): string {
  // Commands have names of their own in each language; `unknownCommands` looks at those.
  const itself = text.replace(/(`{1,2})Belay: [^`]+\1/g, '');
  return (itself.match(pattern) ?? []).sort().join(' ');
}

/** What of `english` that isn't for translating is otherwise in `translated`. */
export function changedParts(english: string, translated: string): string[] {
  return parts
    .filter(({ pattern }) => found(english, pattern) !== found(translated, pattern))
    .map(({ what }) => what);
}

/** What is wrong with `translated`, one line each. */
export function compareTexts(english: Texts, translated: Texts): string[] {
  const problems: string[] = [];
  for (const [key, text] of Object.entries(english)) {
    const other = translated[key];
    if (other === undefined) {
      problems.push(`missing: ${JSON.stringify(key)}`);
    } else if (other.trim() === '') {
      problems.push(`empty: ${JSON.stringify(key)}`);
    } else {
      const changed = changedParts(text, other);
      if (changed.length > 0) {
        problems.push(`other ${changed.join(', ')}: ${JSON.stringify(key)}`);
      }
    }
  }
  for (const key of Object.keys(translated)) {
    if (!(key in english)) {
      problems.push(`stale: ${JSON.stringify(key)}`);
    }
  }
  return problems;
}

/** What differs between the texts that are used and those that are listed, one line each. */
export function compareKeys(used: Iterable<string>, listed: Texts): string[] {
  const usedKeys = new Set(used);
  return [
    ...[...usedKeys].filter(key => !(key in listed)).map(key => `missing: ${JSON.stringify(key)}`),
    ...Object.keys(listed)
      .filter(key => !usedKeys.has(key))
      .map(key => `stale: ${JSON.stringify(key)}`),
  ];
}

/** The texts of `translated` that are in `english`, in the same order. */
export function inOrderOf(english: Texts, translated: Texts): Texts {
  return Object.fromEntries(
    Object.keys(english).flatMap(key => {
      const text = translated[key];
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** A command's name as a text quotes it. */
const quotedCommand = /(?:`|\*\*|[“„«「])\s?Belay: (.+?)\s?(?:`|\*\*|[”“»」])/g;

/** The commands that `texts` name in quotes and that `titles` don't have: what a palette wouldn't find, one line each. */
export function unknownCommands(texts: Texts, titles: ReadonlySet<string>): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    [...text.matchAll(quotedCommand)]
      .filter(([, title = '']) => !titles.has(title))
      .map(([, title]) => `no command “${title}”: ${JSON.stringify(key)}`),
  );
}
