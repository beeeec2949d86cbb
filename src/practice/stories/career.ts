import { type Dimension, dimensions, type Kind, type Skill, skills } from '../../vocabulary';
import type { Exercise } from '../content/exercise';
import type { Levels, Subject, SubjectId } from '../content/levels';
import { subjectOf } from '../content/levels';
import type { Evidence, Rating } from '../entry';
import { headlineOf, type PracticeMoment } from '../moment';
import { exerciseStates } from '../plan/progress';
import { bullets, documentOf, inLine } from './pageParts';

/** The words of a career conversation's agenda, in the user's language. */
export interface CareerWords {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly skills: Readonly<Record<Skill, string>>;
  readonly title: (day: string) => string;
  readonly day: (day: string) => string;
  /** How to go on with the document: a comment, which no export has. */
  readonly howTo: string;
  readonly want: string;
  readonly wantHint: string;
  readonly feedback: string;
  readonly hesitate: string;
  /** One's rating with how many moments show it, and a question about it. */
  readonly thin: (subject: string, level: string, moments: number) => string;
  readonly learned: (day: string, learned: string) => string;
  readonly opportunities: string;
  /** What done looks like. */
  readonly done: (text: string) => string;
  readonly allDone: string;
  readonly evidence: string;
  readonly noMoments: string;
  readonly other: string;
  readonly counts: (exercise: string) => string;
  readonly gone: string;
  readonly more: (count: number) => string;
  readonly questionsToEnd: string;
  readonly questions: readonly string[];
  readonly agreed: string;
  readonly agreedColumns: readonly [string, string, string];
}

/** What an agenda is made from. */
export interface CareerFacts {
  /** The user's day. */
  readonly today: string;
  /** The first day that counts. */
  readonly since: string;
  /** Moments of all journals, the latest first. */
  readonly moments: readonly PracticeMoment[];
  readonly evidence: readonly Evidence[];
  /** The exercises with those of the team, and which of them are said to be done. */
  readonly exercises: readonly Exercise[];
  readonly done: Parameters<typeof exerciseStates>[2];
  readonly ratings: readonly Rating[];
  readonly levels: Levels;
}

const mostOf = { thin: 3, learned: 3, ofStep: 3, group: 6 } as const;

/** Moments of these kinds are talks: an exercise that has no others as evidence asks for no work to do. */
const talks: ReadonlySet<Kind> = new Set(['1:1', 'feedback', 'other']);

/**
 * An agenda for a career conversation with one's manager, to be edited: growth feedback and work to ask for,
 * what happened since `since`, questions to end with. What people wrote is shown as they wrote it.
 */
export function careerAgenda(facts: CareerFacts, words: CareerWords): string {
  const recent = facts.moments.filter(({ when }) => when.slice(0, 10) >= facts.since);
  const toAskFor = exerciseStates(facts.exercises, facts.evidence, facts.done)
    .filter(({ exercise, done }) => done === undefined && isWork(exercise))
    .map(({ exercise }) => exercise);
  const asked = (['volunteer-to-lead', 'talk-with-your-manager'] as const).flatMap(step =>
    toAskFor.filter(exercise => exercise.step === step).slice(0, mostOf.ofStep),
  );
  return documentOf([
    `# ${inLine(words.title(words.day(facts.today)))}`,
    `<!-- ${words.howTo} -->`,
    `## ${inLine(words.want)}`,
    `<!-- ${words.wantHint} -->`,
    `## ${inLine(words.feedback)}`,
    bullets([
      inLine(words.hesitate),
      ...thinRatings(recent, facts, words),
      ...recent
        .filter(({ learned }) => learned !== undefined && learned.trim() !== '')
        .slice(0, mostOf.learned)
        .map(({ when, learned = '' }) => inLine(words.learned(words.day(when.slice(0, 10)), learned))),
    ]),
    `## ${inLine(words.opportunities)}`,
    asked.length > 0
      ? bullets(asked.map(({ title, done }) => `**${inLine(title)}** ${inLine(words.done(done))}`))
      : inLine(words.allDone),
    `## ${inLine(words.evidence)}`,
    ...evidenceBlocks(recent, facts, words),
    `## ${inLine(words.questionsToEnd)}`,
    bullets(words.questions.map(inLine)),
    `## ${inLine(words.agreed)}`,
    agreedTable(words),
  ]);
}

function isWork({ step, evidence }: Exercise): boolean {
  return step !== 'talk-with-your-manager' || evidence.kinds.some(kind => !talks.has(kind));
}

