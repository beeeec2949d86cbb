import * as v from 'valibot';
import * as vscode from 'vscode';
import { verbatim } from '../../platform/verbatim';
import { isOff } from '../consent';
import type { ModelsPorts } from '../ports';
import { rephraseWith } from '../rephrase/rephrase';
import type { Turn } from './answering';
import { harmless } from './harmless';
import { prepare, story } from './prepare';
import { beginRehearsal, goOn, type RehearsalResult } from './rehearse';
import { rehearsalIn } from './turns';

const TurnResultSchema = v.object({ result: v.object({ metadata: v.unknown() }) });

/** Answers as VS Code asks. */
export async function answerTurn(
  ports: ModelsPorts,
  request: vscode.ChatRequest,
  { history }: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  token: vscode.CancellationToken,
): Promise<RehearsalResult> {
  return answer({ request, history, stream, token, ports });
}

/** Answers one turn of a chat with `@belay`. Never fails because of what a model does. */
export async function answer(turn: Turn): Promise<RehearsalResult> {
  const { request, history, stream } = turn;
  if (isOff()) {
    stream.markdown(vscode.l10n.t('AI features are turned off in VS Code’s settings.'));
    return { metadata: {} };
  }
  const latest = history.findLast(entry => v.is(TurnResultSchema, entry));
  const going = v.is(TurnResultSchema, latest) ? rehearsalIn(latest.result.metadata) : undefined;
  switch (request.command) {
    case 'rephrase':
      await rephraseTurn(turn);
      break;
    case 'prepare':
      await prepare(turn);
      break;
    case 'story':
      await story(turn);
      break;
    case 'rehearse':
      return going && request.prompt.trim() !== '' ? goOn(turn, going) : beginRehearsal(turn);
    default:
      if (going) {
        return goOn(turn, going);
      }
      await findInGuide(turn);
  }
  return { metadata: {} };
}

/** `/rephrase`: the comment that was typed, as a coach would say it; always with what the wording check says of it. */
async function rephraseTurn({ request, ports, stream, token }: Turn): Promise<void> {
  const comment = request.prompt.trim();
  if (comment === '') {
    stream.markdown(vscode.l10n.t('Write the comment behind the command.'));
    return;
  }
  const room = await ports.coaching.open();
  const result = await rephraseWith(request.model, { comment, code: '' }, room, { token });
  if ('comment' in result) {
    // As the review will show it, wrapped and all; in a block only where something in it could do something here.
    const { comment: rephrased } = result;
    stream.markdown(harmless(rephrased) === rephrased ? rephrased : verbatim(rephrased));
    return;
  }
  const findings = await room.check(comment);
  stream.markdown(`${result.sentence} ${vscode.l10n.t('The wording check says of your comment:')}\n\n`);
  const lines = findings.map(
    ({ start, end, message }) => `- ${quoted(comment.slice(start, end))}: ${message}`,
  );
  stream.markdown(lines.length > 0 ? lines.join('\n') : vscode.l10n.t('Nothing to reword.'));
}

/** Words of the user's, as code, so that they are no Markdown. */
const quoted = (words: string) => `\`${words.replaceAll('`', 'ˋ').replaceAll('\n', ' ')}\``;

/** Without a command: what the guide says, which no model has to tell. */
async function findInGuide({ request, ports, stream }: Turn): Promise<void> {
  const found = await (await ports.guide.open()).find(request.prompt, 3);
  stream.markdown(
    found.length === 0
      ? vscode.l10n.t('The guide says nothing of that. Try /rephrase, /prepare, /story or /rehearse.')
      : found.map(({ title, summary, link }) => `- [${title}](${link}): ${summary}`).join('\n'),
  );
}
