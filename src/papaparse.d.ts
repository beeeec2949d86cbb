/**
 * The part of papaparse that Belay uses. `@types/papaparse` brings Node's types along, which `src` does
 * without, so its files import `papaparse/papaparse.min.js`, which has no types of its own.
 */
declare module 'papaparse/papaparse.min.js' {
  interface ParseError {
    readonly code: string;
    /** The row that it is in, from 0. */
    readonly row?: number;
  }

  const Papa: {
    parse(
      text: string,
      options: { readonly delimiter: string; readonly newline: string },
    ): { readonly data: string[][]; readonly errors: readonly ParseError[] };
    unparse(
      rows: readonly (readonly string[])[],
      options: { readonly newline: string; readonly escapeFormulae: RegExp },
    ): string;
  };
  export default Papa;
}
