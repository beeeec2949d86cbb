/** Where something is, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/**
 * Where a key leads from the point at `from`: with an arrow to what is nearest on that side, what lies straight
 * ahead first, with Home and End to the ends. `undefined` where it leads nowhere.
 */
export function moveBy(key: string, points: readonly Point[], from: number): number | undefined {
  const here = points[from];
  const direction = directions[key];
  if (key === 'Home' || key === 'End') {
    return points.length === 0 ? undefined : key === 'Home' ? 0 : points.length - 1;
  }
  if (!here || !direction) {
    return undefined;
  }
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { x, y }] of points.entries()) {
    const ahead = (x - here.x) * direction.x + (y - here.y) * direction.y;
    const aside = Math.abs((x - here.x) * direction.y) + Math.abs((y - here.y) * direction.x);
    const cost = ahead + 3 * aside;
    if (ahead > 1 && cost < least) {
      [best, least] = [index, cost];
    }
  }
  return best;
}
