import * as v from 'valibot';
import type { FileProblem } from '../platform/errors';
import type { Stamp } from './clock';
import { type Moment, MomentSchema } from './moment';

/** The format that this version writes. A segment of a higher one is read as far as it can be, and nothing is written beside it. */
export const formatVersion = 1;

/** A segment's file name ends so. */
export const segmentExtension = '.jsonl';

const HeaderSchema = v.looseObject({
  belay: v.literal('journal'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  writer: v.pipe(v.string(), v.nonEmpty()),
  /** What the moments belong to, so that a journal left behind by a renamed folder can be recognised. */
  workspace: v.looseObject({ name: v.optional(v.string()), folders: v.array(v.string()) }),
});

/** The part of a header that every version keeps. */
const VersionSchema = v.object({
  belay: v.literal('journal'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** A segment's first line. */
export type SegmentHeader = v.InferOutput<typeof HeaderSchema>;

/** Far above any time and count there will be, and far enough below 2^53 for a clock to count on from it. */
const largestCount = 2 ** 52;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largestCount));
const StampFields = { ms: Count, count: Count };
const EventSchema = v.variant('op', [
  v.object({ op: v.literal('put'), ...StampFields, moment: MomentSchema }),
  v.object({ op: v.literal('delete'), ...StampFields, id: v.pipe(v.string(), v.nonEmpty()) }),
]);

/** Something that happened to a moment. */
export type JournalEvent =
  | { readonly op: 'put'; readonly stamp: Stamp; readonly moment: Moment }
  | { readonly op: 'delete'; readonly stamp: Stamp; readonly id: string };

/** What one segment file holds. */
export interface Segment {
  readonly events: readonly JournalEvent[];
  /** Lines that were set aside. */
  readonly problems: readonly FileProblem[];
  /** A later version of Belay wrote it. */
  readonly newer: boolean;
}

/** The id of the moment that an event is about. */
export function momentId(event: JournalEvent): string {
  return event.op === 'put' ? event.moment.id : event.id;
}

/** One event as a line of its segment, without the line break. */
export function printEvent(event: JournalEvent): string {
  const { ms, count } = event.stamp;
  return JSON.stringify(
    event.op === 'put'
      ? { op: event.op, ms, count, moment: event.moment }
      : { op: event.op, ms, count, id: event.id },
  );
}

/** A header as its segment's first line, without the line break. */
export function printHeader(header: Omit<SegmentHeader, 'belay' | 'version'>): string {
  return JSON.stringify({ belay: 'journal', version: formatVersion, ...header });
}

/**
 * Reads a segment. Nothing is trusted: a line that isn't an event is set aside with its number and the
 * reason, and the rest is read. Lines that only a newer version understands are passed over in silence.
 */
export function parseSegment(file: string, text: string): Segment {
  const lines = text.split('\n');
  const first = parseLine(HeaderSchema, lines[0] ?? '');
  const header = 'value' in first ? first.value : undefined;
  const version = parseLine(VersionSchema, lines[0] ?? '');
  const newer = 'value' in version && version.value.version > formatVersion;
  // Without a header the writer is unknown; the file's name tells it apart just as well.
  const writer = header?.writer ?? file;
  const problems: FileProblem[] =
    'reason' in first && !newer ? [{ file, line: 1, reason: `header: ${first.reason}` }] : [];
  const events: JournalEvent[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (index === 0 && header)) {
      continue;
    }
    // Where the header is lost, its line may be an event; where it is broken, that has been said.
    const parsed = parseLine(EventSchema, line);
    if (index === 0 && 'reason' in parsed) {
      continue;
    }
    if ('value' in parsed) {
      const { ms, count, ...rest } = parsed.value;
      events.push({ ...rest, stamp: { ms, count, writer } });
    } else if (!newer) {
      problems.push({ file, line: index + 1, reason: parsed.reason });
    }
  }
  return { events, problems, newer };
}

function parseLine<S extends v.GenericSchema>(
  schema: S,
  line: string,
): { value: v.InferOutput<S> } | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { reason: 'it isn’t JSON' };
  }
  const result = v.safeParse(schema, json);
  if (result.success) {
    return { value: result.output };
  }
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { reason: path ? `${path}: ${issue.message}` : issue.message };
}
