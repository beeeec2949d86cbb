import { escapeMarkdown } from '../../platform/markdownText';
import { quotedMarkdown } from '../../platform/quotedMarkdown';
import type { Dimension } from '../../vocabulary';
import type { CodePlace, FollowUp, Moment } from '../moment';
import { formatPlace, groupByDay, type MomentWords } from '../momentText';

/** Words of an exported journal, in the user's language. They stand in the document as they are: as Markdown. */
export interface ExportWords extends MomentWords {
  readonly title: string;
  readonly dimension: string;
  readonly tags: string;
  readonly minutes: string;
  readonly learned: string;
  readonly followUp: string;
  /** `due 2026-03-08`. */
  readonly due: (day: string) => string;
  /** `done 2026-03-09`. */
  readonly done: (day: string) => string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
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

function blocksOf(moment: Moment, words: ExportWords): string[] {
  const { when, what, who, kind, skill, dimension, tags, minutes, learned, followUp, place } = moment;
  const fields: [string, string | undefined][] = [
    [words.who, who.map(inLine).join(', ')],
    [words.skill, skill && words.skills[skill]],
    [words.dimension, dimension && words.dimensions[dimension]],
    [words.tags, tags?.map(inLine).join(', ')],
    [words.minutes, minutes === undefined ? undefined : String(minutes)],
    [words.where, place && placeText(place)],
    [words.followUp, followUp && followUpText(followUp, words)],
  ];
  const list = fields.flatMap(([name, value]) => (value ? [`- **${name}:** ${value}`] : []));
  const title = [when.slice(11, 16), ...(kind ? [words.kinds[kind]] : [])].join(' ');
  return [
    `### ${title}`,
    quotedMarkdown(what),
    ...(list.length > 0 ? [list.join('\n')] : []),
    ...(learned?.trim() ? [`**${words.learned}:**`, quotedMarkdown(learned)] : []),
  ];
}

function placeText(place: CodePlace): string {
  const text = inLine(formatPlace(place));
  // An address as the browser has it holds nothing that ends a link.
  const link = place.permalink === undefined ? text : `[${text}](<${new URL(place.permalink).href}>)`;
  return place.commit === undefined ? link : `${link} @ ${place.commit.slice(0, 12)}`;
}

function followUpText({ text = '', due, done }: FollowUp, words: ExportWords): string {
  const parts = [
    inLine(text),
    due === undefined ? '' : words.due(due),
    done === undefined ? '' : words.done(done.slice(0, 10)),
  ];
  return parts.filter(part => part !== '').join('; ');
}

/** A user's text within a line, shown as it is. */
function inLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
