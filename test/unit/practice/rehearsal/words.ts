import { topics } from '../../../../src/practice/content/question';
import type { HistoryWords } from '../../../../src/practice/rehearsal/historyPage';
import type { ScreenWords } from '../../../../src/practice/rehearsal/screens';
import { dimensions } from '../../../../src/vocabulary';

/** Short words, by which a test tells what they are about. */
export const screenWords: ScreenWords = {
  dimensions: Object.fromEntries(dimensions.map(one => [one, `d-${one}`])) as ScreenWords['dimensions'],
  topics: Object.fromEntries(topics.map(one => [one, `t-${one}`])) as ScreenWords['topics'],
  kinds: { behavioural: 'beh', situational: 'sit', 'technical-leadership': 'tec' },
  grades: {
    1: { label: 'Again', detail: '' },
    2: { label: 'Hard', detail: '' },
    3: { label: 'Good', detail: '' },
    4: { label: 'Easy', detail: '' },
  },
  position: (at, of) => `${at}/${of}`,
  mockPosition: (at, of) => `mock ${at}/${of}`,
  before: (times, last) => (last === undefined ? 'new' : `${times} times, ${last}`),
  assesses: 'Assesses',
  strong: 'Strong',
  weak: 'Weak',
  followUps: 'Next',
  inDays: days => `+${days}`,
  kept: (grade, day) => `${grade} until ${day}`,
  endTitle: 'Done',
  mockEndTitle: 'Interview over',
  endText: (count, next) => `${count}, next ${next}`,
  nothingRehearsed: 'Nothing',
};

export const historyWords: HistoryWords = {
  title: 'Rehearsals',
  firstMove: 'Begin with **one**.',
  summary: (times, questions, of) => `${times} of ${questions} of ${of}.`,
  due: count => `${count} due`,
  questions: 'Questions',
  question: 'Question',
  last: 'Last',
  next: 'Next',
  dueNow: 'now',
  byDay: 'Days',
  mock: 'Mock',
  story: title => `told ${title}`,
  earlier: count => `${count} earlier`,
  gone: 'gone',
  grades: screenWords.grades,
  day: day => day,
};
