/** All line breaks as `\n`. */
export function normaliseBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
