import * as v from 'valibot';
import { Document, isScalar, visit } from 'yaml';
import { type FileProblem, formatProblem } from '../../platform/errors';
import { parseFrontMatter, type TextFile } from '../../platform/frontMatter';
import { normaliseBreaks } from '../../platform/lineBreaks';
import { unknownKeys, withoutUndefined } from '../../platform/record';
import { dimensions, kinds, skills } from '../../vocabulary';
import {
  type CodePlace,
  CodePlaceSchema,
  FollowUpSchema,
  type Moment,
  MomentSchema,
  parseNames,
} from '../moment';
import { checkMoment } from './checkMoment';

/** What a comment says of a key that may be filled, by the key's path. */
const hints: Readonly<Record<string, string>> = {
  who: 'names, with commas between',
  kind: kinds.join(', '),
  skill: skills.join(', '),
  dimension: dimensions.join(', '),
  tags: 'words, with commas between',
  minutes: 'how long it took',
  learned: 'what you learned from it',
  'followUp.due': 'a day, as 2026-03-08',
  'followUp.text': 'what is to be done',
  'followUp.done': 'when it was done, as 2026-03-08T17:00:00+01:00',
  'place.file': 'src/a.ts',
  'place.lines': '3-9, or 3',
};

/** Their allowed words are worth reading also where one of them stands. */
const alwaysHinted: ReadonlySet<string> = new Set(['kind', 'skill', 'dimension']);

/**
 * A moment as a person edits it: its fields as front matter, then what happened. Keys without a value are
 * there to be filled. Its id, the anchor of its place and keys that this version doesn't know aren't shown;
 * `parseMomentFile` keeps them.
 */
export function printMomentFile(moment: Moment): string {
  const { when, what, who, kind, skill, dimension, tags, minutes, learned, followUp, place } = moment;
  const document = new Document({
    when,
    who: shown(who),
    kind: shown(kind),
    skill: shown(skill),
    dimension: shown(dimension),
    tags: shown(tags),
    minutes: shown(minutes),
    learned: shown(learned),
    followUp: { due: shown(followUp?.due), text: shown(followUp?.text), done: shown(followUp?.done) },
    place: {
      file: shown(place?.file),
      lines: shown(place && linesOf(place)),
      commit: shown(place?.commit),
      permalink: shown(place?.permalink),
    },
  });
  for (const [path, hint] of Object.entries(hints)) {
    const node: unknown = document.getIn(path.split('.'), true);
    if (isScalar(node) && (node.value === null || alwaysHinted.has(path))) {
      node.comment = ` ${hint}`;
    }
  }
  // As lines below their key, which the printer would choose, texts with such blanks come back without them.
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && /^\s|\s$|\s\n|\n[^\S\n]/.test(node.value)) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  const layout = { lineWidth: 0, nullStr: '', doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY };
  return `---\n${document.toString(layout)}---\n\n${what}\n`;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** What stands for a value in the file: nothing for one without content. */
function shown<T>(value: T | undefined): T | null {
  return value === undefined || isEmpty(value) ? null : value;
}

function linesOf({ firstLine, lastLine }: { firstLine: number; lastLine: number }): number | string {
  return firstLine === lastLine ? firstLine : `${firstLine}-${lastLine}`;
}

const inQuotes = 'it must be text; put quotes around it';
const Text = v.nullish(v.string(inQuotes));
/** A list, or one that is typed as people do. */
const Words = v.nullish(
  v.lazy(value =>
    typeof value === 'string'
      ? v.pipe(v.string(), v.transform(parseNames))
      : v.array(v.string(inQuotes), 'it must be a list, or words with commas between'),
  ),
);
const lineRange = /^(\d+)(?:\s*[-–]\s*(\d+))?$/;

/** The shape of the front matter: what its values have to be beyond that is for `checkMoment` to say. */
const FrontSchema = v.strictObject({
  when: Text,
  who: Words,
  kind: Text,
  skill: Text,
  dimension: Text,
  tags: Words,
  minutes: v.nullish(v.number('it must be a number')),
  learned: Text,
  followUp: v.nullish(v.strictObject({ due: Text, text: Text, done: Text })),
  place: v.nullish(
    v.strictObject({
      file: Text,
      lines: v.nullish(
        v.pipe(
          v.union([v.string(), v.number()], 'it must be a line or lines, as 3-9'),
          v.transform(String),
          v.regex(lineRange, 'it must be a line or lines, as 3-9'),
        ),
      ),
      commit: Text,
      permalink: Text,
    }),
  ),
});
type Front = v.InferOutput<typeof FrontSchema>;

