import { messageOf } from '../../platform/errors';
import { toLocalIso } from '../../platform/time';
import { type Evidence, evidenceId, type KeptMoment } from '../entry';
import { keptMoment, type PracticeMoment } from '../moment';
import type { JournalPort } from '../ports';

/** Where the moment behind a mark of evidence is. */
export type Whereabouts =
  | { readonly at: 'here' }
  /** It was in this workspace's journal and isn't any more. */
  | { readonly at: 'deleted' }
  /** In the journal of that workspace or, without a name, of a window without a folder. */
  | { readonly at: 'elsewhere'; readonly workspace: string | undefined }
  /** The journal can't be read. */
  | { readonly at: 'unknown' };

/** A mark of evidence with its moment as it is now or, where it can't be had, as it was kept. */
export interface ShownEvidence {
  readonly evidence: Evidence;
  readonly moment: KeptMoment;
  readonly where: Whereabouts;
}

/** `moment` as evidence for the exercise of that id. `workspace` is what its window is called. */
export function evidenceOf(
  exercise: string,
  moment: PracticeMoment,
  workspace: string | undefined,
  now: Date,
): Evidence {
  return {
    type: 'evidence',
    id: evidenceId(exercise, moment.id),
    exercise,
    moment: keptMoment(moment, workspace),
    added: toLocalIso(now),
  };
}

/** Marks of evidence with what this workspace's journal knows of their moments, which is read when it is first asked. */
export class EvidenceFinder {
  #moments: Promise<ReadonlyMap<string, PracticeMoment> | undefined> | undefined;

  /** `workspace` is what this window is called. */
  constructor(
    private readonly journal: Pick<JournalPort, 'moments'>,
    private readonly workspace: string | undefined,
    private readonly warn: (text: string) => void,
  ) {}

  /** The journal has changed. */
  forget(): void {
    this.#moments = undefined;
  }

  async find(marks: readonly Evidence[]): Promise<ShownEvidence[]> {
    if (marks.length === 0) {
      return [];
    }
    this.#moments ??= this.#read();
    const moments = await this.#moments;
    return marks.map(evidence => {
      const { workspace } = evidence.moment;
      const moment = moments?.get(evidence.moment.id);
      if (moment) {
        return { evidence, moment: keptMoment(moment, workspace), where: { at: 'here' } };
      }
      return { evidence, moment: evidence.moment, where: this.#without(moments !== undefined, workspace) };
    });
  }

  #without(isRead: boolean, workspace: string | undefined): Whereabouts {
    if (workspace !== this.workspace) {
      return { at: 'elsewhere', workspace };
    }
    return { at: isRead ? 'deleted' : 'unknown' };
  }

  async #read(): Promise<ReadonlyMap<string, PracticeMoment> | undefined> {
    try {
      return new Map((await this.journal.moments()).map(moment => [moment.id, moment]));
    } catch (error) {
      // The texts that were kept are shown; the journal's own view says what is wrong with it.
      this.warn(`Practice: the moments of evidence are shown as they were kept: ${messageOf(error)}`);
      this.#moments = undefined;
      return undefined;
    }
  }
}
