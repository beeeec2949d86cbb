/** What people are known from. */
export interface WithPeople {
  readonly who: readonly string[];
  /** ISO 8601. */
  readonly when: string;
}

/** A person of the journal. */
export interface Person {
  /** The name as it is spelled most often, of equals the spelling of the latest moment. */
  readonly name: string;
  /** How many moments they are in. */
  readonly count: number;
  /** When the latest of these was, as the moment says it. */
  readonly last: string;
}

/** What is the same for all spellings of a name: case and surrounding blanks make no other person. Blanks are nobody: ''. */
export function personKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Whether these are the same people: order and spelling make no difference. */
export function isSamePeople(some: readonly string[], others: readonly string[]): boolean {
  const keys = (names: readonly string[]) => names.map(personKey).sort().join('\n');
  return keys(some) === keys(others);
}

/** `names` in their order, nobody twice: of several spellings the first. */
export function withoutTwice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter(name => !seen.has(personKey(name)) && seen.add(personKey(name)));
}

/** `personKey` for many names, few of which differ: each is worked out once. */
export function rememberedKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return name => {
    let key = known.get(name);
    if (key === undefined) {
      key = personKey(name);
      known.set(name, key);
    }
    return key;
  };
}

/** The keys of those who are in `moment`, none twice. */
export function personKeys(moment: Pick<WithPeople, 'who'>, keyOf = personKey): Set<string> {
  return new Set(moment.who.map(keyOf).filter(key => key !== ''));
}

/** The moments that the person of that name is in, in the order given. */
export function momentsWith<M extends WithPeople>(moments: readonly M[], name: string): M[] {
  const key = personKey(name);
  return moments.filter(moment => personKeys(moment).has(key));
}

/** Everybody in `moments`, which are the latest first, by key: who was met latest comes first. */
export function peopleByKey(moments: readonly WithPeople[]): Map<string, Person> {
  const known = new Map<string, { spellings: Map<string, number>; count: number; last: string }>();
  const keyOf = rememberedKeys();
  for (const moment of moments) {
    for (const key of personKeys(moment, keyOf)) {
      const person = known.get(key) ?? { spellings: new Map(), count: 0, last: moment.when };
      known.set(key, person);
      person.count += 1;
    }
    for (const name of moment.who) {
      const spellings = known.get(keyOf(name))?.spellings;
      spellings?.set(name.trim(), (spellings.get(name.trim()) ?? 0) + 1);
    }
  }
  return new Map(
    [...known].map(([key, { spellings, count, last }]) => [
      key,
      { name: mostFrequent(spellings), count, last },
    ]),
  );
}

/** Everybody in `moments`, which are the latest first: who was met latest comes first. */
export function people(moments: readonly WithPeople[]): Person[] {
  return [...peopleByKey(moments).values()];
}

/** Says how a name is spelled in `moments`, which are the latest first; one that isn't there stays as it is. */
export function spellingIn(moments: readonly WithPeople[]): (name: string) => string {
  let known: Map<string, Person> | undefined;
  return name => {
    // Reading all of a long journal is worth it only once there is a name.
    known ??= peopleByKey(moments);
    return known.get(personKey(name))?.name ?? name;
  };
}

/** The text that is counted most often, of equals the first. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? '';
}
