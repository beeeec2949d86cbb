import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import * as v from 'valibot';
import { ExerciseSchema, type StepId } from '../../../src/practice/content/exercise';
import type { Levels } from '../../../src/practice/content/levels';
import { type Evidence, evidenceId, type Rating } from '../../../src/practice/entry';
import { keptMoment, type PracticeMoment } from '../../../src/practice/moment';
import { type CareerFacts, type CareerWords, careerAgenda } from '../../../src/practice/stories/career';
import { dimensions, type Kind, skills } from '../../../src/vocabulary';
import { hostileText } from '../support';
import { momentOn } from './practiceMoments';

const words: CareerWords = {
  dimensions: Object.fromEntries(dimensions.map(one => [one, `d-${one}`])) as CareerWords['dimensions'],
  skills: Object.fromEntries(skills.map(one => [one, `s-${one}`])) as CareerWords['skills'],
  title: day => `Career ${day}`,
  day: day => day,
  howTo: 'how',
  want: 'Want',
  wantHint: 'which',
  feedback: 'Feedback',
  hesitate: 'Hesitate?',
  thin: (subject, level, moments) => `${subject}: ${level}, ${moments}`,
  learned: (day, learned) => `${day} learned ${learned}`,
  opportunities: 'Ask for',
  done: text => `done: ${text}`,
  allDone: 'All done.',
  evidence: 'Did',
  noMoments: 'No moments.',
  other: 'other',
  counts: exercise => `for ${exercise}`,
  gone: 'deleted',
  more: count => `${count} more`,
  questionsToEnd: 'End',
  questions: ['When?'],
  agreed: 'Agreed',
  agreedColumns: ['What', 'Who', 'Until'],
};

const exercise = (id: string, step: StepId, kinds: Kind[] = ['facilitation']) =>
  v.parse(ExerciseSchema, {
    id,
    title: `Title ${id}`,
    step,
    purpose: 'p',
    first: 'f',
    done: `all of ${id}`,
    evidence: { counts: 'c', kinds, moments: 2 },
    origin: 'belay',
    markdown: '',
  });

const levels: Levels = {
  levels: ['one', 'two', 'three', 'four'].map(name => ({ name, means: name })),
  subjects: [
    { skill: 'execution', asks: 'a', behaviours: [], evidence: { kinds: ['1:1'] } },
    { dimension: 'coaching', asks: 'a', behaviours: [], evidence: { kinds: ['1:1'] } },
    { dimension: 'leadership', asks: 'a', behaviours: [], evidence: { kinds: ['1:1'] } },
  ],
};

const rating = (subject: Rating['subject'], level: number, day: string): Rating => ({
  type: 'rating',
  id: `${subject} ${day}`,
  subject,
  level,
  rated: `${day}T10:00:00+01:00`,
});

const evidenceOf = (exerciseId: string, moment: PracticeMoment): Evidence => ({
  type: 'evidence',
  id: evidenceId(exerciseId, moment.id),
  exercise: exerciseId,
  moment: keptMoment(moment),
  added: moment.when,
});

const empty: CareerFacts = {
  today: '2026-03-10',
  since: '2025-12-10',
  moments: [],
  evidence: [],
  exercises: [],
  done: [],
  ratings: [],
  levels,
};

/** The agenda's blocks below a heading. */
function below(page: string, heading: string): string[] {
  const blocks = page.trim().split('\n\n');
  const from = blocks.indexOf(heading) + 1;
  assert.ok(from > 0, `There is no ${heading}`);
  const to = blocks.findIndex((block, index) => index >= from && block.startsWith('## '));
  return blocks.slice(from, to < 0 ? undefined : to);
}

