import { dimensions, kinds, skills } from '../../../vocabulary';
import type { Shown } from '../filters';
import { followUpStates } from '../followUps';
import type { PageWords } from '../pageWords';
import type { Rows } from '../rows';
import { tally } from '../tally';
import type { Bar, Picture, PictureId } from './picture';

/** What bars are about: one for each word, in the words' order and no other. */
interface BarWords {
  readonly id: PictureId;
  readonly title: string;
  /** What the first column of the table is called. */
  readonly head: string;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** The label of those with none of the words; without it they don't count. */
  readonly none?: string;
  readonly empty?: string;
}

/** Moments by kind, by skill, by dimension, and what became of their follow-ups. */
export function barPictures(rows: Rows, shown: Shown, words: PageWords): Picture[] {
  const { strings, initial } = words;
  const draw = (column: readonly number[], about: BarWords) =>
    barPicture(tally(column, shown.rows, about.keys.length), about, words);
  return [
    draw(rows.kinds, {
      id: 'kinds',
      title: strings.byKind,
      head: strings.kind,
      keys: kinds,
      labels: initial.kinds,
      none: strings.noKind,
    }),
    draw(rows.skills, {
      id: 'skills',
      title: strings.bySkill,
      head: strings.skill,
      keys: skills,
      labels: initial.skills,
      none: strings.noSkill,
    }),
    draw(rows.dimensions, {
      id: 'dimensions',
      title: strings.byDimension,
      head: strings.dimension,
      keys: dimensions,
      labels: initial.dimensions,
      none: strings.noDimension,
    }),
    draw(rows.followUps, {
      id: 'followUps',
      title: strings.followUps,
      head: strings.followUp,
      keys: followUpStates,
      labels: followUpStates.map(state => strings[state]),
      empty: strings.noFollowUps,
    }),
  ];
}

function barPicture(lists: readonly number[][], about: BarWords, words: PageWords): Picture {
  const labels = [...about.labels, ...(about.none === undefined ? [] : [about.none])];
  const bars = labels.map((label, index): Bar => {
    const rows = lists[index] ?? [];
    const name = words.mark(label, words.moments(rows.length));
    return {
      mark: { key: about.keys[index] ?? 'none', name, rows },
      label,
      count: rows.length,
      text: words.number(rows.length),
    };
  });
  const isEmpty = bars.every(({ count }) => count === 0);
  return {
    id: about.id,
    title: about.title,
    ...(isEmpty && about.empty !== undefined ? { empty: about.empty } : {}),
    drawing: { shape: 'bars', bars },
    table: {
      head: [about.head, words.strings.moments],
      lines: bars.map(({ label, count, text, mark }) => ({
        label,
        cells: [count === 0 ? { text } : { text, mark }],
      })),
    },
    marks: bars.map(({ mark }) => mark),
  };
}
