import * as v from 'valibot';

/** What links and stored places name a section, an exercise or a question by. */
export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  v.maxLength(80, 'at most 80 characters'),
  // Records keyed by ids couldn't hold them.
  v.notValues(['constructor', 'prototype'], 'another word: this one means something to JavaScript'),
);

/** Text of one line: it stands in lists and on buttons. */
export function line(longest: number, what: string) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(what),
    v.regex(/^\P{Cc}*$/u, 'one line without control characters'),
    v.maxLength(longest, `at most ${longest} characters`),
  );
}

/** One of a set of words, with a reason that names them. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `one of ${words.join(', ')}`);
}

/** A list of so many items. */
export function listOf<S extends v.GenericSchema>(item: S, fewest: number, most: number) {
  return v.pipe(
    v.array(item, 'a list'),
    v.minLength(fewest, `at least ${fewest}`),
    v.maxLength(most, `at most ${most}`),
  );
}

/** Where the claims of a text come from. */
export const SourceSchema = v.strictObject({
  author: line(120, 'who wrote it'),
  title: line(200, 'what it is called'),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900, 'a year'), v.maxValue(2100, 'a year'))),
  url: v.optional(
    v.pipe(v.string(), v.regex(/^https:\/\/[^\s<>"]+$/, 'an address that begins with https://')),
  ),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** Whose words a text is: Belay's own, those of the workspace's team, or those of a workspace that the user doesn't trust, which are shown as plain text. */
export const OriginSchema = v.picklist(['belay', 'team', 'untrusted']);
export type Origin = v.InferOutput<typeof OriginSchema>;
