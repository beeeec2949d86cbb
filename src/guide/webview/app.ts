import { Announcer } from '../../platform/webview/announcer';
import { headingId } from '../markdown';
import type { Destination, Filter, InitialData, ToHost, ToPage, View } from '../protocol';
import { hasMark, type Reader } from '../reader';
import type { Hit } from '../search';
import type { Guide, Section } from '../section';
import { Bodies } from './body';
import { draw } from './draw';
import { hearGestures } from './gestures';
import { focusSearch } from './header';
import { clearHighlight, highlight } from './highlight';
import { hostActions } from './hostActions';
import type { Memory } from './memory';
import type { Actions, Model } from './model';
import { NoteKeeper } from './note';
import { answerKey } from './questions';
import { ReadingEnd } from './readingEnd';
import { ScrollPlace } from './scroll';
import { foundText } from './searchPage';
import { ShownGuide } from './shownGuide';
import { Trail } from './trail';

/** The page: what it shows, where its reader goes, what it tells the extension. */
export class App {
  readonly #guide: ShownGuide;
  #reader: Reader;
  readonly #trail: Trail;
  #current: Section;
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
    memory: Memory,
    private readonly send: (message: ToHost) => void,
  ) {
    this.#guide = new ShownGuide(initial.section);
    this.#reader = initial.reader;
    this.#current = initial.section;
    this.#trail = new Trail(memory, { show: 'section', place: initial.place });
    this.#bodies = new Bodies(
      initial.figures,
      new Map(initial.html === undefined ? [] : [[initial.section.markdown, initial.html]]),
    );
    this.#actions = {
      ...hostActions(send),
      open: (id, heading) => this.#open(id, heading),
      openHit: hit => this.#openHit(hit),
      openContents: filter => this.#openContents(filter),
      back: () => this.#step(this.#trail.back()),
      forward: () => this.#step(this.#trail.forward()),
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
          this.#trail.scrolled({ show: 'section', place: { id: this.#current.id, scroll } });
        }
      },
      () => this.#tellView(),
    );
    hearGestures(this.#root, initial.surface, {
      go: to => this.#go(to),
      open: (id, heading) => this.#open(id, heading),
      // Ready before the first key. No sooner: the page has better things to do while it is being loaded.
      willSearch: () => this.#guide.prepareSearch(),
      visibilityChanged: () => this.#notes.flush(),
    });
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
    return this.#trail.now;
  }

  /** The guide is here, or another one: what the page remembers may be a section that this guide doesn't have. */
  #guideArrived(guide: Guide): void {
    this.#guide.arrived(guide);
    const [first] = guide;
    this.#current = this.#guide.section(this.#current.id) ?? first ?? this.#current;
    const home: View = { show: 'section', place: { id: this.#current.id, scroll: 0 } };
    this.#trail.keepOnly(id => this.#guide.section(id) !== undefined, home);
    this.#show(this.#view, false);
  }

  #tellView(): void {
    this.send({ type: 'view', view: this.#view });
  }

  /** Draws `view`, and the places around it; `isNew` where the reader just went there. */
  #show(view: View, isNew: boolean): void {
    clearHighlight();
    const section = view.show === 'section' ? this.#guide.section(view.place.id) : undefined;
    if (section) {
      this.#current = section;
      this.#notes.show(section.id);
    } else if (view.show !== 'section') {
      this.#notes.flush();
      if (view.show === 'search') {
        this.#hits = this.#guide.find(view.query);
      }
    }
    this.#draw();
    this.#scroll.goTo(view.show === 'section' ? view.place.scroll : 0);
    this.#end.watch(view.show === 'section' ? document.getElementById('end') : null);
    if (section && this.#guide.sections) {
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
      guide: this.#guide.sections,
      current: this.#current,
      bodyOf: section => this.#bodies.of(section),
      ...this.#reader,
      canGoBack: this.#trail.canGoBack,
      canGoForward: this.#trail.canGoForward,
      query: view.show === 'search' ? view.query : '',
      hits: view.show === 'search' ? this.#hits : [],
      note: this.#notes.note,
      answers: this.#answers,
      surface,
      strings,
    };
  }

  #visit(view: View): void {
    this.#trail.visit(view);
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
        focusSearch();
        break;
      case 'back':
        this.#step(this.#trail.back());
        break;
      case 'forward':
        this.#step(this.#trail.forward());
        break;
      case 'place':
        this.#open(this.#current.id);
        break;
      case 'previous':
      case 'next': {
        const target = this.#guide.neighbours(this.#current.id)[to];
        if (target) {
          this.#open(target.id);
        }
        break;
      }
    }
  }

  #open(id: string, heading?: string): void {
    if (!this.#guide.section(id)) {
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

  /** Shows where the trail leads by now, if there was a step to go. */
  #step(isStep: boolean): void {
    if (isStep) {
      this.#show(this.#view, true);
    }
  }

  #searchFor(query: string): void {
    if (query === '' && this.#view.show !== 'search') {
      return;
    }
    this.#trail.visit({ show: 'search', query });
    this.#hits = this.#guide.find(query);
    this.#end.watch(null);
    this.#draw();
    this.#scroll.goTo(0);
    this.#announcer.say(query.trim() === '' ? '' : foundText(this.#model()));
  }

  #endSearch(): void {
    if (this.#view.show === 'search') {
      this.#step(this.#trail.back());
    }
  }

  #answer(id: string, question: number, answer: number): void {
    this.#answers.set(answerKey(id, question), answer);
    this.#draw();
  }
}
