import type * as vscode from 'vscode';
import { type Answer, askModel } from '../ask';
import type { ModelsPorts } from '../ports';
import { fillPrompt, type Prompt } from '../prompts/prompt';
import { harmless } from './harmless';

/** What a turn of the chat is answered from. */
export interface Turn {
  readonly request: Pick<vscode.ChatRequest, 'prompt' | 'command' | 'model'>;
  readonly history: readonly unknown[];
  readonly stream: Pick<vscode.ChatResponseStream, 'markdown' | 'button' | 'progress'>;
  readonly token: vscode.CancellationToken;
  readonly ports: ModelsPorts;
}

/** What the user types is cut there, in UTF-16 characters. */
export const longestWish = 4000;

/** Asks the chat's model with a prompt; gives what may be shown of its answer, or why there is none. */
export async function answerOf(
  { request: { model }, token }: Turn,
  prompt: Prompt,
  values: Readonly<Record<string, string>>,
): Promise<Answer> {
  const message = fillPrompt(prompt, { nonce: crypto.randomUUID(), ...values });
  // The chat shows by itself that it is at work, and how to cancel that.
  const answer = await askModel(model, message, { token });
  if ('silence' in answer) {
    return answer;
  }
  const text = harmless(answer.text);
  return text === '' ? { silence: 'failed', detail: 'nothing to show' } : { text };
}
