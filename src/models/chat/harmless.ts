import { links, unseen } from '../rephrase/marks';

/**
 * A model's text without what could do something to whoever reads it: no image, link, address, HTML or character
 * that nobody sees. What links were called stays.
 */
export function harmless(text: string): string {
  return (
    text
      .replace(unseen, '')
      .replace(/^ {0,3}\[[^\]\n]+\]:.*$/gm, '')
      .replace(/!?\[([^\][\n]*)\]\s?(?:\([^)\n]*\)|\[[^\]\n]*\])/g, '$1')
      .replace(links, '…')
      // Escaped, so that it reads as it was written; in code as well, where nobody writes HTML here.
      .replace(/<(?=[/!?a-z])/gi, '&lt;')
      .trim()
  );
}
