import { NameMatcher } from './nameMatcher';
import { withoutTwice } from './people';
import type { TextRange } from './platform/fold';

/** Where a text names somebody. */
export interface NamedPerson extends TextRange {
  readonly name: string;
}

/** Everybody in `moments`, nobody twice. */
export function namesIn(moments: readonly { readonly who: readonly string[] }[]): string[] {
  return withoutTwice(moments.flatMap(({ who }) => who)).filter(name => name.trim() !== '');
}

/** Where `text` names one of `names`, in order, none overlapping. In small letters only where the name is written so. */
export function namesFound(text: string, names: readonly string[]): NamedPerson[] {
  const found = names
    .flatMap(name =>
      new NameMatcher(name)
        .mentions(text)
        .filter(({ start, end }) => isWrittenAsName(text.slice(start, end), name))
        .map(({ start, end }) => ({ start, end, name })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, index) => found.slice(0, index).every(before => before.end <= start));
}

/** Will and Mark are names, will and mark words. */
function isWrittenAsName(found: string, name: string): boolean {
  return found.startsWith('@') || !startsSmall(found) || startsSmall(name.trim());
}

function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

/** `text` with what `instead` gives in the place of each name. */
export function withoutNames(
  text: string,
  names: readonly string[],
  instead: (name: string) => string,
): string {
  let result = '';
  let at = 0;
  for (const { start, end, name } of namesFound(text, names)) {
    result += text.slice(at, start) + instead(name);
    at = end;
  }
  return result + text.slice(at);
}
