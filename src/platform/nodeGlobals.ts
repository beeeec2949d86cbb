/** Bytes in Node, with its own ways of making texts of them, which are much quicker than `TextDecoder`. */
export interface NodeBuffer extends Uint8Array {
  /** One character a byte, whatever the bytes say. */
  latin1Slice(): string;
  /** The text of the bytes from `start` up to `end`, in UTF-8. */
  utf8Slice(start: number, end: number): string;
}

/** What is global in Node and missing in a browser's extension host: for what can do without. */
interface NodeGlobals {
  readonly Buffer?: { from(buffer: ArrayBufferLike, offset: number, length: number): NodeBuffer };
  readonly setImmediate?: (run: () => void) => void;
}

export const nodeGlobals = globalThis as unknown as NodeGlobals;
