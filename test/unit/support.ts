import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { parseTemplates } from '../../src/coaching/templateFile';
import { type CompiledGuide, compileGuide } from '../../src/guide/compile';
import type { Moment } from '../../src/journal/moment';
import type { Anchor } from '../../src/platform/anchors/anchor';
import type { TextFolder } from '../../src/platform/textFolder';
import { toLocalIso } from '../../src/platform/time';
import type { PracticeFiles } from '../../src/practice/content/compile';
import { type Kind, kinds, type Skill, skills } from '../../src/vocabulary';

export type Operation = 'list' | 'read' | 'replace' | 'rename' | 'remove';

/** A folder in memory that a test can make slow or broken. */
export class MemoryFolder implements TextFolder {
  readonly files: Map<string, string>;
  /** The names of files that were changed, in the order of the changes. */
  readonly changed: string[] = [];
  /** Runs before each operation: what it throws is the operation's failure, what it awaits holds it up. */
  before: (operation: Operation, name: string) => unknown = () => undefined;

  constructor(
    readonly path = '/journal',
    files: Readonly<Record<string, string>> = {},
  ) {
    this.files = new Map(Object.entries(files));
  }

  async list(): Promise<string[]> {
    await this.before('list', '');
    return [...this.files.keys()];
  }

  async read(name: string): Promise<string | undefined> {
    await this.before('read', name);
    return this.files.get(name);
  }

  async readBytes(name: string): Promise<Uint8Array | undefined> {
    const text = await this.read(name);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  async replace(name: string, content: string | Uint8Array): Promise<void> {
    await this.before('replace', name);
    this.files.set(name, typeof content === 'string' ? content : new TextDecoder().decode(content));
    this.changed.push(name);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.before('rename', from);
    const text = this.files.get(from);
    if (text === undefined || this.files.has(to)) {
      throw new Error(`can't rename ${from} to ${to}`);
    }
    this.files.delete(from);
    this.files.set(to, text);
    this.changed.push(from, to);
  }

  async remove(name: string): Promise<void> {
    await this.before('remove', name);
    this.files.delete(name);
    this.changed.push(name);
  }
}

/** For `MemoryFolder.before`: makes one operation fail, on files whose name contains `part`. */
export function failing(operation: Operation, part = ''): MemoryFolder['before'] {
  return (asked, name) => {
    if (asked === operation && name.includes(part)) {
      throw new Error(`the disk refused to ${operation}`);
    }
  };
}

/** Files of a folder of the repository by name: tests run with its root as their working folder. */
function filesIn(folder: string, ending: string): { name: string; text: string }[] {
  const path = join(process.cwd(), folder);
  return readdirSync(path)
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

/** The figures as they lie in the repository: SVG by name. */
export function shippedFigures(): Record<string, string> {
  return Object.fromEntries(
    filesIn('media/figures', '.svg').map(({ name, text }) => [name.slice(0, -'.svg'.length), text]),
  );
}

/** The templates' files as they lie in the repository. */
export function shippedTemplateFiles(): { name: string; text: string }[] {
  return filesIn('snippets', '.md');
}

/** The templates of these files. */
export function shippedTemplates(): ReturnType<typeof parseTemplates> {
  return parseTemplates(shippedTemplateFiles(), 'belay');
}

/** The snippet prefixes of the shipped templates, as their front matter has them. */
export function shippedPrefixes(): Set<string> {
  return new Set(shippedTemplateFiles().flatMap(({ text }) => /^prefix: (\S+)$/m.exec(text)?.slice(1) ?? []));
}

/** The sections' files as they lie in the repository. */
export function shippedGuideFiles(): { name: string; text: string }[] {
  return filesIn('media/guide', '.md');
}

/** The guide as it was written by hand, without the pages that the build makes of templates. */
export function shippedGuide(): CompiledGuide {
  return compileGuide(shippedGuideFiles(), {
    templates: shippedPrefixes(),
    figures: new Set(Object.keys(shippedFigures())),
  });
}

/** The files of exercises, questions, levels and situations as they lie in the repository. */
export function shippedPracticeFiles(): PracticeFiles {
  const [decision, levels] = filesIn('media/practice', '.yaml');
  assert.ok(decision?.name === 'decision.yaml' && levels?.name === 'levels.yaml');
  return {
    exercises: filesIn('media/practice/exercises', '.md'),
    questions: filesIn('media/practice/questions', '.yaml'),
    levels,
    decision,
  };
}

/** For comparing what has no order of its own. */
export function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

/** A moment whose details don't matter to the test. */
export function aMoment(id: string, details: Partial<Moment> = {}): Moment {
  return { id, when: '2026-03-01T14:30:00+01:00', what: `what happened in ${id}`, who: ['Ana'], ...details };
}

/** Any text at all: line breaks, quotes and halves of surrogate pairs included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\n', '\r\n', '\u2028', '"', '\\', '{', '}', ' ', 'ö', '👍') }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes)),
);

/** Any text, and much of what means something to Markdown or to VS Code's renderer of it. */
export const anyMarkup: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.string({
    unit: fc.constantFrom(
      ...['\n', '\n\n', '# ', '- ', '    ', '---', '===', '```', '<img src=x>', '![a](b)', '[a](command:b)'],
      ...['<command:x>', '[r]: command:y', '[r]', '| a |', '|-|', '> ', '1. ', 'x', ' ', '*', '_', '\\'],
    ),
  }),
);

/** Finds Markdown's tokens of a type in a text. */
export function markdownTokens(text: string): (type: string) => Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(text), token => {
    tokens.push(token);
  });
  return type => tokens.filter(token => token.type === type);
}

