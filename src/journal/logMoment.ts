import * as v from 'valibot';
import * as vscode from 'vscode';
import { type ErrorAction, messageOf, UserError } from '../platform/errors';
import type { Reporter } from '../platform/reporting';
import { askChoice, askText, runSteps, type Step, type StepButton } from '../platform/steps';
import { completeStep } from '../platform/walkthrough';
import { kinds, skills } from '../vocabulary';
import type { Draft } from './draft';
import { type Moment, parseNames, toLocalIso } from './moment';
import { formatPlace, momentToText } from './momentText';
import type { PendingPlace } from './selection';
import type { JournalSession } from './session';
import { momentWords } from './words';

/** What the command may be given, by a keybinding or by the guide: what to preset. */
const PresetSchema = v.object({ kind: v.optional(v.picklist(kinds)), skill: v.optional(v.picklist(skills)) });

/**
 * `Belay: Log Mentoring Moment…`: asks, keeping every keystroke as a draft, and logs. `selected` is the code
 * that was selected when the command was run; `argument` may preset kind and skill. Gives whether a moment was logged.
 */
export async function logMoment(
  session: JournalSession,
  selected: PendingPlace | undefined,
  reporter: Reporter,
  argument?: unknown,
): Promise<boolean> {
  const preset = v.safeParse(PresetSchema, argument ?? {});
  const kept = await loadDraft(session, reporter);
  const hasDraft = kept !== undefined && kept.what.trim() !== '';
  const draft: Draft = {
    ...(preset.success ? defined(preset.output) : {}),
    ...(hasDraft ? kept : { id: crypto.randomUUID(), what: '', who: '' }),
    ...(selected ? { place: selected.place } : {}),
  };
  // Git may take a moment; by the time that it answers, the draft may be kept already.
  const located = selected?.withCommit().then(place => {
    draft.place = place;
  });

  if (await runSteps(vscode.l10n.t('Log Mentoring Moment'), stepsFor(draft, hasDraft, session, reporter))) {
    await located;
    await save(session, makeMoment(draft), reporter);
    await completeStep('logged');
    return true;
  }
  if (draft.what.trim() === '') {
    await session.drafts.clear(draft.id);
  } else {
    await located;
    await keepDraft(session, draft);
  }
  return false;
}

/** `preset` without the keys that say nothing. */
function defined<T extends object>(preset: T): Partial<T> {
  return Object.fromEntries(Object.entries(preset).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Keeps the draft for next time. Where it can't be written it is kept as long as the window is, which has to be said. */
async function keepDraft(session: JournalSession, draft: Draft): Promise<void> {
  try {
    await session.drafts.keep(draft);
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'Your draft couldn’t be written to {0}: {1}. It is kept until this window is closed.',
        session.location.folder.path,
        messageOf(error),
      ),
      [copyText(makeMoment(draft))],
      { cause: error },
    );
  }
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Draft kept: it is there when you log the next moment'),
    5000,
  );
}

function copyText(moment: Moment): ErrorAction {
  return {
    title: vscode.l10n.t('Copy Text'),
    run: () => vscode.env.clipboard.writeText(momentToText(moment, momentWords())),
  };
}

/** The draft of last time. One that can't be read is no reason not to log: that is said, and a new one begun. */
async function loadDraft(session: JournalSession, reporter: Reporter): Promise<Draft | undefined> {
  try {
    const { draft, setAside } = await session.drafts.load();
    if (setAside !== undefined) {
      void reporter.report(
        new UserError(vscode.l10n.t('Your last draft can’t be read. It is kept in {0}.', setAside)),
      );
    }
    return draft;
  } catch (error) {
    void reporter.report(
      new UserError(vscode.l10n.t('Your last draft can’t be read: {0}', messageOf(error)), [], {
        cause: error,
      }),
    );
    return undefined;
  }
}

