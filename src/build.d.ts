/** The text of a file that the build makes before it bundles the extension. */
declare module 'belay:*' {
  const text: string;
  export default text;
}
