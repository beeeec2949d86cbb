import { type Document, isMap, Lexer, visit } from 'yaml';

/** Where the value at `path` stands; where it is missing, the nearest thing around it that is there. */
export function offsetOf(document: Document.Parsed, path: readonly unknown[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find(item => String(item.key) === key) : undefined;
    const node: unknown = pair ? pair.key : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | undefined)?.range;
    if (range) {
      return range[0];
    }
  }
  return undefined;
}

/** Where the first YAML alias (`*name`) stands: Belay's files have nothing that it could stand for. */
export function findAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Far more levels than any front matter has, and far fewer than the parser can take. */
const deepest = 50;

/**
 * Where YAML `text` goes deeper than any front matter does, if it does. The parser recurses: a few hundred
 * brackets or list marks in a row, which a few hundred bytes can hold, end the whole process.
 */
export function findTooDeep(text: string): number | undefined {
  let offset = 0;
  let open = 0;
  let marksInLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') {
      open += 1;
    } else if (token === ']' || token === '}') {
      open = Math.max(0, open - 1);
    } else if (token === '-' || token === '?') {
      marksInLine += 1;
    } else if (token.startsWith('\n')) {
      marksInLine = 0;
    }
    if (open > deepest || marksInLine > deepest) {
      return offset;
    }
    offset += isMark(token) ? 0 : token.length;
  }
  return undefined;
}

/** The lexer's own marks (a document begins, a plain scalar follows, …) aren't of the text. */
function isMark(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001f';
}
