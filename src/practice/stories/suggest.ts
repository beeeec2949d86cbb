import type { Question } from '../content/question';
import type { PracticeMoment } from '../moment';

/** Why a moment could become a story for a question. */
export interface SuggestionReasons {
  readonly kind: boolean;
  readonly skill: boolean;
  readonly dimension: boolean;
  /** Words, or beginnings of words, that both have. */
  readonly words: readonly string[];
}

/** A moment that could become a story for a question. */
export interface Suggestion {
  readonly moment: PracticeMoment;
  readonly reasons: SuggestionReasons;
  /** How much they have in common: more is better. */
  readonly score: number;
}

/** What a question and a moment may have in common, by how much it tells. One of these alone tells too little, but for two words. */
const weights = { kind: 2, skill: 2, dimension: 3, word: 2 } as const;
const leastScore = 4;
const mostWords = 3;

/** Finds the moments that could become a story; what is common to all questions is worked out once. */
export class StorySuggester {
  /** Of each moment, those words of any question that it has; nothing where it has none. */
  readonly #words: readonly (ReadonlySet<string> | undefined)[];

  /** `moments` are the latest first. */
  constructor(
    questions: readonly Question[],
    private readonly moments: readonly PracticeMoment[],
  ) {
    const finder = new WordFinder(questions.flatMap(({ fits }) => fits.words));
    this.#words = moments.map(moment => finder.find(textOf(moment)));
  }

  /** The best `most` for a question, the best first; of equals the latest. */
  best(question: Question, most: number): Suggestion[] {
    const best: { readonly index: number; readonly score: number }[] = [];
    for (const index of this.moments.keys()) {
      const score = this.#score(question, index);
      if (score < leastScore || (best.length === most && score <= (best.at(-1)?.score ?? 0))) {
        continue;
      }
      const before = best.findIndex(other => other.score < score);
      best.splice(before < 0 ? best.length : before, 0, { index, score });
      best.length = Math.min(best.length, most);
    }
    return best.flatMap(({ index, score }) => {
      const moment = this.moments[index];
      return moment ? [{ moment, score, reasons: this.#reasons(question, moment, index) }] : [];
    });
  }

  #reasons({ fits, dimension }: Question, moment: PracticeMoment, index: number): SuggestionReasons {
    const has = this.#words[index];
    return {
      kind: includes(fits.kinds, moment.kind),
      skill: includes(fits.skills, moment.skill),
      dimension: moment.dimension === dimension,
      words: has ? fits.words.filter(word => has.has(word)).slice(0, mostWords) : [],
    };
  }

  /** What the reasons weigh, without making them: most moments have none. */
  #score({ fits, dimension }: Question, index: number): number {
    const moment = this.moments[index];
    const has = this.#words[index];
    let score = 0;
    if (moment) {
      score += includes(fits.kinds, moment.kind) ? weights.kind : 0;
      score += includes(fits.skills, moment.skill) ? weights.skill : 0;
      score += moment.dimension === dimension ? weights.dimension : 0;
    }
    if (has) {
      const words = fits.words.reduce((count, word) => count + (has.has(word) ? 1 : 0), 0);
      score += Math.min(words, mostWords) * weights.word;
    }
    return score;
  }
}

function includes<T>(list: readonly T[], item: T | undefined): boolean {
  return item !== undefined && list.includes(item);
}

/** What is searched for words. */
function textOf({ what, learned = '', tags = [], followUp }: PracticeMoment): string {
  return [what, learned, ...tags, followUp?.text ?? ''].join('\n').toLowerCase();
}

/** Letters and digits of most scripts; by code units, which is several times as fast as by properties. */
const wordPattern = /[a-z0-9\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufffd]+/g;

/** Finds which of many words, or beginnings of words, a text has; each text is gone through once. */
class WordFinder {
  /** By their first two letters, which every text's words are looked up with. */
  readonly #byStart = new Map<string, string[]>();

  constructor(words: readonly string[]) {
    for (const word of new Set(words)) {
      const start = word.slice(0, 2);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), word]);
    }
  }

  /** `text` is in small letters. Gives nothing where it has none. */
  find(text: string): Set<string> | undefined {
    let found: Set<string> | undefined;
    for (const { index } of text.matchAll(wordPattern)) {
      for (const word of this.#byStart.get(text.slice(index, index + 2)) ?? []) {
        if (text.startsWith(word, index)) {
          found = (found ?? new Set()).add(word);
        }
      }
    }
    return found;
  }
}
