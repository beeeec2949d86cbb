import type { Answer, Card, Progress } from './protocol';

/** Where somebody goes on: at their card, with those answers to `cards` that can still be given. */
export function resume(cards: readonly Card[], kept: Progress | undefined): Progress {
  const answers = cards.flatMap(card => {
    const answer = answerIn(card, kept && Object.hasOwn(kept.answers, card.id) ? kept.answers[card.id] : {});
    return isAnswered(answer) ? [[card.id, answer] as const] : [];
  });
  const at = cards.find(({ id }) => id === kept?.at) ?? cards[0];
  return { at: at?.id ?? '', answers: Object.fromEntries(answers) };
}

/** As much of an answer as the card asks for. */
function answerIn({ choices, write }: Card, { choice, words }: Answer = {}): Answer {
  return {
    ...(choices.some(({ id }) => id === choice) ? { choice } : {}),
    ...(write === undefined ? {} : { words }),
  };
}

export function answerTo({ answers }: Progress, id: string): Answer {
  return answers[id] ?? {};
}

/** Whether anything was answered; blanks are nothing. */
export function isAnswered({ choice, words = '' }: Answer): boolean {
  return choice !== undefined || words.trim() !== '';
}

export function withAnswer(progress: Progress, id: string, answer: Answer): Progress {
  return { ...progress, answers: { ...progress.answers, [id]: answer } };
}

/** The card `by` cards further on, or back; the same where there is none. */
export function moved(cards: readonly Card[], progress: Progress, by: number): Progress {
  const to = cards[indexOf(cards, progress) + by];
  return to ? { ...progress, at: to.id } : progress;
}

export function indexOf(cards: readonly Card[], { at }: Progress): number {
  return cards.findIndex(({ id }) => id === at);
}
