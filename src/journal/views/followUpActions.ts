import * as v from 'valibot';
import * as vscode from 'vscode';
import { addDays, localDay } from '../../platform/days';
import { excerptOf } from '../../platform/excerpt';
import { formatDay } from '../../platform/formatDay';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import { countedMoments } from '../keeping/counted';
import { parseShorthand } from '../logging/shorthand';
import { DaySchema, type Moment } from '../moment';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { takeBack } from '../takeBack';
import { done, isOpen, type OpenFollowUp, snooze, toDoOf, undone } from './followUps';

/** Marks the follow-ups of `moments` as done, and offers to take that back. */
export async function finishFollowUps(
  session: JournalSession,
  moments: readonly Moment[],
  reporter: Reporter,
): Promise<void> {
  const now = new Date();
  await changeFollowUps(
    session,
    moments,
    moment => done(moment, now),
    reporter,
    what => vscode.l10n.t('Followed up: {0}', what),
  );
}

/** Asks until when, puts the follow-ups of `moments` off, and offers to take that back. */
export async function snoozeFollowUps(
  session: JournalSession,
  moments: readonly Moment[],
  reporter: Reporter,
): Promise<void> {
  const today = localDay(new Date());
  const until = await askDay(today);
  if (until === undefined) {
    return;
  }
  const day = formatDay(until, { dateStyle: 'full' });
  await changeFollowUps(
    session,
    moments,
    moment => snooze(moment, until, today),
    reporter,
    what => vscode.l10n.t('Snoozed until {0}: {1}', day, what),
  );
}

/** Opens the follow-ups of `moments` again that were done. */
export async function reopenFollowUps(session: JournalSession, moments: readonly Moment[]): Promise<void> {
  const closed = moments
    .flatMap(({ id }) => session.find(id) ?? [])
    .filter(({ followUp }) => followUp?.done !== undefined);
  if (closed.length > 0) {
    await session.change(closed.map(moment => ({ put: undone(moment) })));
  }
}

/** Logs another moment with the same people, and with that follows this one up. */
export async function logFollowUp(
  session: JournalSession,
  moment: Moment,
  reporter: Reporter,
): Promise<void> {
  const { who, kind, skill } = moment;
  const preset = { who, ...(kind ? { kind } : {}), ...(skill ? { skill } : {}) };
  if ((await vscode.commands.executeCommand('belay.logMoment', preset)) === true) {
    await finishFollowUps(session, [moment], reporter);
  }
}

async function changeFollowUps(
  session: JournalSession,
  moments: readonly Moment[],
  change: (moment: Moment) => Moment,
  reporter: Reporter,
  say: (what: string) => string,
): Promise<void> {
  // As they are by now: what the row showed may be older.
  const open = moments.flatMap(({ id }) => session.find(id) ?? []).filter(isOpen);
  if (open.length === 0) {
    return;
  }
  const changed = new Map(open.map(moment => [moment.id, { before: moment, after: change(moment) }]));
  await session.change([...changed.values()].map(({ after }) => ({ put: after })));
  const undo = () =>
    takeBack(session, [...changed.keys()], (id, now) => {
      const { before, after } = changed.get(id) ?? {};
      // What else has changed in the moment stays.
      const isAsLeft = now && JSON.stringify(now.followUp) === JSON.stringify(after?.followUp);
      return isAsLeft ? { put: { ...now, followUp: before?.followUp } } : undefined;
    });
  offerUndo(say(wordsFor(open)), undo).catch(error => reporter.report(error));
}

/** What a message calls these: one by what its row says. */
function wordsFor(followUps: readonly OpenFollowUp[]): string {
  const [first, ...more] = followUps;
  return first && more.length === 0
    ? plainMessage(excerptOf(toDoOf(first) || headlineOf(first), []).text)
    : countedMoments(followUps.length);
}

async function askDay(today: string): Promise<string | undefined> {
  const choices = [
    { label: vscode.l10n.t('Tomorrow'), day: addDays(today, 1) },
    { label: vscode.l10n.t('In a Week'), day: addDays(today, 7) },
    { label: vscode.l10n.t('In Two Weeks'), day: addDays(today, 14) },
  ].map(choice => ({
    ...choice,
    description: formatDay(choice.day, { weekday: 'long', day: 'numeric', month: 'long' }),
  }));
  const other = { label: vscode.l10n.t('Choose a Day…'), day: undefined };
  const chosen = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { readonly day: string | undefined }
  >([...choices, other], { title: vscode.l10n.t('Snooze Until') });
  return chosen === other ? typeDay() : chosen?.day;
}

async function typeDay(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Snooze Until'),
    prompt: vscode.l10n.t('A day, like 2026-03-01 or “next friday”'),
    validateInput: text => (text.trim() === '' ? undefined : tellDay(readDay(text, new Date()))),
  });
  return typed === undefined ? undefined : readDay(typed, new Date());
}

/** Which day was understood, told while it is typed. */
function tellDay(day: string | undefined): string | vscode.InputBoxValidationMessage {
  return day === undefined
    ? vscode.l10n.t('That isn’t a day')
    : {
        message: formatDay(day, { dateStyle: 'full' }),
        severity: vscode.InputBoxValidationSeverity.Info,
      };
}

/** The day that `text` means, as a date or in the words of shorthand; `undefined` where it means none. */
export function readDay(text: string, now: Date): string | undefined {
  const day = text.trim();
  return v.is(DaySchema, day) ? day : parseShorthand(`x !follow-up ${day}`, now).followUp?.due;
}
