import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { vocabularyWords } from '../../vocabularyWords';
import type { QuestionKind, Topic } from '../content/question';
import { formatSeconds } from '../formatSeconds';
import type { PracticeMoment } from '../moment';
import type { StoryFinding } from './checkStory';
import type { PageWords } from './pageParts';
import type { QuestionPageWords } from './questionPage';
import type { StoriesPageWords } from './storiesPage';
import type { TemplateWords } from './storyTemplate';
import type { SuggestionReasons } from './suggest';

const day = (text: string) => formatDay(text, { dateStyle: 'medium' });

/** Topics and kinds of questions in the user's language. */
export function questionWords(): {
  readonly topics: Readonly<Record<Topic, string>>;
  readonly kinds: Readonly<Record<QuestionKind, string>>;
} {
  return {
    topics: {
      underperformance: vscode.l10n.t('Underperformance'),
      'team-conflict': vscode.l10n.t('Team conflict'),
      'missed-deadline': vscode.l10n.t('Missed deadline'),
      'stakeholder-disagreement': vscode.l10n.t('Stakeholders who disagree'),
      'debt-against-features': vscode.l10n.t('Debt against features'),
    },
    kinds: {
      behavioural: vscode.l10n.t('Behavioural'),
      situational: vscode.l10n.t('Situational'),
      'technical-leadership': vscode.l10n.t('Technical leadership'),
    },
  };
}