/** Fails where a page has something that only people's words can have brought in: it makes none of that itself. */
export function assertPlain(of: (type: string) => Token[], ...types: readonly string[]): void {
  const never = ['html', 'image', 'code', 'codespan', 'hr', 'em', 'def', 'del'];
  for (const type of [...never, ...types]) {
    assert.deepEqual(of(type), []);
  }
  for (const token of of('link')) {
    assert.match((token as { href: string }).href, /^(?:https?:|mailto:)/);
  }
}

/** Such texts that have words in them. */
export const hostileText = anyMarkup.filter(text => text.trim() !== '');

const anyName = anyText.filter(text => text !== '');

/** Any instant that four digits of a year can tell, with any offset that is in use on Earth. */
export const anyInstant: fc.Arbitrary<{ date: Date; offset: number }> = fc.record({
  date: fc.date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('9999-12-30T00:00:00Z'),
    noInvalidDate: true,
  }),
  offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
});

const anyLineNumber = fc.nat();
const anyLines = fc.array(anyText, { maxLength: 4 });

/** Any anchor that the schema takes. */
export const anyAnchor: fc.Arbitrary<Anchor> = fc.record(
  {
    start: anyLineNumber,
    end: anyLineNumber,
    total: anyLineNumber,
    lines: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    before: anyLines,
    after: anyLines,
    reach: anyLineNumber,
    scope: anyLines,
    twins: anyLineNumber,
    endTwins: anyLineNumber,
  },
  {
    requiredKeys: ['start', 'end', 'total', 'lines', 'before', 'after', 'scope', 'twins', 'endTwins'],
    noNullPrototype: true,
  },
);

/** Any moment that the schema takes; ids are few, so that events meet on the same moment. */
export const anyMoment: fc.Arbitrary<Moment> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    when: anyInstant.map(({ date, offset }) => toLocalIso(date, offset)),
    what: anyName,
    who: fc.array(anyName, { maxLength: 3 }),
    kind: fc.constantFrom<Kind[]>(...kinds),
    skill: fc.constantFrom<Skill[]>(...skills),
    place: fc.record(
      {
        file: anyName,
        firstLine: fc.integer({ min: 1 }),
        lastLine: fc.integer({ min: 1 }),
        commit: fc.stringMatching(/^[0-9a-f]{7,64}$/),
        anchor: anyAnchor,
      },
      { requiredKeys: ['file', 'firstLine', 'lastLine'], noNullPrototype: true },
    ),
  },
  { requiredKeys: ['id', 'when', 'what', 'who'], noNullPrototype: true },
);
