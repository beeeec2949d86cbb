import { render } from 'lit-html';
import * as v from 'valibot';
import type { VsCodeApi } from '../../../platform/webview/pageChannel';
import type { InitialData, Screen, ToHost, ToPage } from '../protocol';
import { elapsedAt, goingOn, isRunning, startedAt, stopped } from '../timer';
import { endView } from './endView';
import { type QuestionActions, questionView } from './questionView';
import { type Answering, AnsweringSchema, beginning } from './state';

const secondMs = 1000;

/** The page: which screen it shows, how long the answer has taken, what it tells the extension. */
export class Page {
  #screen: Screen | undefined;
  #answering: Answering | undefined;
  #problem: string | undefined;
  readonly #root = document.createElement('div');

  constructor(
    private readonly initial: InitialData,
    private readonly vscode: Pick<VsCodeApi, 'getState' | 'setState'>,
    private readonly send: (message: ToHost) => void,
  ) {
    // A page that was hidden is loaded anew: what it had measured and noted is in its memory.
    const remembered = v.safeParse(AnsweringSchema, vscode.getState());
    this.#answering = remembered.success ? remembered.output : undefined;
    document.body.append(this.#root);
    document.addEventListener('keydown', event => this.#press(event));
    setInterval(() => {
      if (this.#answering && isRunning(this.#answering.timer)) {
        this.#draw();
      }
    }, secondMs);
  }

  receive(message: ToPage): void {
    if (message.type === 'notKept') {
      this.#problem = message.reason;
      this.#draw();
      return;
    }
    const { screen } = message;
    const isOther = screen.key !== this.#screen?.key;
    this.#screen = screen;
    this.#problem = undefined;
    if (screen.kind === 'question') {
      this.#set(beginning(screen, this.#answering, Date.now()));
    } else {
      this.#draw();
    }
    if (isOther) {
      window.scrollTo(0, 0);
      this.#focusTitle();
    }
  }

  #draw(): void {
    const { strings, limit } = this.initial;
    const screen = this.#screen;
    const answering = this.#answering;
    if (screen?.kind === 'end') {
      render(endView({ screen, strings }, this.send), this.#root);
    } else if (screen && answering) {
      const model = {
        screen,
        answering,
        elapsed: elapsedAt(answering.timer, Date.now()),
        limit,
        problem: this.#problem,
        strings,
      };
      render(questionView(model, this.#actions), this.#root);
    }
  }

  #set(answering: Answering): void {
    this.#answering = answering;
    this.vscode.setState(answering);
    this.#draw();
  }

  #change(change: Partial<Answering>): void {
    if (this.#answering) {
      this.#set({ ...this.#answering, ...change });
    }
  }

  readonly #actions: QuestionActions = {
    pause: () => this.#time(timer => stopped(timer, Date.now())),
    goOn: () => this.#time(timer => goingOn(timer, Date.now())),
    restart: () => this.#time(() => startedAt(Date.now())),
    answered: () => this.#answered(),
    back: () => {
      this.#change({ isAnswered: false });
      this.#focusTitle();
    },
    note: note => this.#change({ note }),
    story: story => this.#change({ story }),
    rate: grade => this.#rate(grade),
    skip: () => this.#about(key => ({ type: 'skip', key })),
    undo: () => this.#about(key => ({ type: 'undo', key })),
    openStory: id => this.send({ type: 'openStory', id }),
  };

  #time(change: (timer: Answering['timer']) => Answering['timer']): void {
    if (this.#answering) {
      this.#change({ timer: change(this.#answering.timer) });
    }
  }

  #answered(): void {
    if (this.#answering) {
      this.#change({ isAnswered: true, timer: stopped(this.#answering.timer, Date.now()) });
      this.#root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }

  #about(message: (key: string) => ToHost): void {
    if (this.#screen) {
      this.send(message(this.#screen.key));
    }
  }

  #rate(grade: number): void {
    const answering = this.#answering;
    if (this.#screen?.kind === 'question' && answering?.isAnswered) {
      this.send({
        type: 'rated',
        key: answering.key,
        grade: grade as 1 | 2 | 3 | 4,
        seconds: elapsedAt(answering.timer, Date.now()) / secondMs,
        note: answering.note,
        ...(answering.story === '' ? {} : { story: answering.story }),
      });
    }
  }

  /** Enter ends the answer, a digit rates it, Escape leaves, or first the box where one writes. */
  #press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.isComposing || event.repeat || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const isWriting = target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    const isAsking = this.#screen?.kind === 'question';
    const isAnswered = this.#answering?.isAnswered === true;
    if (key === 'Escape') {
      if (isWriting) {
        this.#root.querySelector<HTMLElement>('#rate')?.focus();
      } else {
        this.send({ type: 'leave' });
      }
    } else if (isAsking && !isAnswered && key === 'Enter' && !(target instanceof HTMLButtonElement)) {
      this.#answered();
    } else if (isAsking && isAnswered && !isWriting && /^[1-4]$/.test(key)) {
      this.#rate(Number(key));
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
