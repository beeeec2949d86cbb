import * as v from 'valibot';
import * as vscode from 'vscode';
import { isSamePeople, spellingIn } from '../../people';
import { type ErrorAction, messageOf, UserError } from '../../platform/errors';
import { isRecord, unknownKeys } from '../../platform/record';
import type { Reporter } from '../../platform/reporting';
import { reasonOf } from '../../platform/schema';
import { runSteps } from '../../platform/steps';
import { completeStep } from '../../platform/walkthrough';
import type { Moment } from '../moment';
import { momentToText } from '../momentText';
import type { JournalSession } from '../session';
import { isSameMoment, takeBack } from '../takeBack';
import { momentWords } from '../words';
import { beginBefore, type Draft, earlierDraft, type Preset, PresetSchema } from './draft';
import { isBlank, momentOf } from './draftMoment';
import { logSteps } from './logSteps';
import type { PendingPlace } from './selection';

/** What the command may be given, by a keybinding, by the guide or for a follow-up: what to preset. */
const ArgumentSchema = v.object({
  ...PresetSchema.entries,
  who: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty()))),
});

/** What a moment is logged from, other than from nothing: a comment, a commit, a pull request, a moment that it follows up. */
export interface MomentSource extends Pick<Draft, 'quote' | 'link' | 'offered' | 'preset'> {
  /** The line to begin with. */
  readonly what: string;
}

/** Something to do with a moment that was just logged, offered beside undoing that. */
export interface Offer {
  /** A sentence for the message. */
  readonly text: string;
  /** What its button says. */
  readonly title: string;
  run(): Promise<void>;
  /** The message is gone. */
  ended(): void;
}

/** What to offer for a moment that was just logged, if anything. */
export type OfferFor = (moment: Moment) => Promise<Offer | undefined>;

/** What logging needs beside the journal. */
export interface LogServices {
  readonly reporter: Reporter;
  readonly offerFor: OfferFor;
}

/**
 * `Belay: Log Mentoring Moment…`: asks, keeping every keystroke as a draft, and logs. `selected` is the code
 * that was selected when the command was run; `argument` may preset people, kind and skill. With a `source`, or
 * with people that the kept draft wasn't begun with, a new draft is begun, and the kept one waits until that is
 * logged or left. Gives whether a moment was logged.
 */
export async function logMoment(
  session: JournalSession,
  selected: PendingPlace | undefined,
  { reporter, offerFor }: LogServices,
  argument?: unknown,
  from?: MomentSource,
): Promise<boolean> {
  const kept = await loadDraft(session, reporter);
  const preset = presetOf(argument, reporter.log);
  const source = from ?? sourceOfPreset(preset, kept);
  const isKept = !source && kept !== undefined && !isBlank(kept);
  const draft = source ? draftOf(source, kept) : begin(isKept ? kept : undefined, preset);
  if (selected) {
    draft.place = selected.place;
  }
  // Git may take a moment; by the time that it answers, the draft may be kept already.
  const located = selected?.whole().then(place => {
    draft.place = place;
  });
  let isChanged = false;
  const keep = () => {
    isChanged = true;
    // While typing: a draft that can't be written stays in memory, and logging will say what is wrong.
    session.drafts.keep(draft).catch(error => reporter.log.warn(`Draft: ${messageOf(error)}`));
  };
  if (await ask(logSteps({ draft, isKept, moments: session.moments, keep }))) {
    await located;
    await save(session, draft, momentOf(draft, new Date(), spellingIn(session.moments)), {
      reporter,
      offerFor,
    });
    await completeStep('logged');
    return true;
  }
  if (isBlank(draft) || (source && !isChanged)) {
    await session.drafts.clear(draft.id, earlierDraft(draft));
  } else {
    await keepDraft(session, draft);
    await located;
    // Git has taken its time: somebody may be writing on in another dialogue.
    if (located && session.drafts.isLatest(draft)) {
      await keepDraft(session, draft);
    }
  }
  return false;
}

/** Dialogues that haven't ended: one that is opened over another closes that, which ends later. */
let openDialogues = 0;

/** Runs the steps; meanwhile a key can finish them. */
async function ask(steps: ReturnType<typeof logSteps>): Promise<boolean> {
  const tell = () => vscode.commands.executeCommand('setContext', 'belay.isLogging', openDialogues > 0);
  openDialogues += 1;
  await tell();
  try {
    return await runSteps(vscode.l10n.t('Log Mentoring Moment'), steps);
  } finally {
    openDialogues -= 1;
    await tell();
  }
}

