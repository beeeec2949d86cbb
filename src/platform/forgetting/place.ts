import type { WithPeople } from '../../people';
import type { FileProblem } from '../errors';
import type { ForgetWish } from './forgetting';
import type { ForgetChange } from './plan';

/** What another room keeps of people, for whoever forgets somebody: it was just read, and can be changed. */
export interface ForgetPlace {
  /** What it knows people from, the latest first, each of an id of its own. */
  readonly people: readonly (WithPeople & { readonly id: string })[];
  /** What forgetting would change. */
  plan(wish: ForgetWish): readonly ForgetChange[];
  /** Forgets them in all that it keeps. Gives where the name is left, what failed included. */
  forget(wish: ForgetWish): Promise<readonly FileProblem[]>;
}