describe('the agenda of a career conversation', () => {
  it('has its questions also where nothing was logged', () => {
    assert.equal(
      careerAgenda(empty, words),
      [
        ...['# Career 2026-03-10', '<!-- how -->', '## Want', '<!-- which -->', '## Feedback', '- Hesitate?'],
        ...['## Ask for', 'All done.', '## Did', 'No moments.', '## End', '- When?', '## Agreed'],
        '| What | Who | Until |\n| --- | --- | --- |\n| … | … | … |\n| … | … | … |\n',
      ].join('\n\n'),
    );
  });

  it('asks for feedback on ratings that few moments show, and on what was learned last', () => {
    const page = careerAgenda(
      {
        ...empty,
        moments: [
          momentOn('2026-03-02', 'a', { skill: 'execution', learned: 'To\nwait.' }),
          momentOn('2026-03-01', 'b', { dimension: 'coaching', learned: ' ' }),
          momentOn('2025-01-01', 'too early', { dimension: 'coaching', learned: 'long ago' }),
        ],
        ratings: [
          rating('skill:execution', 4, '2026-01-01'),
          rating('skill:execution', 2, '2026-02-01'),
          rating('dimension:coaching', 4, '2026-01-01'),
          rating('dimension:leadership', 1, '2026-01-01'),
        ],
      },
      words,
    );
    assert.deepEqual(below(page, '## Feedback'), [
      '- Hesitate?\n- d-coaching: four, 1\n- s-execution: two, 1\n- 2026-03-02 learned To wait.',
    ]);
  });

  it('asks for the work of exercises that aren’t done, and not for talks', () => {
    const page = careerAgenda(
      {
        ...empty,
        exercises: [
          ...['a', 'b', 'c', 'd', 'e'].map(id => exercise(id, 'volunteer-to-lead')),
          exercise('talk', 'talk-with-your-manager', ['1:1', 'other']),
          exercise('stretch', 'talk-with-your-manager', ['1:1', 'facilitation']),
          exercise('mentor', 'start-mentoring'),
        ],
        done: [{ type: 'done', id: 'done a', exercise: 'a', done: '2026-03-01T10:00:00+01:00' }],
        evidence: ['x', 'y'].map(id => evidenceOf('b', momentOn('2026-01-01', id))),
      },
      words,
    );
    assert.deepEqual(below(page, '## Ask for'), [
      ['c', 'd', 'e', 'stretch'].map(id => `- **Title ${id}** done: all of ${id}`).join('\n'),
    ]);
  });

  it('has what happened by dimension or skill, what counts as evidence first, and what was deleted too', () => {
    const counted = momentOn('2026-01-05', 'counted', { dimension: 'coaching', skill: 'execution' });
    const page = careerAgenda(
      {
        ...empty,
        moments: [
          momentOn('2026-03-09', 'newer', { dimension: 'coaching' }),
          momentOn('2026-03-08', 'by skill', { skill: 'execution' }),
          momentOn('2026-03-07', 'neither'),
          counted,
          momentOn('2025-12-09', 'a day too early'),
        ],
        exercises: [exercise('a', 'volunteer-to-lead')],
        evidence: [
          evidenceOf('a', counted),
          evidenceOf('b', momentOn('2026-01-04', 'gone')),
          evidenceOf('a', momentOn('2026-01-04', 'gone')),
          evidenceOf('a', momentOn('2025-01-04', 'gone long ago')),
        ],
      },
      words,
    );
    assert.deepEqual(below(page, '## Did'), [
      '### d-coaching',
      '- 2026-01-05: counted _(for Title a)_\n- 2026-03-09: newer',
      '### s-execution',
      '- 2026-03-08: by skill',
      '### other',
      '- 2026-01-04: gone _(for b, Title a)_ _(deleted)_\n- 2026-03-07: neither',
    ]);
  });

  it('lists no more of a group than a talk has room for', () => {
    const moments = Array.from({ length: 9 }, (_, index) => momentOn('2026-03-01', `m${index}`));
    const [, list, more] = below(careerAgenda({ ...empty, moments }, words), '## Did');
    assert.deepEqual([list?.split('\n').length, more], [6, '3 more']);
  });

  it('shows what people wrote as they wrote it, whatever that is', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (what, learned, title) => {
        const moment = momentOn('2026-03-01', what, { learned, dimension: 'coaching' });
        const asked = exercise('a', 'volunteer-to-lead');
        const page = careerAgenda(
          {
            ...empty,
            moments: [moment],
            evidence: [evidenceOf('a', moment), evidenceOf('a', { ...moment, id: 'gone' })],
            exercises: [{ ...asked, title, done: learned, evidence: { ...asked.evidence, moments: 3 } }],
          },
          words,
        );
        const tokens: Token[] = [];
        marked.walkTokens(marked.lexer(page), token => {
          tokens.push(token);
        });
        const of = (type: string) => tokens.filter(token => token.type === type);
        for (const type of ['image', 'code', 'codespan', 'blockquote', 'hr', 'def', 'del']) {
          assert.deepEqual(of(type), [], type);
        }
        assert.deepEqual(
          of('html').map(({ raw }) => raw.trim()),
          ['<!-- how -->', '<!-- which -->'],
        );
        for (const token of of('link')) {
          assert.match((token as { href: string }).href, /^(?:https?:|mailto:)/);
        }
        assert.equal(of('heading').length, 9);
        assert.equal(of('list_item').length, 6);
      }),
      { numRuns: 500 },
    );
  });
});
