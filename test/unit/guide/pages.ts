import { addPages, type Known } from '../../../src/guide/compile';
import type { Guide, Section } from '../../../src/guide/section';
import type { TextFile } from '../../../src/platform/frontMatter';
import { aSection } from '../../fixtures/section';

export const known: Known = { templates: new Set(['cc-known']), figures: new Set(['ladder']) };

export const builtIn: Guide = [
  aSection('a-one', { part: 'A' }),
  aSection('a-two', { part: 'A' }),
  aSection('b-one', { part: 'B' }),
  aSection('b-two', { part: 'B' }),
  aSection('c-one', { part: 'C' }),
];

export const builtInIds = builtIn.map(({ id }) => id);

/** The file of a page, good in all that isn’t given. */
export function page(
  id: string,
  part: string,
  { name = `${id}.md`, more = '', markdown = 'Body.' } = {},
): TextFile {
  return { name, text: `---\nid: ${id}\ntitle: T\npart: ${part}\nsummary: S\n${more}---\n${markdown}\n` };
}

/** Adds pages to `builtIn`. */
export function add(files: readonly TextFile[], origin: Section['origin'] = 'team') {
  return addPages(builtIn, files, known, origin);
}

/** The ids of the guide with those pages. */
export const idsWith = (...files: readonly TextFile[]) => add(files).guide.map(({ id }) => id);
