/** The text of a file that the build makes before it bundles the extension. */
declare module 'belay:*' {
  const text: string;
  export default text;
}

/** The text of a prompt. */
declare module '*.md' {
  const text: string;
  export default text;
}