function stepsFor(draft: Draft, hasDraft: boolean, session: JournalSession, reporter: Reporter): Step[] {
  const words = momentWords();
  const keep = () => {
    // While typing: a draft that can't be written stays in memory, and logging will say what is wrong.
    session.drafts.keep(draft).catch(error => reporter.log.warn(`Draft: ${messageOf(error)}`));
  };
  const finish: StepButton = {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: vscode.l10n.t('Log it now, skip the rest'),
    run: () => (draft.what.trim() === '' ? undefined : 'finish'),
  };
  const where = draft.place ? ` · ${formatPlace(draft.place)}` : '';
  return [
    frame =>
      askText(frame, {
        prompt: hasDraft
          ? vscode.l10n.t('Your draft is still here; Escape keeps it{0}', where)
          : vscode.l10n.t('Escape keeps what you typed as a draft{0}', where),
        placeholder: vscode.l10n.t(
          'What happened? One line will do: paired on the retry logic, she found the race herself',
        ),
        value: draft.what,
        buttons: [finish],
        changed: value => {
          draft.what = value;
          keep();
        },
        refuse: value =>
          value.trim() === '' ? vscode.l10n.t('Write what happened, or press Escape to leave') : undefined,
      }),
    frame =>
      askText(frame, {
        prompt: vscode.l10n.t('Enter with nothing typed skips this'),
        placeholder: vscode.l10n.t('Who did you help? Names with commas between them'),
        value: draft.who,
        buttons: [finish],
        changed: value => {
          draft.who = value;
          keep();
        },
      }),
    frame =>
      askChoice(frame, {
        placeholder: vscode.l10n.t('What kind of moment was it?'),
        skip: vscode.l10n.t('Skip'),
        choices: kinds.map(value => ({ value, label: words.kinds[value] })),
        value: draft.kind,
        buttons: [finish],
        chosen: value => {
          draft.kind = value;
          keep();
        },
      }),
    frame =>
      askChoice(frame, {
        placeholder: vscode.l10n.t('Which of your skills did it practise?'),
        skip: vscode.l10n.t('Skip'),
        choices: skills.map(value => ({ value, label: words.skills[value] })),
        value: draft.skill,
        buttons: [finish],
        chosen: value => {
          draft.skill = value;
          keep();
        },
      }),
  ];
}

function makeMoment({ id, what, who, kind, skill, place }: Draft): Moment {
  return {
    id,
    when: toLocalIso(new Date()),
    what: what.trim(),
    who: parseNames(who),
    ...(kind ? { kind } : {}),
    ...(skill ? { skill } : {}),
    ...(place ? { place } : {}),
  };
}

/** Writes the moment. Where that fails the words aren't lost: the draft stays, and they can be copied. */
async function save(session: JournalSession, moment: Moment, reporter: Reporter): Promise<void> {
  try {
    await session.put(moment);
  } catch (error) {
    throw new UserError(
      error instanceof UserError
        ? vscode.l10n.t('{0} Your words are kept as a draft.', error.message)
        : vscode.l10n.t(
            'Your moment couldn’t be written to {0}: {1}. Your words are kept as a draft.',
            session.location.folder.path,
            messageOf(error),
          ),
      [{ title: vscode.l10n.t('Try Again'), run: () => save(session, moment, reporter) }, copyText(moment)],
      { cause: error },
    );
  }
  await session.drafts.clear(moment.id);
  confirm(session, moment).catch(error => reporter.report(error));
}

async function confirm(session: JournalSession, moment: Moment): Promise<void> {
  const show = vscode.l10n.t('Show Journal');
  const undo = vscode.l10n.t('Undo');
  const text = session.location.withoutWorkspace
    ? vscode.l10n.t(
        'Moment logged. No folder is open, so it is kept on this machine outside any workspace, in {0}.',
        session.location.folder.path,
      )
    : vscode.l10n.t('Moment logged in this workspace’s journal.');
  const chosen = await vscode.window.showInformationMessage(text, show, undo);
  if (chosen === show) {
    await vscode.commands.executeCommand('belay.showJournal');
  } else if (chosen === undo) {
    await session.delete(moment.id);
  }
}
