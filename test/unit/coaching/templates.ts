import assert from 'node:assert/strict';
import type { Template } from '../../../src/coaching/template';
import { parseTemplate } from '../../../src/coaching/templateFile';
import type { TextFile } from '../../../src/platform/frontMatter';

/** The least front matter that a template needs. Text below it begins on the file's fifth line. */
export const goodLines = ['name: Say hello', 'label: note'];

export function templateFile(lines: readonly string[], body = 'Hello.'): TextFile {
  return { name: 'team/say-hello.md', text: `---\n${lines.join('\n')}\n---\n${body}\n` };
}

/** What a file becomes in which nothing is wrong. */
export function read(lines: readonly string[], body?: string): { template: Template } {
  const parsed = parseTemplate(templateFile(lines, body), 'team');
  assert.ok('template' in parsed, JSON.stringify(parsed));
  return parsed;
}

/** Fails unless `file` is refused, for one reason, on that line. */
export function assertRefused(file: TextFile, line: number, reason: RegExp): void {
  const parsed = parseTemplate(file, 'team');
  assert.ok('problems' in parsed, `a template: ${file.text}`);
  assert.deepEqual(
    parsed.problems.map(problem => [problem.file, problem.line]),
    [[file.name, line]],
  );
  assert.match(parsed.problems[0]?.reason ?? '', reason);
}

/** A template whose other details don't matter to the test. */
export function aTemplate(details: Partial<Template> = {}): Template {
  return {
    name: 'Say hello',
    prefix: 'cc-hello',
    label: 'note',
    intent: 'explain',
    decorations: [],
    when: 'When.',
    learns: 'Why.',
    body: 'Hello.',
    origin: 'belay',
    ...details,
  };
}
