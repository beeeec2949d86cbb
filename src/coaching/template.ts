import * as v from 'valibot';
import { intents } from '../vocabulary';
import { decorations, type LabelStyle, labels, openingOf } from './label';
import { parseSnippet, type SnippetPart, snippetText } from './snippet';

/** Whose template it is: Belay's own, the workspace's, or the user's. */
export const origins = ['belay', 'team', 'own'] as const;

/** A template as the build writes it down: what its file says, its text in snippet syntax. */
export const TemplateSchema = v.object({
  name: v.string(),
  /** What is typed for it as a snippet, and what names it in the guide's actions and in keybindings. */
  prefix: v.string(),
  label: v.picklist(labels),
  intent: v.picklist(intents),
  decorations: v.array(v.picklist(decorations)),
  /** When to use it, and what the author of the code learns: a sentence each, or empty. */
  when: v.string(),
  learns: v.string(),
  /** The same point as reviewers often make it, and made with this template. */
  example: v.optional(v.object({ correcting: v.string(), coaching: v.string() })),
  body: v.string(),
  origin: v.picklist(origins),
});
export type Template = v.InferOutput<typeof TemplateSchema>;

/** How comments open, as the user's settings say. */
export interface OpeningStyle {
  readonly style: LabelStyle;
  readonly withDecorations: boolean;
}

/** The parts of a template's text. */
export function partsOfTemplate({ prefix, body }: Template): readonly SnippetPart[] {
  const snippet = parseSnippet(body);
  if ('problem' in snippet) {
    throw new Error(`${prefix}: ${snippet.problem.reason}`);
  }
  return snippet.parts;
}

/** The comment in snippet syntax, a line each, with its opening; `selected` takes the place that the template has for it. */
export function linesOf(template: Template, opening: OpeningStyle, selected?: string): string[] {
  const { label, decorations: decorated } = template;
  const before = openingOf(label, opening.withDecorations ? decorated : [], opening.style);
  return `${before}${snippetText(partsOfTemplate(template), selected)}`.split('\n');
}
