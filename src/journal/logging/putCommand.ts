import * as vscode from 'vscode';
import type { Disposable } from '../../platform/disposables';
import { messageOf, UserError } from '../../platform/errors';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';

/** `belay.journal.put`, for other extensions and keybindings: keeps the moment that it is given, without asking. */
export function registerPutCommand(
  openSession: () => Promise<JournalSession>,
  reporter: Reporter,
): Disposable {
  return registerCommand('belay.journal.put', reporter, async argument =>
    putMoment(await openSession(), argument),
  );
}

/**
 * Keeps the moment that `argument` is; `id`, `when` and `who` may be left out, and a moment of the same id is
 * replaced. Gives its id once it is on the disk. Fails with a `UserError` where it is no moment or can't be written.
 */
export async function putMoment(session: JournalSession, argument: unknown): Promise<string> {
  const moment = await momentOf(argument);
  await session.put(moment);
  return moment.id;
}

async function momentOf(argument: unknown): Promise<Moment> {
  const [{ checkMoment, formatFaults }, { toLocalIso }] = await Promise.all([
    import('../text/checkMoment'),
    import('../../platform/time'),
  ]);
  const copy = copyOf(argument);
  const checked = checkMoment(
    typeof copy === 'object' && copy !== null && !Array.isArray(copy)
      ? { id: crypto.randomUUID(), when: toLocalIso(new Date()), who: [], ...copy }
      : copy,
  );
  if ('faults' in checked) {
    throw refusal(formatFaults(checked.faults));
  }
  return checked.moment;
}

/** What would be on the disk of it: the caller may go on changing what it gave. */
function copyOf(argument: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(argument) ?? 'null');
  } catch (error) {
    throw refusal(messageOf(error));
  }
}

function refusal(reason: string): UserError {
  return new UserError(vscode.l10n.t('What belay.journal.put was given isn’t a moment: {0}', reason));
}
