import { lineBreak, bulletList as list, plainLines as plain, quote } from '../../platform/markdownText';
import type { VocabularyWords } from '../../vocabularyWords';
import type { Levels, Subject } from '../content/levels';
import type { Rating } from '../entry';
import { keptMoment, type PracticeMoment } from '../moment';
import { type Disagreement, disagreement } from './disagree';
import { evidenceFor, recentMoments } from './evidence';
import { isAhead, type SubjectState } from './subjects';

/** The words of the page in the user's language: plain text, which the page escapes. */
export interface AssessmentWords extends VocabularyWords {
  /** A day, given as `2026-03-01`. */
  readonly day: (day: string) => string;
  readonly title: string;
  /** What stands on top while nothing is rated, while nothing was logged lately, and where the journal can't be read. */
  readonly nothingRated: string;
  readonly nothingLogged: string;
  readonly noJournal: string;
  readonly skillsHeading: string;
  readonly dimensionsHeading: string;
  readonly level: (level: number, name: string) => string;
  readonly notRated: string;
  readonly why: (text: string) => string;
  /** Stands beside a rating of a day that is still to come. */
  readonly ahead: string;
  /** How many moments may show it; how many of them are listed below. */
  readonly evidence: (moments: number, listed: number) => string;
  readonly disagreement: (which: Disagreement, level: number, moments: number) => string;
  /** The heads of the table of ratings. */
  readonly columns: { readonly when: string; readonly level: string; readonly why: string };
  readonly levelsHeading: string;
  readonly evidenceHeading: string;
  readonly evidenceMeans: string;
  readonly kindsOf: (subject: string, kinds: readonly string[]) => string;
}

/** What the page is made of. */
export interface Assessment {
  readonly levels: Levels;
  readonly subjects: readonly SubjectState[];
  /** This workspace's moments, the latest first; `undefined` where they can't be read. */
  readonly moments: readonly PracticeMoment[] | undefined;
  /** The user's clock and, by it, their day. */
  readonly now: Date;
  readonly today: string;
}

/** So many moments of a subject's evidence are named. */
const mostNamed = 3;

/**
 * How the user sees themselves, subject by subject, beside what the journal has, as Markdown. What people wrote
 * is shown as they wrote it; nothing is summed up.
 */
export function assessmentPage(assessment: Assessment, words: AssessmentWords): string {
  const { subjects, levels, moments, today } = assessment;
  const recent = moments && recentMoments(moments, today);
  const part = (heading: string, wanted: 'skill' | 'dimension') => [
    `## ${plain(heading)}`,
    ...subjects
      .filter(({ subject }) => wanted in subject)
      .flatMap(state => subjectBlocks(state, recent, assessment, words)),
  ];
  const blocks = [
    `# ${plain(words.title)}`,
    subjects.some(({ current }) => current) ? '' : plain(words.nothingRated),
    recent ? (recent.length > 0 ? '' : plain(words.nothingLogged)) : plain(words.noJournal),
    ...part(words.skillsHeading, 'skill'),
    ...part(words.dimensionsHeading, 'dimension'),
    `## ${plain(words.levelsHeading)}`,
    list(levels.levels.map(({ name, means }, index) => named(words.level(index + 1, name), means))),
    `## ${plain(words.evidenceHeading)}`,
    plain(words.evidenceMeans),
    list(subjects.map(({ subject }) => kindsOf(subject, words))),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function subjectBlocks(
  state: SubjectState,
  recent: readonly PracticeMoment[] | undefined,
  assessment: Assessment,
  words: AssessmentWords,
): string[] {
  const { subject, current, ratings } = state;
  const rows = ratings.map(rating => [
    dayOf(rating, assessment, words),
    levelOf(rating, assessment, words),
    rating.why ?? '',
  ]);
  return [
    `### ${plain(subjectName(subject, words))}`,
    plain(subject.asks),
    current ? ratingBlock(subject, current, assessment, words) : plain(words.notRated),
    ...(recent && recent.length > 0 ? evidenceBlocks(state, recent, words) : []),
    // With one rating there is no change to see yet.
    rows.length > 1 ? table(words.columns, rows) : '',
  ];
}

function ratingBlock(
  subject: Subject,
  rating: Rating,
  assessment: Assessment,
  words: AssessmentWords,
): string {
  const lines = [
    `**${plain(levelOf(rating, assessment, words))}** · ${plain(dayOf(rating, assessment, words))}`,
    plain(subject.behaviours[rating.level - 1] ?? ''),
    rating.why ? plain(words.why(rating.why)) : '',
  ];
  return lines.filter(line => line !== '').join(lineBreak);
}

function levelOf({ level }: Rating, { levels }: Assessment, words: AssessmentWords): string {
  return words.level(level, levels.levels[level - 1]?.name ?? '');
}

function dayOf(rating: Rating, { now }: Assessment, words: AssessmentWords): string {
  const day = words.day(rating.rated.slice(0, 10));
  return isAhead(rating, now) ? `${day} (${words.ahead})` : day;
}

/** What the journal has, and where that and the rating disagree. */
function evidenceBlocks(
  { subject, current }: SubjectState,
  recent: readonly PracticeMoment[],
  words: AssessmentWords,
): string[] {
  const evidence = evidenceFor(subject, recent);
  const moments = evidence.length;
  const listed = evidence.slice(0, mostNamed);
  const which = current && disagreement(current.level, { moments, logged: recent.length });
  return [
    current && which
      ? quote(plain(words.disagreement(which, current.level, moments)))
      : plain(words.evidence(moments, listed.length)),
    list(listed.map(moment => named(words.day(moment.when.slice(0, 10)), keptMoment(moment).what))),
  ];
}

/** What a skill or a dimension is called. */
export function subjectName(subject: Subject, { skills, dimensions }: VocabularyWords): string {
  return 'skill' in subject ? skills[subject.skill] : dimensions[subject.dimension];
}

function kindsOf(subject: Subject, words: AssessmentWords): string {
  const kinds = subject.evidence.kinds.map(kind => words.kinds[kind]);
  const part = 'skill' in subject ? words.skillsHeading : words.dimensionsHeading;
  return plain(words.kindsOf(`${subjectName(subject, words)} (${part})`, kinds));
}

function named(name: string, text: string): string {
  return `**${plain(name)}** ${plain(text)}`;
}

function table(columns: AssessmentWords['columns'], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    `| ${row.map(cell => plain(cell.replace(/\s+/g, ' '))).join(' | ')} |`;
  return [
    cells([columns.when, columns.level, columns.why]),
    '| --- | --- | --- |',
    ...rows.map(row => cells(row)),
  ].join('\n');
}
