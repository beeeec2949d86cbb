import * as vscode from 'vscode';
import type { LogChange } from '../platform/log';
import type { Moment } from './moment';
import type { JournalSession } from './session';

/** Whether these are the same content; `undefined` is a moment that isn't there. */
export function isSameMoment(one: Moment | undefined, other: Moment | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Takes back what was done to the moments of `ids`. `back` gives what undoes it, or nothing where the moment, as it is
 * by now, has changed since: then it stays as it is, and that is said.
 */
export async function takeBack(
  session: JournalSession,
  ids: readonly string[],
  back: (id: string, now: Moment | undefined) => LogChange<Moment> | undefined,
): Promise<void> {
  // In other windows as well.
  await session.refresh();
  const changes = ids.flatMap(id => back(id, session.find(id)) ?? []);
  await session.change(changes);
  const left = ids.length - changes.length;
  if (left > 0) {
    void vscode.window.showInformationMessage(
      left === 1
        ? vscode.l10n.t('One moment has changed since, and stays as it is.')
        : vscode.l10n.t('{0} moments have changed since, and stay as they are.', left),
    );
  }
}
