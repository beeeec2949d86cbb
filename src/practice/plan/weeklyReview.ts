import { people } from '../../people';
import { addDays, daysBetween } from '../../platform/days';
import { bulletList, escapeMarkdown, plainLines } from '../../platform/markdownText';
import type { Kind } from '../../vocabulary';
import { keptMoment, type PracticeMoment } from '../moment';
import type { WeekFocus } from './focus';
import type { ExerciseState } from './progress';
import { isInWeek, isWeeksStart, mondayOf } from './week';

/** Somebody who wasn't met for so many days is named; after half a year they have most often gone their way. */
const daysAgo = { fewest: 21, most: 182 };
/** A review names so many people, and so many moments a day: the journal has all of them. */
const mostNamed = 15;

/** A moment with the workspace whose journal has it, where that isn't the one that is open. */
export type ReviewMoment = PracticeMoment & { readonly workspace?: string };

/** The words of a weekly review in the user's language. */
export interface ReviewWords {
  readonly title: string;
  readonly happened: string;
  readonly nothingHappened: string;
  readonly mattered: string;
  day(day: string): string;
  shortDay(day: string): string;
  readonly kinds: Readonly<Record<Kind, string>>;
  more(count: number): string;
  readonly away: string;
  readonly nobodyAway: string;
  last(name: string, day: string): string;
  readonly followUps: string;
  readonly noFollowUps: string;
  due(day: string): string;
  readonly evidence: string;
  readonly noEvidence: string;
  state(state: ExerciseState): string;
  readonly focus: string;
  readonly noFocus: string;
  readonly howItWent: string;
  readonly next: string;
  readonly nextAsks: string;
  /** What the line of the intention begins with. */
  readonly intention: string;
}

/** What a weekly review is made of. */
export interface WeekInReview {
  readonly monday: string;
  readonly today: string;
  /** All moments there are, the latest first. */
  readonly moments: readonly ReviewMoment[];
  readonly states: readonly ExerciseState[];
  /** What that week was about. */
  readonly focus: WeekFocus;
}

/** The id of the document that reviews the week that begins on `monday`: one a week, whichever window writes it. */
export function reviewId(monday: string): string {
  return `review-${monday}`;
}

/** The Monday of the week that a document with this id reviews. */
export function reviewedMonday(id: string): string | undefined {
  return /^review-(\d{4}-\d\d-\d\d)$/.exec(id)?.[1];
}

/**
 * The week to review on the day `today`: on its Monday and Tuesday the last one, where something was logged in it
 * and nobody has reviewed it yet.
 */
export function weekToReview(
  today: string,
  moments: readonly PracticeMoment[],
  isReviewed: (monday: string) => boolean,
): string {
  const monday = mondayOf(today);
  const last = addDays(monday, -7);
  const isLate = isWeeksStart(today) && !isReviewed(last) && !isReviewed(monday);
  return isLate && moments.some(({ when }) => isInWeek(when, last)) ? last : monday;
}

/** A weekly review to go on writing, as Markdown: what the journal knows of the week, and places for one's own words. */
export function weeklyReview(week: WeekInReview, words: ReviewWords): string {
  const { monday, moments } = week;
  const happened = moments.filter(({ when }) => isInWeek(when, monday));
  const part = (title: string, none: string, blocks: readonly string[]) => [
    `## ${plainLines(title)}`,
    ...(blocks.length > 0 ? blocks : [plainLines(none)]),
  ];
  const blocks = [
    `# ${plainLines(words.title)}`,
    ...part(words.happened, words.nothingHappened, [
      ...days(happened, words),
      ...(happened.length > 0 ? [plainLines(words.mattered)] : []),
    ]),
    ...part(words.away, words.nobodyAway, listed(away(week, words), words)),
    ...part(words.followUps, words.noFollowUps, listed(followUps(week, words), words)),
    ...part(words.evidence, words.noEvidence, listed(gained(week, words), words)),
    ...part(words.focus, words.noFocus, listed(focused(week, words), words)),
    `## ${plainLines(words.next)}`,
    plainLines(words.nextAsks),
    `${words.intention}: `,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function days(moments: readonly ReviewMoment[], words: ReviewWords): string[] {
  const named = [...new Set(moments.map(dayOf))].sort();
  return named.flatMap(day => [
    `**${plainLines(words.day(day))}**`,
    ...listed(
      moments
        .filter(moment => dayOf(moment) === day)
        .toReversed()
        .map(moment => momentText(moment, words)),
      words,
    ),
  ]);
}

function momentText(moment: ReviewMoment, words: ReviewWords): string {
  const { kind, who, workspace } = moment;
  const about = [who.join(', '), kind && words.kinds[kind], workspace].filter(Boolean).join(' · ');
  const line = plainLines(keptMoment(moment).what);
  return about === '' ? line : `${line} (${plainLines(about)})`;
}

/** Who wasn't met for a while, by name: nobody comes before anybody. */
function away({ today, moments }: WeekInReview, words: ReviewWords): string[] {
  return people(moments)
    .map(({ name, last }) => ({ name, last: last.slice(0, 10) }))
    .filter(({ last }) => {
      const ago = daysBetween(last, today);
      return ago > daysAgo.fewest && ago <= daysAgo.most;
    })
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, last }) => plainLines(words.last(name, words.shortDay(last))));
}

