import type { Source } from '../../platform/fields';
import { bulletList, escapeMarkdown, plainLines } from '../../platform/markdownText';
import type { Exercise } from '../content/exercise';
import type { ShownEvidence } from './evidence';
import { inertMarkdown, withoutAddresses } from './inertMarkdown';
import type { ExerciseState } from './progress';

/** The words of an exercise's page in the user's language. */
export interface ExerciseWords {
  readonly first: string;
  readonly done: string;
  readonly counts: string;
  /** How many moments, of which kinds, make it done. */
  enough(exercise: Exercise): string;
  readonly evidence: string;
  readonly noEvidence: string;
  /** The day, the people and the whereabouts of a moment. */
  about(shown: ShownEvidence): string;
  readonly how: string;
  readonly after: string;
  readonly read: string;
  /** Where to press to read that section of the guide. */
  guide(title: string): string;
  readonly sources: string;
  /** How far the exercise is. */
  state(state: ExerciseState): string;
  readonly untrusted: string;
}

/** What an exercise's page tells. */
export interface ExercisePage {
  readonly state: ExerciseState;
  /** The title of its step. */
  readonly step: string;
  readonly evidence: readonly ShownEvidence[];
  /** Titles of the exercises that should come before. */
  readonly after: readonly string[];
  /** The title of the guide's section about it. */
  readonly section: string | undefined;
}

/**
 * An exercise as a page of Markdown. What people wrote of moments is shown as it is; a team's text runs and loads
 * nothing; that of a workspace that isn't trusted is plain text.
 */
export function exercisePage(page: ExercisePage, words: ExerciseWords): string {
  const { exercise } = page.state;
  const isUntrusted = exercise.origin === 'untrusted';
  const plain = (text: string) => plainLines(isUntrusted ? withoutAddresses(text) : text);
  const part = (title: string, ...blocks: readonly string[]) => [`## ${plainLines(title)}`, ...blocks];
  const marks = page.evidence.map(shown => markText(shown, words));
  const blocks = [
    `# ${plain(exercise.title)}`,
    `_${plain(`${page.step} · ${words.state(page.state)}`)}_`,
    isUntrusted ? `_${plainLines(words.untrusted)}_` : '',
    plain(exercise.purpose),
    ...part(words.first, plain(exercise.first)),
    ...part(words.done, plain(exercise.done)),
    ...part(words.counts, plain(exercise.evidence.counts), plain(words.enough(exercise))),
    ...part(words.evidence, marks.length > 0 ? bulletList(marks) : plainLines(words.noEvidence)),
    ...(exercise.markdown.trim() === '' ? [] : part(words.how, bodyOf(exercise))),
    ...(page.after.length > 0 ? part(words.after, bulletList(page.after.map(plain))) : []),
    ...(page.section === undefined ? [] : part(words.read, plainLines(words.guide(page.section)))),
    ...(exercise.sources.length > 0
      ? part(
          words.sources,
          bulletList(exercise.sources.map(source => (isUntrusted ? plain(named(source)) : linked(source)))),
        )
      : []),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function markText(shown: ShownEvidence, words: ExerciseWords): string {
  return `${plainLines(shown.moment.what)} (${plainLines(words.about(shown))})`;
}

function bodyOf({ origin, markdown }: Exercise): string {
  switch (origin) {
    case 'belay':
      return markdown;
    case 'team':
      return inertMarkdown(markdown);
    case 'untrusted':
      return markdown
        .split(/\n\s*\n/)
        .map(paragraph => plainLines(withoutAddresses(paragraph)))
        .join('\n\n');
  }
}

function named({ author, title, year }: Source): string {
  return `${author}: ${title}${year === undefined ? '' : ` (${year})`}`;
}

function linked(source: Source): string {
  const { author, title, year, url } = source;
  return url === undefined
    ? plainLines(named(source))
    : `${escapeMarkdown(author)}: [${escapeMarkdown(title)}](<${url}>)${year === undefined ? '' : ` (${year})`}`;
}
