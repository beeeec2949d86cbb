import * as v from 'valibot';
import type { FileProblem } from '../../platform/errors';
import { parseJson } from '../../platform/schema';
import { TimestampSchema } from '../../platform/time';
import type { Moment } from '../moment';
import { checkMoment, formatFaults, type MomentForm } from './checkMoment';
import { splitList } from './splitList';

/** The format that this version writes and reads; `docs/journal-export.schema.json` describes it. */
export const exportVersion = 1;

const belay = v.literal('journal-export');
/** What an export says about itself. */
const HeaderSchema = v.object({
  belay,
  version: v.literal(exportVersion),
  /** When it was made. */
  exported: TimestampSchema,
  /** Which workspace's journal it is. */
  workspace: v.looseObject({ name: v.optional(v.string()), folders: v.array(v.string()) }),
});
export type ExportHeader = v.InferOutput<typeof HeaderSchema>;

/** The part of a header that every version keeps. */
const VersionSchema = v.looseObject({ belay, version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** A journal as JSON that loses nothing, a moment on a line each. */
export function printExport(
  moments: readonly Moment[],
  { exported, workspace }: Pick<ExportHeader, 'exported' | 'workspace'>,
): string {
  const header = JSON.stringify({ belay: belay.literal, version: exportVersion, exported, workspace });
  const lines = moments.map(moment => `\n${JSON.stringify(moment)}`);
  return `${header.slice(0, -1)},"moments":[${lines.join(',')}\n]}\n`;
}

/** A moment of an export and the line, from 1, on which it begins. */
export interface ExportedMoment {
  readonly line: number;
  readonly moment: Moment;
}

/** What an export holds. */
export interface ExportContents {
  /** None where it couldn't be read; moments may be there all the same. */
  readonly header: ExportHeader | undefined;
  readonly moments: readonly ExportedMoment[];
  /** What was refused: moments, each with its line, or the file. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what `printExport` printed. A moment that isn't one, or isn't JSON, is refused with its line and the rest
 * is read, also of a file that breaks off. One of a newer format is refused whole: what its moments mean isn't known.
 * `form` is what its moments have to be.
 */
export function parseExport(file: string, text: string, form?: MomentForm): ExportContents {
  const refused = (reason: string): ExportContents => ({
    header: undefined,
    moments: [],
    problems: [{ file, line: 1, reason }],
  });
  const list = splitList(text.replace(/^\ufeff/, ''), 'moments');
  if (!list) {
    return refused('it isn’t an exported journal: it has no list of moments');
  }
  // Where the file is broken behind its moments, what stands before them is enough.
  const whole = parseJson(v.unknown(), `${list.before}]${list.after}`);
  const head = whole ?? parseJson(v.unknown(), `${list.before}]}`);
  const version = v.safeParse(VersionSchema, head);
  if (!version.success) {
    return refused(`it isn’t an exported journal: ${firstFault(version.issues)}`);
  }
  if (version.output.version > exportVersion) {
    return refused(
      `a newer version of Belay exported it, in format ${version.output.version}; this one reads ${exportVersion}`,
    );
  }
  const header = v.safeParse(HeaderSchema, head);
  const moments: ExportedMoment[] = [];
  const problems: FileProblem[] = header.success
    ? []
    : [{ file, line: 1, reason: firstFault(header.issues) }];
  for (const [index, { text: json, line }] of list.items.entries()) {
    const value = parseJson(v.unknown(), json);
    const checked =
      value === undefined ? { faults: [{ path: [], reason: 'it isn’t JSON' }] } : checkMoment(value, form);
    if ('moment' in checked) {
      moments.push({ line, moment: checked.moment });
    } else {
      problems.push({ file, line, reason: `moment ${index + 1}: ${formatFaults(checked.faults)}` });
    }
  }
  if (whole === undefined) {
    problems.push({ file, line: list.endLine, reason: 'the file breaks off or is broken from here on' });
  }
  return { header: header.success ? header.output : undefined, moments, problems };
}

function firstFault([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`;
}
