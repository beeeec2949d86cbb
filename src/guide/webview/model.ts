import type { Filter, Strings, Surface, View } from '../protocol';
import type { Bookmarks, Progress } from '../reader';
import type { Hit } from '../search';
import type { Guide, Section } from '../section';
import type { Body } from './body';
import type { NoteState } from './note';

/** What the page shows; its parts are drawn from this alone. */
export interface Model {
  readonly view: View;
  /** Missing until the guide has arrived; the section that the page was born with is there before. */
  readonly guide: Guide | undefined;
  /** The section that is being read or was read last. */
  readonly current: Section;
  /** A section's text, drawn when it is asked for: most keystrokes don't show it. */
  bodyOf(section: Section): Body;
  readonly progress: Progress;
  readonly bookmarks: Bookmarks;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly note: NoteState | undefined;
  /** The answer that was chosen, by section and question. */
  readonly answers: ReadonlyMap<string, number>;
  readonly surface: Surface;
  readonly strings: Strings;
}

/** What the page's parts call when the reader does something. */
export interface Actions {
  open(id: string, heading?: string): void;
  openHit(hit: Hit): void;
  openContents(filter: Filter): void;
  back(): void;
  forward(): void;
  search(query: string): void;
  endSearch(): void;
  setBookmark(id: string, on: boolean): void;
  setRead(id: string, on: boolean): void;
  copyLink(id: string): void;
  openInEditor(id: string): void;
  practise(id: string, action: number): void;
  answer(id: string, question: number, answer: number): void;
  writeNote(text: string): void;
}
