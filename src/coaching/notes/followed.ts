import { captureAnchor, indexOf, type LineRange } from '../../platform/anchors/anchor';
import type { LineIndex } from '../../platform/anchors/lineIndex';
import { locate } from '../../platform/anchors/locate';
import { lessSure, type Sureness } from '../../platform/anchors/sureness';
import type { NotePlace } from './note';
import { shift, type TextChange } from './shift';

/** The lines of a text, as far as somebody asks for them. */
export interface TextLines {
  readonly count: number;
  at(line: number): string;
}

/** One note followed through the versions of one document, found by content and moved along with edits. */
export class FollowedNote {
  #at: LineRange = { start: 0, end: 0 };
  #sureness: Sureness = 'gone';
  #isReplaced = false;
  #indentation = new Map<number, number>();

  constructor(private place: NotePlace) {}

  /** Where the note is or, where its code is gone, the nearest place to where it was. */
  get at(): LineRange {
    return this.#at;
  }

  get sureness(): Sureness {
    return this.#sureness;
  }

  /** Edits took the lines themselves away since they were found: they are to be found by content again. */
  get isReplaced(): boolean {
    return this.#isReplaced;
  }

  /** Finds the note by content; `place` is what is known of it now. */
  find(place: NotePlace, lines: readonly string[] | LineIndex): void {
    this.place = place;
    const index = indexOf(lines);
    const found = locate(place.anchor, index);
    const last = index.lines.length - 1;
    this.#at = {
      start: found?.start ?? Math.min(place.anchor.start, last),
      end: found?.end ?? Math.min(place.anchor.end, last),
    };
    this.#sureness = found ? lessSure(found.confidence, place.doubt ?? 'exact') : 'gone';
    this.#isReplaced = false;
    this.#remember(line => index.lines[line] ?? '');
  }

  /** Moves the note along with edits, which have led to `lines`. */
  shift(changes: readonly TextChange[], lines: TextLines): void {
    const moved = shift(this.#at, changes, line => this.#indentation.get(line) ?? 0);
    const last = lines.count - 1;
    this.#at = { start: Math.min(moved.start, last), end: Math.min(moved.end, last) };
    this.#isReplaced ||= moved.replaced;
    this.#remember(line => lines.at(line));
  }

  /**
   * The place to keep now that the text is `lines`, where that tells more than what is kept: the anchor taken
   * anew where the note has been followed to. The code of a note that isn't surely there any more is kept as it was.
   */
  placeNow(lines: readonly string[] | LineIndex): NotePlace | undefined {
    if (this.#isReplaced || this.#sureness === 'gone' || this.#sureness === 'unsure') {
      return undefined;
    }
    const anchor = captureAnchor(lines, this.#at.start, this.#at.end);
    return JSON.stringify(anchor) === JSON.stringify(this.place.anchor)
      ? undefined
      : this.#withAnchor(anchor, this.#sureness === 'likely' ? 'likely' : undefined);
  }

  /** The place to keep where the user has said that the note is where it is shown. */
  placeConfirmed(lines: readonly string[]): NotePlace {
    return this.#withAnchor(captureAnchor(lines, this.#at.start, this.#at.end), undefined);
  }

  #withAnchor(anchor: NotePlace['anchor'], doubt: NotePlace['doubt']): NotePlace {
    const { doubt: _before, ...place } = this.place;
    return { ...place, anchor, ...(doubt === undefined ? {} : { doubt }) };
  }

  #remember(textOf: (line: number) => string): void {
    this.#indentation = new Map(
      [this.#at.start, this.#at.end].map(line => [line, /^\s*/.exec(textOf(line))?.[0].length ?? 0]),
    );
  }
}
