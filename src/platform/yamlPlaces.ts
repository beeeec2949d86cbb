import { type Document, isMap, visit } from 'yaml';

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
