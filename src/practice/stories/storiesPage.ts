import { dimensions } from '../../vocabulary';
import type { KeptPlace } from './keptPlaces';
import type { Coverage, Matrix, MatrixRow, StorySummary } from './matrix';
import {
  bullets,
  documentOf,
  inLine,
  keptLine,
  type PageWords,
  storyLine,
  suggestionLine,
} from './pageParts';

/** The words of the page of stories and questions, in the user's language. */
export interface StoriesPageWords extends PageWords {
  readonly title: string;
  /** So many stories answer so many of all questions. */
  readonly summary: (stories: number, coverage: Coverage) => string;
  /** What to do when there is no story: Markdown. */
  readonly firstMove: string;
  /** What to do about what isn't covered: Markdown. */
  readonly nextMove: string;
  readonly atAGlance: string;
  readonly topic: string;
  readonly coverage: (coverage: Coverage) => string;
  readonly question: string;
  readonly stories: string;
  /** Before moments that could become a story. */
  readonly couldGrow: string;
  readonly nothingFits: string;
  readonly yourStories: string;
  readonly changed: (day: string) => string;
  readonly answers: string;
  readonly answersNothing: string;
  readonly grewFrom: string;
}

/** What the page of stories and questions shows. */
export interface StoriesPageFacts {
  readonly matrix: Matrix;
  readonly stories: readonly StorySummary[];
  /** Where the moments are that stories grew from, by their ids. */
  readonly places: ReadonlyMap<string, KeptPlace>;
}

/** The address of a question's page from the page of stories, as a relative link. */
export function questionFile(id: string): string {
  return `${id}.md`;
}

/** Questions × stories as Markdown: how much is covered, each question, and each story with what it grew from. */
export function storiesPage({ matrix, stories, places }: StoriesPageFacts, words: StoriesPageWords): string {
  const asked = new Map(matrix.rows.map(({ question }) => [question.id, question.ask]));
  const isAnyOpen = matrix.all.covered < matrix.all.total;
  return documentOf([
    `# ${inLine(words.title)}`,
    inLine(words.summary(stories.length, matrix.all)),
    stories.length === 0 ? words.firstMove : isAnyOpen ? words.nextMove : '',
    `## ${inLine(words.atAGlance)}`,
    glance(matrix, words),
    ...(stories.length > 0 ? [`## ${inLine(words.yourStories)}`] : []),
    ...stories.flatMap(story => storyBlocks(story, asked, places, words)),
    ...dimensions.flatMap(dimension => {
      const rows = matrix.rows.filter(({ question }) => question.dimension === dimension);
      return rows.length > 0 ? [`## ${inLine(words.dimensions[dimension])}`, questionTable(rows, words)] : [];
    }),
  ]);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function glance({ table }: Matrix, words: StoriesPageWords): string {
  return tableOf(
    [inLine(words.topic), ...dimensions.map(dimension => inLine(words.dimensions[dimension]))],
    table
      .filter(({ cells }) => cells.some(({ total }) => total > 0))
      .map(({ topic, cells }) => [
        inLine(topic ? words.topics[topic] : words.noTopic),
        ...cells.map(cell => (cell.total > 0 ? inLine(words.coverage(cell)) : '–')),
      ]),
  );
}

function questionTable(rows: readonly MatrixRow[], words: StoriesPageWords): string {
  return tableOf(
    [inLine(words.question), inLine(words.stories)],
    rows.map(({ question, stories, suggestions }) => {
      const about = [words.kinds[question.kind], question.topic && words.topics[question.topic]];
      const covered = stories.map(story => `✓ ${storyLine(story, words)}`);
      const open =
        suggestions.length > 0
          ? [
              `_${inLine(words.couldGrow)}_`,
              ...suggestions.map(suggestion => suggestionLine(suggestion, words)),
            ]
          : [`_${inLine(words.nothingFits)}_`];
      return [
        `[${inLine(question.ask)}](${questionFile(question.id)})<br>${inLine(about.filter(Boolean).join(' · '))}`,
        (stories.length > 0 ? covered : open).join('<br>'),
      ];
    }),
  );
}

function storyBlocks(
  story: StorySummary,
  asked: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, KeptPlace>,
  words: StoriesPageWords,
): string[] {
  const { changed, created, questions = [], moments = [] } = story.document;
  const known = questions.filter(id => asked.has(id));
  return [
    `${storyLine(story, words)} · ${inLine(words.changed(words.day((changed ?? created).slice(0, 10))))}`,
    known.length > 0
      ? `${inLine(words.answers)}\n\n${bullets(known.map(id => `[${inLine(asked.get(id) ?? '')}](${questionFile(id)})`))}`
      : inLine(words.answersNothing),
    moments.length > 0
      ? `${inLine(words.grewFrom)}\n\n${bullets(moments.map(kept => keptLine(kept, places.get(kept.id), words)))}`
      : '',
  ];
}
