import type { Confidence } from './findLine';

/** How sure it is that code is the code that was remembered; `gone` where nothing of it or of what was around is left. */
export type Sureness = Confidence | 'gone';

const order: readonly Sureness[] = ['gone', 'unsure', 'likely', 'exact'];

/** The less sure of the two. */
export function lessSure<S extends Sureness>(a: S, b: S): S {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}
