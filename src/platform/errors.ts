/** A button on an error message. */
export interface ErrorAction {
  readonly title: string;
  run(): unknown;
}

/**
 * An error that its reader can do something about: `message` is a plain, already localised sentence,
 * `actions` are the next steps offered with it. Everything else is a defect and is logged whole.
 */
export class UserError extends Error {
  constructor(
    message: string,
    readonly actions: readonly ErrorAction[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UserError';
  }
}

/** What `error` says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Something wrong in a file that a person wrote or may mend. `line` counts from 1; a problem with the
 * whole file has none.
 */
export interface FileProblem {
  readonly file: string;
  readonly line?: number;
  /** Where on that line it is, from 0, in UTF-16 units; the whole line where this is left out. */
  readonly columns?: { readonly start: number; readonly end: number };
  readonly reason: string;
  /** An error unless this says otherwise. */
  readonly severity?: 'warning' | 'information';
}

/** `file:line: reason`, the form that editors and terminals make clickable. */
export function formatProblem({ file, line, reason }: FileProblem): string {
  return line === undefined ? `${file}: ${reason}` : `${file}:${line}: ${reason}`;
}

/** The problems as one message, a line each. */
export function formatProblems(problems: readonly FileProblem[]): string {
  return problems.map(formatProblem).join('\n');
}
