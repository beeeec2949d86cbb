import { Announcer } from '../../platform/webview/announcer';
import { parseReference } from '../link';
import { headingId } from '../markdown';
import type { Destination, Filter, InitialData, ToHost, ToPage, View } from '../protocol';
import { hasMark, type Reader } from '../reader';
import { GuideSearch, type Hit } from '../search';
import { type Guide, neighbours, type Section } from '../section';
import { Bodies } from './body';
import { draw } from './draw';
import { clearHighlight, highlight } from './highlight';
import { back, forward, type History, keepOnly, visit } from './history';
import { hostActions } from './hostActions';
import { destinationOf } from './keys';
import type { Memory } from './memory';
import type { Actions, Model } from './model';
import { NoteKeeper } from './note';
import { answerKey } from './questions';
import { ReadingEnd } from './readingEnd';
import { ScrollPlace } from './scroll';
import { foundText } from './searchPage';

/** The page: what it shows, where its reader goes, what it tells the extension. */
export class App {
  #guide: Guide | undefined;
  #reader: Reader;
  #history: History;
  #current: Section;
  #search: GuideSearch | undefined;
  #hits: readonly Hit[] = [];
  readonly #answers = new Map<string, number>();
  readonly #bodies: Bodies;
  readonly #notes: NoteKeeper;
  readonly #scroll: ScrollPlace;
  readonly #end: ReadingEnd;
  readonly #root = document.createElement('div');
  readonly #announcer = new Announcer();
  readonly #actions: Actions;

