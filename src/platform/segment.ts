import * as v from 'valibot';
import type { Stamp } from './clock';
import type { FileProblem } from './errors';
import { linesOf } from './lines';
import { type QuickLook, quickLook } from './quickLook';

/** What a log keeps: an event of it puts or deletes one. */
export interface Entry {
  readonly id: string;
}

/** What tells the segments of one kind of log, the journal say, from those of others. */
export interface SegmentFormat<E extends Entry> {
  /** The kind of log, as headers name it. */
  readonly log: string;
  /** What an event calls its entry. */
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, E>;
  /** The version that is written: `formatVersion` where nothing is said. */
  readonly version?: number;
}

/** The format that this version writes. A segment of a higher one is read as far as it can be, and nothing is written beside it. */
export const formatVersion = 1;

/** A segment's file name ends so. */
export const segmentExtension = '.jsonl';

const Version = v.pipe(v.number(), v.integer(), v.minValue(1));
const HeaderSchema = v.looseObject({
  belay: v.string(),
  version: Version,
  writer: v.pipe(v.string(), v.nonEmpty()),
  /** What the entries belong to, so that a log left behind by a renamed folder can be recognised. */
  workspace: v.looseObject({ name: v.optional(v.string()), folders: v.array(v.string()) }),
});

/** A segment's first line. */
export type SegmentHeader = v.InferOutput<typeof HeaderSchema>;

/** Far above any time and count there will be, and far enough below 2^53 for a clock to count on from it. */
const largestCount = 2 ** 52;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largestCount));
const StampFields = { ms: Count, count: Count };

/** What `Count` takes. */
function isCount(json: unknown): json is number {
  return Number.isInteger(json) && (json as number) >= 0 && (json as number) <= largestCount;
}

/** Something that happened to an entry. */
export type LogEvent<E extends Entry> =
  | { readonly op: 'put'; readonly stamp: Stamp; readonly entry: E }
  | { readonly op: 'delete'; readonly stamp: Stamp; readonly id: string };

/** What one segment file holds. */
export interface Segment<E extends Entry> {
  readonly events: readonly LogEvent<E>[];
  /** Lines that were set aside. */
  readonly problems: readonly FileProblem[];
  /** A later version of Belay wrote it. */
  readonly newer: boolean;
  /** An earlier format is written in it. */
  readonly older: boolean;
  /** What its entries belong to, where its header can be read. */
  readonly workspace?: SegmentHeader['workspace'];
}

/** The id of the entry that an event is about. */
export function entryId(event: LogEvent<Entry>): string {
  return event.op === 'put' ? event.entry.id : event.id;
}

/** Reads and prints the segments of one kind of log. */
export class SegmentCodec<E extends Entry> {
  /** The version of the format that it prints. */
  readonly version: number;
  /** What an event calls its entry. */
  readonly key: string;
  readonly #headerSchema;
  /** The part of a header that every version keeps. */
  readonly #versionSchema;
  readonly #eventSchema;
  readonly #isUsual: QuickLook;

  constructor(private readonly format: SegmentFormat<E>) {
    this.version = format.version ?? formatVersion;
    this.key = format.key;
    this.#isUsual = quickLook(format.schema);
    const belay = v.literal(format.log);
    this.#headerSchema = v.looseObject({ ...HeaderSchema.entries, belay });
    this.#versionSchema = v.object({ belay, version: Version });
    this.#eventSchema = v.variant('op', [
      v.pipe(
        v.object({ op: v.literal('put'), ...StampFields, [format.key]: format.schema }),
        v.transform(event => ({
          op: 'put' as const,
          ms: event.ms,
          count: event.count,
          // The schema above has checked it; a computed key is lost on its type.
          entry: (event as Readonly<Record<string, unknown>>)[format.key] as E,
        })),
      ),
      v.object({ op: v.literal('delete'), ...StampFields, id: v.pipe(v.string(), v.nonEmpty()) }),
    ]);
  }

  /** One event as a line of its segment, without the line break. */
  printEvent(event: LogEvent<E>): string {
    const { ms, count } = event.stamp;
    return JSON.stringify(
      event.op === 'put'
        ? { op: event.op, ms, count, [this.format.key]: event.entry }
        : { op: event.op, ms, count, id: event.id },
    );
  }

  /** A header as its segment's first line, without the line break. */
  printHeader(header: Omit<SegmentHeader, 'belay' | 'version'>): string {
    return JSON.stringify({ belay: this.format.log, version: this.version, ...header });
  }

  /**
   * Reads a segment. Nothing is trusted: a line that isn't an event is set aside with its number and the
   * reason, and the rest is read. Lines that only a newer version understands are passed over in silence.
   */
  parseSegment(file: string, text: string | Uint8Array): Segment<E> {
    const lines = linesOf(text);
    const firstLine = lines.next().value ?? '';
    const first = parseLine(this.#headerSchema, firstLine);
    const header = 'value' in first ? first.value : undefined;
    const marked = parseLine(this.#versionSchema, firstLine);
    const version = 'value' in marked ? marked.value.version : this.version;
    const newer = version > this.version;
    const older = version < this.version;
    // Without a header the writer is unknown; the file's name tells it apart just as well.
    const writer = header?.writer ?? file;
    const problems: FileProblem[] =
      'reason' in first && !newer ? [{ file, line: 1, reason: `header: ${first.reason}` }] : [];
    const events: LogEvent<E>[] = [];
    const take = (line: string, number: number) => {
      const parsed = this.#parseEvent(line, writer);
      if ('value' in parsed) {
        events.push(parsed.value);
      } else if (!newer && number > 1 && line.trim() !== '') {
        problems.push({ file, line: number, reason: parsed.reason });
      }
    };
    if (!header) {
      // Where the header is lost, its line may be an event; where it is broken, that has been said.
      take(firstLine, 1);
    }
    let number = 1;
    for (const line of lines) {
      number += 1;
      take(line, number);
    }
    return { events, problems, newer, older, ...(header ? { workspace: header.workspace } : {}) };
  }

  #parseEvent(line: string, writer: string): Parsed<LogEvent<E>> {
    const json = parseJson(line);
    if ('reason' in json) {
      return json;
    }
    const usual = this.#usualPut(json.value, writer);
    if (usual) {
      return { value: usual };
    }
    const parsed = check(this.#eventSchema, json.value);
    if ('reason' in parsed) {
      return parsed;
    }
    const { ms, count, ...rest } = parsed.value;
    return { value: { ...rest, stamp: { ms, count, writer } } };
  }

  /** What nearly all lines are, without the schema's detour. It takes nothing that the schema doesn't take. */
  #usualPut(json: unknown, writer: string): LogEvent<E> | undefined {
    if (typeof json !== 'object' || json === null) {
      return undefined;
    }
    const { op, ms, count, [this.format.key]: entry } = json as Readonly<Record<string, unknown>>;
    return op === 'put' && isCount(ms) && isCount(count) && this.#isUsual(entry)
      ? { op, stamp: { ms, count, writer }, entry: entry as E }
      : undefined;
  }
}

type Parsed<T> = { readonly value: T } | { readonly reason: string };

function parseLine<S extends v.GenericSchema>(schema: S, line: string): Parsed<v.InferOutput<S>> {
  const json = parseJson(line);
  return 'reason' in json ? json : check(schema, json.value);
}

function parseJson(line: string): Parsed<unknown> {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { reason: 'it isn’t JSON' };
  }
}

function check<S extends v.GenericSchema>(schema: S, json: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, json);
  if (result.success) {
    return { value: result.output };
  }
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { reason: path ? `${path}: ${issue.message}` : issue.message };
}
