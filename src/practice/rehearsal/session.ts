import { toLocalIso } from '../../platform/time';
import type { Question } from '../content/question';
import type { Rehearsal } from '../entry';
import type { Given } from './protocol';
import type { RehearsalGrade } from './schedule';

/** An answer as it was rated. */
export interface Rated extends Given {
  readonly grade: RehearsalGrade;
}

/** A question that is being asked, or was. */
export interface Asked {
  /** Another one for each time that it is asked. */
  readonly key: string;
  readonly question: Question;
}

interface Done extends Asked {
  readonly entry: Rehearsal;
}

/** What a session keeps of it, and where the questions come from. */
export interface SessionPorts {
  now(): Date;
  put(entry: Rehearsal): Promise<void>;
  delete(id: string): Promise<void>;
  /** A question to ask in the place of one that is skipped; `used` have been asked already. */
  instead?(question: Question, used: ReadonlySet<string>): Question | undefined;
}

/** Some questions, asked one after the other. What is rated is kept at once. */
export class RehearsalSession {
  readonly #waiting: Question[];
  readonly #done: Done[] = [];
  readonly #skipped = new Set<string>();
  #asked: Asked | undefined;
  #given: Given | undefined;
  /** What was done last, until the next is done. */
  #last: Done | undefined;

  /** @param mock The mock interview that the rehearsals are part of. */
  constructor(
    questions: readonly Question[],
    private readonly ports: SessionPorts,
    readonly mock?: string,
  ) {
    this.#waiting = [...questions];
    this.#next();
  }

  /** The question that is asked; none when the session is over. */
  get asked(): Asked | undefined {
    return this.#asked;
  }

  /** What was said of the answer before its rating was taken back. */
  get given(): Given | undefined {
    return this.#given;
  }

  /** Which of how many questions it is, from 1. */
  get position(): { readonly at: number; readonly of: number } {
    const at = this.#done.length + 1;
    return { at, of: this.#done.length + this.#waiting.length + (this.#asked ? 1 : 0) };
  }

  /** What was rehearsed, in its order. */
  get done(): readonly { readonly question: Question; readonly entry: Rehearsal }[] {
    return this.#done;
  }

  /** What was rated last, and can be taken back. */
  get last(): Rehearsal | undefined {
    return this.#last?.entry;
  }

  /** Keeps how the answer to a question went and goes on. Does nothing where it isn't the one that is asked: a second press. */
  async rate(key: string, { grade, seconds, note, story }: Rated): Promise<void> {
    const asked = this.#asked;
    if (asked?.key !== key) {
      return;
    }
    const entry: Rehearsal = {
      type: 'rehearsal',
      id: crypto.randomUUID(),
      question: asked.question.id,
      rehearsed: toLocalIso(this.ports.now()),
      rating: grade,
      seconds: Math.round(seconds),
      ...(note?.trim() ? { note: note.trim() } : {}),
      ...(story === undefined ? {} : { story }),
      ...(this.mock === undefined ? {} : { mock: this.mock }),
    };
    await this.ports.put(entry);
    this.#last = { ...asked, entry };
    this.#done.push(this.#last);
    this.#next();
  }

  /** Goes on without an answer. */
  skip(key: string): void {
    const asked = this.#asked;
    if (asked?.key !== key) {
      return;
    }
    this.#skipped.add(asked.question.id);
    const used = new Set([
      ...this.#skipped,
      ...this.#waiting.map(({ id }) => id),
      ...this.#done.map(({ question }) => question.id),
    ]);
    const other = this.ports.instead?.(asked.question, used);
    if (other) {
      this.#waiting.unshift(other);
    }
    this.#next();
  }

  /** Takes the last rating back: its question is asked again, with what was said of the answer. */
  async undo(): Promise<void> {
    const last = this.#last;
    if (!last) {
      return;
    }
    await this.ports.delete(last.entry.id);
    this.#last = undefined;
    this.#done.pop();
    if (this.#asked) {
      this.#waiting.unshift(this.#asked.question);
    }
    const { seconds, note, story } = last.entry;
    this.#ask(last.question, {
      seconds,
      ...(note === undefined ? {} : { note }),
      ...(story === undefined ? {} : { story }),
    });
  }

  #next(): void {
    this.#ask(this.#waiting.shift());
  }

  #ask(question: Question | undefined, given?: Given): void {
    this.#asked = question && { key: crypto.randomUUID(), question };
    this.#given = given;
  }
}
