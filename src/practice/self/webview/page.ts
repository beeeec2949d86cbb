import { render } from 'lit-html';
import * as v from 'valibot';
import type { VsCodeApi } from '../../../platform/webview/pageChannel';
import { answerTo, indexOf, moved, resume, withAnswer } from '../asking/progress';
import {
  type Answer,
  type Card,
  type InitialData,
  type Progress,
  ProgressSchema,
  type ToHost,
  type ToPage,
} from '../asking/protocol';
import { cardPage } from './cardPage';

/** The page: which card it shows, what is answered, what it tells the extension. */
export class Page {
  #progress: Progress;
  #problem: string | undefined;
  readonly #root = document.createElement('div');

  constructor(
    private readonly initial: InitialData,
    private readonly vscode: Pick<VsCodeApi, 'getState' | 'setState'>,
    private readonly send: (message: ToHost) => void,
  ) {
    // A page that was hidden is loaded anew with the data it was first born with; what was done since is in its memory.
    const remembered = v.safeParse(ProgressSchema, vscode.getState());
    this.#progress = resume(initial.cards, remembered.success ? remembered.output : initial.progress);
    document.body.append(this.#root);
    document.addEventListener('keydown', event => this.#press(event));
    this.#draw();
    this.#focusTitle();
  }

  receive({ problem }: ToPage): void {
    this.#problem = problem;
    this.#draw();
  }

  get #card(): Card {
    const { cards } = this.initial;
    // There is at least one card, and the progress is at one of them.
    return cards[indexOf(cards, this.#progress)] as Card;
  }

  #draw(): void {
    const { cards, strings } = this.initial;
    const at = indexOf(cards, this.#progress);
    const model = {
      card: this.#card,
      answer: answerTo(this.#progress, this.#card.id),
      isFirst: at === 0,
      isLast: at === cards.length - 1,
      problem: this.#problem,
      strings,
    };
    const actions = {
      answer: (answer: Answer) => this.#answer(answer),
      clear: () => {
        this.#answer({});
        // The button that had the focus is gone.
        this.#focusTitle();
      },
      next: () => this.#next(),
      back: () => this.#move(-1),
      finish: () => this.send({ type: 'finish' }),
    };
    render(cardPage(model, actions), this.#root);
  }

  #answer(answer: Answer): void {
    const { id } = this.#card;
    this.#remember(withAnswer(this.#progress, id, answer));
    this.send({ type: 'answer', id, answer });
    this.#draw();
  }

  #next(): void {
    if (indexOf(this.initial.cards, this.#progress) === this.initial.cards.length - 1) {
      this.send({ type: 'finish' });
    } else {
      this.#move(1);
    }
  }

  #move(by: number): void {
    const before = this.#progress;
    this.#remember(moved(this.initial.cards, before, by));
    if (this.#progress !== before) {
      this.send({ type: 'at', id: this.#progress.at });
      this.#draw();
      window.scrollTo(0, 0);
      this.#focusTitle();
    }
  }

  #remember(progress: Progress): void {
    this.#progress = progress;
    this.vscode.setState(progress);
  }

  /** A digit chooses, Escape leaves, and Ctrl+Enter goes on from where Enter makes a new line. */
  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.repeat || event.altKey) {
      return;
    }
    const isWriting = event.target instanceof HTMLTextAreaElement;
    const hasModifier = event.ctrlKey || event.metaKey;
    const choice = isWriting || hasModifier ? undefined : this.#card.choices[Number(event.key) - 1];
    if (choice) {
      this.#answer({ ...answerTo(this.#progress, this.#card.id), choice: choice.id });
      this.#root.querySelector<HTMLElement>('input:checked')?.focus();
    } else if (event.key === 'Escape') {
      this.send({ type: 'leave' });
    } else if (
      event.key === 'Enter' &&
      (hasModifier ? isWriting : event.target instanceof HTMLHeadingElement)
    ) {
      this.#next();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Where a reader begins, whether by eye or by ear. */
  #focusTitle(): void {
    this.#root.querySelector('h1')?.focus({ preventScroll: true });
  }
}
