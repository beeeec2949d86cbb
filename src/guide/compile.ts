import * as v from 'valibot';
import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import { type FileProblem, formatProblem } from '../platform/errors';
import { reasonOf } from '../platform/schema';
import { FrontMatterSchema, type Guide, type Section } from './section';

/** A section file as it stands on the disk. */
export interface SectionFile {
  readonly name: string;
  readonly text: string;
}

/** Sections that could be read, and what is wrong with the others. */
export interface CompiledGuide {
  readonly guide: Guide;
  readonly problems: readonly FileProblem[];
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** One section file: a section and the line of its id, or what is wrong with it and on which lines. */
export function parseSection({
  name,
  text: raw,
}: SectionFile): { section: Section; idLine: number } | { problems: FileProblem[] } {
  const text = raw.replace(/^\uFEFF/, '');
  const match = frontMatter.exec(text);
  if (!match) {
    return {
      problems: [{ file: name, line: 1, reason: 'it must begin with front matter between two lines of ---' }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter: lines });
  // The YAML starts on the file's second line.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(error => ({
        file: name,
        line: lineAt(error.pos[0]),
        reason: error.message.split(' at line ')[0] ?? error.message,
      })),
    };
  }
  const lineOfKey = (key: unknown) => {
    const pair = isMap(document.contents)
      ? document.contents.items.find(item => String(item.key) === key)
      : undefined;
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
    return range ? lineAt(range[0]) : 1;
  };
  const alias = findAlias(document);
  if (alias !== undefined) {
    return {
      problems: [
        { file: name, line: lineAt(alias), reason: 'a value that begins with * needs quotes around it' },
      ],
    };
  }
  const result = v.safeParse(FrontMatterSchema, document.toJS());
  if (!result.success) {
    return {
      problems: result.issues.map(issue => {
        const key = issue.path?.[0]?.key;
        return {
          file: name,
          line: lineOfKey(key),
          reason: `${key === undefined ? 'front matter' : String(key)}: ${reasonOf(issue)}`,
        };
      }),
    };
  }
  return {
    section: { ...result.output, markdown: text.slice(match[0].length).trim() },
    idLine: lineOfKey('id'),
  };
}

/** Where the first YAML alias (`*name`) stands: front matter has nothing that it could stand for. */
function findAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/**
 * Reads section files in the order of their names into a guide. A file with a problem is left out and
 * named; so are a second section of the same id and a link to a section that there isn't.
 */
export function compileGuide(files: readonly SectionFile[]): CompiledGuide {
  const problems: FileProblem[] = [];
  const guide = new Map<string, { section: Section; file: string }>();
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sorted) {
    const parsed = parseSection(file);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const { id } = parsed.section;
    const first = guide.get(id);
    if (first) {
      problems.push({
        file: file.name,
        line: parsed.idLine,
        reason: `id: "${id}" is already the id of ${first.file}`,
      });
    } else {
      guide.set(id, { section: parsed.section, file: file.name });
    }
  }
  for (const file of sorted) {
    problems.push(...brokenLinks(file, id => guide.has(id)));
  }
  return { guide: [...guide.values()].map(entry => entry.section), problems };
}

function brokenLinks({ name, text }: SectionFile, exists: (id: string) => boolean): FileProblem[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\]\(guide:([^)\s]*)\)/g)]
        .filter(([, id = '']) => !exists(id))
        .map(([, id]) => ({ file: name, line: index + 1, reason: `there is no section "${id}" to link to` })),
    );
}

/** The problems as one message, a line each. */
export function formatProblems(problems: readonly FileProblem[]): string {
  return problems.map(formatProblem).join('\n');
}
