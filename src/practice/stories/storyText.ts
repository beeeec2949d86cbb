import * as v from 'valibot';
import type { FileProblem } from '../../platform/errors';
import { IdSchema, line, listOf } from '../../platform/fields';
import { parseFrontMatter } from '../../platform/frontMatter';
import { normaliseBreaks } from '../../platform/lineBreaks';
import { findMasks } from '../../platform/masks';
import { blankComments, blankOut } from './comments';

/** The parts of a story, each below a heading of its name, as STAR has them, and what one learned. */
export const sectionNames = ['Situation', 'Task', 'Action', 'Result', 'Learned'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Those that are told when somebody asks for the story. */
export const toldSections: readonly SectionName[] = ['Situation', 'Task', 'Action', 'Result'];

/** How fast people tell: words a minute. */
const wordsPerMinute = 150;

/** The front matter of a story. */
const StoryFrontSchema = v.strictObject({
  title: line(120, 'a title'),
  /** Ids of interview questions; a key without a value is an empty list. */
  answers: v.optional(v.nullable(listOf(IdSchema, 0, 20)), []),
});

/** A stretch of a line. */
export interface LinePart {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** One line of a section. Both texts are as long as the line, blanks standing for what isn't in them. */
export interface SectionLine {
  /** From 1. */
  readonly line: number;
  /** What is told: without comments, code and quoted notes. */
  readonly told: string;
  /** That without what stands between quotation marks and as code within the line. */
  readonly own: string;
}

/** What stands below one of the headings, several of the same name taken together. */
export interface StorySection {
  /** The line of its first heading, from 1. */
  readonly line: number;
  readonly lines: readonly SectionLine[];
  readonly words: number;
  /** Notes stand there as a block quote. */
  readonly hasNotes: boolean;
}

/** A story's text, as far as it can be read; nothing in it makes it unreadable. */
export interface StoryText {
  readonly front: { readonly title: string; readonly answers: readonly string[] } | undefined;
  readonly problems: readonly FileProblem[];
  /** The line of the answer at an index, from 1. */
  answerLine(index: number): number;
  readonly sections: ReadonlyMap<SectionName, StorySection>;
  /** The line on which the body begins, from 1. */
  readonly bodyLine: number;
  /** All of it, with signs that are no words in the place of comments. */
  readonly text: string;
}

/** Reads a story. What its front matter says wrongly is named with its line. */
export function parseStory(file: { readonly name: string; readonly text: string }): StoryText {
  const text = normaliseBreaks(file.text);
  const parsed = parseFrontMatter(StoryFrontSchema, { name: file.name, text });
  const visible = blankComments(text);
  const bodyLine = text.slice(0, frontLength(text)).split('\n').length;
  const common = { sections: sectionsOf(visible), bodyLine, text: visible };
  return 'problems' in parsed
    ? { ...common, front: undefined, problems: parsed.problems, answerLine: () => 1 }
    : {
        ...common,
        front: { title: parsed.front.title, answers: parsed.front.answers ?? [] },
        problems: [],
        answerLine: index => parsed.lineOf(['answers', index]),
      };
}

/** Where front matter ends: the length of what stands before the body. */
export function frontLength(text: string): number {
  return /^\uFEFF?---\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0;
}

/** How long so many words take to tell. */
export function secondsFor(words: number): number {
  return Math.round((words * 60) / wordsPerMinute);
}

/** How long a story takes to tell, without what was learned. */
export function tellingSeconds({ sections }: Pick<StoryText, 'sections'>): number {
  return secondsFor(toldSections.reduce((sum, name) => sum + (sections.get(name)?.words ?? 0), 0));
}

const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/;

/** A heading's section, if it is one of them: in either number, and with words behind it. */
function sectionNamed(title: string): SectionName | undefined {
  const [, word = ''] =
    /^\P{L}*(situation|task|action|result|learned|learnt)s?(?![\p{L}\p{N}])/iu.exec(title) ?? [];
  const name = word.toLowerCase() === 'learnt' ? 'learned' : word.toLowerCase();
  return sectionNames.find(candidate => candidate.toLowerCase() === name);
}

function sectionsOf(text: string): Map<SectionName, StorySection> {
  const body = blankOut(text, [{ start: 0, end: frontLength(text) }]);
  const masks = findMasks(body);
  const toldText = blankOut(
    body,
    masks.filter(({ block }) => block),
  );
  const told = toldText.split('\n');
  const own = blankOut(toldText, masks).split('\n');
  const written = body.split('\n');
  const sections = new Map<
    SectionName,
    { line: number; lines: SectionLine[]; words: number; hasNotes: boolean }
  >();
  let current: { readonly name: SectionName; readonly level: number } | undefined;
  for (const [index, toldLine] of told.entries()) {
    const [, signs, title] = heading.exec(toldLine) ?? [];
    if (signs !== undefined && title !== undefined) {
      const name = sectionNamed(title);
      if (name) {
        current = { name, level: signs.length };
        const known = sections.get(name);
        sections.set(name, known ?? { line: index + 1, lines: [], words: 0, hasNotes: false });
      } else if (current && signs.length <= current.level) {
        current = undefined;
      }
      continue;
    }
    const section = current && sections.get(current.name);
    if (section) {
      section.lines.push({ line: index + 1, told: toldLine, own: own[index] ?? '' });
      section.words += wordsIn(toldLine);
      section.hasNotes ||= /^ {0,3}>/.test(written[index] ?? '');
    }
  }
  return sections;
}

/** Words as a listener counts them: bullets and dashes aren't any. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}
