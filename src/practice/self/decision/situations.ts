import type { Decision } from '../../content/decision';
import { isAnswered } from '../asking/progress';
import type { Card, Progress } from '../asking/protocol';

/** The words around the situations in the user's language. */
export interface SituationWords {
  readonly situation: (number: number, of: number) => string;
  readonly ownWords: (number: number, of: number) => string;
  readonly write: string;
}

/** The situations as cards, and after them the questions for one's own words. */
export function situationCards(decision: Decision, words: SituationWords): Card[] {
  const { situations, 'own-words': questions } = decision;
  return [
    ...situations.map(({ id, about, situation, ask, answers }, index) => ({
      id,
      about: words.situation(index + 1, situations.length),
      title: capitalised(about),
      isTitleContent: true,
      text: situation,
      ask,
      // By their words: a changed answer is another answer, and has to be given anew.
      choices: answers.map(({ say }) => ({ id: say, say })),
    })),
    ...questions.map((question, index) => ({
      id: ownWordsId(question),
      about: words.ownWords(index + 1, questions.length),
      title: question,
      isTitleContent: true,
      choices: [],
      write: words.write,
    })),
  ];
}

/** The id of the card of a question for one's own words. */
export function ownWordsId(question: string): string {
  return `own words: ${question}`;
}

/** Whether there is anything to make a reflection of. */
export function hasAnswers({ answers }: Progress): boolean {
  return Object.values(answers).some(isAnswered);
}

/** A phrase as a title. */
export function capitalised(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;
}
