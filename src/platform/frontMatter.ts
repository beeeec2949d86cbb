import * as v from 'valibot';
import type { FileProblem } from './errors';
import { normaliseBreaks } from './lineBreaks';
import { parseYaml, problemsOf } from './yamlText';

/** A text file as it stands on the disk. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What a file of front matter and text says; or what is wrong with it and on which lines. */
export type ParsedFrontMatter<T> =
  | {
      readonly front: T;
      /** What stands below the front matter, with line ends of `\n` and without blank lines around it. */
      readonly body: string;
      /** The line of the file, from 1, on which the body begins. */
      readonly bodyLine: number;
      /** The line of the file, from 1, where the value at a path of the front matter stands. */
      lineOf(path: readonly (string | number)[]): number;
    }
  | { readonly problems: readonly FileProblem[] };

/** Files of this kind are read by people within minutes; a far longer one isn't one, and would hold up everything. */
const longestFile = 100_000;

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Where in `text` begins what stands below its front matter; at its start where it has none. */
export function bodyOffset(text: string): number {
  const [front = ''] = frontMatter.exec(text) ?? [];
  return front.length + (/^\s*/.exec(text.slice(front.length))?.[0].length ?? 0);
}

/** Reads a file of YAML front matter between two lines of `---`, which `schema` checks, and text. */
export function parseFrontMatter<Schema extends v.GenericSchema>(
  schema: Schema,
  { name, text: raw }: TextFile,
): ParsedFrontMatter<v.InferOutput<Schema>> {
  const refuse = (line: number, reason: string) => ({ problems: [{ file: name, line, reason }] });
  if (raw.length > longestFile) {
    return refuse(1, `it is longer than ${longestFile} characters; make several of it`);
  }
  const text = normaliseBreaks(raw.replace(/^\uFEFF/, ''));
  const match = frontMatter.exec(text);
  if (!match) {
    return refuse(1, 'it must begin with front matter between two lines of ---');
  }
  // The YAML starts on the file's second line.
  const parsed = parseYaml(name, match[1] ?? '', 2);
  if ('problems' in parsed) {
    return parsed;
  }
  const { json, lineOf } = parsed;
  const result = v.safeParse(schema, json);
  if (!result.success) {
    return { problems: problemsOf(name, result.issues, lineOf, { whole: 'front matter' }) };
  }
  const begins = bodyOffset(text);
  const bodyLine = text.slice(0, begins).split('\n').length;
  return { front: result.output, body: text.slice(begins).trim(), bodyLine, lineOf };
}
