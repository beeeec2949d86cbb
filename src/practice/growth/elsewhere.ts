import * as vscode from 'vscode';
import { withLateProgress } from '../../platform/lateProgress';
import type { JournalPort, MomentsElsewhere } from '../ports';

/** Other workspaces' journals as far as they were read. */
export interface Elsewhere {
  readonly journals: readonly MomentsElsewhere[];
  /** Reading was cancelled: there may be more. */
  readonly isPartial: boolean;
}

/** Reads the journals of all other workspaces; says so where that takes long, and can be cancelled then. */
export function readElsewhere(journal: JournalPort): Promise<Elsewhere> {
  return withLateProgress(vscode.l10n.t('Reading the journals of all workspaces'), async token => {
    const signal = {
      get aborted() {
        return token.isCancellationRequested;
      },
    };
    const journals = await journal.elsewhere({ signal });
    return { journals, isPartial: token.isCancellationRequested };
  });
}
