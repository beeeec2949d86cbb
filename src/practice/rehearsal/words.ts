import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { vocabularyWords } from '../../vocabularyWords';
import { questionWords } from '../stories/words';
import type { HistoryWords } from './historyPage';
import type { Strings } from './protocol';
import type { ScreenWords } from './screens';

const day = (text: string) => formatDay(text, { dateStyle: 'medium' });

/** FSRS's four grades, in words about an answer. */
function gradeWords(): ScreenWords['grades'] {
  return {
    1: { label: vscode.l10n.t('Again'), detail: vscode.l10n.t('I had no answer, or lost the thread.') },
    2: {
      label: vscode.l10n.t('Hard'),
      detail: vscode.l10n.t('There was an answer, with parts missing or much searching.'),
    },
    3: {
      label: vscode.l10n.t('Good'),
      detail: vscode.l10n.t('It would have convinced me, with small gaps.'),
    },
    4: { label: vscode.l10n.t('Easy'), detail: vscode.l10n.t('I would give it like that tomorrow.') },
  };
}

/** When a day is, seen from today. */
function inDays(days: number): string {
  return days <= 0
    ? vscode.l10n.t('today')
    : days === 1
      ? vscode.l10n.t('tomorrow')
      : vscode.l10n.t('in {0} days', days);
}

/** The words of what the page shows. */
export function screenWords(): ScreenWords {
  return {
    ...questionWords(),
    dimensions: vocabularyWords().dimensions,
    grades: gradeWords(),
    position: (at, of) => vscode.l10n.t('Question {0} of {1}', at, of),
    mockPosition: (at, of) => vscode.l10n.t('Mock interview · question {0} of {1}', at, of),
    before: (times, last) =>
      last === undefined
        ? vscode.l10n.t('new to you')
        : times === 1
          ? vscode.l10n.t('rehearsed once, on {0}', day(last))
          : vscode.l10n.t('rehearsed {0} times, last on {1}', times, day(last)),
    assesses: vscode.l10n.t('What interviewers assess'),
    strong: vscode.l10n.t('A strong answer, in outline'),
    weak: vscode.l10n.t('A weak answer, in outline'),
    followUps: vscode.l10n.t('What they may ask next'),
    inDays,
    kept: (grade, due) => vscode.l10n.t('Kept as “{0}”. That question comes again on {1}.', grade, day(due)),
    endTitle: vscode.l10n.t('That’s it for now'),
    mockEndTitle: vscode.l10n.t('The interview is over'),
    endText: (count, next) => {
      const said =
        count === 1
          ? vscode.l10n.t('You rehearsed 1 question.')
          : vscode.l10n.t('You rehearsed {0} questions.', count);
      return next === undefined ? said : `${said} ${vscode.l10n.t('The next one is due on {0}.', day(next))}`;
    },
    nothingRehearsed: vscode.l10n.t(
      'You have rated no answer this time. Nothing was kept, and nothing has changed.',
    ),
  };
}

/** The words of the page itself. */
export function pageStrings(limit: string): Strings {
  return {
    limit: vscode.l10n.t('of {0}', limit),
    over: vscode.l10n.t('longer than listeners follow'),
    time: vscode.l10n.t('Time'),
    pause: vscode.l10n.t('Pause'),
    resume: vscode.l10n.t('Go On'),
    restart: vscode.l10n.t('Start Over'),
    answered: vscode.l10n.t('I Have Answered'),
    skip: vscode.l10n.t('Another Question'),
    undo: vscode.l10n.t('Undo'),
    rate: vscode.l10n.t('How did it go?'),
    story: vscode.l10n.t('The story that you told'),
    noStory: vscode.l10n.t('None of these'),
    openStory: vscode.l10n.t('Open Story'),
    note: vscode.l10n.t('What will you do otherwise next time? (you see it when the question comes again)'),
    lastNote: vscode.l10n.t('You noted last time:'),
    back: vscode.l10n.t('Back to the Question'),
    answerKeys: vscode.l10n.t(
      'Answer aloud. Enter when you have answered, Escape leaves; what you have rated is kept.',
    ),
    rateKeys: vscode.l10n.t('A digit from 1 to 4 rates and goes on. Escape leaves.'),
    notKept: vscode.l10n.t('Your rating isn’t kept. Rate once more to try again.'),
    question: vscode.l10n.t('Question'),
    howItWent: vscode.l10n.t('How it went'),
    comesAgain: vscode.l10n.t('Comes again'),
    more: vscode.l10n.t('Rehearse More'),
    mock: vscode.l10n.t('Mock Interview'),
    history: vscode.l10n.t('Show History'),
    close: vscode.l10n.t('Close'),
  };
}

/** The words of the page of what was rehearsed. */
export function historyWords(): HistoryWords {
  return {
    title: vscode.l10n.t('Rehearsals'),
    firstMove: vscode.l10n.t(
      'Nothing rehearsed yet. **Belay: Rehearse Interview Questions** asks a question, takes the time while you answer aloud, and asks how it went; how it went decides when the question comes again. **Belay: Mock Interview** asks five, one of each dimension.',
    ),
    summary: (times, questions, of) =>
      times === 1
        ? vscode.l10n.t('1 rehearsal of {0} of {1} questions.', questions, of)
        : vscode.l10n.t('{0} rehearsals of {1} of {2} questions.', times, questions, of),
    due: count =>
      count === 0
        ? vscode.l10n.t('None is due today.')
        : count === 1
          ? vscode.l10n.t('1 is due: **Belay: Rehearse Interview Questions** asks it.')
          : vscode.l10n.t('{0} are due: **Belay: Rehearse Interview Questions** asks them.', count),
    questions: vscode.l10n.t('Questions'),
    question: vscode.l10n.t('Question'),
    last: vscode.l10n.t('Last time'),
    next: vscode.l10n.t('Comes again'),
    dueNow: vscode.l10n.t('due'),
    byDay: vscode.l10n.t('Day by day'),
    mock: vscode.l10n.t('Mock interview'),
    story: title => vscode.l10n.t('told “{0}”', title),
    earlier: count => vscode.l10n.t('{0} earlier rehearsals are kept and not shown.', count),
    gone: vscode.l10n.t('a question that there is no more'),
    grades: gradeWords(),
    day,
  };
}
