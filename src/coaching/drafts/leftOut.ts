/** What `rephrasing` leaves out of `words`, where it does nothing else; `undefined` where it says something of its own. */
export function leftOut(words: string, rephrasing: string): string | undefined {
  const kept = rephrasing.trim();
  const all = words.trim();
  const isKept = (part: string) => part.toLowerCase() === kept.toLowerCase();
  if (kept === '') {
    return all;
  }
  if (kept.length >= all.length) {
    return undefined;
  }
  const trimmed = (text: string) => text.replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  if (isKept(all.slice(-kept.length))) {
    return trimmed(all.slice(0, -kept.length));
  }
  return isKept(all.slice(0, kept.length)) ? trimmed(all.slice(kept.length)) : undefined;
}
