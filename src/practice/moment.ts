import type { Dimension, Kind, Skill } from '../vocabulary';
import type { KeptMoment } from './entry';

/** What practice looks at of a moment; the journal's are such. */
export interface PracticeMoment {
  readonly id: string;
  /** ISO 8601 with an offset. */
  readonly when: string;
  /** Markdown; its first line is what lists show. */
  readonly what: string;
  readonly who: readonly string[];
  readonly kind?: Kind | undefined;
  readonly skill?: Skill | undefined;
  readonly dimension?: Dimension | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly minutes?: number | undefined;
  readonly learned?: string | undefined;
  readonly followUp?:
    | {
        readonly due?: string | undefined;
        readonly text?: string | undefined;
        readonly done?: string | undefined;
      }
    | undefined;
}

/** A first line longer than this is cut where it stands for a moment. */
const longestLine = 200;

/** The line that stands for a moment: its first one with words in it. */
export function headlineOf({ what }: Pick<PracticeMoment, 'what'>): string {
  const line = what.trim().split(/[\r\n\u2028\u2029]/, 1)[0] || '…';
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

/** What is kept of a moment where it counts for something. */
export function keptMoment(moment: PracticeMoment, workspace?: string): KeptMoment {
  const { id, when, who } = moment;
  return {
    id,
    when,
    what: headlineOf(moment),
    who: [...who],
    ...(workspace === undefined ? {} : { workspace }),
  };
}
