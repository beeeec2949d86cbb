import type { TextFile } from '../platform/frontMatter';
import { type Intent, intents } from '../vocabulary';
import { intentTexts, pageIdOf } from './intents';
import type { Template } from './template';

/** Pages of the guide that show what the templates are for: one for each intent, as section files. */
export function templatePages(templates: readonly Template[]): TextFile[] {
  return intents.map((intent, index) => ({
    // After all that is written by hand.
    name: `media/guide/~${String(index).padStart(2, '0')}-${intent}.md`,
    text: pageOf(
      intent,
      templates.filter(template => template.intent === intent),
    ),
  }));
}

function pageOf(intent: Intent, templates: readonly Template[]): string {
  const { title, summary, intro } = intentTexts[intent];
  const practise = templates.map(({ name, prefix }) => ({ do: 'insert', label: name, template: prefix }));
  // JSON is YAML as well.
  const front = Object.entries({
    id: pageIdOf(intent),
    title,
    part: 'Coaching comments',
    summary,
    practise,
  })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n');
  return `---\n${front}\n---\n${intro}\n\n${templates.map(exampleOf).join('\n\n')}\n`;
}

function exampleOf({ name, when, learns, example }: Template): string {
  const quoted = (text: string) => text.replace(/^/gm, '> ');
  const pair = example
    ? [quoted(`**Correcting:** ${example.correcting}`), quoted(`**Coaching:** ${example.coaching}`)]
    : [];
  return [`## ${name}`, when, pair.join('\n\n'), learns].filter(part => part !== '').join('\n\n');
}
