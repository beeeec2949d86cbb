import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { ModelsPorts } from '../ports';

/** One of Belay's tools; `I` is its input once it has been checked. */
export interface Tool<I = unknown> {
  readonly input: v.GenericSchema<unknown, I>;
  /** Whether it reads or changes the journal: such a tool is off until the user turns it on. */
  readonly isOverJournal: boolean;
  /** What VS Code asks and says before it runs the tool. */
  prepare?(input: I): vscode.PreparedToolInvocation;
  /** Does it; gives what the model gets, as JSON. Fails with an error whose message the model can use. */
  run(input: I, ports: ModelsPorts): Promise<unknown>;
}

/** A tool whose input is checked before anything is done with it. */
export interface CheckedTool {
  readonly isOverJournal: boolean;
  /** `undefined` where the input is none: running it then says what is wrong. */
  prepare(input: unknown): vscode.PreparedToolInvocation | undefined;
  run(input: unknown, ports: ModelsPorts): Promise<unknown>;
}

/** Puts the check of its input before a tool. */
export function checked<I>({ input: schema, isOverJournal, prepare, run }: Tool<I>): CheckedTool {
  return {
    isOverJournal,
    prepare: input => {
      const result = v.safeParse(schema, input);
      return result.success ? prepare?.(result.output) : undefined;
    },
    run: async (input, ports) => {
      const result = v.safeParse(schema, input);
      if (!result.success) {
        const faults = result.issues.map(issue => {
          const path = v.getDotPath(issue);
          return path === null ? issue.message : `${path}: ${issue.message}`;
        });
        // For the model, which mends its call: in English, as its tools are described.
        throw new Error(`The input isn’t what this tool takes. ${faults.join('; ')}`);
      }
      return run(result.output, ports);
    },
  };
}

/** A text of a tool's input: something in it, and at most `most` characters. */
export const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

/** `text` cut to at most `most` characters, with an ellipsis where something was left out. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
