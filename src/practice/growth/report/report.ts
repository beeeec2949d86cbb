import { personKeys } from '../../../people';
import type { Period } from '../../../period';
import { momentsIn } from '../../../period';
import { dayOf } from '../../../platform/days';
import { dimensions, kinds, skills } from '../../../vocabulary';
import type { PracticeMoment } from '../../moment';
import { type FollowUpState, followUpState } from '../followUps';
import { type NameForm, NameHider } from './nameHider';
import type { ReportWords } from './reportWords';

/** By what the moments of a report are grouped. */
export const groupings = ['skill', 'dimension'] as const;
export type Grouping = (typeof groupings)[number];

export interface ReportOptions {
  readonly period: Period;
  readonly grouping: Grouping;
  readonly names: NameForm;
}

/** A moment as the report tells it: plain text, its names as they are wanted. */
export interface ReportItem {
  /** When, which kind, with whom. */
  readonly about: string;
  readonly what: string;
  /** What came of it, with a label each. */
  readonly results: readonly { readonly label: string; readonly text: string }[];
}

/** What was done for others in a period: plain text, for a page of any form. */
export interface Report {
  readonly title: string;
  readonly period: string;
  /** What can be counted, a line each. */
  readonly facts: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    readonly count: string;
    readonly items: readonly ReportItem[];
  }[];
}

/** Who is called how. */
interface Naming {
  inText(text: string): string;
  /** Those who were in a moment, in words. */
  who(names: readonly string[]): string;
}

/** A report on those of `moments`, the latest first, that are of the period; `today` is the user's day. */
export function reportOf(
  moments: readonly PracticeMoment[],
  { period, grouping, names }: ReportOptions,
  today: string,
  words: ReportWords,
): Report {
  const told = momentsIn(moments, period);
  const naming = namingOf(moments, names, words);
  const groups: [string, PracticeMoment[]][] =
    grouping === 'skill'
      ? [
          ...skills.map((skill): [string, PracticeMoment[]] => [
            words.skills[skill],
            told.filter(moment => moment.skill === skill),
          ]),
          [words.noSkill, told.filter(({ skill }) => skill === undefined)],
        ]
      : [
          ...dimensions.map((dimension): [string, PracticeMoment[]] => [
            words.dimensions[dimension],
            told.filter(moment => moment.dimension === dimension),
          ]),
          [words.noDimension, told.filter(({ dimension }) => dimension === undefined)],
        ];
  return {
    title: words.title,
    period: words.span(period.from, period.to),
    facts: factsOf(told, today, words),
    groups: groups
      .filter(([, list]) => list.length > 0)
      .map(([title, list]) => ({
        title,
        count: words.moments(list.length),
        items: list.map(moment => itemOf(moment, naming, today, words)),
      })),
  };
}

function factsOf(moments: readonly PracticeMoment[], today: string, words: ReportWords): string[] {
  const people = new Set(moments.flatMap(moment => [...personKeys(moment)]));
  const ofKinds = kinds.flatMap(kind => {
    const count = moments.filter(moment => moment.kind === kind).length;
    return count > 0 ? [words.kindCount(words.kinds[kind], count)] : [];
  });
  const states = moments.flatMap(moment => followUpState(moment, today) ?? []);
  const done = states.filter(isDone).length;
  const minutes = moments.reduce((sum, moment) => sum + (moment.minutes ?? 0), 0);
  return [
    words.total(words.moments(moments.length), words.people(people.size)),
    ...(ofKinds.length > 0 ? [ofKinds.join(', ')] : []),
    ...(states.length > 0 ? [words.followUpsDone(done, states.length)] : []),
    ...(minutes > 0 ? [words.time(minutes)] : []),
  ];
}

function isDone(state: FollowUpState): boolean {
  return state === 'kept' || state === 'late';
}

function itemOf(moment: PracticeMoment, naming: Naming, today: string, words: ReportWords): ReportItem {
  const { kind, who, what, learned, followUp } = moment;
  const state = followUpState(moment, today);
  const text = naming.inText(followUp?.text?.trim() ?? '');
  const results = [
    { label: words.learned, text: naming.inText(learned?.trim() ?? '') },
    {
      label: words.followUp,
      text: state === undefined ? '' : words.followUpResult(text, isDone(state)),
    },
  ];
  return {
    about: [words.day(dayOf(moment)), kind && words.kinds[kind], naming.who(who)]
      .filter(part => part !== undefined && part !== '')
      .join(' · '),
    what: naming.inText(what.trim()),
    results: results.filter(one => one.text !== ''),
  };
}

/** All names that are known count, those of other periods too. */
function namingOf(moments: readonly PracticeMoment[], form: NameForm, words: ReportWords): Naming {
  if (form === 'full') {
    return { inText: text => text, who: names => names.join(', ') };
  }
  const hider = new NameHider(
    moments.flatMap(({ who }) => who),
    form,
    words.roles,
  );
  return {
    inText: text => hider.inText(text),
    who: names => {
      const initials = names.map(name => hider.initials(name));
      return names.length === 0 || initials.includes(undefined)
        ? words.withPeople(names.length)
        : initials.join(', ');
    },
  };
}
