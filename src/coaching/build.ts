import text from 'belay:templates.json';
import * as v from 'valibot';
import { type Template, TemplateSchema } from './template';

let templates: readonly Template[] | undefined;

/** Belay's own templates, as the build found them in `snippets`. */
export function builtInTemplates(): readonly Template[] {
  templates ??= v.parse(v.array(TemplateSchema), JSON.parse(text));
  return templates;
}
