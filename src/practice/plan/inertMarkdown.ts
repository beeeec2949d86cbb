/** Stands between two signs, is seen by nobody, and parts them for a Markdown reader. */
const joint = '\u200B';

/**
 * A team's Markdown for VS Code's preview with nothing in it that runs or loads: no HTML, no pictures, no links but
 * those to the web. It is told from the signs alone, in code as well, so that no two readers can take it differently.
 */
export function inertMarkdown(markdown: string): string {
  return markdown
    .replace(/<(?=[a-z/!?])/gi, `<${joint}`)
    .replace(/!\[/g, `!${joint}[`)
    .replace(/\](?=\((?!\s*https?:\/\/))/gi, `]${joint}`)
    .replace(/\](?=:(?!\s*https?:\/\/))/gi, `]${joint}`);
}

/** Plain text in which no Markdown reader finds an address to link to. */
export function withoutAddresses(text: string): string {
  return text.replaceAll('//', `/${joint}/`).replaceAll('@', `@${joint}`);
}
