import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import type { Exercise } from '../content/exercise';
import { keptMoment, type PracticeMoment } from '../moment';
import { evidenceOf, type ShownEvidence } from './evidence';
import { type Fit, fitOf } from './fits';
import type { Plan } from './plan';
import { fitText, momentsText, whereText } from './planWords';
import type { ExerciseState } from './progress';
import { rowGroup } from './rowGroup';

/** So many moments are offered: nobody looks through more, and a journal may have a hundred thousand. */
const mostOffered = 1000;

/** Counts moments as evidence for an exercise, says so, and offers to take that back. */
export async function countAsEvidence(
  plan: Plan,
  { id, title, evidence: { moments: enough } }: Exercise,
  moments: readonly PracticeMoment[],
): Promise<void> {
  const { store, reporter } = plan.parts;
  const marks = moments.map(moment => evidenceOf(id, moment, vscode.workspace.name, plan.now()));
  await store.put(...marks);
  const have = plan.state(id)?.evidence.length ?? marks.length;
  const name = plainMessage(title);
  const text =
    have >= enough
      ? vscode.l10n.t('Counted as evidence: “{0}” is done, with {1}.', name, momentsText(have))
      : vscode.l10n.t('Counted as evidence for “{0}”: {1} of {2} moments.', name, have, enough);
  offerUndo(text, () => store.delete(...marks.map(mark => mark.id))).catch(error => reporter.report(error));
}

/** Lets the user choose moments of this workspace as evidence for an exercise, those that fit first. */
export async function addEvidence(plan: Plan, { exercise, evidence }: ExerciseState): Promise<void> {
  const all = await plan.parts.ports.journal.moments();
  const counted = new Set(evidence.map(({ moment }) => moment.id));
  const candidates = all.filter(({ id }) => !counted.has(id));
  const rows = rowsOf(candidates, exercise);
  const left = Math.max(0, candidates.length - mostOffered);
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Evidence for “{0}”', exercise.title),
    placeHolder:
      candidates.length === 0
        ? vscode.l10n.t('No moment is left in this workspace’s journal: log one first')
        : left > 0
          ? vscode.l10n.t('Tick moments that show it; the {0} oldest that don’t fit aren’t listed', left)
          : vscode.l10n.t('Tick moments that show it'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const moments = chosen?.flatMap(({ moment }) => moment ?? []) ?? [];
  if (moments.length > 0) {
    await countAsEvidence(plan, exercise, moments);
  }
}

interface MomentRow extends vscode.QuickPickItem {
  /** A heading has none. */
  readonly moment?: PracticeMoment;
}

function rowsOf(moments: readonly PracticeMoment[], exercise: Exercise): MomentRow[] {
  const looked = moments.map(moment => ({ moment, fit: fitOf(moment, exercise) }));
  const fitting = looked
    .filter(({ fit }) => fit !== undefined)
    // Of equals the latest stays first.
    .sort((a, b) => (b.fit?.strength ?? 0) - (a.fit?.strength ?? 0))
    .slice(0, mostOffered);
  const others = looked.filter(({ fit }) => fit === undefined).slice(0, mostOffered - fitting.length);
  return [
    ...rowGroup(vscode.l10n.t('Fit this exercise'), fitting.map(rowOf)),
    ...rowGroup(vscode.l10n.t('Others, the latest first'), others.map(rowOf)),
  ];
}

function rowOf({
  moment,
  fit,
}: {
  readonly moment: PracticeMoment;
  readonly fit: Fit | undefined;
}): MomentRow {
  const { what, when, who } = keptMoment(moment);
  return {
    moment,
    label: plainMessage(what),
    description: plainMessage(
      [formatShortDay(when.slice(0, 10)), who.join(', ')].filter(Boolean).join(' · '),
    ),
    ...(fit ? { detail: vscode.l10n.t('fits: {0}', plainMessage(fitText(fit))) } : {}),
  };
}

/** Takes a mark of evidence away, and offers to give it back. */
export async function removeEvidence(plan: Plan, id: string): Promise<void> {
  const { store, reporter } = plan.parts;
  const mark = store.find('evidence', id);
  if (!mark) {
    return;
  }
  await store.delete(id);
  const text = vscode.l10n.t('No longer evidence: {0}', plainMessage(mark.moment.what));
  offerUndo(text, () => store.put(mark)).catch(error => reporter.report(error));
}

/** Opens the moment behind a mark of evidence; shows what is kept of it where it isn't in this workspace's journal. */
export async function openEvidence(plan: Plan, id: string): Promise<void> {
  const { store, ports, reporter } = plan.parts;
  const mark = store.find('evidence', id);
  if (!mark || (await ports.journal.open(mark.moment.id))) {
    return;
  }
  const [shown] = await plan.evidence.find([mark]);
  if (shown) {
    showKept(plan, shown).catch(error => reporter.report(error));
  }
}

async function showKept(plan: Plan, { evidence, moment, where }: ShownEvidence): Promise<void> {
  const { what, when, who } = moment;
  const about = [formatShortDay(when.slice(0, 10)), who.join(', '), whereText(where)].filter(Boolean);
  const remove = vscode.l10n.t('Remove Evidence');
  const text = plainMessage(`${what} (${about.join(' · ')})`);
  if ((await vscode.window.showInformationMessage(text, remove)) === remove) {
    await removeEvidence(plan, evidence.id);
  }
}
