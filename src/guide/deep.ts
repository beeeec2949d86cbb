/** The Markdown parser recurses. A text nested thousands deep is nobody's prose; `otherwise` is made of it then. */
export function unlessTooDeep<T>(parse: () => T, otherwise: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) {
      return otherwise();
    }
    throw error;
  }
}
