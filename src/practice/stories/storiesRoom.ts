import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import type { KeptMoment, PracticeDocument } from '../entry';
import type { PracticeMoment } from '../moment';
import type { Rehearsals } from '../rehearsal/rehearsals';
import type { PracticeRoom } from '../room';
import { type KeptPlace, placesOf } from './keptPlaces';
import { type Matrix, matrixOf, type StorySummary, summaryOf } from './matrix';
import { StoryPages } from './pages';
import { factsFor } from './storyCheck';
import { StorySuggester } from './suggest';

/** So many moments are suggested for a question on a page. */
const suggestedOnPages = 3;

/** What stories are made of, once somebody asks for them. */
export class StoriesRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #suggester: { readonly moments: readonly PracticeMoment[]; readonly suggester: StorySuggester } | undefined;
  #rehearsals: Rehearsals | undefined;
  #elsewhere: Promise<ReadonlyMap<string, string> | undefined> | undefined;

  /** Fires when stories or the moments behind them may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly pages: StoryPages;

  constructor(readonly practice: PracticeRoom) {
    const { store, ports } = practice;
    this.#store.add(store.onDidChange(() => this.#changed.fire()));
    this.#store.add(ports.journal.onDidChange(() => this.#changed.fire()));
    this.pages = this.#store.add(new StoryPages(this));
  }

  /** Where questions are rehearsed. */
  async rehearsals(): Promise<Rehearsals> {
    const { Rehearsals } = await import('../rehearsal/rehearsals');
    this.#rehearsals ??= this.#store.add(new Rehearsals(this.practice));
    return this.#rehearsals;
  }

  /** All stories, the one changed last first. */
  stories(): StorySummary[] {
    const { store, library } = this.practice;
    const changed = ({ changed: at, created }: PracticeDocument) => Date.parse(at ?? created);
    return store
      .all('document')
      .filter(({ kind }) => kind === 'story')
      .sort((a, b) => changed(b) - changed(a))
      .map(document => summaryOf(document, factsFor(document, library)));
  }

  /** Finds which of this workspace's moments could become a story. */
  async suggester(): Promise<StorySuggester> {
    const moments = await this.practice.ports.journal.moments();
    if (this.#suggester?.moments !== moments) {
      const suggester = new StorySuggester(this.practice.library.content.questions, moments);
      this.#suggester = { moments, suggester };
    }
    return this.#suggester.suggester;
  }

  async matrix(stories: readonly StorySummary[]): Promise<Matrix> {
    const suggester = await this.suggester();
    return matrixOf(this.practice.library.content.questions, stories, question =>
      suggester.best(question, suggestedOnPages),
    );
  }

  /** Where moments are that stories grew from. Other workspaces' journals are read where that must be known. */
  async places(kept: readonly KeptMoment[]): Promise<Map<string, KeptPlace>> {
    const here = new Set((await this.practice.ports.journal.moments()).map(({ id }) => id));
    const isAllHere = kept.every(({ id }) => here.has(id));
    return placesOf(kept, here, isAllHere ? new Map() : await this.#momentsElsewhere());
  }

  /** Has other workspaces' journals read again when they are asked for next, as well as what other windows wrote. */
  async refresh(): Promise<void> {
    this.#elsewhere = undefined;
    await this.practice.store.refresh();
  }

  /** The names of other workspaces by the ids of their moments; `undefined` where they couldn't be read. */
  #momentsElsewhere(): Promise<ReadonlyMap<string, string> | undefined> {
    this.#elsewhere ??= this.#readElsewhere();
    return this.#elsewhere;
  }

  async #readElsewhere(): Promise<ReadonlyMap<string, string> | undefined> {
    try {
      const journals = await this.practice.ports.journal.elsewhere();
      return new Map(journals.flatMap(({ name, moments }) => moments.map(({ id }) => [id, name] as const)));
    } catch (error) {
      this.practice.reporter.log.warn(`Stories: other journals can’t be read: ${messageOf(error)}`);
      this.#elsewhere = undefined;
      return undefined;
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
