import { messageOf } from '../../../platform/errors';
import { SerialQueue } from '../../../platform/serialQueue';
import type { Answer } from './protocol';

/** How long the keyboard must rest before what is being written is kept, in milliseconds. */
const restMs = 1000;

/**
 * Has answers kept: a choice at once, words when the typing pauses. One that can't be kept is tried again with
 * the next.
 */
export class AnswerKeeper {
  readonly #queue = new SerialQueue();
  readonly #unkept = new Map<string, Answer>();
  readonly #choices = new Map<string, string | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failed = false;

  /** `told` hears why answers can't be kept, and `undefined` once they are. */
  constructor(
    private readonly keep: (id: string, answer: Answer) => Promise<void>,
    private readonly told: (problem: string | undefined) => void,
  ) {}

  answered(id: string, answer: Answer): void {
    const isChoice = this.#choices.get(id) !== answer.choice;
    this.#choices.set(id, answer.choice);
    this.#unkept.set(id, answer);
    clearTimeout(this.#timer);
    if (isChoice) {
      void this.flush();
    } else {
      this.#timer = setTimeout(() => void this.flush(), restMs);
    }
  }

  /** Has kept what isn't yet. Gives whether all is; never fails. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#queue.run(async () => {
      try {
        for (const [id, answer] of this.#unkept) {
          await this.keep(id, answer);
          if (this.#unkept.get(id) === answer) {
            this.#unkept.delete(id);
          }
        }
      } catch (error) {
        this.#failed = true;
        this.told(messageOf(error));
        return false;
      }
      if (this.#failed) {
        this.#failed = false;
        this.told(undefined);
      }
      return true;
    });
  }
}
