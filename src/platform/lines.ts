import { type NodeBuffer, nodeGlobals } from './nodeGlobals';

/**
 * The lines of a file in UTF-8, in their order and without their breaks (`\n`): what splitting the decoded text
 * gives, but for an empty last one. The first is there even where the file is empty.
 */
export function linesOf(file: string | Uint8Array): Generator<string, void, undefined> {
  if (typeof file === 'string') {
    return linesOfText(file);
  }
  const { Buffer } = nodeGlobals;
  return Buffer
    ? linesOfBytes(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
    : linesOfText(new TextDecoder().decode(file));
}

function* linesOfText(text: string): Generator<string, void, undefined> {
  let from = 0;
  do {
    const end = endOfLine(text, from);
    yield text.slice(from, end);
    from = end + 1;
  } while (from < text.length);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const byteOrderMark = '\uFEFF';

/**
 * Decodes only lines that aren't ASCII. One letter beyond Latin-1 makes V8 keep the text that it is in with two
 * bytes a character, which takes longer to make, to cut and to parse: for a journal of 100,000 moments a sixth longer.
 */
function* linesOfBytes(bytes: NodeBuffer): Generator<string, void, undefined> {
  // One character a byte, so that a place in the text is the same place in the bytes.
  const text = bytes.latin1Slice();
  const beyondAscii = /[^\0-\x7F]/g;
  const nextFrom = (from: number) => {
    beyondAscii.lastIndex = from;
    return beyondAscii.test(text) ? beyondAscii.lastIndex - 1 : Number.POSITIVE_INFINITY;
  };
  let from = 0;
  let next = nextFrom(0);
  do {
    const end = endOfLine(text, from);
    if (next < end) {
      const line = bytes.utf8Slice(from, end);
      // As `TextDecoder` leaves it out at the beginning of a file.
      yield from === 0 && line.startsWith(byteOrderMark) ? line.slice(1) : line;
      next = nextFrom(end);
    } else {
      yield text.slice(from, end);
    }
    from = end + 1;
  } while (from < text.length);
}
