import * as vscode from 'vscode';
import { messageOf } from '../platform/errors';
import { withLateProgress } from '../platform/lateProgress';

/** Why there is no answer. */
export type Silence = 'none' | 'consent' | 'quota' | 'cancelled' | 'slow' | 'long' | 'failed';

/** A model's answer, or why there is none; `detail` is for the log. */
export type Answer =
  | { readonly text: string }
  | { readonly silence: Silence; readonly detail?: string | undefined };

/** How a model is asked. */
export interface AskOptions {
  /** Cancels it; where there is none, a message that comes up after a moment lets the user cancel. */
  readonly token?: vscode.CancellationToken | undefined;
  /** Said in that message. */
  readonly title?: string;
  /** Why the model is asked, for the user who is asked to allow that. */
  readonly justification?: string;
  /** After so long nobody waits any more. */
  readonly timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 30_000;

/** Longer answers are no answers to what Belay asks: reading ends there. In UTF-16 characters. */
const longestAnswer = 10_000;

/** Asks a model one thing and gives its whole answer. Never fails, and never waits longer than it was told. */
export async function askModel(
  model: vscode.LanguageModelChat,
  message: string,
  { token, title = '', justification = '', timeoutMs = defaultTimeoutMs }: AskOptions,
): Promise<Answer> {
  const ask = (cancelling: vscode.CancellationToken) =>
    askUntil(model, message, justification, timeoutMs, cancelling);
  return token ? ask(token) : withLateProgress(title, ask);
}

async function askUntil(
  model: vscode.LanguageModelChat,
  message: string,
  justification: string,
  timeoutMs: number,
  token: vscode.CancellationToken,
): Promise<Answer> {
  const source = new vscode.CancellationTokenSource();
  let given: Silence | undefined;
  const giveUp = (silence: Silence) => {
    given ??= silence;
    source.cancel();
  };
  // A model that doesn't listen to being cancelled isn't waited for either.
  const stopped = new Promise<Answer>(resolve => {
    source.token.onCancellationRequested(() => resolve({ silence: given ?? 'cancelled' }));
  });
  const timer = setTimeout(() => giveUp('slow'), timeoutMs);
  const listening = token.onCancellationRequested(() => giveUp('cancelled'));
  const read = async (): Promise<Answer> => {
    const messages = [vscode.LanguageModelChatMessage.User(message)];
    const response = await model.sendRequest(messages, { justification }, source.token);
    let text = '';
    for await (const part of response.text) {
      text += part;
      if (text.length > longestAnswer) {
        giveUp('long');
        break;
      }
    }
    return given === undefined ? { text } : { silence: given };
  };
  const reading = read().catch((error: unknown) => ({
    silence: given ?? silenceOf(error),
    detail: messageOf(error),
  }));
  try {
    return await Promise.race([reading, stopped]);
  } finally {
    clearTimeout(timer);
    listening.dispose();
    source.dispose();
  }
}

/** Why a request failed, as far as its error tells. Providers don't agree on what they say when a quota is used up. */
export function silenceOf(error: unknown): Silence {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = `${code} ${error instanceof Error ? error.name : ''} ${messageOf(error)}`;
  if (/quota|rate.?limit|too many requests|\b429\b|\b402\b/i.test(said)) {
    return 'quota';
  }
  switch (code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return 'consent';
    case vscode.LanguageModelError.Blocked.name:
      return 'quota';
    case vscode.LanguageModelError.NotFound.name:
      return 'none';
    default:
      return error instanceof vscode.CancellationError || /\bcancell?ed\b/i.test(said)
        ? 'cancelled'
        : 'failed';
  }
}

/** What to say of it: a plain sentence. */
export function sentenceOf(silence: Silence): string {
  switch (silence) {
    case 'none':
      return vscode.l10n.t('There is no language model here.');
    case 'consent':
      return vscode.l10n.t('Belay may not use this language model.');
    case 'quota':
      return vscode.l10n.t('The language model’s quota is used up for now.');
    case 'cancelled':
      return vscode.l10n.t('Cancelled.');
    case 'slow':
      return vscode.l10n.t('The language model didn’t answer in time.');
    case 'long':
      return vscode.l10n.t('The language model didn’t come to an end.');
    case 'failed':
      return vscode.l10n.t('The language model couldn’t answer.');
  }
}