  constructor(
    private readonly initial: InitialData,
    private readonly memory: Memory,
    private readonly send: (message: ToHost) => void,
  ) {
    this.#reader = initial.reader;
    this.#current = initial.section;
    // A page that was hidden and comes back is loaded anew with the data it was first born with; what the
    // reader did since then is in its memory.
    this.#history = memory.history ?? {
      past: [],
      now: { show: 'section', place: initial.place },
      future: [],
    };
    this.#bodies = new Bodies(
      initial.figures,
      new Map(initial.html === undefined ? [] : [[initial.section.markdown, initial.html]]),
    );
    this.#actions = {
      ...hostActions(send),
      open: (id, heading) => this.#open(id, heading),
      openHit: hit => this.#openHit(hit),
      openContents: filter => this.#openContents(filter),
      back: () => this.#step(back(this.#history)),
      forward: () => this.#step(forward(this.#history)),
      search: query => this.#searchFor(query),
      endSearch: () => this.#endSearch(),
      answer: (id, question, answer) => this.#answer(id, question, answer),
      writeNote: text => this.#notes.write(this.#current.id, text),
    };
    document.body.dataset['surface'] = initial.surface;
    document.body.append(this.#root, this.#announcer.element);
    this.#notes = new NoteKeeper(
      memory.unkept,
      {
        read: id => send({ type: 'readNote', id }),
        keep: (id, text) => send({ type: 'keepNote', id, text }),
      },
      () => {
        memory.unkept = this.#notes.unkept;
        this.#draw();
      },
    );
    this.#end = new ReadingEnd(() => {
      if (!hasMark(this.#reader.progress, this.#current.id, 'read')) {
        this.#actions.setRead(this.#current.id, true);
      }
    });
    this.#scroll = new ScrollPlace(
      scroll => {
        if (this.#view.show === 'section') {
          this.#remember({
            ...this.#history,
            now: { show: 'section', place: { id: this.#current.id, scroll } },
          });
        }
      },
      () => this.#tellView(),
    );
    this.#root.addEventListener('click', event => this.#followLink(event));
    // Ready before the first key: building the index takes longer than a keystroke may. No sooner: the page
    // has better things to do while it is being loaded.
    this.#root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement && target.id === 'search') {
        this.#index();
      }
    });
    document.addEventListener('keydown', event => this.#press(event));
    document.addEventListener('visibilitychange', () => this.#notes.flush());
    this.#show(this.#view, false);
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    switch (message.type) {
      case 'guide':
        this.#guideArrived(message.guide);
        break;
      case 'reader':
        this.#reader = message.reader;
        this.#draw();
        break;
      case 'go':
        this.#go(message.to);
        break;
      case 'open':
        this.#open(message.id, message.heading);
        break;
      case 'note':
        this.#notes.arrived(message.id, message.text);
        break;
      case 'noteKept':
        this.#notes.answered(message.id, message.text, message.problem);
        break;
    }
  }

  get #view(): View {
    return this.#history.now;
  }

  /** The guide is here, or another one: what the page remembers may be a section that this guide doesn't have. */
  #guideArrived(guide: Guide): void {
    this.#guide = guide;
    this.#search = undefined;
    const history = keepOnly(this.#history, id => this.#section(id) !== undefined);
    const isGone = history.now.show === 'section' && !this.#section(history.now.place.id);
    const [first] = guide;
    this.#current = this.#section(this.#current.id) ?? first ?? this.#current;
    const home: View = { show: 'section', place: { id: this.#current.id, scroll: 0 } };
    this.#remember(isGone ? { ...history, now: home } : history);
    this.#show(this.#view, false);
  }

  /** The section of that id; before the guide has come there is the one that the page was born with. */
  #section(id: string): Section | undefined {
    return (this.#guide ?? [this.initial.section]).find(section => section.id === id);
  }

  #index(): GuideSearch {
    this.#search ??= new GuideSearch(this.#guide ?? []);
    return this.#search;
  }

  #remember(history: History): void {
    this.#history = history;
    this.memory.history = history;
  }

  #tellView(): void {
    this.send({ type: 'view', view: this.#view });
  }

  /** Draws `view`, and the places around it; `isNew` where the reader just went there. */
  #show(view: View, isNew: boolean): void {
    clearHighlight();
    const section = view.show === 'section' ? this.#section(view.place.id) : undefined;
    if (section) {
      this.#current = section;
      this.#notes.show(section.id);
    } else if (view.show !== 'section') {
      this.#notes.flush();
      if (view.show === 'search') {
        this.#hits = this.#index().find(view.query);
      }
    }
    this.#draw();
    this.#scroll.goTo(view.show === 'section' ? view.place.scroll : 0);
    this.#end.watch(view.show === 'section' ? document.getElementById('end') : null);
    if (section && this.#guide) {
      this.#tellView();
      if (!hasMark(this.#reader.progress, section.id, 'started')) {
        this.send({ type: 'mark', id: section.id, mark: 'started', on: true });
      }
    }
    if (isNew) {
      // Where a screen reader begins to read.
      document.getElementById('title')?.focus({ preventScroll: true });
      if (view.show === 'contents') {
        document.querySelector('.current')?.scrollIntoView({ block: 'center' });
      }
    }
  }

  #draw(): void {
    draw(this.#model(), this.#actions, this.#root);
  }

  #model(): Model {
    const { strings, surface } = this.initial;
    const view = this.#view;
    return {
      view,
      guide: this.#guide,
      current: this.#current,
      bodyOf: section => this.#bodies.of(section),
      ...this.#reader,
      canGoBack: this.#history.past.length > 0,
      canGoForward: this.#history.future.length > 0,
      query: view.show === 'search' ? view.query : '',
      hits: view.show === 'search' ? this.#hits : [],
      note: this.#notes.note,
      answers: this.#answers,
      surface,
      strings,
    };
  }

  #visit(view: View): void {
    this.#remember(visit(this.#history, view));
    this.#show(view, true);
  }

  #go(to: Destination): void {
    switch (to) {
      case 'contents':
        this.#openContents('all');
        break;
      case 'bookmarks':
        this.#openContents('bookmarks');
        break;
      case 'search':
        this.#focusSearch();
        break;
      case 'back':
        this.#step(back(this.#history));
        break;
      case 'forward':
        this.#step(forward(this.#history));
        break;
      case 'place':
        this.#open(this.#current.id);
        break;
      case 'previous':
      case 'next': {
        const target = neighbours(this.#guide ?? [], this.#current.id)[to];
        if (target) {
          this.#open(target.id);
        }
        break;
      }
    }
  }

  #focusSearch(): void {
    const input = document.getElementById('search');
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.select();
    }
  }

  #open(id: string, heading?: string): void {
    if (!this.#section(id)) {
      return;
    }
    const isHere = this.#view.show === 'section' && this.#view.place.id === id;
    if (!isHere) {
      this.#visit({ show: 'section', place: { id, scroll: 0 } });
    }
    const place = heading === undefined ? null : document.getElementById(headingId(heading));
    if (place) {
      this.#scroll.letGo();
      place.scrollIntoView();
      place.focus({ preventScroll: true });
    }
  }

  #openHit(hit: Hit): void {
    this.#open(hit.section.id);
    const first = highlight(this.#bodies.of(this.#current).element, new Set(hit.terms));
    if (first) {
      this.#scroll.letGo();
      first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    }
  }

  #openContents(filter: Filter): void {
    this.#visit({ show: 'contents', filter });
  }

  #step(history: History): void {
    if (history !== this.#history) {
      this.#remember(history);
      this.#show(history.now, true);
    }
  }

  #searchFor(query: string): void {
    if (query === '' && this.#view.show !== 'search') {
      return;
    }
    this.#remember(visit(this.#history, { show: 'search', query }));
    this.#hits = this.#index().find(query);
    this.#end.watch(null);
    this.#draw();
    this.#scroll.goTo(0);
    this.#announcer.say(query.trim() === '' ? '' : foundText(this.#model()));
  }

  #endSearch(): void {
    if (this.#view.show === 'search') {
      this.#step(back(this.#history));
    }
  }

  #answer(id: string, question: number, answer: number): void {
    this.#answers.set(answerKey(id, question), answer);
    this.#draw();
  }

  #press(event: KeyboardEvent): void {
    const to = destinationOf(event, this.initial.surface, navigator.platform.startsWith('Mac'));
    if (to) {
      event.preventDefault();
      // VS Code hears keys at the window, and would do what they mean in an editor as well.
      event.stopPropagation();
      this.#go(to);
    }
  }

  #followLink(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="guide:"]') : null;
    const target = parseReference(link?.getAttribute('href') ?? '');
    if (target) {
      event.preventDefault();
      this.#open(target.id, target.heading);
    }
  }
}
