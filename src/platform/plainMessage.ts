/** `text` for a message of VS Code's or a row of a list, which would make links of `[x](y)` and icons of `$(x)`. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u200B(').replaceAll('$(', '$\u200B(');
}
