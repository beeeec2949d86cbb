import { fold } from '../../platform/fold';
import { dimensions, kinds, skills } from '../../vocabulary';

/** What kinds, skills and dimensions are called in the user's language; they are found by these and by their ids. */
export type FieldLabels = { readonly [field in Field]?: Readonly<Record<string, string>> };

/** A field whose values are few and known. */
type Field = 'kinds' | 'skills' | 'dimensions';

const fields: Readonly<Record<Field, readonly string[]>> = { kinds, skills, dimensions };

/** One thing that a moment must have to be found. */
export type Term =
  /** The folded `word` in its text, or a kind, skill or dimension that is called so: `ids`. */
  | { readonly in: 'text'; readonly word: string; readonly ids: ReadonlySet<string> }
  /** A name or a tag in which a word begins like the folded `word`. */
  | { readonly in: 'who' | 'tags'; readonly word: string }
  /** One of these values. */
  | { readonly in: 'kind' | 'skill' | 'dimension'; readonly ids: ReadonlySet<string> }
  /** An open follow-up; where `day` isn't empty, one that is due on a day that begins so. */
  | { readonly in: 'due'; readonly day: string };

/**
 * What a query asks for. Words are separated by blanks; quotes keep blanks: `"retry logic"`, `@"Ana Maria"`.
 * `@ana`, `#tag`, `kind:`, `skill:`, `dimension:` and `due:` ask one field; with nothing behind them, that there
 * is something in it.
 */
export function parseQuery(query: string, labels: FieldLabels): Term[] {
  const words = query.matchAll(/([@#]|(?:kind|skill|dimension|due):)?(?:"([^"]*)"?|(\S*))/gi);
  return [...words].flatMap(([whole, prefix, quoted, bare]) => {
    const word = fold(quoted ?? bare ?? '');
    return whole === '' || whole === '"' || whole === '""'
      ? []
      : [termOf(prefix?.toLowerCase(), word, labels)];
  });
}

function termOf(prefix: string | undefined, word: string, labels: FieldLabels): Term {
  switch (prefix) {
    case '@':
      return { in: 'who', word };
    case '#':
      return { in: 'tags', word };
    case 'kind:':
      return { in: 'kind', ids: idsCalled('kinds', labels, name => beginsWord(name, word)) };
    case 'skill:':
      return { in: 'skill', ids: idsCalled('skills', labels, name => beginsWord(name, word)) };
    case 'dimension:':
      return { in: 'dimension', ids: idsCalled('dimensions', labels, name => beginsWord(name, word)) };
    case 'due:':
      return { in: 'due', day: word };
    default: {
      const has = (name: string) => name.includes(word);
      const ids = (['kinds', 'skills', 'dimensions'] as const).flatMap(field => [
        ...idsCalled(field, labels, has),
      ]);
      return { in: 'text', word, ids: new Set(ids) };
    }
  }
}

/** The values of a field whose folded id or label is what is asked for. */
function idsCalled(field: Field, labels: FieldLabels, isAsked: (name: string) => boolean): Set<string> {
  return new Set(
    fields[field].filter(id => [id, labels[field]?.[id] ?? ''].some(name => isAsked(fold(name)))),
  );
}

/** Whether a word of `text` that stands between `from` and `to` begins with `word`, both folded. */
export function beginsWord(text: string, word: string, from = 0, to = text.length): boolean {
  for (let at = text.indexOf(word, from); at >= 0 && at < to; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacter(text, at - 1)) {
      return true;
    }
  }
  return false;
}

/** Whether a letter or digit stands at `at` in a folded text. Beyond ASCII all but blanks and punctuation counts as one. */
export function isWordCharacter(text: string, at: number): boolean {
  // Not a pattern: this runs for every match in every moment, at every key that is typed.
  const code = at < 0 ? 0x20 : text.charCodeAt(at);
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code > 0xbf && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f))
  );
}
