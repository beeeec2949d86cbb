import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import type { FileProblem } from '../platform/errors';
import { reasonOf } from '../platform/schema';

/** The labels of Conventional Comments (conventionalcomments.org) that a template may open with. */
export const labels = [
  'praise',
  'nitpick',
  'suggestion',
  'issue',
  'todo',
  'question',
  'thought',
  'chore',
  'note',
] as const;
export type Label = (typeof labels)[number];

/** Its decorations. */
export const decorations = ['non-blocking', 'blocking', 'if-minor'] as const;
export type Decoration = (typeof decorations)[number];

/** A ready coaching comment. */
export interface Template {
  /** What the picker calls it. */
  readonly name: string;
  /** What is typed for it as a snippet, and what names it in the guide's actions and in keybindings. */
  readonly prefix: string;
  readonly label: Label;
  readonly decorations: readonly Decoration[];
  /** When to use it, one sentence. */
  readonly description: string;
  /** The reason to use it: what the author of the code learns. */
  readonly why: string;
  /** The comment, in VS Code's snippet syntax, a line each. */
  readonly body: readonly string[];
}

/** One entry of a snippet file. `prefix`, `description` and `body` are VS Code's own fields, `why` is Belay's. */
const EntrySchema = v.strictObject({
  prefix: v.pipe(
    v.string(),
    v.regex(/^cc-[a-z-]+$/, 'it must be cc- and lower-case words joined by hyphens'),
  ),
  description: v.pipe(v.string(), v.nonEmpty('a sentence that says when to use it')),
  why: v.pipe(v.string(), v.nonEmpty('a sentence that says what the author learns')),
  body: v.pipe(v.array(v.string()), v.nonEmpty('at least one line')),
});

const opening = /^([a-z]+)(?: \(([^)]*)\))?: \S/;

/** Splits a comment's first line into label and decorations, or says what is wrong with it. */
export function parseOpening(line: string): { label: Label; decorations: Decoration[] } | { reason: string } {
  const match = opening.exec(line);
  if (!match) {
    return { reason: 'its first line must be "label: text" or "label (decoration): text"' };
  }
  const label = labels.find(candidate => candidate === match[1]);
  if (!label) {
    return { reason: `"${match[1]}" isn't a label: use one of ${labels.join(', ')}` };
  }
  const found: Decoration[] = [];
  for (const word of (match[2] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')) {
    const decoration = decorations.find(candidate => candidate === word);
    if (!decoration) {
      return { reason: `"${word}" isn't a decoration: use one of ${decorations.join(', ')}` };
    }
    found.push(decoration);
  }
  if (label === 'praise' && found.length > 0) {
    return { reason: 'praise takes no decoration' };
  }
  return { label, decorations: found };
}

/**
 * Reads a snippet file into templates. An entry with a problem is left out and named with its line (from 1);
 * the others are there, even after a syntax error further up.
 */
export function parseTemplates(
  file: string,
  text: string,
): { templates: Template[]; problems: FileProblem[] } {
  const syntaxErrors: ParseError[] = [];
  const root = parseTree(text, syntaxErrors, { allowTrailingComma: false });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const problems: FileProblem[] = syntaxErrors.map(error => ({
    file,
    line: lineAt(error.offset),
    reason: `JSON: ${printParseErrorCode(error.error)}`,
  }));
  if (root?.type !== 'object') {
    return {
      templates: [],
      problems: problems.length > 0 ? problems : [{ file, line: 1, reason: 'it must hold a JSON object' }],
    };
  }
  const templates: Template[] = [];
  const isCut = ({ type, offset, length }: Node) =>
    (type === 'object' && text[offset + length - 1] !== '}') ||
    syntaxErrors.some(error => error.offset >= offset && error.offset < offset + length);
  for (const [name, entry] of entriesOf(root)) {
    // The syntax error has been named; what was read of such an entry may be half of it.
    if (isCut(entry)) {
      continue;
    }
    const parsed = parseEntry(name, entry);
    if ('template' in parsed) {
      templates.push(parsed.template);
    } else {
      problems.push(
        ...parsed.problems.map(({ offset, reason }) => ({
          file,
          line: lineAt(offset),
          reason: `"${name}": ${reason}`,
        })),
      );
    }
  }
  return { templates, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function entriesOf(root: Node): [string, Node][] {
  return (root.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value] as [string, Node]] : [];
  });
}

type EntryProblem = { readonly offset: number; readonly reason: string };

function parseEntry(name: string, node: Node): { template: Template } | { problems: EntryProblem[] } {
  const result = v.safeParse(EntrySchema, getNodeValue(node));
  if (!result.success) {
    return {
      problems: result.issues.map(issue => {
        const path = (issue.path ?? []).map(item => item.key as string | number);
        const at = findNodeAtLocation(node, path) ?? node;
        return { offset: at.offset, reason: [...path.slice(0, 1), reasonOf(issue)].join(': ') };
      }),
    };
  }
  const { prefix, description, why, body } = result.output;
  const first = parseOpening(body[0] ?? '');
  if ('reason' in first) {
    return {
      problems: [
        { offset: findNodeAtLocation(node, ['body', 0])?.offset ?? node.offset, reason: first.reason },
      ],
    };
  }
  return { template: { name, prefix, ...first, description, why, body } };
}
