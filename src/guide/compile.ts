import type { FileProblem } from '../platform/errors';
import type { Guide, Section } from './section';
import { parseSection, type SectionFile } from './sectionFile';

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
export function compileGuide(files: readonly SectionFile[], known: Known): CompiledGuide {
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
  files: readonly SectionFile[],
  known: Known,
  origin: Section['origin'],
): CompiledGuide {
  const problems: FileProblem[] = [];
  const sections = [...guide];
  const fileOf = new Map<string, string>();
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sorted) {
    const parsed = parseSection(file);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const { section, idLine } = parsed;
    const first = fileOf.get(section.id);
    if (first === undefined) {
      fileOf.set(section.id, file.name);
      place(sections, withOrigin(section, origin));
    } else {
      const reason = `id: "${section.id}" is already the id of ${first}`;
      problems.push({ file: file.name, line: idLine, reason });
    }
  }
  const ids = new Set(sections.map(section => section.id));
  return {
    guide: sections,
    problems: [...problems, ...sorted.flatMap(file => brokenReferences(file, ids, known))],
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

/** What `file` refers to by link, figure or template and isn't there, with the line of each. */
function brokenReferences(
  { name, text }: SectionFile,
  sections: ReadonlySet<string>,
  { figures, templates }: Known,
): FileProblem[] {
  const references = [
    { pattern: /\]\(guide:([^)\s#]*)/g, known: sections, what: 'section', verb: 'link to' },
    { pattern: /\]\(figure:([^)\s]*)/g, known: figures, what: 'figure', verb: 'show' },
    {
      pattern: /^\s*(?:-\s+)?template:\s*["']?([\w-]+)/g,
      known: templates,
      what: 'template',
      verb: 'insert',
    },
  ];
  return text.split('\n').flatMap((line, index) =>
    references.flatMap(({ pattern, known, what, verb }) =>
      [...line.matchAll(pattern)]
        .filter(([, id = '']) => !known.has(id))
        .map(([, id]) => ({
          file: name,
          line: index + 1,
          reason: `there is no ${what} "${id}" to ${verb}`,
        })),
    ),
  );
}
