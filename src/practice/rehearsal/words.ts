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
  const { t } = vscode.l10n;
  return {
    1: { label: t('Again'), detail: t('I had no answer, or lost the thread.') },
    2: { label: t('Hard'), detail: t('There was an answer, with parts missing or much searching.') },
    3: { label: t('Good'), detail: t('It would have convinced me, with small gaps.') },
    4: { label: t('Easy'), detail: t('I would give it like that tomorrow.') },
  };
}

/** When a day is, seen from today. */
function inDays(days: number): string {
  const { t } = vscode.l10n;
  return days <= 0 ? t('today') : days === 1 ? t('tomorrow') : t('in {0} days', days);
}

/** The words of what the page shows. */
export function screenWords(): ScreenWords {
  const { t } = vscode.l10n;
  return {
    ...questionWords(),
    dimensions: vocabularyWords().dimensions,
    grades: gradeWords(),
    position: (at, of) => t('Question {0} of {1}', at, of),
    mockPosition: (at, of) => t('Mock interview · question {0} of {1}', at, of),
    before: (times, last) =>
      last === undefined
        ? t('new to you')
        : times === 1
          ? t('rehearsed once, on {0}', day(last))
          : t('rehearsed {0} times, last on {1}', times, day(last)),
    assesses: t('What interviewers assess'),
    strong: t('A strong answer, in outline'),
    weak: t('A weak answer, in outline'),
    followUps: t('What they may ask next'),
    inDays,
    kept: (grade, due) => t('Kept as “{0}”. That question comes again on {1}.', grade, day(due)),
    endTitle: t('That’s it for now'),
    mockEndTitle: t('The interview is over'),
    endText: (count, next) => {
      const said = count === 1 ? t('You rehearsed 1 question.') : t('You rehearsed {0} questions.', count);
      return next === undefined ? said : `${said} ${t('The next one is due on {0}.', day(next))}`;
    },
    nothingRehearsed: t('You have rated no answer this time. Nothing was kept, and nothing has changed.'),
  };
}

/** The words of the page itself. */
export function pageStrings(limit: string): Strings {
  const { t } = vscode.l10n;
  return {
    limit: t('of {0}', limit),
    over: t('longer than listeners follow'),
    time: t('Time'),
    pause: t('Pause'),
    resume: t('Go On'),
    restart: t('Start Over'),
    answered: t('I Have Answered'),
    skip: t('Another Question'),
    undo: t('Undo'),
    rate: t('How did it go?'),
    story: t('The story that you told'),
    noStory: t('None of these'),
    openStory: t('Open Story'),
    note: t('What will you do otherwise next time? (you see it when the question comes again)'),
    lastNote: t('You noted last time:'),
    back: t('Back to the Question'),
    answerKeys: t('Answer aloud. Enter when you have answered, Escape leaves; what you have rated is kept.'),
    rateKeys: t('A digit from 1 to 4 rates and goes on. Escape leaves.'),
    notKept: t('Your rating isn’t kept. Rate once more to try again.'),
    question: t('Question'),
    howItWent: t('How it went'),
    comesAgain: t('Comes again'),
    more: t('Rehearse More'),
    mock: t('Mock Interview'),
    history: t('Show History'),
    close: t('Close'),
  };
}

/** The words of the page of what was rehearsed. */
export function historyWords(): HistoryWords {
  const { t } = vscode.l10n;
  return {
    title: t('Rehearsals'),
    firstMove: t(
      'Nothing rehearsed yet. **Belay: Rehearse Interview Questions** asks a question, takes the time while you answer aloud, and asks how it went; how it went decides when the question comes again. **Belay: Mock Interview** asks five, one of each dimension.',
    ),
    summary: (times, questions, of) =>
      times === 1
        ? t('1 rehearsal of {0} of {1} questions.', questions, of)
        : t('{0} rehearsals of {1} of {2} questions.', times, questions, of),
    due: count =>
      count === 0
        ? t('None is due today.')
        : count === 1
          ? t('1 is due: **Belay: Rehearse Interview Questions** asks it.')
          : t('{0} are due: **Belay: Rehearse Interview Questions** asks them.', count),
    questions: t('Questions'),
    question: t('Question'),
    last: t('Last time'),
    next: t('Comes again'),
    dueNow: t('due'),
    byDay: t('Day by day'),
    mock: t('Mock interview'),
    story: title => t('told “{0}”', title),
    earlier: count => t('{0} earlier rehearsals are kept and not shown.', count),
    gone: t('a question that there is no more'),
    grades: gradeWords(),
    day,
  };
}
