/** A note as the page shows it. */
export interface NoteState {
  readonly id: string;
  readonly text: string;
  /** What the host last said about it: nothing yet, kept, or the reason why it couldn't be kept. */
  readonly kept: boolean;
  readonly problem: string | undefined;
}

/** How long the keyboard must rest before a note is sent to be kept, in milliseconds. */
const restMs = 400;

/**
 * The note on the section that is shown. What was typed is kept soon after, and at once when the reader goes
 * elsewhere; until the host has said that it is kept, it stays here.
 */
export class NoteKeeper {
  #shown: string | undefined;
  #note: NoteState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Notes on other sections that haven't been kept yet, by section. */
  readonly #unkept: Map<string, string>;
  /** How many texts were handed over and haven't been answered, by section. */
  readonly #sent = new Map<string, number>();

  /** `unkept`: what an earlier life of the page couldn't hand over. `changed` hears of every change. */
  constructor(
    unkept: ReadonlyMap<string, string>,
    private readonly host: { read(id: string): void; keep(id: string, text: string): void },
    private readonly changed: () => void,
  ) {
    this.#unkept = new Map(unkept);
    this.flush();
  }

  get note(): NoteState | undefined {
    return this.#note;
  }

  get unkept(): ReadonlyMap<string, string> {
    return this.#unkept;
  }

  /** Shows the note on section `id`. */
  show(id: string): void {
    if (this.#shown !== id) {
      this.#shown = id;
      this.flush();
      const unkept = this.#unkept.get(id);
      this.#note = unkept === undefined ? undefined : { id, text: unkept, kept: false, problem: undefined };
      this.host.read(id);
    }
  }

  /** The host has read a note, or another page has written it. What is being typed here stays. */
  arrived(id: string, text: string): void {
    if (id === this.#shown && !this.#unkept.has(id) && this.#note?.text !== text) {
      this.#note = { id, text, kept: false, problem: undefined };
      this.changed();
    }
  }

  write(id: string, text: string): void {
    this.#unkept.set(id, text);
    this.#note = { id, text, kept: false, problem: this.#note?.problem };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), restMs);
    this.changed();
  }

  /** Sends what has been typed and isn't kept yet. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [id, text] of this.#unkept) {
      this.#sent.set(id, (this.#sent.get(id) ?? 0) + 1);
      this.host.keep(id, text);
    }
  }

  /** The host has kept `text`, or says why it couldn't. */
  answered(id: string, text: string, problem: string | undefined): void {
    const onTheirWay = Math.max(0, (this.#sent.get(id) ?? 0) - 1);
    this.#sent.set(id, onTheirWay);
    // The same may have been typed before: a later text that is still on its way would replace it on the disk.
    const isLatest = onTheirWay === 0 && this.#unkept.get(id) === text;
    if (isLatest && problem === undefined) {
      this.#unkept.delete(id);
    }
    if (this.#note?.id === id && isLatest) {
      this.#note = { ...this.#note, kept: problem === undefined, problem };
    }
    this.changed();
  }
}