/** Why a moment could become a story for a question. */
export function reasonText(
  { kind, skill, dimension, words }: SuggestionReasons,
  moment: PracticeMoment,
): string {
  const { kinds, skills, dimensions } = vocabularyWords();
  return [
    kind && moment.kind ? kinds[moment.kind] : '',
    dimension && moment.dimension ? dimensions[moment.dimension] : '',
    skill && moment.skill ? skills[moment.skill] : '',
    words.length > 0 ? vscode.l10n.t('says {0}', words.map(word => `“${word}”`).join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function pageWords(): PageWords {
  return {
    ...questionWords(),
    dimensions: vocabularyWords().dimensions,
    noTopic: vscode.l10n.t('Other'),
    day,
    told: time => vscode.l10n.t('told in {0}', time),
    findings: findingsText,
    reasons: reasonText,
    elsewhere: workspace => vscode.l10n.t('in the journal of {0}', workspace),
    gone: goneText(),
  };
}

/** How much the check of a story has found; '' for nothing. */
export function findingsText(count: number): string {
  return count === 0
    ? ''
    : count === 1
      ? vscode.l10n.t('1 thing to look at')
      : vscode.l10n.t('{0} things to look at', count);
}

/** What is said of a moment that is in no journal any more. */
export function goneText(): string {
  return vscode.l10n.t('deleted from the journal; this text was kept');
}

/** The words of the page of stories and questions. */
export function storiesPageWords(): StoriesPageWords {
  return {
    ...pageWords(),
    title: vscode.l10n.t('Stories and questions'),
    summary: (stories, { covered, total }) =>
      stories === 1
        ? vscode.l10n.t('1 story answers {0} of {1} questions.', covered, total)
        : vscode.l10n.t('{0} stories answer {1} of {2} questions.', stories, covered, total),
    firstMove: vscode.l10n.t(
      'A story begins with one moment that you remember well. Run **Belay: Fill a Gap with a Story…**: it starts with the question that your journal fits best. Ten stories that you know well answer most of these questions.',
    ),
    nextMove: vscode.l10n.t('To go on where there is no story yet, run **Belay: Fill a Gap with a Story…**'),
    atAGlance: vscode.l10n.t('Questions with a story'),
    topic: vscode.l10n.t('Topic'),
    coverage: ({ covered, total }) => vscode.l10n.t('{0} of {1}', covered, total),
    question: vscode.l10n.t('Question'),
    stories: vscode.l10n.t('Stories, or what could become one'),
    couldGrow: vscode.l10n.t('No story yet. Moments that could become one:'),
    nothingFits: vscode.l10n.t('No story yet, and no moment in this journal fits so far.'),
    yourStories: vscode.l10n.t('Your stories'),
    changed: when => vscode.l10n.t('changed on {0}', when),
    answers: vscode.l10n.t('Answers:'),
    answersNothing: vscode.l10n.t('It answers no question yet: name some in its “answers”.'),
    grewFrom: vscode.l10n.t('Grew from:'),
  };
}

/** The words of a question's page. */
export function questionPageWords(): QuestionPageWords {
  return {
    ...pageWords(),
    assesses: vscode.l10n.t('What interviewers assess'),
    strong: vscode.l10n.t('A strong answer, in outline'),
    weak: vscode.l10n.t('A weak answer, in outline'),
    why: vscode.l10n.t('Why:'),
    followUps: vscode.l10n.t('What they may ask next'),
    yourStories: vscode.l10n.t('Your stories for it'),
    noStory: vscode.l10n.t('None yet. **Belay: Fill a Gap with a Story…** starts one.'),
    couldGrow: vscode.l10n.t('Moments that could become one:'),
    allQuestions: vscode.l10n.t('All questions and stories'),
  };
}

/** The words of a new story. */
export function templateWords(): TemplateWords {
  const { kinds } = vocabularyWords();
  return {
    untitled: vscode.l10n.t('A new story'),
    someone: vscode.l10n.t('someone'),
    who: number => (number === undefined ? vscode.l10n.t('who?') : vscode.l10n.t('who {0}?', number)),
    names: people =>
      people === 0
        ? vscode.l10n.t(
            'Names stay out of a story: say who people were to you, “a new engineer”, “our product manager”.',
          )
        : vscode.l10n.t(
            'Names stay out of a story, so they were left out of these notes. Say who people were to you: “a new engineer”, “our product manager”.',
          ),
    hints: {
      Situation: vscode.l10n.t('Two sentences: where it was, and what was at stake.'),
      Task: vscode.l10n.t('What was yours to do, and what made it hard.'),
      Action: vscode.l10n.t('Most of the story: what you did yourself, in its order, and why.'),
      Result: vscode.l10n.t('What changed, so that others could see it. A number helps.'),
      Learned: vscode.l10n.t('What you would do differently today.'),
    },
    source: ({ when, kind }) => [day(when.slice(0, 10)), kind && kinds[kind]].filter(Boolean).join(', '),
  };
}

/** What the check has found, in a sentence or two. */
export function findingText(finding: StoryFinding): string {
  switch (finding.rule) {
    case 'front-matter':
      return vscode.l10n.t('{0}. The text is kept; title and answers stay as they were.', finding.reason);
    case 'unknown-question':
      return vscode.l10n.t('There is no question “{0}”. Ctrl+Space lists them.', finding.id);
    case 'missing':
      return vscode.l10n.t('The heading “{0}” is missing: listeners wait for that part.', finding.section);
    case 'empty':
      return finding.section === 'Result'
        ? vscode.l10n.t('There is no result yet: what changed, so that others could see it?')
        : vscode.l10n.t('Nothing stands below “{0}” yet.', finding.section);
    case 'only-notes':
      return vscode.l10n.t('Only notes stand below “{0}”: put them into your own words.', finding.section);
    case 'no-number':
      return vscode.l10n.t('The result has no number: how much, how often, how long, how many people?');
    case 'placeholder':
      return vscode.l10n.t(
        'Say who this was to you, without a name: “a new engineer”, “our product manager”.',
      );
    case 'we':
      return finding.section === 'Action'
        ? vscode.l10n.t('Who is “we”? Say “I” for what you did yourself; interviewers ask for that.')
        : vscode.l10n.t('“We”, and nowhere “I”: what was your own part?');
    case 'name':
      return vscode.l10n.t('“{0}” was there. Leave names out: say who they were to you.', finding.name);
    case 'too-long':
      return vscode.l10n.t(
        'The story takes about {0} to tell, and listeners follow for two minutes. Its longest part is this one: {1}.',
        formatSeconds(finding.seconds),
        formatSeconds(finding.sectionSeconds),
      );
  }
}
