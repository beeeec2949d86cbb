import type { Dimension, Kind, Skill } from '../../vocabulary';
import { type FollowUp, type Moment, toLocalIso } from '../moment';
import { personKey, withoutTwice } from '../people';
import type { Draft } from './draft';
import { parseShorthand, type Shorthand } from './shorthand';

/** What the steps after the first line ask for. */
export interface DraftFields {
  readonly who: readonly string[];
  readonly kind: Kind | undefined;
  readonly skill: Skill | undefined;
  readonly dimension: Dimension | undefined;
  readonly followUp: Pick<FollowUp, 'due' | 'text'> | undefined;
}

/** A draft as it is understood. */
export interface DraftReading {
  readonly line: Shorthand;
  /** What the line and whoever ran the command say. */
  readonly given: DraftFields;
  /** The same with what was changed by hand, which wins. */
  readonly fields: DraftFields;
}

/** Reads `draft` at `now`, which counts where it isn't known when the line was typed. */
export function readDraft(draft: Draft, now: Date): DraftReading {
  const typed = draft.typedAt === undefined ? now : new Date(draft.typedAt);
  const line = parseShorthand(draft.what, typed);
  const { preset = {} } = draft;
  const saysKind = line.parts.some(({ field }) => field === 'kind');
  const given: DraftFields = {
    who: withoutTwice([...(preset.who ?? []), ...line.who]),
    // What somebody asked for is better than what the first words of a sentence suggest.
    kind: saysKind ? line.kind : (preset.kind ?? line.kind),
    skill: line.skill ?? preset.skill,
    dimension: line.dimension,
    followUp: line.followUp,
  };
  return {
    line,
    given,
    fields: {
      who: draft.who ?? given.who,
      kind: overridden(draft.kind, given.kind),
      skill: overridden(draft.skill, given.skill),
      dimension: overridden(draft.dimension, given.dimension),
      followUp: draft.followUp === undefined ? given.followUp : parseFollowUp(draft.followUp, now),
    },
  };
}

/** What a draft keeps of a value that was chosen where `given` was offered: nothing where it is that. */
export function byHand<T>(value: T | undefined, given: T | undefined): T | null | undefined {
  return value === given ? undefined : (value ?? null);
}

/** The same for names, whose order and spelling make no difference. */
export function namesByHand(names: readonly string[], given: readonly string[]): string[] | undefined {
  const keys = (list: readonly string[]) => list.map(personKey).sort().join('\n');
  return keys(names) === keys(given) ? undefined : [...names];
}

/** A follow-up that was typed on its own: `friday ask about the flaky test`. `undefined` where nothing was. */
export function parseFollowUp(typed: string, now: Date): DraftFields['followUp'] {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') {
    return undefined;
  }
  const { followUp, parts } = parseShorthand(`!follow-up ${text}`, now);
  // On a line of its own the end of the text would be other shorthand (`pair for 30m`); here it is text.
  return parts.length > 1 ? { ...(followUp?.due ? { due: followUp.due } : {}), text } : followUp;
}

/** A follow-up as `parseFollowUp` takes it. */
export function printFollowUp(followUp: DraftFields['followUp']): string {
  return [followUp?.due, followUp?.text].filter(Boolean).join(' ');
}

/** Whether there are no words in `draft` that somebody might miss. */
export function isBlank({ what, learned = '', followUp = '' }: Draft): boolean {
  return `${what}${learned}${followUp}`.trim() === '';
}

/** The moment that `draft` is when it is logged at `now`. */
export function momentOf(draft: Draft, now: Date): Moment {
  const { line, fields } = readDraft(draft, now);
  const { kind, skill, dimension, followUp } = fields;
  const learned = draft.learned?.trim();
  return {
    id: draft.id,
    when: line.when ?? toLocalIso(now),
    // A line of nothing but shorthand isn't logged, but its words may be copied.
    what: [line.what || draft.what.trim(), ...quotation(draft), draft.link ?? []].flat().join('\n\n'),
    who: [...fields.who],
    ...(kind ? { kind } : {}),
    ...(skill ? { skill } : {}),
    ...(dimension ? { dimension } : {}),
    ...(line.tags.length > 0 ? { tags: line.tags } : {}),
    ...(line.minutes === undefined ? {} : { minutes: line.minutes }),
    ...(learned ? { learned } : {}),
    ...(followUp ? { followUp } : {}),
    ...(draft.place ? { place: draft.place } : {}),
  };
}

/** The quotation that stands below the line; of a comment whose first line is the line, what follows that. */
function quotation({ what, quote = '' }: Draft): string[] {
  const [first = '', ...rest] = quote.split('\n');
  const text = (first.trim() === what.trim() ? rest.join('\n') : quote).trim();
  return text === '' ? [] : [text.replace(/^/gm, '> ').replace(/ +$/gm, '')];
}

function overridden<T>(hand: T | null | undefined, given: T | undefined): T | undefined {
  return hand === undefined ? given : (hand ?? undefined);
}
