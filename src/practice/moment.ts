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

/** The line of a moment that lists show. */
export function headlineOf({ what }: Pick<PracticeMoment, 'what'>): string {
  return what.trim().split(/[\r\n\u2028\u2029]/, 1)[0] || '…';
}

/** A first line longer than this is cut where a moment is kept for something. */
const longestLine = 200;

/** What is kept of a moment where it counts for something. */
export function keptMoment({ id, when, what, who }: PracticeMoment, workspace?: string): KeptMoment {
  const line = headlineOf({ what });
  return {
    id,
    when,
    what: line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line,
    who: [...who],
    ...(workspace === undefined ? {} : { workspace }),
  };
}
