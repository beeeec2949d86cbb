import { type Dimension, dimensions } from '../../vocabulary';
import { type Question, type Topic, topics } from '../content/question';
import type { PracticeDocument } from '../entry';
import { checkStory } from './checkStory';
import type { Suggestion } from './suggest';

/** A story as lists show it. */
export interface StorySummary {
  readonly document: PracticeDocument;
  /** How long it takes to tell. */
  readonly seconds: number;
  /** How many things the check of its shape has found. */
  readonly findings: number;
}

/** A story as lists show it; the check looks for what can be told without its moments' names too. */
export function summaryOf(document: PracticeDocument, facts: Parameters<typeof checkStory>[1]): StorySummary {
  const { seconds, findings } = checkStory({ name: document.title, text: document.text }, facts);
  return { document, seconds, findings: findings.length };
}

/** A question, the stories that answer it, and for one without a story what could become one. */
export interface MatrixRow {
  readonly question: Question;
  readonly stories: readonly StorySummary[];
  readonly suggestions: readonly Suggestion[];
}

/** How many questions there are, and how many of them have a story. */
export interface Coverage {
  readonly covered: number;
  readonly total: number;
}

/** Questions × stories. */
export interface Matrix {
  /** In the order of the questions. */
  readonly rows: readonly MatrixRow[];
  readonly all: Coverage;
  /** By topic, those without one last, and dimension. */
  readonly table: readonly {
    readonly topic: Topic | undefined;
    readonly cells: readonly ({ readonly dimension: Dimension } & Coverage)[];
  }[];
}

/** Puts questions and stories together; `suggest` is asked for questions that no story answers. */
export function matrixOf(
  questions: readonly Question[],
  stories: readonly StorySummary[],
  suggest: (question: Question) => readonly Suggestion[],
): Matrix {
  const byQuestion = new Map<string, StorySummary[]>();
  for (const story of stories) {
    for (const id of new Set(story.document.questions)) {
      byQuestion.set(id, [...(byQuestion.get(id) ?? []), story]);
    }
  }
  const rows = questions.map((question): MatrixRow => {
    const answering = byQuestion.get(question.id) ?? [];
    return {
      question,
      stories: answering,
      suggestions: answering.length > 0 ? [] : suggest(question),
    };
  });
  const table = [...topics, undefined].map(topic => ({
    topic,
    cells: dimensions.map(dimension => ({
      dimension,
      ...coverageOf(
        rows.filter(({ question }) => question.topic === topic && question.dimension === dimension),
      ),
    })),
  }));
  return { rows, all: coverageOf(rows), table };
}

function coverageOf(rows: readonly MatrixRow[]): Coverage {
  return { covered: rows.filter(({ stories }) => stories.length > 0).length, total: rows.length };
}
