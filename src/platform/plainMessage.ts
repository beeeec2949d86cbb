/** `text` for a row of a list, in which VS Code would make icons of `$(x)`. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '$\u200B(');
}

/** `text` for a message of VS Code's, which would make links of `[x](y)` besides. */
export function plainMessage(text: string): string {
  return plainLabel(text).replaceAll('](', ']\u200B(');
}
