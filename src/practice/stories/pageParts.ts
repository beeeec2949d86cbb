import { escapeMarkdown } from '../../platform/markdownText';
import type { Dimension } from '../../vocabulary';
import type { QuestionKind, Topic } from '../content/question';
import type { KeptMoment } from '../entry';
import { formatSeconds } from '../formatSeconds';
import { headlineOf } from '../moment';
import type { KeptPlace } from './keptPlaces';
import type { StorySummary } from './matrix';
import type { Suggestion, SuggestionReasons } from './suggest';

/** Words that the pages about stories and questions share, in the user's language. */
export interface PageWords {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly noTopic: string;
  readonly kinds: Readonly<Record<QuestionKind, string>>;
  /** A day, `2026-03-01`, in the user's way. */
  readonly day: (day: string) => string;
  /** How long a story takes to tell: `told in 1:40`. */
  readonly told: (time: string) => string;
  /** What the check has found: `3 things to look at`; '' for nothing. */
  readonly findings: (count: number) => string;
  /** Why a moment fits: `a pairing, says “retry”`. */
  readonly reasons: (reasons: SuggestionReasons, moment: Suggestion['moment']) => string;
  /** What is said of a moment that isn't in this journal. */
  readonly elsewhere: (workspace: string) => string;
  readonly gone: string;
}

/** A text as Markdown that shows it as it is, on one line. */
export function inLine(text: string): string {
  return escapeMarkdown(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
}

/** Items as a list, a line each. */
export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

/** Blocks as a document; empty ones are left out. */
export function documentOf(blocks: readonly string[]): string {
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

/** A story's title with how long it takes to tell and whether the check has found something. */
export function storyLine({ document, seconds, findings }: StorySummary, words: PageWords): string {
  const about = [words.told(formatSeconds(seconds)), words.findings(findings)].filter(Boolean);
  return `**${inLine(document.title)}** (${inLine(about.join(', '))})`;
}

/** A moment that could become a story, and why. */
export function suggestionLine({ moment, reasons }: Suggestion, words: PageWords): string {
  const why = words.reasons(reasons, moment);
  return `${inLine(words.day(moment.when.slice(0, 10)))}: ${inLine(headlineOf(moment))} _(${inLine(why)})_`;
}

/** A moment that a story grew from, as it was kept, and where it is if it isn't in this journal. */
export function keptLine({ when, what }: KeptMoment, place: KeptPlace | undefined, words: PageWords): string {
  const note =
    place?.is === 'gone' ? words.gone : place?.is === 'elsewhere' ? words.elsewhere(place.workspace) : '';
  const text = `${inLine(words.day(when.slice(0, 10)))}: ${inLine(what)}`;
  return note === '' ? text : `${text} _(${inLine(note)})_`;
}
