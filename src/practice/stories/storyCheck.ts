import { namesIn } from '../../namesIn';
import type { FileProblem } from '../../platform/errors';
import type { DocumentCheck } from '../documents';
import type { PracticeDocument } from '../entry';
import type { PracticeLibrary } from '../library';
import { checkStory, type StoryFacts, type StoryFinding } from './checkStory';
import { findingText } from './words';

/** What a story is checked against. */
export function factsFor(story: PracticeDocument, library: PracticeLibrary): StoryFacts {
  return { questions: library.questions, names: namesIn(story.moments ?? []) };
}

/** Checks a story's text while it is written: what could be better is marked, title and answers are taken from it. */
export function storyCheck(
  library: PracticeLibrary,
): (file: { readonly name: string; readonly text: string }, before: PracticeDocument) => DocumentCheck {
  return (file, before) => {
    const { story, findings } = checkStory(file, factsFor(before, library));
    return {
      problems: findings.map(finding => toProblem(file.name, finding)),
      fields: story.front ? { title: story.front.title, questions: [...story.front.answers] } : {},
    };
  };
}

/** What somebody would regret to overlook. The rest is there to be thought about. */
const warnings: ReadonlySet<StoryFinding['rule']> = new Set([
  'front-matter',
  'unknown-question',
  'missing',
  'name',
]);

function toProblem(file: string, finding: StoryFinding): FileProblem {
  const isWarning = warnings.has(finding.rule) || (finding.rule === 'empty' && finding.section === 'Result');
  return {
    file,
    line: finding.line,
    ...('start' in finding ? { columns: { start: finding.start, end: finding.end } } : {}),
    reason: findingText(finding),
    severity: isWarning ? 'warning' : 'information',
  };
}
