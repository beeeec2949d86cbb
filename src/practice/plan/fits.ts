import type { Dimension, Kind, Skill } from '../../vocabulary';
import type { Exercise } from '../content/exercise';
import type { PracticeMoment } from '../moment';
import type { ExerciseState } from './progress';

/** What a moment and an exercise have in common. */
export interface Fit {
  /** The more, the better it fits. */
  readonly strength: number;
  readonly kind?: Kind | undefined;
  readonly skill?: Skill | undefined;
  readonly dimension?: Dimension | undefined;
  /** The exercise's words that the moment has. */
  readonly words: readonly string[];
}

/** What a moment says that is looked at here. */
export type FittingMoment = Pick<
  PracticeMoment,
  'what' | 'learned' | 'kind' | 'skill' | 'dimension' | 'tags'
>;

// A kind alone fits, two words alone do, and one word beside a kind is a good fit.
const forKind = 3;
const forSkill = 2;
const forDimension = 1;
const forWord = 2;
/** More words than this add nothing: a long text has many. */
const mostWords = 3;
const weakest = 3;
const good = 5;

/** Words of `text` in lower case, each between two blanks; whatever else joins or parts them is left out. */
function wordsOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return ` ${words?.join(' ') ?? ''} `;
}

/** Looks at a moment once, and then at how it fits exercises: `undefined` where it doesn't. */
export function fitter(moment: FittingMoment): (exercise: Exercise) => Fit | undefined {
  const { kind, skill, dimension } = moment;
  const text = wordsOf([moment.what, moment.learned ?? '', ...(moment.tags ?? [])].join('\n'));
  return ({ evidence }) => {
    const words = evidence.words.filter(word => {
      const beginning = wordsOf(word).trimEnd();
      return beginning !== '' && text.includes(beginning);
    });
    const isKind = kind !== undefined && evidence.kinds.includes(kind);
    const isSkill = skill !== undefined && evidence.skills.includes(skill);
    const isDimension = dimension !== undefined && evidence.dimensions.includes(dimension);
    // "Other" says nothing about what it was.
    const isOtherKind = !isKind && kind !== undefined && kind !== 'other';
    const strength =
      (isKind ? forKind : isOtherKind ? -forKind : 0) +
      (isSkill ? forSkill : 0) +
      (isDimension ? forDimension : 0) +
      Math.min(words.length, mostWords) * forWord;
    return strength < weakest || !(isKind || words.length > 0)
      ? undefined
      : {
          strength,
          words,
          ...(isKind ? { kind } : {}),
          ...(isSkill ? { skill } : {}),
          ...(isDimension ? { dimension } : {}),
        };
  };
}

/** How well `moment` fits `exercise`, if it does. */
export function fitOf(moment: FittingMoment, exercise: Exercise): Fit | undefined {
  return fitter(moment)(exercise);
}

/**
 * The exercise that a moment is offered to as evidence: of those that the user has `picked` for the week the one
 * that it fits best or else, where it fits well, the best of all. Never one that is done or has the moment already.
 */
export function exerciseToOffer(
  moment: FittingMoment & { readonly id: string },
  states: readonly ExerciseState[],
  picked: ReadonlySet<string>,
): ExerciseState | undefined {
  const look = fitter(moment);
  const fitting = states
    .filter(({ done, evidence }) => done === undefined && !evidence.some(one => one.moment.id === moment.id))
    .map(state => ({ state, strength: look(state.exercise)?.strength ?? 0 }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || b.state.evidence.length - a.state.evidence.length);
  const best =
    fitting.find(({ state }) => picked.has(state.exercise.id)) ??
    fitting.find(({ strength }) => strength >= good);
  return best?.state;
}
