import * as vscode from 'vscode';
import rehearsePrompt from '../../../media/prompts/rehearse.md';
import { sentenceOf } from '../ask';
import { readPrompt } from '../prompts/prompt';
import { answerOf, longestWish, type Turn } from './answering';
import { offlineFollowUp, questionFor, type Rehearsal, rounds } from './turns';

/** What the next turn needs to know of this one. */
export type RehearsalResult = { readonly metadata: { readonly rehearsal?: Rehearsal } };

/** `/rehearse`: asks one of Belay's questions, as it stands. The answer comes with the next turn. */
export async function beginRehearsal({ request, ports, stream }: Turn): Promise<RehearsalResult> {
  const { library } = await ports.practice.open();
  const question = questionFor(library.content.questions, request.prompt, Math.random());
  if (!question) {
    stream.markdown(vscode.l10n.t('There is no question to rehearse.'));
    return { metadata: {} };
  }
  const how = vscode.l10n.t(
    'Answer as you would in the interview; I ask on twice and then say what I heard.',
  );
  stream.markdown(`**${question.ask}**\n\n${how}`);
  return { metadata: { rehearsal: { question: question.id, round: 1, said: [question.ask] } } };
}

/** Asks on, or says at the end what was heard. Where the model can't, Belay's own follow-ups take its place. */
export async function goOn(turn: Turn, { question: id, round, said }: Rehearsal): Promise<RehearsalResult> {
  const { request, ports, stream } = turn;
  const { library } = await ports.practice.open();
  const question = library.content.questions.find(one => one.id === id);
  if (!question) {
    return beginRehearsal(turn);
  }
  const answers = [...said, request.prompt.slice(0, longestWish)];
  const { ask, assesses } = question;
  const answer = await answerOf(turn, readPrompt(rehearsePrompt), {
    question: JSON.stringify({ ask, assesses, followUps: question['follow-ups'] }),
    answers: JSON.stringify(answers),
    round: String(round),
    rounds: String(rounds),
  });
  const next = 'text' in answer ? answer.text : offlineFollowUp(question, round);
  if ('silence' in answer) {
    stream.markdown(`${sentenceOf(answer.silence)} `);
  }
  if (next === undefined) {
    const looked = vscode.l10n.t('What interviewers look for:');
    stream.markdown(`${looked}\n\n${assesses.map(line => `- ${line}`).join('\n')}`);
  } else {
    stream.markdown(next);
  }
  if (round >= rounds) {
    stream.button({ command: 'belay.rehearse', title: vscode.l10n.t('Rehearse With a Timer') });
    return { metadata: {} };
  }
  return { metadata: { rehearsal: { question: id, round: round + 1, said: [...answers, next ?? ''] } } };
}
