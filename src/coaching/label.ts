/** The labels of Conventional Comments (conventionalcomments.org) that a template may open with. */
export const labels = [
  'praise',
  'nitpick',
  'suggestion',
  'issue',
  'todo',
  'question',
  'thought',
  'chore',
  'note',
] as const;
export type Label = (typeof labels)[number];

/** Its decorations. */
export const decorations = ['non-blocking', 'blocking', 'if-minor'] as const;
export type Decoration = (typeof decorations)[number];

/** How a comment says what kind of comment it is: as plain text, in bold Markdown, or not at all. */
export const labelStyles = ['plain', 'bold', 'none'] as const;
export type LabelStyle = (typeof labelStyles)[number];

/** What comes before a comment's text, with a blank at its end: `question (non-blocking): `. */
export function openingOf(label: Label, decorated: readonly Decoration[], style: LabelStyle): string {
  if (style === 'none') {
    return '';
  }
  const opening = `${label}${decorated.length > 0 ? ` (${decorated.join(', ')})` : ''}:`;
  return style === 'bold' ? `**${opening}** ` : `${opening} `;
}

/** The label and decorations that a comment opens with, in either style, and the text behind them. */
export function readOpening(
  comment: string,
): { readonly label: Label; readonly decorations: readonly Decoration[]; readonly text: string } | undefined {
  const match = /^(?:\*\*)?([a-z]+)(?: \(([^)\n]{0,60})\))?:(?:\*\*)?[ \t]+/.exec(comment);
  const label = labels.find(known => known === match?.[1]);
  if (!match || !label) {
    return undefined;
  }
  const words = (match[2] ?? '').split(',').map(word => word.trim());
  return {
    label,
    decorations: decorations.filter(decoration => words.includes(decoration)),
    text: comment.slice(match[0].length),
  };
}
