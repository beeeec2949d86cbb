import { namesFound } from '../../namesIn';
import {
  type LinePart,
  parseStory,
  type SectionName,
  type StorySection,
  type StoryText,
  secondsFor,
  sectionNames,
  tellingSeconds,
  toldSections,
} from './storyText';

/** What could be better in a story, and where: `line` counts from 1. */
export type StoryFinding =
  /** Its front matter can't be read: title and answers stay as they were. */
  | { readonly rule: 'front-matter'; readonly line: number; readonly reason: string }
  | { readonly rule: 'unknown-question'; readonly line: number; readonly id: string }
  | { readonly rule: 'missing'; readonly line: number; readonly section: SectionName }
  | { readonly rule: 'empty'; readonly line: number; readonly section: SectionName }
  /** Nothing but quoted notes stands there yet. */
  | { readonly rule: 'only-notes'; readonly line: number; readonly section: SectionName }
  | { readonly rule: 'no-number'; readonly line: number }
  /** What was left open when notes were made of moments: who somebody was. */
  | ({ readonly rule: 'placeholder' } & LinePart)
  | ({ readonly rule: 'we'; readonly section: SectionName } & LinePart)
  | ({ readonly rule: 'name'; readonly name: string } & LinePart)
  /** It stands at the longest section. */
  | {
      readonly rule: 'too-long';
      readonly line: number;
      readonly section: SectionName;
      readonly seconds: number;
      readonly sectionSeconds: number;
    };

/** What a story is checked against. */
export interface StoryFacts {
  /** Ids of the questions that there are. */
  readonly questions: { has(id: string): boolean };
  /** Who was there: a story leaves their names out. */
  readonly names: readonly string[];
}

/** A story with what could be better in it, in the order of its lines. */
export interface CheckedStory {
  readonly story: StoryText;
  readonly seconds: number;
  readonly findings: readonly StoryFinding[];
}

/** Whoever listens follows for about so long. */
export const longestSeconds = 120;

/** Checks the shape of a story: by its headings and a few English words, without judging what it tells. */
export function checkStory(
  file: { readonly name: string; readonly text: string },
  { questions, names }: StoryFacts,
): CheckedStory {
  const story = parseStory(file);
  const seconds = tellingSeconds(story);
  const findings: StoryFinding[] = [
    ...story.problems.map(({ line = 1, reason }) => ({ rule: 'front-matter' as const, line, reason })),
    ...(story.front?.answers ?? []).flatMap((id, index) =>
      questions.has(id) ? [] : [{ rule: 'unknown-question' as const, line: story.answerLine(index), id }],
    ),
    ...sectionNames.flatMap(name => checkSection(name, story)),
    ...checkLength(story, seconds),
    ...checkWords(story, names),
  ];
  const order = (finding: StoryFinding) => [finding.line, 'start' in finding ? finding.start : -1] as const;
  findings.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  return { story, seconds, findings };
}

function checkSection(name: SectionName, { sections, bodyLine }: StoryText): StoryFinding[] {
  const section = sections.get(name);
  if (!section) {
    return [{ rule: 'missing', line: bodyLine, section: name }];
  }
  if (section.words === 0) {
    return [{ rule: section.hasNotes ? 'only-notes' : 'empty', line: section.line, section: name }];
  }
  return [
    ...(name === 'Result' && !hasNumber(section) ? [{ rule: 'no-number' as const, line: section.line }] : []),
    ...findWe(name, section),
  ];
}

const number =
  /\d|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|halved|twice|doubled?|tripled?|percent|nobody|none|zero)(?!\p{L})/iu;

function hasNumber({ lines }: StorySection): boolean {
  return lines.some(({ told }) => number.test(told));
}

const we = /(?<![\p{L}\p{N}_])we(?:['’](?:re|ve|d|ll))?(?![\p{L}\p{N}_])/giu;
const oneself = /(?<![\p{L}\p{N}_])(?:I|[Mm]y|[Mm]e|[Mm]yself)(?![\p{L}\p{N}_])/u;

/** In what was done each "we" is asked about; elsewhere the first, where nobody says "I" at all. */
function findWe(name: SectionName, { lines }: StorySection): StoryFinding[] {
  const found = lines.flatMap(({ line, own }) =>
    [...own.matchAll(we)].map(({ index, 0: { length } }) => ({
      rule: 'we' as const,
      section: name,
      line,
      start: index,
      end: index + length,
    })),
  );
  if (name === 'Action') {
    return found;
  }
  const isTold = name === 'Task' || name === 'Result';
  return isTold && !lines.some(({ own }) => oneself.test(own)) ? found.slice(0, 1) : [];
}

function checkLength({ sections }: StoryText, seconds: number): StoryFinding[] {
  const [longest] = toldSections
    .flatMap(name => {
      const section = sections.get(name);
      return section ? [{ name, section }] : [];
    })
    .sort((a, b) => b.section.words - a.section.words);
  return longest && seconds > longestSeconds
    ? [
        {
          rule: 'too-long',
          line: longest.section.line,
          section: longest.name,
          seconds,
          sectionSeconds: secondsFor(longest.section.words),
        },
      ]
    : [];
}

/** A question that is left open, as who somebody was: `[who?]`. */
const placeholder = /\[[^[\]\n]{1,40}\?\](?![([])/g;

function checkWords({ text }: StoryText, names: readonly string[]): StoryFinding[] {
  const partAt = partsOf(text);
  return [
    ...[...text.matchAll(placeholder)].map(match => ({
      rule: 'placeholder' as const,
      ...partAt(match.index, match.index + match[0].length),
    })),
    ...namesFound(text, names).map(({ start, end, name }) => ({
      rule: 'name' as const,
      name,
      ...partAt(start, end),
    })),
  ];
}

/** Tells where on a line a stretch of `text` stands; of one on several lines where it does on the first. */
function partsOf(text: string): (start: number, end: number) => LinePart {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (start, end) => {
    const line = lineStarts.findLastIndex(lineStart => lineStart <= start);
    const lineStart = lineStarts[line] ?? 0;
    const lineEnd = (lineStarts[line + 1] ?? text.length + 1) - 1;
    return { line: line + 1, start: start - lineStart, end: Math.min(end, lineEnd) - lineStart };
  };
}
