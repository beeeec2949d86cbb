import * as v from 'valibot';
import * as vscode from 'vscode';
import { verbatim } from '../../platform/verbatim';
import { kinds, skills } from '../../vocabulary';
import type { NewMoment } from '../ports';
import { mostMoments, told } from './told';
import { checked, text } from './tool';

export const searchMoments = checked({
  input: v.object({
    query: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  }),
  isOverJournal: true,
  prepare: ({ query }) => ({
    invocationMessage: vscode.l10n.t('Searching your moments'),
    confirmationMessages: {
      title: vscode.l10n.t('Search your journal?'),
      message: new vscode.MarkdownString(
        `${vscode.l10n.t('The moments that are found, at most {0}, go to the language model: what happened, when, and with whom. It searches for:', mostMoments)}\n\n${verbatim(query || '*')}`,
      ),
    },
  }),
  run: async ({ query }, { journal }) => {
    const found = await journal.find(query);
    return { found: found.length, moments: found.slice(0, mostMoments).map(told) };
  },
});

const MomentInput = v.object({
  what: text(2000),
  who: v.optional(v.pipe(v.array(text(80)), v.maxLength(20)), []),
  kind: v.optional(v.picklist(kinds)),
  skill: v.optional(v.picklist(skills)),
  learned: v.optional(text(1000)),
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
});

/** What is stored of an input: made once, so that what is asked about is what is kept. */
function momentOf({
  what,
  who,
  kind,
  skill,
  learned,
  minutes,
}: v.InferOutput<typeof MomentInput>): NewMoment {
  return {
    ...{ what, who },
    ...(kind && { kind }),
    ...(skill && { skill }),
    ...(learned && { learned }),
    ...(minutes && { minutes }),
  };
}

export const logMoment = checked({
  input: MomentInput,
  isOverJournal: true,
  prepare: input => ({
    invocationMessage: vscode.l10n.t('Logging a moment'),
    confirmationMessages: {
      title: vscode.l10n.t('Log this moment?'),
      message: new vscode.MarkdownString(
        `${vscode.l10n.t('Exactly this is stored in your journal, with the time that it is now:')}\n\n${verbatim(JSON.stringify(momentOf(input), null, 2))}`,
      ),
    },
  }),
  run: async input => {
    const id: unknown = await vscode.commands.executeCommand('belay.journal.put', momentOf(input));
    if (typeof id !== 'string') {
      throw new Error('The moment wasn’t kept; the user has been told why.');
    }
    return { logged: id };
  },
});

export const startStory = checked({
  input: v.object({ moments: v.pipe(v.array(text(100)), v.minLength(1), v.maxLength(10)) }),
  isOverJournal: true,
  prepare: ({ moments }) => ({
    invocationMessage: vscode.l10n.t('Starting a story'),
    confirmationMessages: {
      title: vscode.l10n.t('Start a story?'),
      message: vscode.l10n.t(
        'A new STAR story is begun from {0} moments of this journal and opened in an editor. Nothing of it goes to the language model.',
        moments.length,
      ),
    },
  }),
  run: async ({ moments: ids }, { journal }) => {
    const known = new Set((await journal.find('')).map(({ id }) => id));
    const missing = ids.filter(id => !known.has(id));
    if (missing.length > 0) {
      throw new Error(
        `This journal has no moment ${missing.join(', ')}. Take ids that belay_search_moments gave.`,
      );
    }
    const rows = ids.map(id => ({ moment: { id } }));
    await vscode.commands.executeCommand('belay.makeStory', rows[0], rows);
    // The command reports what goes wrong to the user and gives nothing: what is in front tells.
    if (vscode.window.activeTextEditor?.document.uri.scheme !== 'belay-practice') {
      throw new Error('The story wasn’t started; the user has been told why.');
    }
    return { startedFrom: ids.length, opened: true };
  },
});
