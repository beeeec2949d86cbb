/** A piece of a template's text. */
export type SnippetPart =
  | string
  /** A tab stop, with the text that stands there at first. */
  | { readonly stop: number; readonly parts: readonly SnippetPart[] }
  /** A tab stop at which one of several texts is chosen. */
  | { readonly stop: number; readonly choices: readonly string[] }
  /** The text that was selected, or these parts where nothing was. */
  | { readonly selected: readonly SnippetPart[] };

/** What is wrong with a template's text, and at which offset. */
export interface SnippetProblem {
  readonly offset: number;
  readonly reason: string;
}

const selectedText = 'TM_SELECTED_TEXT';

/**
 * Reads VS Code's snippet syntax, as much of it as a comment needs: `$1`, `${1:text}`, `${1|one,two|}` and
 * `${TM_SELECTED_TEXT:text}`. Other variables are refused: they would put something of the writer's machine
 * (paths, clipboard, names) into what others read, and a template may come with a workspace that isn't trusted.
 */
export function parseSnippet(
  text: string,
): { readonly parts: readonly SnippetPart[] } | { readonly problem: SnippetProblem } {
  const reader = new SnippetReader(text);
  try {
    return { parts: reader.parts('end') };
  } catch (error) {
    if (error instanceof SnippetError) {
      return { problem: { offset: error.offset, reason: error.message } };
    }
    throw error;
  }
}

class SnippetError extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Where the reader is: outside, in a tab stop's text, or in what stands for the selected text. */
type Place = 'end' | 'stop' | 'selected';

class SnippetReader {
  #at = 0;

  constructor(private readonly text: string) {}

  /** Reads to the end, or to the `}` that closes the place. */
  parts(place: Place): SnippetPart[] {
    const parts: SnippetPart[] = [];
    const begun = this.#at;
    let plain = '';
    const add = (part: SnippetPart) => {
      if (plain !== '') {
        parts.push(plain);
        plain = '';
      }
      parts.push(part);
    };
    while (this.#at < this.text.length) {
      const char = this.text[this.#at];
      if (char === '\\' && /[$}\\]/.test(this.text[this.#at + 1] ?? '')) {
        plain += this.text[this.#at + 1];
        this.#at += 2;
      } else if (char === '}' && place !== 'end') {
        this.#at += 1;
        return plain === '' ? parts : [...parts, plain];
      } else if (char === '$' && /[{\w]/.test(this.text[this.#at + 1] ?? '')) {
        add(this.#placeholder(place));
      } else {
        plain += char;
        this.#at += 1;
      }
    }
    if (place !== 'end') {
      throw new SnippetError(begun, 'a placeholder is never closed: a } is missing');
    }
    return plain === '' ? parts : [...parts, plain];
  }

  #placeholder(place: Place): SnippetPart {
    const begun = this.#at;
    const [head, brace, name = ''] = /^\$(\{?)(\w+)/.exec(this.text.slice(begun, begun + 100)) ?? [];
    if (head === undefined) {
      throw new SnippetError(begun, 'after ${ comes a number or TM_SELECTED_TEXT; write \\$ for a plain $');
    }
    this.#at += head.length;
    const isStop = /^\d+$/.test(name);
    if (!isStop && /^\d/.test(name)) {
      throw new SnippetError(
        begun,
        `a $ before a digit begins a tab stop, and "${name}" is none; write \\$ for a plain $, as in \\$${name}`,
      );
    }
    if (!isStop && name !== selectedText) {
      throw new SnippetError(
        begun,
        `"${name}" may not stand in a template: it could put something of your machine into a comment. Use a tab stop, or \\$ for a plain $`,
      );
    }
    if (place === 'selected' || (place === 'stop' && isStop)) {
      throw new SnippetError(begun, `no tab stop inside another, and nothing inside ${selectedText}`);
    }
    const stop = Number(name);
    if (brace === '') {
      return isStop ? { stop, parts: [] } : { selected: [] };
    }
    const mark = this.text[this.#at];
    this.#at += 1;
    if (mark === '}') {
      return isStop ? { stop, parts: [] } : { selected: [] };
    }
    if (mark === ':') {
      return isStop ? { stop, parts: this.parts('stop') } : { selected: this.parts('selected') };
    }
    if (mark === '|' && isStop) {
      return { stop, choices: this.#choices(begun) };
    }
    throw new SnippetError(begun, `after "${name}" comes : or |, or } at the end`);
  }

  #choices(begun: number): string[] {
    const choices = [''];
    while (this.#at < this.text.length) {
      const char = this.text[this.#at] ?? '';
      if (char === '\\' && /[,|\\]/.test(this.text[this.#at + 1] ?? '')) {
        choices.push(`${choices.pop()}${this.text[this.#at + 1]}`);
        this.#at += 2;
      } else if (char === '|' && this.text[this.#at + 1] === '}') {
        if (choices.includes('')) {
          throw new SnippetError(begun, 'a choice has an empty text');
        }
        this.#at += 2;
        return choices;
      } else if (/[|}\n]/.test(char)) {
        // VS Code's syntax has no way to write the last two there.
        throw new SnippetError(
          this.#at,
          'a choice ends with |}; in it stand \\| for |, no } and no line break',
        );
      } else {
        choices.push(...(char === ',' ? [''] : [`${choices.pop()}${char}`]));
        this.#at += 1;
      }
    }
    throw new SnippetError(begun, 'a choice is never closed: |} is missing');
  }
}

/** `text` so that a snippet has it as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The parts in snippet syntax, without variables: `selected` stands where the selected text is to stand. */
export function snippetText(parts: readonly SnippetPart[], selected?: string): string {
  return parts
    .map(part => {
      if (typeof part === 'string') {
        return escapeSnippet(part);
      }
      if ('selected' in part) {
        return selected === undefined ? snippetText(part.selected) : escapeSnippet(selected);
      }
      if ('choices' in part) {
        const choices = part.choices.map(choice => choice.replace(/[\\,|]/g, '\\$&'));
        return `\${${part.stop}|${choices.join(',')}|}`;
      }
      const inner = snippetText(part.parts, selected);
      return inner === '' ? `\${${part.stop}}` : `\${${part.stop}:${inner}}`;
    })
    .join('');
}

/** Whether selected text has a place among `parts`. */
export function takesSelection(parts: readonly SnippetPart[]): boolean {
  return parts.some(
    part =>
      typeof part !== 'string' && ('selected' in part || ('parts' in part && takesSelection(part.parts))),
  );
}
