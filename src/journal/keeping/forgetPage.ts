import type { ForgetChange, ForgetMention } from '../../platform/forgetting/plan';
import { escapeMarkdown } from '../../platform/markdownText';

/** The headings of what is deleted, changed, and stays with only the first name in it, before the number of it. */
export type ForgetHeadings = Readonly<Record<ForgetChange['outcome'], string>>;

/** Words of the page that shows what forgetting changes, in the user's language. They stand in it as they are: as Markdown. */
export interface ForgetWords {
  readonly title: string;
  readonly nothing: string;
  readonly moments: ForgetHeadings;
  readonly practice: ForgetHeadings;
  /** A mention that is only the first name. */
  readonly weak: string;
  /** Older versions, deleted moments, backups and the draft change too. */
  readonly also: string;
}

/** What forgetting somebody changes, of each room. */
export interface ForgetPreview {
  readonly moments: readonly ForgetChange[];
  readonly practice: readonly ForgetChange[];
}

/** What forgetting somebody changes, as Markdown: what is deleted, changed, and left, with each mention. */
export function forgetPage({ moments, practice }: ForgetPreview, words: ForgetWords): string {
  const blocks = [...blocksOf(moments, words.moments, words), ...blocksOf(practice, words.practice, words)];
  return `${[`# ${words.title}`, words.also, ...(blocks.length > 0 ? blocks : [words.nothing])].join('\n\n')}\n`;
}

function blocksOf(changes: readonly ForgetChange[], headings: ForgetHeadings, words: ForgetWords): string[] {
  return (['deleted', 'changed', 'stays'] as const).flatMap(outcome => {
    const list = changes.filter(change => change.outcome === outcome);
    return list.length > 0
      ? [`## ${headings[outcome]}: ${list.length}`, ...list.map(change => changeBlock(change, words))]
      : [];
  });
}

function changeBlock({ title, mentions }: ForgetChange, words: ForgetWords): string {
  const lines = mentions.map(
    mention =>
      `  - ${escapeMarkdown(mention.field)}: ${excerptText(mention)}${mention.isWeak ? ` (${words.weak})` : ''}`,
  );
  return [`- ${escapeMarkdown(title.replace(/\s+/g, ' '))}`, ...lines].join('\n');
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
