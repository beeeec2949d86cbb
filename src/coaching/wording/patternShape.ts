import type { Pattern } from './pattern';

/** Single words among the options as one option: a list of a hundred is one step then. */
export function joinWords(options: readonly Pattern[]): Pattern[] {
  const flat = options.flatMap(option => (option.kind === 'either' ? option.options : [option]));
  const words = flat.flatMap(option => (option.kind === 'words' ? option.words : []));
  const others = flat.filter(option => option.kind !== 'words');
  return words.length > 0 ? [{ kind: 'words', words }, ...others] : others;
}

/** Without braces of its own, a pattern's finding is all but the sentence's bounds. */
export function withRange(pattern: Pattern): Pattern {
  if (has(pattern, 'open')) {
    return pattern;
  }
  if (pattern.kind === 'either') {
    return { kind: 'either', options: pattern.options.map(withRange) };
  }
  const parts = pattern.kind === 'sequence' ? [...pattern.parts] : [pattern];
  const first = parts.findIndex(part => part.kind !== 'start');
  const last = parts.findLastIndex(part => part.kind !== 'end');
  parts.splice(last + 1, 0, { kind: 'close' });
  parts.splice(first, 0, { kind: 'open' });
  return { kind: 'sequence', parts };
}

/** True where a part of `pattern`, however deep, is of one of those kinds. */
export function has(pattern: Pattern, ...kinds: readonly Pattern['kind'][]): boolean {
  if (kinds.includes(pattern.kind)) {
    return true;
  }
  switch (pattern.kind) {
    case 'sequence':
      return pattern.parts.some(part => has(part, ...kinds));
    case 'either':
      return pattern.options.some(option => has(option, ...kinds));
    case 'maybe':
      return has(pattern.part, ...kinds);
    default:
      return false;
  }
}