/**
 * Reads what a person made of `printMomentFile(before)`. The moment's id stays, and so do keys that this version
 * doesn't know, those within the follow-up and the place as long as the person leaves something of these; the anchor of the
 * place, as long as that is the same lines of the same file. What happened loses line ends other than `\n` and blanks around it, unless it was left as it was. All mistakes that
 * can be told are told, each at its line.
 */
export function parseMomentFile(
  file: TextFile,
  before: Moment,
): { readonly moment: Moment } | { readonly problems: readonly FileProblem[] } {
  const parsed = parseFrontMatter(FrontSchema, file);
  if ('problems' in parsed) {
    return parsed;
  }
  const { front, body, bodyLine, lineOf } = parsed;
  const refuse = (line: number, reason: string) => ({ problems: [{ file: file.name, line, reason }] });
  if (body === '' && bodyOf(before.what) !== '') {
    return refuse(bodyLine, 'what happened is missing below the front matter');
  }
  const what = body === bodyOf(before.what) ? before.what : body;
  const checked = checkMoment({ ...fieldsOf(front, before), what });
  if ('faults' in checked) {
    const problems = checked.faults.map(({ path, reason }) => {
      const place = pathInFile(path);
      return { file: file.name, line: lineOf(place), reason: `${keysOf(place)}: ${reason}` };
    });
    return { problems: withoutRepeats(problems) };
  }
  const { place } = checked.moment;
  const wasReversed = before.place && place && linesOf(before.place) === linesOf(place);
  if (place && place.firstLine > place.lastLine && !wasReversed) {
    return refuse(lineOf(['place', 'lines']), 'place.lines: the first line is below the last one');
  }
  return { moment: checked.moment };
}

/** What happened as `parseFrontMatter` gives a body. */
function bodyOf(what: string): string {
  return normaliseBreaks(what).trim();
}

/** All of the moment but what happened, as far as the front matter says it. */
function fieldsOf({ followUp, place, ...front }: Front, before: Moment): Record<string, unknown> {
  const [, firstLine, lastLine = firstLine] = lineRange.exec(place?.lines ?? '') ?? [];
  const lines = firstLine === undefined ? {} : { firstLine: Number(firstLine), lastLine: Number(lastLine) };
  return {
    ...unknownKeys(MomentSchema, before),
    ...knownFields(['when', 'kind', 'skill', 'dimension', 'tags', 'minutes', 'learned'], front, before),
    id: before.id,
    who: front.who ?? [],
    ...withoutUndefined({
      followUp: partOf(FollowUpSchema, followUp ?? {}, before.followUp),
      place: withItsAnchor(partOf(ShownPlaceSchema, { ...place, ...lines }, before.place), before.place),
    }),
  };
}

/** The place without what only a program makes and reads. */
const ShownPlaceSchema = v.omit(CodePlaceSchema, ['anchor']);

/** A place that may have kept the anchor of `before`, without it where that is of another file or of other lines. */
function withItsAnchor(place: Keyed | undefined, before: CodePlace | undefined): Keyed | undefined {
  const isSame = (['file', 'firstLine', 'lastLine'] as const).every(key => place?.[key] === before?.[key]);
  return place && !isSame ? withoutUndefined({ ...place, anchor: undefined }) : place;
}

type Keyed = Readonly<Record<string, unknown>>;

/** What the file says; where it says nothing and nothing was there to be seen, what there was: an empty text, say. */
function knownFields(keys: readonly string[], now: Keyed, before: Keyed): Keyed {
  return withoutUndefined(
    Object.fromEntries(
      keys.map(key => {
        const unchanged = isEmpty(now[key]) && isEmpty(before[key]);
        return [key, unchanged ? before[key] : isEmpty(now[key]) ? undefined : now[key]];
      }),
    ),
  );
}

/** The follow-up or the place. One that a person has emptied is gone with all that it held. */
function partOf(
  schema: { readonly entries: object },
  now: Keyed,
  before: Keyed | undefined,
): Keyed | undefined {
  const keys = Object.keys(schema.entries);
  const isBlank = (part: Keyed) => keys.every(key => isEmpty(part[key]));
  if (isBlank(now)) {
    return before && isBlank(before) ? before : undefined;
  }
  return { ...unknownKeys(schema, before), ...knownFields(keys, now, before ?? {}) };
}

/** Where in the file stands what stands at `path` in the moment. */
function pathInFile([key, inner, ...more]: readonly (string | number)[]): (string | number)[] {
  const isLine = key === 'place' && (inner === 'firstLine' || inner === 'lastLine');
  return [key, isLine ? 'lines' : inner, ...more].filter(one => one !== undefined);
}

function keysOf(path: readonly (string | number)[]): string {
  return path.filter(key => typeof key === 'string').join('.');
}

/** Two fields that stand in one place of the file have one mistake. */
function withoutRepeats(problems: readonly FileProblem[]): FileProblem[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}
