/** A line of the model: who it is, whatever it reads. */
export interface ModelLine {
  readonly id: string;
  readonly text: string;
}

/**
 * Files whose lines keep their identity through edits. What a test checks notes against: it never looks at
 * texts to tell which line is which, it was told by the edit.
 */
export class FileModel {
  readonly files: Map<string, ModelLine[]>;
  #edit = '';
  #count = 0;

  constructor(files: Iterable<readonly [string, readonly ModelLine[]]>) {
    this.files = new Map([...files].map(([path, lines]) => [path, [...lines]]));
  }

  static of(texts: Readonly<Record<string, string>>): FileModel {
    return new FileModel(
      Object.entries(texts).map(([path, text]) => [
        path,
        text.split('\n').map((line, number) => ({ id: `${path}#${number}`, text: line })),
      ]),
    );
  }

  copy(): FileModel {
    return new FileModel(this.files);
  }

  /** A copy after an edit; lines that it adds get ids that tell of it, the same in each model. */
  after(name: string, edit: (model: FileModel) => void): FileModel {
    const copy = this.copy();
    copy.#edit = name;
    edit(copy);
    return copy;
  }

  lines(path: string): ModelLine[] {
    const lines = this.files.get(path);
    if (!lines) {
      throw new Error(`the model has no ${path}`);
    }
    return lines;
  }

  textOf(path: string): string {
    return this.lines(path)
      .map(({ text }) => text)
      .join('\n');
  }

  /** Where a line is now. */
  find(id: string): { path: string; line: number } | undefined {
    for (const [path, lines] of this.files) {
      const line = lines.findIndex(each => each.id === id);
      if (line >= 0) {
        return { path, line };
      }
    }
    return undefined;
  }

  /** The number of the `nth` line with `part` in it. */
  at(path: string, part: string, nth = 0): number {
    const found = [...this.lines(path).entries()].filter(([, { text }]) => text.includes(part))[nth];
    if (!found) {
      throw new Error(`${path} has no ${nth + 1}. line with ${part}`);
    }
    return found[0];
  }

  insert(path: string, at: number, ...texts: string[]): void {
    this.lines(path).splice(at, 0, ...texts.map(text => this.#fresh(text)));
  }

  remove(path: string, at: number, count = 1): ModelLine[] {
    return this.lines(path).splice(at, count);
  }

  /** Changes the text of a line that stays the same line. */
  edit(path: string, at: number, change: (text: string) => string): void {
    const lines = this.lines(path);
    const line = lines[at];
    if (!line) {
      throw new Error(`${path} has no line ${at}`);
    }
    lines[at] = { id: line.id, text: change(line.text) };
  }

  editAll(path: string, change: (text: string) => string): void {
    for (const at of this.lines(path).keys()) {
      this.edit(path, at, change);
    }
  }

  /** Moves lines to before the line that `to` finds once they are out. */
  move(path: string, from: number, count: number, to: () => number, into = path): void {
    const moved = this.remove(path, from, count);
    this.lines(into).splice(to(), 0, ...moved);
  }

  /** Copies lines to before line `to`: the copies are other lines, changed by `change`. */
  duplicate(path: string, from: number, count: number, to: number, change = (text: string) => text): void {
    const copies = this.lines(path).slice(from, from + count);
    this.insert(path, to, ...copies.map(({ text }) => change(text)));
  }

  /** Breaks a line into several, of which the first stays that line. */
  wrap(path: string, at: number, ...texts: readonly [string, ...string[]]): void {
    const [first, ...more] = texts;
    this.edit(path, at, () => first);
    this.insert(path, at + 1, ...more);
  }

  rename(path: string, to: string): void {
    this.files.set(to, this.lines(path));
    this.files.delete(path);
  }

  #fresh(text: string): ModelLine {
    this.#count += 1;
    return { id: `${this.#edit}+${this.#count}`, text };
  }
}