/** The latest rating of each subject that fewer moments show than its level says. The widest gap comes first. */
function thinRatings(
  recent: readonly PracticeMoment[],
  { ratings, levels }: CareerFacts,
  words: CareerWords,
): string[] {
  const latest = new Map<SubjectId, Rating>();
  for (const rating of ratings) {
    const known = latest.get(rating.subject);
    if (!known || Date.parse(rating.rated) > Date.parse(known.rated)) {
      latest.set(rating.subject, rating);
    }
  }
  return levels.subjects
    .flatMap(subject => {
      const level = latest.get(subjectOf(subject))?.level ?? 0;
      const count = recent.filter(moment => shows(moment, subject)).length;
      return level > 1 && count < level ? [{ subject, level, count, gap: level - count }] : [];
    })
    .sort((a, b) => b.gap - a.gap)
    .slice(0, mostOf.thin)
    .map(({ subject, level, count }) => {
      const name = 'skill' in subject ? words.skills[subject.skill] : words.dimensions[subject.dimension];
      return inLine(words.thin(name, levels.levels[level - 1]?.name ?? String(level), count));
    });
}

function shows(moment: PracticeMoment, subject: Subject): boolean {
  return 'skill' in subject ? moment.skill === subject.skill : moment.dimension === subject.dimension;
}

/** Something that happened, as the agenda lists it. */
interface Item {
  readonly when: string;
  readonly group: string;
  readonly text: string;
  readonly counts: boolean;
}

/** What happened, by dimension or else skill; in each group first what counts as evidence, then the latest. */
function evidenceBlocks(recent: readonly PracticeMoment[], facts: CareerFacts, words: CareerWords): string[] {
  const titles = new Map(facts.exercises.map(({ id, title }) => [id, title]));
  const countsFor = new Map<string, string[]>();
  for (const { exercise, moment } of facts.evidence) {
    countsFor.set(moment.id, [...(countsFor.get(moment.id) ?? []), titles.get(exercise) ?? exercise]);
  }
  const items = [
    ...recent.map(({ id, when, dimension, skill, ...moment }): Item => {
      const exercises = countsFor.get(id) ?? [];
      const group = dimension ? words.dimensions[dimension] : skill ? words.skills[skill] : words.other;
      return {
        when,
        group,
        text: textOf(headlineOf(moment), exercises, words),
        counts: exercises.length > 0,
      };
    }),
    ...goneEvidence(facts).map(({ id, when, what }): Item => {
      const text = `${textOf(what, countsFor.get(id) ?? [], words)} _(${inLine(words.gone)})_`;
      return { when, group: words.other, text, counts: true };
    }),
  ].sort((a, b) => Number(b.counts) - Number(a.counts) || Date.parse(b.when) - Date.parse(a.when));
  const names = [
    ...dimensions.map(dimension => words.dimensions[dimension]),
    ...skills.map(skill => words.skills[skill]),
    words.other,
  ];
  const blocks = [...new Set(names)].flatMap(name => {
    const group = items.filter(item => item.group === name);
    const listed = group
      .slice(0, mostOf.group)
      .map(({ when, text }) => `${inLine(words.day(when.slice(0, 10)))}: ${text}`);
    const more = group.length - listed.length;
    return group.length > 0
      ? [`### ${inLine(name)}`, bullets(listed), more > 0 ? inLine(words.more(more)) : '']
      : [];
  });
  return blocks.length > 0 ? blocks : [inLine(words.noMoments)];
}

function textOf(headline: string, exercises: readonly string[], words: CareerWords): string {
  const counts = exercises.length > 0 ? ` _(${inLine(words.counts(exercises.join(', ')))})_` : '';
  return `${inLine(headline)}${counts}`;
}

/** Moments that were accepted as evidence and are in no journal any more, each once. */
function goneEvidence({ evidence, moments, since }: CareerFacts) {
  const there = new Set(moments.map(({ id }) => id));
  const gone = evidence
    .map(({ moment }) => moment)
    .filter(({ id, when }) => !there.has(id) && when.slice(0, 10) >= since);
  return [...new Map(gone.map(moment => [moment.id, moment])).values()];
}

function agreedTable({ agreedColumns }: CareerWords): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const empty = agreedColumns.map(() => '…');
  return [row(agreedColumns.map(inLine)), row(agreedColumns.map(() => '---')), row(empty), row(empty)].join(
    '\n',
  );
}
