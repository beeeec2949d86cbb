import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { openDocument } from '../documents';
import type { PracticeRoom } from '../room';
import { type Choosing, mockQuestions, nextQuestions } from './choose';
import type { Screen } from './protocol';
import { RehearsalPage, type Told } from './rehearsalPage';
import { scheduleOf } from './schedule';
import { screenOf } from './screens';
import { RehearsalSession, type SessionPorts } from './session';
import { screenWords } from './words';

type Room = Pick<PracticeRoom, 'context' | 'library' | 'store' | 'reporter'>;

/** Rehearsing interview questions: on one page, which asks those of the running session. */
export class Rehearsals implements Disposable {
  readonly #store = new DisposableStore();
  readonly #page: RehearsalPage;
  #session: RehearsalSession | undefined;

  constructor(private readonly room: Room) {
    this.#page = this.#store.add(
      new RehearsalPage(room.context, room.reporter, {
        screen: () => this.#screen(),
        receive: message => this.#receive(message),
        left: () => this.#left(),
      }),
    );
  }

  /** `Belay: Rehearse Interview Questions`: goes on with what is asked, or asks what is due. `id` names one question. */
  async rehearse(id: unknown): Promise<void> {
    const question = typeof id === 'string' ? this.room.library.questions.get(id) : undefined;
    if (!question && this.#session?.asked) {
      await this.#page.show();
      return;
    }
    await this.#begin(
      choosing => new RehearsalSession(question ? [question] : nextQuestions(choosing), this.#ports()),
    );
  }

  /** `Belay: Mock Interview`: five questions, one of each dimension. One that is running goes on. */
  async mockInterview(): Promise<void> {
    if (this.#session?.asked && this.#session.mock !== undefined) {
      await this.#page.show();
      return;
    }
    await this.#begin(choosing => {
      const instead: SessionPorts['instead'] = ({ dimension }, used) =>
        mockQuestions(choosing, Math.random, used).find(other => other.dimension === dimension);
      return new RehearsalSession(
        mockQuestions(choosing, Math.random),
        { ...this.#ports(), instead },
        crypto.randomUUID(),
      );
    });
  }

  async #begin(make: (choosing: Choosing) => RehearsalSession): Promise<void> {
    // Other windows may have rehearsed meanwhile.
    await this.room.store.refresh();
    this.#session = make(this.#choosing());
    await this.#page.show();
  }

  #choosing(): Choosing {
    const { library, store } = this.room;
    return {
      questions: library.content.questions,
      schedule: scheduleOf(store.all('rehearsal')),
      withStory: new Set(this.#stories().flatMap(({ questions = [] }) => questions)),
      today: localDay(new Date()),
    };
  }

  #ports(): SessionPorts {
    const { store } = this.room;
    return {
      now: () => new Date(),
      put: entry => store.put(entry),
      delete: id => store.delete(id),
    };
  }

  #stories() {
    return this.room.store.all('document').filter(({ kind }) => kind === 'story');
  }

  #screen(): Screen | undefined {
    if (!this.#session) {
      return undefined;
    }
    const rehearsals = this.room.store.all('rehearsal');
    const today = localDay(new Date());
    return screenOf(
      {
        session: this.#session,
        rehearsals,
        schedule: scheduleOf(rehearsals),
        stories: this.#stories().map(({ id, title, questions = [] }) => ({ id, title, questions })),
        today,
      },
      screenWords(),
    );
  }

  async #receive(message: Told): Promise<void> {
    const session = this.#session;
    switch (message.type) {
      case 'rated':
        await session?.rate(message.key, message);
        break;
      case 'skip':
        session?.skip(message.key);
        break;
      case 'undo':
        await session?.undo();
        break;
      case 'openStory':
        await this.#openStory(message.id);
        break;
      case 'openQuestion':
        await vscode.commands.executeCommand('belay.browseQuestions', message.id);
        break;
      case 'run':
        await this.#run(message.what);
        break;
    }
  }

  async #openStory(id: string): Promise<void> {
    const story = this.room.store.find('document', id);
    if (story) {
      await openDocument(story);
    }
  }

  async #run(what: Extract<Told, { readonly type: 'run' }>['what']): Promise<void> {
    switch (what) {
      case 'more':
        await this.rehearse(undefined);
        break;
      case 'mock':
        await this.mockInterview();
        break;
      case 'history':
        await vscode.commands.executeCommand('belay.showRehearsals');
        break;
    }
  }

  /** The page was closed: what was rated is kept, and says so where a session was left. */
  #left(): void {
    const session = this.#session;
    this.#session = undefined;
    if (session?.asked && session.done.length > 0) {
      const count = session.done.length;
      vscode.window.setStatusBarMessage(
        count === 1
          ? vscode.l10n.t('The question that you rated is kept')
          : vscode.l10n.t('The {0} questions that you rated are kept', count),
        5000,
      );
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
