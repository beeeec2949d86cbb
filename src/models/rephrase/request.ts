import { fillPrompt, type Prompt } from '../prompts/prompt';

/** What is sent at most, in UTF-16 characters. A comment isn't cut: a longer one isn't sent. */
export const longestComment = 4000;
const mostCode = 4000;

/** All that a model is told: one comment, and the lines that it is about where they are known. */
export interface RephraseRequest {
  readonly comment: string;
  readonly code: string;
}

/** The message for a model. `nonce` marks where the data begins and ends, so that no text can end its own. */
export function rephraseMessage(
  prompt: Prompt,
  { comment, code }: RephraseRequest,
  nonce: string = crypto.randomUUID(),
): string {
  return fillPrompt(prompt, { nonce, comment, code: sentCode(code) });
}

/** The lines as they are sent: whole ones, as many as there is room for. */
export function sentCode(code: string): string {
  if (code.length <= mostCode) {
    return code;
  }
  const end = code.lastIndexOf('\n', mostCode);
  return code.slice(0, end > 0 ? end : mostCode);
}
