import { addDays } from '../../platform/days';
import { type StepId, stepIds } from '../content/exercise';
import type { Focus } from '../entry';
import type { ExerciseState } from './progress';
import { mondayOf } from './week';

/** A week has room for so many exercises. */
export const mostFocused = 3;

/** Why an exercise is proposed. */
export type FocusReason =
  | { readonly why: 'begun'; readonly have: number; readonly of: number }
  /** It was chosen last week, and nothing came of it yet. */
  | { readonly why: 'left' }
  /** It goes on from one that is done. */
  | { readonly why: 'follows'; readonly title: string }
  /** Its step, the first being 1, has no evidence yet. */
  | { readonly why: 'nothingYet'; readonly step: number }
  /** The latest evidence of its step is of the day `last`. */
  | { readonly why: 'quiet'; readonly step: number; readonly last: string }
  /** Another one should come before. */
  | { readonly why: 'early'; readonly title: string };

export interface Proposal {
  readonly state: ExerciseState;
  readonly reason: FocusReason;
}

/**
 * All exercises that aren't done, those first that suit the week best: what was begun, what is left of `chosen`
 * (last week's), then one of each step in turn, the step first that has had no evidence for longest; last what others
 * should come before. In a step the order is the plan's, which goes from easy to hard.
 */
export function proposals(states: readonly ExerciseState[], chosen: readonly string[]): Proposal[] {
  const open = states.filter(({ done }) => done === undefined);
  const begun = open
    .filter(({ evidence }) => evidence.length > 0)
    .sort((a, b) => missing(a) - missing(b) || latest([b]) - latest([a]));
  const left = chosen.flatMap(id => open.find(state => state.exercise.id === id) ?? []);
  const taken = new Set([...begun, ...left]);
  const rest = open.filter(state => !taken.has(state));
  const isReady = (state: ExerciseState) => before(state, states).every(({ done }) => done !== undefined);
  const inTurn = byStepInTurn(rest.filter(isReady), states);
  const early = rest.filter(state => !isReady(state));
  return [...taken, ...inTurn, ...early].map(state => ({
    state,
    reason: reasonOf(state, states, new Set(left)),
  }));
}

function reasonOf(
  state: ExerciseState,
  states: readonly ExerciseState[],
  left: ReadonlySet<ExerciseState>,
): FocusReason {
  const { exercise, evidence } = state;
  if (evidence.length > 0) {
    return { why: 'begun', have: evidence.length, of: exercise.evidence.moments };
  }
  if (left.has(state)) {
    return { why: 'left' };
  }
  const earlier = before(state, states);
  const undone = earlier.find(({ done }) => done === undefined);
  if (undone) {
    return { why: 'early', title: undone.exercise.title };
  }
  const [first] = earlier;
  if (first) {
    return { why: 'follows', title: first.exercise.title };
  }
  const step = stepIds.indexOf(exercise.step) + 1;
  const last = latestDay(ofStep(states, exercise.step));
  return last === undefined ? { why: 'nothingYet', step } : { why: 'quiet', step, last };
}

/** The exercises that should come before one; those that there aren't hold up nothing. */
function before({ exercise }: ExerciseState, states: readonly ExerciseState[]): ExerciseState[] {
  return exercise.after.flatMap(id => states.find(state => state.exercise.id === id) ?? []);
}

function byStepInTurn(open: readonly ExerciseState[], states: readonly ExerciseState[]): ExerciseState[] {
  const steps = [...stepIds].sort((a, b) => latest(ofStep(states, a)) - latest(ofStep(states, b)));
  const waiting = steps.map(step => ofStep(open, step));
  const longest = Math.max(...waiting.map(({ length }) => length));
  return Array.from({ length: longest }, (_none, turn) => waiting.flatMap(list => list[turn] ?? [])).flat();
}

function ofStep(states: readonly ExerciseState[], step: StepId): ExerciseState[] {
  return states.filter(({ exercise }) => exercise.step === step);
}

/** How many moments it still takes. */
function missing({ exercise, evidence }: ExerciseState): number {
  return exercise.evidence.moments - evidence.length;
}

/** When the latest evidence of `states` happened; before all time where there is none. */
function latest(states: readonly ExerciseState[]): number {
  return Math.max(0, ...states.map(({ evidence: [first] }) => (first ? Date.parse(first.moment.when) : 0)));
}

function latestDay(states: readonly ExerciseState[]): string | undefined {
  const newest = states
    .flatMap(({ evidence: [first] }) => first?.moment.when ?? [])
    .sort((a, b) => Date.parse(b) - Date.parse(a));
  return newest[0]?.slice(0, 10);
}

/** One exercise of a week. */
export type FocusItem =
  | { readonly state: ExerciseState; readonly reason?: FocusReason }
  /** One that was picked and isn't there: another workspace's team has it, or it was removed. */
  | { readonly missing: string };

/** What is said below an exercise of the week: why it is proposed, and how to begin where it isn't begun. */
export type FocusHint = { readonly reason: FocusReason } | { readonly first: string };

/** The hints below an exercise of the week, which is proposed where it has a reason. */
export function hintsOf(
  { exercise, evidence, done }: ExerciseState,
  reason: FocusReason | undefined,
): FocusHint[] {
  const isBegun = evidence.length > 0 || done !== undefined;
  return [...(reason ? [{ reason }] : []), ...(isBegun ? [] : [{ first: exercise.first }])];
}

/** What a week is about. */
export interface WeekFocus {
  readonly monday: string;
  /** The user has picked the items; otherwise they are proposed, with reasons. */
  readonly picked: boolean;
  readonly items: readonly FocusItem[];
  readonly intention: string | undefined;
}

/** What the week of the day `today` is about. `focusOf` gives what was picked for the week that begins on a Monday. */
export function weekFocus(
  states: readonly ExerciseState[],
  focusOf: (monday: string) => Focus | undefined,
  today: string,
): WeekFocus {
  const monday = mondayOf(today);
  const focus = focusOf(monday);
  const ids = focus?.exercises ?? [];
  const intention = focus?.intention?.trim() || undefined;
  if (ids.length > 0) {
    const items = ids.map(id => {
      const state = states.find(({ exercise }) => exercise.id === id);
      return state ? { state } : { missing: id };
    });
    return { monday, picked: true, items, intention };
  }
  const lastWeek = focusOf(addDays(monday, -7))?.exercises ?? [];
  return { monday, picked: false, items: proposals(states, lastWeek).slice(0, mostFocused), intention };
}