/** What the command's argument presets: nothing where it isn't such an argument, which the log says to whoever wrote it. */
function presetOf(argument: unknown, log: vscode.LogOutputChannel): Preset {
  const result = v.safeParse(ArgumentSchema, argument ?? {});
  const faults = result.success
    ? unknownIn(argument).map(key => `${key}: unknown key`)
    : result.issues.map(issue => `${v.getDotPath(issue) ?? 'it'}: ${reasonOf(issue)}`);
  if (faults.length > 0) {
    log.warn(`What belay.logMoment was given: ${faults.join('; ')}`);
  }
  return result.success ? result.output : {};
}

/** Keys that a person may have mistyped. A menu gives the address of its file, which is an object of another kind. */
function unknownIn(argument: unknown): string[] {
  return isRecord(argument) && Object.getPrototypeOf(argument) === Object.prototype
    ? Object.keys(unknownKeys(ArgumentSchema, argument))
    : [];
}

/** A moment with other people than those that the kept draft was begun with is another moment. */
function sourceOfPreset(preset: Preset, kept: Draft | undefined): MomentSource | undefined {
  const { who = [] } = preset;
  return who.length === 0 || isSamePeople(who, kept?.preset?.who ?? []) ? undefined : { what: '', preset };
}

/** The kept draft or a new one, with what is preset. */
function begin(kept: Draft | undefined, preset: Preset): Draft {
  const draft = kept ?? { id: crypto.randomUUID(), what: '' };
  return Object.keys(preset).length > 0 ? { ...draft, preset: { ...preset, ...draft.preset } } : { ...draft };
}

/** The draft that a source begins; `kept`, if it has words, is gone on with later. */
function draftOf({ what, preset, quote, link, offered }: MomentSource, kept: Draft | undefined): Draft {
  const draft: Draft = {
    id: crypto.randomUUID(),
    what,
    typedAt: new Date().toISOString(),
    ...(preset ? { preset } : {}),
    ...(quote ? { quote } : {}),
    ...(link ? { link } : {}),
    ...(offered ? { offered } : {}),
  };
  return kept && !isBlank(kept) ? beginBefore(draft, kept) : draft;
}

/** Keeps the draft for next time. Where it can't be written it is kept as long as the window is, which has to be said. */
async function keepDraft(session: JournalSession, draft: Draft): Promise<void> {
  try {
    await session.drafts.keep(draft);
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'Your draft couldn’t be written to {0}: {1}. It is kept until this window is closed.',
        session.location.local.folder.path,
        messageOf(error),
      ),
      [copyText(momentOf(draft, new Date()))],
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

/** Writes the moment. Where that fails the words aren't lost: the draft stays, and they can be copied. */
async function save(
  session: JournalSession,
  draft: Draft,
  moment: Moment,
  services: LogServices,
): Promise<void> {
  try {
    await session.put(moment);
  } catch (error) {
    throw new UserError(
      vscode.l10n.t('{0} Your words are kept as a draft.', messageOf(error)),
      [
        { title: vscode.l10n.t('Try Again'), run: () => saveUnlessSaved(session, draft, moment, services) },
        copyText(moment),
      ],
      { cause: error },
    );
  }
  await session.drafts.clear(draft.id, earlierDraft(draft));
  confirm(session, moment, services).catch(error => services.reporter.report(error));
}

/** Tries again, unless the kept draft has been logged meanwhile: it may say more than `moment`. */
async function saveUnlessSaved(
  session: JournalSession,
  draft: Draft,
  moment: Moment,
  services: LogServices,
): Promise<void> {
  if (session.find(draft.id)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This moment has been logged meanwhile.'));
  } else {
    await save(session, draft, moment, services);
  }
}

async function confirm(
  session: JournalSession,
  moment: Moment,
  { reporter, offerFor }: LogServices,
): Promise<void> {
  const offer = await offerFor(moment).catch(error => {
    reporter.log.warn(`Nothing is offered for a moment: ${messageOf(error)}`);
    return undefined;
  });
  const show = vscode.l10n.t('Show Journal');
  const undo = vscode.l10n.t('Undo');
  const text = session.location.withoutWorkspace
    ? vscode.l10n.t(
        'Moment logged. No folder is open, so it is kept on this machine outside any workspace, in {0}.',
        session.location.folder.path,
      )
    : session.location.ownFolder
      ? vscode.l10n.t('Moment logged in your journal.')
      : vscode.l10n.t('Moment logged in this workspace’s journal.');
  const chosen = await vscode.window.showInformationMessage(
    offer ? `${text} ${offer.text}` : text,
    ...(offer ? [offer.title] : []),
    show,
    undo,
  );
  if (chosen === show) {
    await vscode.commands.executeCommand('belay.showJournal', { moment });
  } else if (chosen === undo) {
    await takeBack(session, [moment.id], (id, now) =>
      isSameMoment(now, moment) ? { delete: id } : undefined,
    );
  } else if (offer && chosen === offer.title) {
    await offer.run();
  }
  offer?.ended();
}
