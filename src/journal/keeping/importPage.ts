import { dayOf } from '../../platform/days';
import { formatProblem } from '../../platform/errors';
import { escapeMarkdown } from '../../platform/markdownText';
import type { Moment } from '../moment';
import { headlineOf } from '../momentText';
import type { ImportPlan, Incoming } from './importPlan';

/** An incoming moment, and the row or line of its file that it stands in, from 1. */
export interface Placed extends Incoming {
  readonly at: number;
}

/** Words of an import's page, in the user's language. They stand in it as they are: as Markdown. */
export interface ImportWords {
  readonly title: string;
  /** What file it is about, and that nothing has been done yet. */
  readonly intro: string;
  readonly nothing: string;
  /** Each group's heading. */
  readonly fresh: string;
  readonly extending: string;
  readonly conflicting: string;
  readonly deletedHere: string;
  readonly same: string;
  readonly duplicates: string;
  readonly refused: string;
  /** Where in the file: `row 3`. */
  readonly place: (at: number) => string;
  /** The names of the fields that differ, and of those that the file has more of. */
  readonly differs: (fields: string) => string;
  readonly adds: (fields: string) => string;
  readonly andMore: (count: number) => string;
}

/** Of a longer group the page tells how many more there are. */
const mostOfGroup = 200;

/** What importing would do, as Markdown: each group with its moments, refused ones with row and reason. */
export function importPage(plan: ImportPlan<Placed>, words: ImportWords): string {
  const line = ({ moment, at }: Placed, more = '') =>
    `- ${dayOf(moment)} ${escapeMarkdown(headlineOf(moment))} (${words.place(at)})${more}`;
  const changed =
    (say: (fields: string) => string) =>
    ({ entry, here }: { entry: Placed; here: Moment }) =>
      line(entry, `: ${say(differingFields(here, entry.moment).join(', '))}`);
  const groups: [string, string[]][] = [
    [words.refused, plan.refused.map(problem => `- ${escapeMarkdown(formatProblem(problem))}`)],
    [words.conflicting, plan.conflicting.map(changed(words.differs))],
    [words.fresh, plan.fresh.map(entry => line(entry))],
    [words.extending, plan.extending.map(changed(words.adds))],
    [words.deletedHere, plan.deletedHere.map(entry => line(entry))],
    [words.duplicates, plan.duplicates.map(({ entry }) => line(entry))],
  ];
  const blocks = groups.flatMap(([heading, lines]) => {
    const rest = lines.length - mostOfGroup;
    const shown = rest > 0 ? [...lines.slice(0, mostOfGroup), `- ${words.andMore(rest)}`] : lines;
    return lines.length > 0 ? [`## ${heading}: ${lines.length}`, shown.join('\n')] : [];
  });
  const same = plan.same.length > 0 ? [`${words.same}: ${plan.same.length}`] : [];
  const all = [...blocks, ...same];
  return `${[`# ${words.title}`, words.intro, ...(all.length > 0 ? all : [words.nothing])].join('\n\n')}\n`;
}

/** The fields in which two moments differ, as the format calls them. */
export function differingFields(one: Moment, other: Moment): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    key => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  );
}
