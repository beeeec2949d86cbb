import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import type { FileProblem } from './errors';
import { reasonOf } from './schema';
import { findAlias, findTooDeep, offsetOf } from './yamlPlaces';

/** A YAML text that could be parsed, not yet checked; or what is wrong with it and on which lines. */
export type ParsedYaml =
  | {
      readonly json: unknown;
      /** The line of the file, from 1, where the value at a path stands. */
      lineOf(path: readonly unknown[]): number;
    }
  | { readonly problems: readonly FileProblem[] };

/**
 * Parses YAML that a person wrote. `firstLine` is the line of the file, from 1, on which `text` begins. What
 * Belay's files never hold, aliases and deep nesting, is refused: it can only be a mistake or an attack.
 */
export function parseYaml(file: string, text: string, firstLine = 1): ParsedYaml {
  const refuse = (line: number, reason: string) => ({ problems: [{ file, line, reason }] });
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) {
    return refuse(text.slice(0, tooDeep).split('\n').length - 1 + firstLine, 'it is nested too deeply');
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line - 1 + firstLine;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(error => ({
        file,
        line: lineAt(error.pos[0]),
        reason: error.message.split(' at line ')[0] ?? error.message,
      })),
    };
  }
  const alias = findAlias(document);
  if (alias !== undefined) {
    return refuse(lineAt(alias), 'a value that begins with * needs quotes around it');
  }
  return {
    json: document.toJS(),
    lineOf: path => {
      const offset = offsetOf(document, path);
      return offset === undefined ? 1 : lineAt(offset);
    },
  };
}

/** What a schema found in a file's value at `at`, each with its line and the names that lead to it. */
export function problemsOf(
  file: string,
  issues: readonly v.BaseIssue<unknown>[],
  lineOf: (path: readonly unknown[]) => number,
  { at = [], whole }: { readonly at?: readonly unknown[]; readonly whole: string },
): FileProblem[] {
  return issues.map(issue => {
    const path = issue.path?.map(item => item.key) ?? [];
    const place = path.filter(key => typeof key === 'string').join('.') || whole;
    return { file, line: lineOf([...at, ...path]), reason: `${place}: ${reasonOf(issue)}` };
  });
}

/** A checked value of a YAML file; or what is wrong. */
export type CheckedYaml<T> =
  | { readonly value: T; lineOf(path: readonly unknown[]): number }
  | { readonly problems: readonly FileProblem[] };

/** Reads a YAML file that `schema` checks as a whole. */
export function readYaml<S extends v.GenericSchema>(
  schema: S,
  file: { readonly name: string; readonly text: string },
): CheckedYaml<v.InferOutput<S>> {
  const parsed = parseYaml(file.name, file.text);
  if ('problems' in parsed) {
    return parsed;
  }
  const result = v.safeParse(schema, parsed.json);
  return result.success
    ? { value: result.output, lineOf: parsed.lineOf }
    : { problems: problemsOf(file.name, result.issues, parsed.lineOf, { whole: 'the file' }) };
}
