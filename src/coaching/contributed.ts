import { openingOf } from './label';
import type { Template } from './template';

/** The templates as a snippet file for VS Code's own completion, whose snippets can't follow Belay's settings. */
export function contributedSnippets(templates: readonly Template[]): string {
  const entries = templates.map(({ name, prefix, label, decorations, when, learns, body }) => [
    name,
    {
      prefix,
      description: `${when} ${learns}`,
      body: `${openingOf(label, decorations, 'plain')}${body}`.split('\n'),
    },
  ]);
  return JSON.stringify(Object.fromEntries(entries), null, 1);
}
