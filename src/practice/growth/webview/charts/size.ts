/** What a chart has room for, in pixels: its width, and the size of letters. */
export interface Size {
  readonly width: number;
  readonly em: number;
}

/** How long a label may be, in Plot's measure: the size of its own letters, which are a little smaller than the page's. */
export function lettersIn(width: number, em: number): number {
  return width / (0.92 * em) - 1;
}
