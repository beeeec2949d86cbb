import { quote } from '../../platform/markdownText';
import type { Question } from '../content/question';
import type { MatrixRow } from './matrix';
import { bullets, documentOf, inLine, type PageWords, storyLine, suggestionLine } from './pageParts';

/** The words of a question's page, in the user's language. */
export interface QuestionPageWords extends PageWords {
  readonly assesses: string;
  readonly strong: string;
  readonly weak: string;
  readonly why: string;
  readonly followUps: string;
  readonly yourStories: string;
  /** What to do where no story answers it: Markdown. */
  readonly noStory: string;
  readonly couldGrow: string;
  readonly allQuestions: string;
}

/** What a question's page has of its question beside Belay's own words. */
export type QuestionPageFacts = Pick<MatrixRow, 'stories' | 'suggestions'>;

/** A question as Markdown: what interviewers assess, a strong and a weak sketch and why, follow-ups, one's own stories. */
export function questionPage(
  question: Question,
  { stories, suggestions }: QuestionPageFacts,
  { home, words }: { readonly home: string; readonly words: QuestionPageWords },
): string {
  const { ask, dimension, topic, kind, assesses, strong, weak } = question;
  const about = [words.dimensions[dimension], topic && words.topics[topic], words.kinds[kind]];
  const sketch = (title: string, { answer, why }: Question['strong']) => [
    `## ${inLine(title)}`,
    quote(inLine(answer)),
    `**${inLine(words.why)}** ${inLine(why)}`,
  ];
  return documentOf([
    `# ${inLine(ask)}`,
    inLine(about.filter(Boolean).join(' · ')),
    `## ${inLine(words.yourStories)}`,
    stories.length > 0 ? bullets(stories.map(story => storyLine(story, words))) : words.noStory,
    ...(suggestions.length > 0
      ? [inLine(words.couldGrow), bullets(suggestions.map(suggestion => suggestionLine(suggestion, words)))]
      : []),
    `## ${inLine(words.assesses)}`,
    bullets(assesses.map(inLine)),
    ...sketch(words.strong, strong),
    ...sketch(words.weak, weak),
    `## ${inLine(words.followUps)}`,
    bullets(question['follow-ups'].map(inLine)),
    `[${inLine(words.allQuestions)}](${home})`,
  ]);
}
