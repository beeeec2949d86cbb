/** All line breaks as `\n`. */
export function normaliseBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The lines of a text, whatever its line breaks are. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
