/** How many characters of a comment a moment quotes. */
const quoteLength = 500;

/** The line that a comment begins with, and as much of the comment as a moment quotes. */
export function quoteComment(markdown: string): { line: string; quote: string } {
  const text = markdown.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim();
  const quote = text.length <= quoteLength ? text : `${shortened(text)} …`;
  return { line: quote.split('\n', 1)[0]?.trim() ?? '', quote };
}

/** The subject of a commit with its hash, as a moment's line has it: `Retry twice (0123abc)`. */
export function commitLine(message: string, hash: string): string {
  const subject = message.trim().split(/\r?\n/, 1)[0]?.trim();
  return `${subject ? `${subject} ` : ''}(${hash.slice(0, 7)})`;
}

/** Cut between words where there are some, else not within a character. */
function shortened(text: string): string {
  const cut = text.slice(0, quoteLength - 2).replace(/[\ud800-\udbff]$/, '');
  const words = cut.replace(/\s+\S*$/, '');
  return words.length > quoteLength / 2 ? words : cut;
}
