import { fill } from '../../../platform/fill';
import { kinds } from '../../../vocabulary';
import type { ReviewMonth } from '../../ports';
import type { Shown } from '../filters';
import type { PageWords } from '../pageWords';
import { type CountedMonth, commentKinds, reviewMonths, rowsOfMonth } from '../reviewMonths';
import type { Rows } from '../rows';
import type { Mark, Picture, PictureId, Series } from './picture';

/** What of a month is drawn: a count and its label. */
interface Counted {
  readonly key: keyof ReviewMonth;
  readonly label: string;
}

/** What the user's own review comments were made of by month, and how much of what was found in them was heeded. */
export function monthPictures(
  rows: Rows,
  shown: Shown,
  mix: Readonly<Record<string, ReviewMonth>>,
  words: PageWords,
): Picture[] {
  const { strings } = words;
  const months = reviewMonths(mix, shown.range);
  const reviews = shown.rows.filter(row => rows.kinds[row] === kinds.indexOf('review'));
  // Comments aren't kept: what leads on are the review moments of their month.
  const rowsOf = new Map(months.map(({ month }) => [month, rowsOfMonth(rows.days, reviews, month)]));
  const markOf = ({ month, counts }: CountedMonth, { key, label }: Counted): Mark => ({
    key: `${key} ${month}`,
    name: words.mark(fill(strings.inMonth, label, words.month(month)), words.number(counts[key])),
    rows: rowsOf.get(month) ?? [],
    help: strings.reviewMoments,
    none: strings.noReviewMoments,
  });
  const picture = (
    id: PictureId,
    about: Pick<Picture, 'title' | 'help'>,
    none: string,
    counted: readonly Counted[],
  ): Picture => {
    const series = counted.map(
      (one): Series => ({
        label: one.label,
        bars: months.map(month => ({
          mark: markOf(month, one),
          month: month.month,
          count: month.counts[one.key],
          text: words.number(month.counts[one.key]),
        })),
      }),
    );
    const bars = series.flatMap(one => one.bars);
    return {
      id,
      ...about,
      ...(bars.every(({ count }) => count === 0) ? { empty: none } : {}),
      drawing: { shape: 'months', series },
      table: {
        head: [strings.month, ...counted.map(({ label }) => label)],
        lines: months.map((month, index) => ({
          label: words.month(month.month),
          cells: series.map(({ bars: list }) => {
            const bar = list[index];
            return { text: bar?.text ?? '', ...(bar && bar.count > 0 ? { mark: bar.mark } : {}) };
          }),
        })),
      },
      marks: bars.map(({ mark }) => mark),
    };
  };
  return [
    picture(
      'reviews',
      { title: strings.reviews, help: strings.reviewsHelp },
      strings.noReviews,
      commentKinds.map(key => ({ key, label: strings[key] })),
    ),
    picture('findings', { title: strings.findings, help: strings.findingsHelp }, strings.noFindings, [
      { key: 'findings', label: strings.found },
      { key: 'heeded', label: strings.heeded },
    ]),
  ];
}
