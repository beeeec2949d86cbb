/** Text in Markdown that shows as it is, whatever it holds: in a fence longer than any in it. */
export function verbatim(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${content}\n${fence}`;
}