/** The open follow-ups that are due until the end of the week after, the longest overdue first. */
function followUps({ monday, moments }: WeekInReview, words: ReviewWords): string[] {
  const end = addDays(monday, 13);
  return moments
    .flatMap(moment => {
      const due = moment.followUp?.done === undefined ? moment.followUp?.due : undefined;
      return due !== undefined && due <= end ? [{ moment, due }] : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ moment, due }) => {
      const text = moment.followUp?.text?.trim() || keptMoment(moment).what;
      const about = [words.due(words.shortDay(due)), moment.who.join(', '), moment.workspace];
      return `${plainLines(text)} (${plainLines(about.filter(Boolean).join(' · '))})`;
    });
}

/** What was counted as evidence in the week, by exercise. */
function gained({ monday, states }: WeekInReview, words: ReviewWords): string[] {
  return states.flatMap(state => {
    const marks = state.evidence.filter(({ added }) => isInWeek(added, monday));
    const lines = marks.map(({ moment }) => `- ${plainLines(moment.what)}`);
    return marks.length === 0
      ? []
      : [[`${titleOf(state)}: ${plainLines(words.state(state))}`, ...lines].join('\n')];
  });
}

function focused({ focus: { picked, items } }: WeekInReview, words: ReviewWords): string[] {
  if (!picked) {
    return [];
  }
  return items.map(item => {
    const name = 'state' in item ? titleOf(item.state) : `**${escapeMarkdown(item.missing)}**`;
    const how = 'state' in item ? words.state(item.state) : '';
    return [how === '' ? name : `${name}: ${plainLines(how)}`, `- ${words.howItWent}: `].join('\n');
  });
}

function titleOf({ exercise }: ExerciseState): string {
  return `**${escapeMarkdown(exercise.title)}**`;
}

function listed(items: readonly string[], words: ReviewWords): string[] {
  if (items.length === 0) {
    return [];
  }
  const left = items.length - mostNamed;
  return [bulletList(left > 0 ? [...items.slice(0, mostNamed), plainLines(words.more(left))] : items)];
}

function dayOf({ when }: ReviewMoment): string {
  return when.slice(0, 10);
}

/**
 * The intention that a review's text says: what stands behind `Intention:` (or that in the user's language), at the
 * beginning of a line, which may be bold, or else in the next line. Items of lists are moments and not meant.
 * `undefined` where nothing is said.
 */
export function intentionIn(text: string, word: string): string | undefined {
  const bare = (label: string) => label.replace(/[\s*_]/g, '').toLowerCase();
  const labels = new Set(['intention', bare(word)]);
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const colon = line.search(/[:：]/);
    if (colon > 0 && labels.has(bare(line.slice(0, colon)))) {
      const behind = line
        .slice(colon + 1)
        .replace(/^[*_]+/, '')
        .trim();
      const below =
        lines
          .slice(index + 1)
          .find(other => other.trim() !== '')
          ?.trim() ?? '';
      const said = behind === '' && !/^#/.test(below) ? below : behind;
      if (said !== '') {
        return said;
      }
    }
  }
  return undefined;
}
