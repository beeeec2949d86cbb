import type { ToldMoment } from '../ports';
import { cut } from './tool';

/** So much is told of a search at most, in moments and in characters of each text. */
export const mostMoments = 8;
const mostCharacters = 400;

/** What a model is told of a moment: its texts, cut, and no code, file, link or key that Belay doesn't know. */
export function told({ id, when, what, who, kind, skill, dimension, learned, followUp }: ToldMoment) {
  return {
    id,
    day: when.slice(0, 10),
    what: cut(what, mostCharacters),
    who,
    ...{ kind, skill, dimension },
    ...(learned === undefined ? {} : { learned: cut(learned, mostCharacters) }),
    ...(followUp === undefined ? {} : { followUp: { due: followUp.due, done: followUp.done !== undefined } }),
  };
}
