/** What forgetting somebody has to know of a kind of entries. Fields are told by their paths, as `followUp.text`; an item of a list has the path of the list. */
export interface ForgetShape {
  /** Lists of people. What such a list stands in goes with the last of them. */
  isPeople(path: string): boolean;
  /** What the format tells and not people. It stays as it is: with another id or another time an entry would be another one. */
  isFixed(path: string): boolean;
  /** Keys that the format knows; any other may be somebody's name. */
  isKnown(path: string): boolean;
  /** What is of no use with another name in it and goes as a whole. */
  isDropped(path: string): boolean;
  /** Texts that have no blanks. */
  isOneWord(path: string): boolean;
  /** Ids in an entry that people chose, so that a name may be in them, which stays. */
  idsOf(entry: object): readonly string[];
}

/** Paths of a kind of entries, each in one of the first three. `*` stands for any key of a map. */
export interface ForgetPaths {
  readonly people: readonly string[];
  readonly fixed: readonly string[];
  /** Everything else that the format knows. */
  readonly others: readonly string[];
  /** Those of the others that are dropped where they have the name. */
  readonly dropped?: readonly string[];
  /** Those of the others that have no blanks. */
  readonly oneWord?: readonly string[];
}

/** The shape of entries with these paths. */
export function shapeOf(
  { people, fixed, others, dropped = [], oneWord = [] }: ForgetPaths,
  idsOf: ForgetShape['idsOf'] = () => [],
): ForgetShape {
  return {
    isPeople: among(people),
    isFixed: among(fixed),
    isKnown: among([...people, ...fixed, ...others]),
    isDropped: among(dropped),
    isOneWord: among(oneWord),
    idsOf,
  };
}

/** Says whether a path is one of `paths`. A key with a dot is quoted in a path, so that `*` is one key. */
function among(paths: readonly string[]): (path: string) => boolean {
  const plain = new Set(paths.filter(path => !path.includes('*')));
  const patterns = paths
    .filter(path => path.includes('*'))
    .map(path => {
      const parts = path.split('*').map(part => part.replaceAll('.', '\\.'));
      return new RegExp(`^${parts.join('(?:"(?:[^"\\\\]|\\\\.)*"|[^.]+)')}$`, 'su');
    });
  return path => plain.has(path) || patterns.some(pattern => pattern.test(path));
}
