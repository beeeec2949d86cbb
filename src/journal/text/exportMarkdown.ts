import { dayOf } from '../../platform/days';
import { escapeMarkdown } from '../../platform/markdownText';
import { quotedMarkdown } from '../../platform/quotedMarkdown';
import type { CodePlace, Moment } from '../moment';
import { type FieldForm, formatPlace, groupByDay, type MomentWords, momentFields } from '../momentText';

/** Words of an exported journal, in the user's language. They stand in the document as they are: as Markdown. */
export interface ExportWords extends MomentWords {
  readonly title: string;
}

/**
 * Moments as a Markdown document for reading: by day, the latest first, in the order given within a day. What
 * happened and what was learned are quotes, in which the user's Markdown stays but for what would break the
 * document (see `quotedMarkdown`); all other texts are shown as they are. Keys that this version doesn't know are
 * left out: `printExport` keeps them.
 */
export function momentsToMarkdown(moments: readonly Moment[], words: ExportWords): string {
  const days = groupByDay(moments).flatMap(({ day, moments: ofDay }) => [
    `## ${day}`,
    ...ofDay.flatMap(moment => blocksOf(moment, words)),
  ]);
  return `${[`# ${words.title}`, ...days].join('\n\n')}\n`;
}

/** Moments as they stand in `momentsToMarkdown`, in the order given, each with its day: for pasting elsewhere. */
export function momentsToPaste(moments: readonly Moment[], words: MomentWords): string {
  const blocks = moments.flatMap(moment => blocksOf(moment, words, `${dayOf(moment)} `));
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(moment: Moment, words: MomentWords, day = ''): string[] {
  const { when, what, kind, learned } = moment;
  const list = momentFields(moment, words, asMarkdown).map(([name, value]) => `- **${name}:** ${value}`);
  const title = [when.slice(11, 16), ...(kind ? [words.kinds[kind]] : [])].join(' ');
  return [
    `### ${day}${title}`,
    quotedMarkdown(what),
    ...(list.length > 0 ? [list.join('\n')] : []),
    ...(learned?.trim() ? [`**${words.learned}:**`, quotedMarkdown(learned)] : []),
  ];
}

const asMarkdown: FieldForm = { text: inLine, place: placeText };

function placeText(place: CodePlace): string {
  const text = inLine(formatPlace(place));
  // An address as the browser has it holds nothing that ends a link.
  return place.permalink === undefined ? text : `[${text}](<${new URL(place.permalink).href}>)`;
}

/** A user's text within a line, shown as it is. */
function inLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
