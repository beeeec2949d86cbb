import type { Disposable } from '../platform/disposables';
import type { Kind, Skill } from '../vocabulary';
import type { PracticeMoment } from './moment';

/** Another workspace's moments. */
export interface MomentsElsewhere {
  /** What its window was called; for people. */
  readonly name: string;
  readonly moments: readonly PracticeMoment[];
}

/** What practice needs of the journal. */
export interface JournalPort {
  /** This workspace's moments, the latest first; opens the journal. */
  moments(): Promise<readonly PracticeMoment[]>;
  /** Those of all other workspaces; `progress` counts journals, and an aborted read gives what was read until then. */
  elsewhere(options?: {
    readonly signal?: { readonly aborted: boolean };
    readonly progress?: (done: number, of: number) => void;
  }): Promise<readonly MomentsElsewhere[]>;
  /** Calls `listener` after the journal has changed, from when it is open. */
  onDidChange(listener: () => void): Disposable;
  /** Opens a moment of this workspace's in an editor. Gives false where there is none of that id. */
  open(id: string): Promise<boolean>;
}

/** What review comments of one month were made of, as they are counted on this machine. */
export interface ReviewMonth {
  readonly praise: number;
  readonly question: number;
  readonly suggestion: number;
  readonly issue: number;
  readonly other: number;
  /** How much of their wording was found, and how much of that was heeded. */
  readonly findings: number;
  readonly heeded: number;
}

/** What practice needs of the other rooms. */
export interface PracticePorts {
  readonly journal: JournalPort;
  /** Logs a moment with this preset; gives whether one was logged. */
  logMoment(preset: { readonly kind?: Kind; readonly skill?: Skill }): Promise<boolean>;
  /** Opens a section of the guide. */
  openGuide(section: string): Promise<void>;
  /** The address of a section of the guide, which opens it from anywhere. */
  guideLink(section: string): string;
  /** What the user's review comments were made of, by month, `2026-11`. */
  reviewMix(): Promise<Readonly<Record<string, ReviewMonth>>>;
}
