import { stringify } from 'yaml';
import { namesIn, withoutNames } from '../../namesIn';
import { quotedMarkdown } from '../../platform/quotedMarkdown';
import { headlineOf, type PracticeMoment } from '../moment';
import { type SectionName, sectionNames } from './storyText';

/** The words of a new story, in the user's language. */
export interface TemplateWords {
  readonly untitled: string;
  /** Who somebody was, in a title. */
  readonly someone: string;
  /** What stands in the place of a name, without its brackets: the number is there where several people were. It ends with a question mark. */
  readonly who: (number: number | undefined) => string;
  /** Why names stay out; the number is that of people who were there. */
  readonly names: (people: number) => string;
  /** What each section is for. */
  readonly hints: Readonly<Record<SectionName, string>>;
  /** Where a note comes from: its day and kind. */
  readonly source: (moment: PracticeMoment) => string;
}

/** A story to begin with. */
export interface NewStory {
  readonly title: string;
  readonly text: string;
}

/** In letters; each may count as two where the title is checked. */
const longestTitle = 60;

/**
 * Begins a story. What the moments say becomes notes, as quotes to be put into one's own words, where it helps:
 * the first moment's first line at the situation, what follows at the action, what was learned where that is asked.
 * Nobody's name is taken over.
 */
export function newStory(
  moments: readonly PracticeMoment[],
  answers: readonly string[],
  words: TemplateWords,
): NewStory {
  const inOrder = moments.toSorted((a, b) => Date.parse(a.when) - Date.parse(b.when));
  const names = namesIn(inOrder);
  const nameless = (text: string) =>
    withoutNames(text, names, name => {
      const number = names.indexOf(name) + 1;
      return `[${words.who(names.length > 1 ? number : undefined)}]`;
    });
  const [first] = inOrder;
  const headline = first ? withoutNames(headlineOf(first), names, () => words.someone) : '';
  const title = cut(headline.replace(/\p{Cc}/gu, ' ')) || words.untitled;
  const notes = notesOf(inOrder, words);
  const sections = sectionNames.flatMap(name => [
    `## ${name}`,
    comment(words.hints[name]),
    ...notes[name].map(note => quotedMarkdown(nameless(note))),
  ]);
  const front = stringify({ title, answers: [...answers] }, { lineWidth: 0 });
  const text = [`---\n${front}---`, comment(words.names(names.length)), ...sections].join('\n\n');
  return { title, text: `${text}\n` };
}

/** What the moments, the earliest first, give each section. */
function notesOf(moments: readonly PracticeMoment[], words: TemplateWords): Record<SectionName, string[]> {
  const [first, ...others] = moments;
  const withSource = (moment: PracticeMoment, text: string) => `${words.source(moment)}: ${text}`;
  const rest = first ? first.what.trim().slice(headlineOf(first).length).trim() : '';
  return {
    Situation: first ? [withSource(first, headlineOf(first))] : [],
    Task: [],
    Action: [...(rest === '' ? [] : [rest]), ...others.map(moment => withSource(moment, moment.what.trim()))],
    Result: moments.flatMap(({ followUp }) =>
      followUp?.done !== undefined && followUp.text?.trim() ? [followUp.text.trim()] : [],
    ),
    Learned: moments.flatMap(({ learned }) => (learned?.trim() ? [learned.trim()] : [])),
  };
}

function cut(text: string): string {
  const trimmed = text.trim();
  const chars = [...trimmed];
  return chars.length > longestTitle
    ? `${chars
        .slice(0, longestTitle - 1)
        .join('')
        .trim()}…`
    : trimmed;
}

function comment(text: string): string {
  return `<!-- ${text} -->`;
}
