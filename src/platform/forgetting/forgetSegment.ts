import type { FileProblem } from '../errors';
import type { Rewritten } from '../log';
import { type Entry, entryId, type SegmentCodec } from '../segment';
import { deepest, Forgetting, type ForgetWish } from './forgetting';
import type { ForgetShape } from './shape';

/** A kind of log, for forgetting somebody in its segments. */
export interface ForgetKind<E extends Entry> {
  readonly codec: SegmentCodec<E>;
  readonly shape: ForgetShape;
}

/** A line in which the name is left. */
export interface LeftLine {
  /** From 1. */
  readonly line: number;
  /** It is the segment's header; it can't be read, or is nested too deeply for that; or the name is in an id, which can't change. */
  readonly why: 'header' | 'unreadable' | 'id';
}

/** A segment's text without the person. */
export interface ForgottenSegment {
  readonly text: string;
  /** How many lines were changed. */
  readonly changed: number;
  readonly left: readonly LeftLine[];
}

/** Why the name is left in a line. */
const reasons: Readonly<Record<LeftLine['why'], string>> = {
  header: 'the name is in the segment’s header',
  unreadable: 'the name is in a line that can’t be read',
  id: 'the name is in an id, which can’t change',
};

/** Forgets somebody in all segments of a log, which `rewrite` goes through; gives where the name is left, each with the reason. */
export async function forgetInSegments<E extends Entry>(
  kind: ForgetKind<E>,
  wish: ForgetWish,
  rewrite: (transform: (text: string, file: string) => string) => Promise<Rewritten>,
): Promise<FileProblem[]> {
  const left: FileProblem[] = [];
  const { failed } = await rewrite((text, file) => {
    const forgotten = forgetInSegmentText(kind, text, wish);
    left.push(...forgotten.left.map(({ line, why }) => ({ file, line, reason: reasons[why] })));
    return forgotten.text;
  });
  return [...left, ...failed];
}

/**
 * Forgets somebody in a segment's text, in older events of an entry too, as `planForget` does in entries. An event
 * whose entry is deleted becomes the delete of that entry, at the same time of the log: so the union of segments in
 * which somebody was forgotten is the union of the segments, in which they are forgotten. Lines without a mention,
 * the header and lines that can't be read stay as they are, to the byte. Throws as `planForget` does.
 */
export function forgetInSegmentText<E extends Entry>(
  kind: ForgetKind<E>,
  text: string,
  wish: ForgetWish,
): ForgottenSegment {
  const forgetting = new Forgetting(kind.shape, wish);
  // In a line as a whole, two names of a list may look like one that is spared; and in lists of people no case counts.
  const anywhere = new Forgetting(kind.shape, {
    ...wish,
    options: { ...wish.options, spare: [], exactCase: false },
  });
  const left: LeftLine[] = [];
  let changed = 0;
  const lines = text.split('\n').map((line, index) => {
    if (!anywhere.isIn(decoded(line))) {
      return line;
    }
    const result = inLine(kind.codec, line, index === 0, forgetting);
    if (result.why !== undefined) {
      left.push({ line: index + 1, why: result.why });
    }
    if (result.line !== line) {
      changed += 1;
    }
    return result.line;
  });
  return { text: lines.join('\n'), changed, left };
}

function inLine<E extends Entry>(
  codec: SegmentCodec<E>,
  line: string,
  isFirst: boolean,
  forgetting: Forgetting,
): { readonly line: string; readonly why?: LeftLine['why'] | undefined } {
  // A segment of this one line, below an empty header.
  const [event] = codec.parseSegment('', `\n${line}`).events;
  if (!event || depthOf(line) > deepest) {
    return { line, why: isFirst && /^\s*\{\s*"belay"/.test(line) ? 'header' : 'unreadable' };
  }
  const { op, ms, count, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const { [codec.key]: _entry, id: _id, ...unknown } = rest;
  const id = entryId(event);
  const isLeft = forgetting.isIn(id) || (event.op === 'put' && forgetting.isInIds(event.entry));
  const entry = event.op === 'put' ? forgetting.inEntry(event.entry) : undefined;
  const more = forgetting.inUnknown(unknown) as object;
  const stamp = { op: entry ? op : 'delete', ms, count };
  // Twice, for the order of the keys, and because a name among the unknown ones may have become one of these.
  const after = { ...stamp, ...more, ...stamp, ...(entry ? { [codec.key]: entry } : { id }) };
  const printed = JSON.stringify(after) + (line.endsWith('\r') ? '\r' : '');
  const isChanged =
    (event.op === 'put' && entry !== event.entry) ||
    more !== unknown ||
    // A key that is said twice hides its first value.
    mentionsIn(printed, forgetting) < mentionsIn(line, forgetting);
  return { line: isChanged ? printed : line, why: isLeft ? 'id' : undefined };
}

/** A text in JSON. */
const literal = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/** How deep the values in a line of JSON are nested. */
function depthOf(json: string): number {
  let deepestSeen = 0;
  let depth = 0;
  for (const [bracket] of json.replace(literal, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepestSeen = Math.max(deepestSeen, depth);
  }
  return deepestSeen;
}

/** How many of the texts in a line of JSON mention the person. */
function mentionsIn(json: string, forgetting: Forgetting): number {
  return [...json.matchAll(literal)].filter(([text]) => forgetting.isIn(JSON.parse(text) as string)).length;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A line of JSON, or what is left of one, with its escapes read: so a name is found however it was written. */
function decoded(line: string): string {
  return line.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_escape, code: string | undefined, char: string) =>
    code === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
