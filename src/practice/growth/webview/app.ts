import { applyFilters } from '../filters';
import { PageWords } from '../pageWords';
import type { Mark, PictureId } from '../pictures/picture';
import { picturesOf } from '../pictures/pictures';
import { type Data, type InitialData, mostTexts, type ToHost, type ToPage } from '../protocol';
import { calendarRoom } from './charts/calendarChart';
import { Chart } from './charts/chart';
import type { Size } from './charts/size';
import { draw } from './draw';
import type { Memory, State } from './memory';
import type { Actions, Content, Model } from './model';

/** So many people are drawn unless one asks for all. */
const fewPeople = 20;

/** Scrolling is remembered once it has come to rest for so long. */
const restMs = 200;

/** The page: what it shows, and what it asks of the extension. */
export class App {
  readonly #words: PageWords;
  readonly #root = document.createElement('div');
  readonly #charts = new Map<PictureId, Chart>();
  readonly #texts = new Map<number, string>();
  readonly #actions: Actions;
  #data: Data | undefined;
  #content: Content | undefined;
  #isReading = true;
  #failure: string | undefined;
  #size: Size = { width: 0, em: 13 };

  constructor(
    initial: InitialData,
    private readonly memory: Memory,
    private readonly send: (message: ToHost) => void,
  ) {
    this.#words = new PageWords(initial);
    this.#actions = {
      filter: change => this.#change({ filters: { ...this.#state.filters, ...change } }),
      readScope: scope => this.#read(scope),
      tryAgain: () => this.#read(this.#state.scope),
      sortPeople: order => this.#change({ order }),
      showAllPeople: () => this.#change({ allPeople: true }),
      showTable: (id, on) => this.#showTable(id, on),
      select: (id, mark) => this.#select(id, mark),
      close: () => this.#close(),
      showMore: () => this.#showMore(),
      open: row => this.send({ type: 'open', revision: this.#data?.revision ?? 0, row }),
      logMoment: () => send({ type: 'logMoment' }),
      writeReport: () => send({ type: 'writeReport' }),
    };
    document.body.append(this.#root);
    new ResizeObserver(() => this.#measure()).observe(this.#root);
    let rest: ReturnType<typeof setTimeout> | undefined;
    document.addEventListener('scroll', () => {
      clearTimeout(rest);
      rest = setTimeout(() => memory.change({ scroll: window.scrollY }), restMs);
    });
    this.#draw();
    this.#read(this.#state.scope);
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    switch (message.type) {
      case 'data':
        this.#arrived(message);
        break;
      case 'failed':
        this.#failure = message.message;
        this.#isReading = false;
        this.#draw();
        break;
      case 'texts':
        if (message.revision === this.#data?.revision) {
          for (const [row, text] of message.texts) {
            this.#texts.set(row, text);
          }
          this.#draw();
        }
        break;
    }
  }

  get #state(): State {
    return this.memory.state;
  }

  #read(scope: State['scope']): void {
    this.memory.change({ scope });
    this.#isReading = true;
    this.#failure = undefined;
    this.#draw();
    this.send({ type: 'read', scope });
  }

  #arrived(data: Data): void {
    const isFirst = this.#data === undefined;
    this.#data = data;
    this.#isReading = false;
    this.#failure = undefined;
    this.#texts.clear();
    this.#count();
    this.#draw();
    this.#askForTexts();
    if (isFirst) {
      window.scrollTo(0, this.#state.scroll);
    }
  }

  #change(change: Partial<State>): void {
    this.memory.change(change);
    this.#count();
    this.#draw();
  }

  /** Counts again what is shown. */
  #count(): void {
    if (!this.#data) {
      return;
    }
    const { filters, order, allPeople } = this.#state;
    const { rows, people, today } = this.#data;
    const shown = applyFilters(rows, people, filters, today);
    const mostPeople = allPeople ? Number.POSITIVE_INFINITY : fewPeople;
    const options = { order, mostPeople, room: calendarRoom(this.#size) };
    this.#content = {
      data: this.#data,
      shown,
      pictures: picturesOf(this.#data, shown, options, this.#words),
    };
  }

  #measure(): void {
    const { fontSize } = getComputedStyle(document.body);
    const size = { width: this.#root.clientWidth, em: Number.parseFloat(fontSize) || 13 };
    if (size.width !== this.#size.width) {
      const room = calendarRoom(this.#size);
      this.#size = size;
      if (calendarRoom(size) !== room) {
        this.#count();
      }
      this.#draw();
    }
  }

  #draw(): void {
    const { selection } = this.#state;
    const model: Model = {
      words: this.#words,
      state: this.#state,
      content: this.#content,
      isReading: this.#isReading,
      failure: this.#failure,
      chartOf: id => this.#chartOf(id).element,
      textOf: row => this.#texts.get(row),
    };
    draw(model, this.#actions, this.#root);
    const charts = (this.#content?.pictures ?? []).map(picture => {
      const chart = this.#chartOf(picture.id);
      return { picture, chart, width: chart.element.clientWidth };
    });
    for (const { picture, chart, width } of charts) {
      chart.select(selection?.picture === picture.id ? selection.key : undefined);
      if (width > 0) {
        chart.draw(picture, { width, em: this.#size.em }, this.#words);
      }
    }
  }

  #chartOf(id: PictureId): Chart {
    let chart = this.#charts.get(id);
    if (!chart) {
      chart = new Chart(mark => this.#select(id, mark));
      this.#charts.set(id, chart);
    }
    return chart;
  }

  #showTable(id: PictureId, on: boolean): void {
    const others = this.#state.tables.filter(table => table !== id);
    this.memory.change({ tables: on ? [...others, id] : others });
    this.#draw();
  }

  #select(picture: PictureId, { key }: Mark): void {
    const { selection } = this.#state;
    if (selection?.picture === picture && selection.key === key) {
      this.#close();
      return;
    }
    this.memory.change({ selection: { picture, key, most: mostTexts } });
    this.#draw();
    this.#askForTexts();
    // Where the moments begin; whoever uses the keyboard or a screen reader goes on from there.
    const heading = document.getElementById('moments');
    heading?.focus({ preventScroll: true });
    heading?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    const { selection } = this.#state;
    this.memory.change({ selection: undefined });
    this.#draw();
    if (selection && this.#state.tables.includes(selection.picture)) {
      const buttons = document.querySelectorAll<HTMLElement>(`#${selection.picture} table [data-key]`);
      [...buttons].find(button => button.dataset['key'] === selection.key)?.focus();
    } else if (selection) {
      this.#chartOf(selection.picture).focus(selection.key);
    }
  }

  #showMore(): void {
    const { selection } = this.#state;
    if (selection) {
      this.memory.change({ selection: { ...selection, most: selection.most + mostTexts } });
      this.#draw();
      this.#askForTexts();
      // The button may be gone, and the reading goes on at the first of those that are new.
      document.querySelectorAll<HTMLElement>('.moments li')[selection.most]?.focus();
    }
  }

  /** Asks for the texts of those moments that are shown and haven't any yet. */
  #askForTexts(): void {
    const { selection } = this.#state;
    const picture = this.#content?.pictures.find(({ id }) => id === selection?.picture);
    const mark = picture?.marks.find(({ key }) => key === selection?.key);
    const rows = (mark?.rows ?? []).slice(0, selection?.most).filter(row => !this.#texts.has(row));
    for (let at = 0; this.#data && at < rows.length; at += mostTexts) {
      this.send({ type: 'texts', revision: this.#data.revision, rows: rows.slice(at, at + mostTexts) });
    }
  }
}
