import * as v from 'valibot';
import type { FileProblem } from '../platform/errors';
import { parseFrontMatter, type TextFile } from '../platform/frontMatter';
import { type Intent, intents } from '../vocabulary';
import { decorations, type Label, labels, readOpening } from './label';
import { parseSnippet } from './snippet';
import type { Template } from './template';

/** What a template without an intent of its own is for. */
const usualIntent: Record<Label, Intent> = {
  praise: 'praise',
  nitpick: 'optional',
  suggestion: 'suggest',
  issue: 'risk',
  todo: 'suggest',
  question: 'ask',
  thought: 'options',
  chore: 'suggest',
  note: 'explain',
};

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty('it is empty'), v.maxLength(400, 'it is too long'));

const longestPrefix = 60;

/** A template's front matter. Belay's own templates have all of it; from a team's own, the first two are enough. */
const FrontSchema = v.pipe(
  v.strictObject({
    name: v.pipe(sentence, v.maxLength(60, 'it must be at most 60 characters')),
    label: v.picklist(labels, `it must be one of ${labels.join(', ')}`),
    prefix: v.optional(
      v.pipe(
        v.string('it must be text'),
        v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'it must be lower-case words joined by hyphens'),
        v.maxLength(longestPrefix, `it must be at most ${longestPrefix} characters`),
      ),
    ),
    intent: v.optional(v.picklist(intents, `it must be one of ${intents.join(', ')}`)),
    decorations: v.optional(
      v.array(v.picklist(decorations, `it must be one of ${decorations.join(', ')}`), 'it must be a list'),
      [],
    ),
    when: v.optional(sentence),
    learns: v.optional(sentence),
    example: v.optional(
      v.strictObject({
        correcting: sentence,
        coaching: v.pipe(v.string(), v.trim(), v.nonEmpty('it is empty')),
      }),
    ),
  }),
  v.forward(
    v.check(
      ({ label, decorations: some }) => label !== 'praise' || some.length === 0,
      'praise takes no decoration',
    ),
    ['decorations'],
  ),
);

/** Reads one template file: front matter between two lines of `---`, then the comment's text without its label. */
export function parseTemplate(
  file: TextFile,
  origin: Template['origin'],
): { readonly template: Template; readonly prefixLine: number } | { readonly problems: FileProblem[] } {
  const parsed = parseFrontMatter(FrontSchema, file);
  if ('problems' in parsed) {
    return { problems: [...parsed.problems] };
  }
  const { front, body, bodyLine, lineOf } = parsed;
  const refuse = (line: number, reason: string) => ({ problems: [{ file: file.name, line, reason }] });
  if (body === '') {
    return refuse(bodyLine, 'the comment’s text is missing below the front matter');
  }
  if (readOpening(body)) {
    return refuse(bodyLine, 'the text begins with a label, which belongs into the front matter');
  }
  const snippet = parseSnippet(body);
  if ('problem' in snippet) {
    const line = bodyLine + body.slice(0, snippet.problem.offset).split('\n').length - 1;
    return refuse(line, snippet.problem.reason);
  }
  const { name, label, decorations: decorated, when = '', learns = '', example } = front;
  const { prefix = prefixOf(file.name), intent = usualIntent[label] } = front;
  const said = { name, prefix, label, intent, decorations: decorated, when, learns };
  return {
    template: { ...said, ...(example ? { example } : {}), body, origin },
    prefixLine: lineOf(['prefix']),
  };
}

/** `cc-` and the words of a file's name, as far as they fit. */
export function prefixOf(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  const words = name
    .replace(/\.md$/i, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['template'];
  const prefix = words[0] === 'cc' ? words.join('-') : `cc-${words.join('-')}`;
  return prefix.slice(0, longestPrefix).replace(/-$/, '');
}

/** Reads many files, in the order of their names; of two with the same prefix the second is left out and named. */
export function parseTemplates(
  files: readonly TextFile[],
  origin: Template['origin'],
): { templates: Template[]; problems: FileProblem[] } {
  const templates: Template[] = [];
  const problems: FileProblem[] = [];
  const fileOf = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const parsed = parseTemplate(file, origin);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const { template, prefixLine } = parsed;
    const first = fileOf.get(template.prefix);
    if (first === undefined) {
      fileOf.set(template.prefix, file.name);
      templates.push(template);
    } else {
      const reason = `prefix: "${template.prefix}" is already the prefix of ${first}`;
      problems.push({ file: file.name, line: prefixLine, reason });
    }
  }
  return { templates, problems };
}
