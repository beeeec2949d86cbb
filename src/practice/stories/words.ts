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
  const { t } = vscode.l10n;
  return {
    topics: {
      underperformance: t('Underperformance'),
      'team-conflict': t('Team conflict'),
      'missed-deadline': t('Missed deadline'),
      'stakeholder-disagreement': t('Stakeholders who disagree'),
      'debt-against-features': t('Debt against features'),
    },
    kinds: {
      behavioural: t('Behavioural'),
      situational: t('Situational'),
      'technical-leadership': t('Technical leadership'),
    },
  };
}

/** Why a moment could become a story for a question. */
export function reasonText(
  { kind, skill, dimension, words }: SuggestionReasons,
  moment: PracticeMoment,
): string {
  const { t } = vscode.l10n;
  const { kinds, skills, dimensions } = vocabularyWords();
  return [
    kind && moment.kind ? kinds[moment.kind] : '',
    dimension && moment.dimension ? dimensions[moment.dimension] : '',
    skill && moment.skill ? skills[moment.skill] : '',
    words.length > 0 ? t('says {0}', words.map(word => `“${word}”`).join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function pageWords(): PageWords {
  const { t } = vscode.l10n;
  return {
    ...questionWords(),
    dimensions: vocabularyWords().dimensions,
    noTopic: t('Other'),
    day,
    told: time => t('told in {0}', time),
    findings: findingsText,
    reasons: reasonText,
    elsewhere: workspace => t('in the journal of {0}', workspace),
    gone: goneText(),
  };
}

/** How much the check of a story has found; '' for nothing. */
export function findingsText(count: number): string {
  const { t } = vscode.l10n;
  return count === 0 ? '' : count === 1 ? t('1 thing to look at') : t('{0} things to look at', count);
}

/** What is said of a moment that is in no journal any more. */
export function goneText(): string {
  return vscode.l10n.t('deleted from the journal; this text was kept');
}

/** The words of the page of stories and questions. */
export function storiesPageWords(): StoriesPageWords {
  const { t } = vscode.l10n;
  return {
    ...pageWords(),
    title: t('Stories and questions'),
    summary: (stories, { covered, total }) =>
      stories === 1
        ? t('1 story answers {0} of {1} questions.', covered, total)
        : t('{0} stories answer {1} of {2} questions.', stories, covered, total),
    firstMove: t(
      'A story begins with one moment that you remember well. Run **Belay: Fill a Gap with a Story…**: it starts with the question that your journal fits best. Ten stories that you know well answer most of these questions.',
    ),
    nextMove: t('To go on where there is no story yet, run **Belay: Fill a Gap with a Story…**'),
    atAGlance: t('Questions with a story'),
    topic: t('Topic'),
    coverage: ({ covered, total }) => t('{0} of {1}', covered, total),
    question: t('Question'),
    stories: t('Stories, or what could become one'),
    couldGrow: t('No story yet. Moments that could become one:'),
    nothingFits: t('No story yet, and no moment in this journal fits so far.'),
    yourStories: t('Your stories'),
    changed: when => t('changed on {0}', when),
    answers: t('Answers:'),
    answersNothing: t('It answers no question yet: name some in its “answers”.'),
    grewFrom: t('Grew from:'),
  };
}

/** The words of a question's page. */
export function questionPageWords(): QuestionPageWords {
  const { t } = vscode.l10n;
  return {
    ...pageWords(),
    assesses: t('What interviewers assess'),
    strong: t('A strong answer, in outline'),
    weak: t('A weak answer, in outline'),
    why: t('Why:'),
    followUps: t('What they may ask next'),
    yourStories: t('Your stories for it'),
    noStory: t('None yet. **Belay: Fill a Gap with a Story…** starts one.'),
    couldGrow: t('Moments that could become one:'),
    allQuestions: t('All questions and stories'),
  };
}

/** The words of a new story. */
export function templateWords(): TemplateWords {
  const { t } = vscode.l10n;
  const { kinds } = vocabularyWords();
  return {
    untitled: t('A new story'),
    someone: t('someone'),
    who: number => (number === undefined ? t('who?') : t('who {0}?', number)),
    names: people =>
      people === 0
        ? t('Names stay out of a story: say who people were to you, “a new engineer”, “our product manager”.')
        : t(
            'Names stay out of a story, so they were left out of these notes. Say who people were to you: “a new engineer”, “our product manager”.',
          ),
    hints: {
      Situation: t('Two sentences: where it was, and what was at stake.'),
      Task: t('What was yours to do, and what made it hard.'),
      Action: t('Most of the story: what you did yourself, in its order, and why.'),
      Result: t('What changed, so that others could see it. A number helps.'),
      Learned: t('What you would do differently today.'),
    },
    source: ({ when, kind }) => [day(when.slice(0, 10)), kind && kinds[kind]].filter(Boolean).join(', '),
  };
}

/** What the check has found, in a sentence or two. */
export function findingText(finding: StoryFinding): string {
  const { t } = vscode.l10n;
  switch (finding.rule) {
    case 'front-matter':
      return t('{0}. The text is kept; title and answers stay as they were.', finding.reason);
    case 'unknown-question':
      return t('There is no question “{0}”. Ctrl+Space lists them.', finding.id);
    case 'missing':
      return t('The heading “{0}” is missing: listeners wait for that part.', finding.section);
    case 'empty':
      return finding.section === 'Result'
        ? t('There is no result yet: what changed, so that others could see it?')
        : t('Nothing stands below “{0}” yet.', finding.section);
    case 'only-notes':
      return t('Only notes stand below “{0}”: put them into your own words.', finding.section);
    case 'no-number':
      return t('The result has no number: how much, how often, how long, how many people?');
    case 'placeholder':
      return t('Say who this was to you, without a name: “a new engineer”, “our product manager”.');
    case 'we':
      return finding.section === 'Action'
        ? t('Who is “we”? Say “I” for what you did yourself; interviewers ask for that.')
        : t('“We”, and nowhere “I”: what was your own part?');
    case 'name':
      return t('“{0}” was there. Leave names out: say who they were to you.', finding.name);
    case 'too-long':
      return t(
        'The story takes about {0} to tell, and listeners follow for two minutes. Its longest part is this one: {1}.',
        formatSeconds(finding.seconds),
        formatSeconds(finding.sectionSeconds),
      );
  }
}
