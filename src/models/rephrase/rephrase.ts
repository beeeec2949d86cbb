import * as vscode from 'vscode';
import rephrasePrompt from '../../../media/prompts/rephrase.md';
import { UserError } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import { type AskOptions, askModel, sentenceOf } from '../ask';
import { chooseModel } from '../choose';
import { isOff } from '../consent';
import type { ModelsPorts } from '../ports';
import { readPrompt } from '../prompts/prompt';
import { type Fault, judge } from './judge';
import { offer } from './offer';
import { longestComment, type RephraseRequest, rephraseMessage } from './request';
import { targetOf } from './target';

/** What is said where a model was of no use: the sentence for the user, and a line for the log where there is more to know. */
export type Rephrased =
  | { readonly comment: string }
  | { readonly sentence: string; readonly detail?: string | undefined; readonly isCancelled?: boolean };

/** `Rephrase as a Coach`. Gives whether the rephrasing was taken. Throws a `UserError` with the offline path where there is none. */
export async function rephrase(
  argument: unknown,
  { coaching }: ModelsPorts,
  { log }: Reporter,
  timeoutMs?: number,
): Promise<boolean> {
  const room = await coaching.open();
  const target = await targetOf(argument, thread => room.boxOf(thread));
  if (isOff()) {
    throw withoutModel(vscode.l10n.t('AI features are turned off in VS Code’s settings.'));
  }
  const model = await chooseModel();
  if (model === undefined) {
    return false;
  }
  if (model === 'none') {
    throw withoutModel(sentenceOf('none'));
  }
  const rephrased = await rephraseWith(model, target, room, { timeoutMs });
  if ('comment' in rephrased) {
    return offer(target, rephrased.comment);
  }
  if (rephrased.detail !== undefined) {
    log.warn(`Rephrase as a Coach: ${rephrased.detail}`);
  }
  if (rephrased.isCancelled) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Your comment is as it was.'), 5000);
    return false;
  }
  throw withoutModel(rephrased.sentence);
}

/** Has a model rephrase a comment; gives what may be offered, or a plain sentence. Never fails because of what the model does. */
export async function rephraseWith(
  model: vscode.LanguageModelChat,
  request: RephraseRequest,
  room: { check(text: string): Promise<readonly unknown[]> },
  { timeoutMs, token }: Pick<AskOptions, 'timeoutMs' | 'token'> = {},
): Promise<Rephrased> {
  if (request.comment.length > longestComment) {
    return {
      sentence: vscode.l10n.t('A comment of more than {0} characters isn’t rephrased.', longestComment),
    };
  }
  const prompt = readPrompt(rephrasePrompt);
  const answer = await askModel(model, rephraseMessage(prompt, request), {
    title: vscode.l10n.t('Rephrasing your comment'),
    justification: vscode.l10n.t('To rephrase the comment that you are writing.'),
    ...{ timeoutMs, token },
  });
  if ('silence' in answer) {
    const { silence, detail } = answer;
    return { sentence: sentenceOf(silence), detail, isCancelled: silence === 'cancelled' };
  }
  const judged = judge(answer.text, request);
  if ('fault' in judged) {
    // The text itself isn't logged: it repeats the comment.
    return { sentence: faultSentence(judged.fault), detail: `prompt ${prompt.version}: ${judged.fault}` };
  }
  return (await room.check(judged.comment)).length > 0
    ? {
        sentence: vscode.l10n.t('The language model’s answer doesn’t pass the wording check.'),
        detail: `prompt ${prompt.version}: check`,
      }
    : judged;
}

function faultSentence(fault: Fault): string {
  switch (fault) {
    case 'form':
      return vscode.l10n.t('The language model’s answer isn’t a comment.');
    case 'long':
      return vscode.l10n.t('The language model’s answer is far longer than your comment.');
    case 'same':
      return vscode.l10n.t('The language model found nothing to rephrase.');
    case 'point':
      return vscode.l10n.t('The language model’s answer says something else than your comment.');
    case 'lost':
      return vscode.l10n.t(
        'The language model’s answer leaves out a name, a number or the label of your comment.',
      );
    case 'added':
      return vscode.l10n.t('The language model’s answer adds a link, a name or a number that isn’t yours.');
    case 'code':
      return vscode.l10n.t('The language model’s answer changes the code in your comment.');
    case 'unseen':
      return vscode.l10n.t('The language model’s answer has characters that can’t be seen.');
  }
}

/** An error that leads to what works without a model. */
function withoutModel(sentence: string): UserError {
  return new UserError(
    `${sentence} ${vscode.l10n.t('Your comment is as it was; the wording check and the templates need no model.')}`,
    [
      {
        title: vscode.l10n.t('Insert a Template'),
        run: () => vscode.commands.executeCommand('belay.insertCoachingComment'),
      },
    ],
  );
}
