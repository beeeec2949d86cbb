import type { FileProblem } from '../platform/errors';
import { parseFrontMatter, type TextFile } from '../platform/frontMatter';
import { FrontMatterSchema, type Section } from './section';

/** A section that could be read; or what is wrong with its file and on which lines. */
export type ParsedFile =
  | {
      readonly section: Section;
      /** The line of the front matter, counted in the file from 1, where the value at a path stands. */
      lineOf(path: readonly (string | number)[]): number;
      /** The line on which the Markdown begins. */
      readonly bodyLine: number;
    }
  | { readonly problems: readonly FileProblem[] };

/** Reads one section file: front matter between two lines of `---`, then Markdown. */
export function parseSection(file: TextFile): ParsedFile {
  const parsed = parseFrontMatter(FrontMatterSchema, file);
  if ('problems' in parsed) {
    return parsed;
  }
  const { front, body, lineOf, bodyLine } = parsed;
  return { section: { ...front, origin: 'belay', markdown: body }, lineOf, bodyLine };
}
