/** One comparison of a `when` clause; a key on its own has no operator. */
export interface WhenTerm {
  readonly key: string;
  readonly operator?: string;
  readonly value?: string;
}

const term = /!?\s*([\w.:-]+)(?:\s*(===?|!==?|=~|\bin\b)\s*('[^']*'|\/(?:\\.|[^/])+\/[a-z]*|[\w.:-]+))?/g;

/** The comparisons in a `when` clause. Throws where it has something that isn't understood here. */
export function termsOf(when: string): WhenTerm[] {
  const rest = when.replace(term, '').replace(/&&|\|\||[()\s]/g, '');
  if (rest !== '') {
    throw new Error(`Don’t understand ${JSON.stringify(rest)} in ${JSON.stringify(when)}`);
  }
  return [...when.matchAll(term)].map(([, key = '', operator, value]) => ({
    key,
    ...(operator === undefined ? {} : { operator }),
    ...(value === undefined ? {} : { value: value.replace(/^'|'$/g, '') }),
  }));
}

/** True where a key that has one of `values` can make the comparison true. */
export function canHold({ operator, value = '' }: WhenTerm, values: readonly string[]): boolean {
  if (operator === '=~') {
    const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(value) ?? [];
    const regex = new RegExp(pattern, flags);
    return values.some(candidate => regex.test(candidate));
  }
  // Of an unequal one, too: comparing with what never is would be dead.
  return operator === undefined || values.includes(value);
}
