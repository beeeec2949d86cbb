import { dayOf } from '../../platform/days';
import { escapeMarkdown } from '../../platform/markdownText';
import { headlineOf } from '../momentText';
import type { ForgetMention, ForgetStep } from './forget';

/** Words of the page that shows what forgetting changes, in the user's language. They stand in it as they are: as Markdown. */
export interface ForgetWords {
  readonly title: string;
  readonly nothing: string;
  readonly deleted: string;
  readonly changed: string;
  /** Only the first name stands there, which stays. */
  readonly stays: string;
  /** A mention that is only the first name. */
  readonly weak: string;
  /** Older versions, deleted moments, backups and the draft change too. */
  readonly also: string;
}

/** What forgetting somebody changes, as Markdown: moments that are deleted, changed, and left, with each mention. */
export function forgetPage(steps: readonly ForgetStep[], words: ForgetWords): string {
  const groups: [string, ForgetStep[]][] = [
    [words.deleted, steps.filter(({ after }) => after === undefined)],
    [words.changed, steps.filter(({ after, moment }) => after !== undefined && after !== moment)],
    [words.stays, steps.filter(({ after, moment }) => after === moment)],
  ];
  const blocks = groups.flatMap(([heading, list]) =>
    list.length > 0 ? [`## ${heading}: ${list.length}`, ...list.map(step => stepBlock(step, words))] : [],
  );
  return `${[`# ${words.title}`, words.also, ...(blocks.length > 0 ? blocks : [words.nothing])].join('\n\n')}\n`;
}

function stepBlock({ moment, mentions }: ForgetStep, words: ForgetWords): string {
  const lines = mentions.map(
    mention =>
      `  - ${escapeMarkdown(mention.field)}: ${excerptText(mention)}${mention.isWeak ? ` (${words.weak})` : ''}`,
  );
  return [`- ${dayOf(moment)} ${escapeMarkdown(headlineOf(moment))}`, ...lines].join('\n');
}

/** An excerpt with its mentions in bold. */
function excerptText({ excerpt: { text, ranges } }: ForgetMention): string {
  let at = 0;
  let shown = '';
  for (const { start, end } of ranges) {
    shown += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  return shown + escapeMarkdown(text.slice(at));
}
