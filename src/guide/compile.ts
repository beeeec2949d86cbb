import type { FileProblem } from '../platform/errors';
import type { TextFile } from '../platform/frontMatter';
import { partsOf, referenceOf } from './references';
import type { Guide, Section } from './section';
import { type ParsedFile, parseSection } from './sectionFile';

/** Sections that could be read, in reading order, and what is wrong in their files. */
export interface CompiledGuide {
  readonly guide: Guide;
  readonly problems: readonly FileProblem[];
}

/** What sections may refer to outside the guide. */
export interface Known {
  /** Snippet prefixes of the templates. */
  readonly templates: ReadonlySet<string>;
  /** Names of the figures. */
  readonly figures: ReadonlySet<string>;
}

/** Belay's own guide from its section files, in the order of their names. */
export function compileGuide(files: readonly TextFile[], known: Known): CompiledGuide {
  return addPages([], files, known, 'belay');
}

/**
 * Adds pages to `guide` in the order of their names. A page with the id of a section takes its place; any
 * other goes to the end of its part, or of the guide where the part is new. A page that can't be read, and
 * a second one of the same id, is left out and named. Named, but not left out, is one that refers to a
 * section, template or figure that there isn't. Pages of a workspace that isn't trusted lose everything
 * but their text.
 */
export function addPages(
  guide: Guide,
  files: readonly TextFile[],
  known: Known,
  origin: Section['origin'],
): CompiledGuide {
  const problems: FileProblem[] = [];
  const sections = [...guide];
  const fileOf = new Map<string, string>();
  const read: ReadPage[] = [];
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sorted) {
    const parsed = parseSection(file);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const section = withOrigin(parsed.section, origin);
    const first = fileOf.get(section.id);
    if (first === undefined) {
      fileOf.set(section.id, file.name);
      place(sections, section);
    } else {
      const reason = `id: "${section.id}" is already the id of ${first}`;
      problems.push({ file: file.name, line: parsed.lineOf(['id']), reason });
    }
    read.push({ ...parsed, section, file: file.name });
  }
  const ids = new Set(sections.map(section => section.id));
  return {
    guide: sections,
    problems: [...problems, ...read.flatMap(page => brokenReferences(page, ids, known))],
  };
}

function withOrigin(section: Section, origin: Section['origin']): Section {
  const actions = origin === 'untrusted' ? { practise: [], questions: [], sources: [] } : {};
  return { ...section, ...actions, origin };
}

function place(sections: Section[], section: Section): void {
  const same = sections.findIndex(({ id }) => id === section.id);
  if (same >= 0) {
    const [replaced] = sections.splice(same, 1);
    if (replaced?.part === section.part) {
      sections.splice(same, 0, section);
      return;
    }
  }
  const lastOfPart = sections.findLastIndex(({ part }) => part === section.part);
  sections.splice(lastOfPart < 0 ? sections.length : lastOfPart + 1, 0, section);
}

/** A page that could be read, and the name of its file. */
type ReadPage = Extract<ParsedFile, { readonly section: Section }> & { readonly file: string };

/** What a page refers to by link, figure or template and isn't there, with the line of each. */
function brokenReferences(
  { section, file, lineOf, bodyLine }: ReadPage,
  sections: ReadonlySet<string>,
  { figures, templates }: Known,
): FileProblem[] {
  const problems = section.practise.flatMap((action, index) =>
    action.do === 'insert' && !templates.has(action.template)
      ? [
          {
            file,
            line: lineOf(['practise', index, 'template']),
            reason: `there is no template "${action.template}" to insert`,
          },
        ]
      : [],
  );
  for (const { token, from } of section.origin === 'untrusted' ? [] : partsOf(section.markdown)) {
    const reference = token.type === 'link' || token.type === 'image' ? referenceOf(token.href) : undefined;
    const known = reference?.to === 'figure' ? figures : sections;
    if (reference && !known.has(reference.name)) {
      const verb = reference.to === 'figure' ? 'show' : 'link to';
      problems.push({
        file,
        line: bodyLine + section.markdown.slice(0, from).split('\n').length - 1,
        reason: `there is no ${reference.to} "${reference.name}" to ${verb}`,
      });
    }
  }
  return problems;
}
