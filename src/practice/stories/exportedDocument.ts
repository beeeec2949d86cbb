import { escapeMarkdown } from '../../platform/markdownText';
import { parseYaml } from '../../platform/yamlText';
import { withoutComments } from './comments';
import { frontLength } from './storyText';

/** A document for others to read: its front matter's title becomes a heading, comments are left out. */
export function exportedDocument(text: string): string {
  const length = frontLength(text);
  const body = withoutComments(text.slice(length)).trim();
  const title = /^# /m.test(body) ? undefined : titleOf(text.slice(0, length));
  return `${title === undefined ? '' : `# ${escapeMarkdown(title)}\n\n`}${body}\n`;
}

function titleOf(front: string): string | undefined {
  const parsed = parseYaml('', front.replace(/^---\n/, '').replace(/---\s*$/, ''));
  const title = 'json' in parsed ? (parsed.json as { readonly title?: unknown } | null)?.title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.replace(/\s+/g, ' ').trim() : undefined;
}
