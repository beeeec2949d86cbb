import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../../src/journal/moment';
import type { Rating } from '../../../../src/practice/entry';
import { type AssessmentWords, assessmentPage } from '../../../../src/practice/self/assessmentPage';
import { subjectStates } from '../../../../src/practice/self/subjects';
import { dimensions, kinds, skills } from '../../../../src/vocabulary';
import { aMoment, anyMarkup, assertPlain, markdownTokens } from '../../support';
import { shippedLevels } from './shipped';

const now = new Date('2026-11-20T12:00:00Z');

const named = <T extends string>(ids: readonly T[], prefix: string) =>
  Object.fromEntries(ids.map(id => [id, `${prefix}-${id}`])) as Record<T, string>;

const words: AssessmentWords = {
  kinds: named(kinds, 'k'),
  skills: named(skills, 's'),
  dimensions: named(dimensions, 'd'),
  day: day => day,
  title: 'Mine',
  nothingRated: 'Nothing rated.',
  nothingLogged: 'Nothing logged.',
  noJournal: 'No journal.',
  skillsHeading: 'Skills',
  dimensionsHeading: 'Dimensions',
  level: (level, name) => `${level} ${name}`,
  notRated: 'Not rated.',
  why: text => `Why: ${text}`,
  ahead: 'ahead',
  evidence: (moments, listed) => `${moments} moments, ${listed} of them:`,
  disagreement: (which, level, moments) => `${which}: ${level}, ${moments} moments`,
  columns: { when: 'When', level: 'Level', why: 'Why' },
  levelsHeading: 'Levels',
  evidenceHeading: 'Evidence',
  evidenceMeans: 'Those that may show it.',
  kindsOf: (subject, shown) => `${subject}: ${shown.join(', ')}`,
};

function page(
  ratings: readonly Rating[],
  moments: readonly Moment[] | undefined,
  only?: Rating['subject'],
): string {
  const subjects = subjectStates(shippedLevels, ratings, now).filter(({ id }) => id === (only ?? id));
  return assessmentPage({ levels: shippedLevels, subjects, moments, now, today: '2026-11-20' }, words);
}

/** The page's blocks below a heading. */
function below(text: string, heading: string): string[] {
  const blocks = text.trim().split('\n\n');
  const from = blocks.indexOf(heading) + 1;
  assert.ok(from > 0, `There is no ${heading}`);
  const to = blocks.findIndex((block, index) => index >= from && block.startsWith('#'));
  return blocks.slice(from, to < 0 ? undefined : to);
}

const rated = (level: number, day: string, why?: string): Rating => ({
  type: 'rating',
  id: `${level} ${day}`,
  subject: 'skill:people-development',
  level,
  rated: `${day}T10:00:00+01:00`,
  ...(why === undefined ? {} : { why }),
});

const moments = ['2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15'].map(day =>
  aMoment(day, { what: `On ${day}\nand more`, when: `${day}T10:00:00+01:00`, kind: 'pairing' }),
);

const heading = '### s-people-development';
const [subject] = shippedLevels.subjects.filter(one => 'skill' in one && one.skill === 'people-development');
const behaviour = (level: number) => subject?.behaviours[level - 1] ?? 'no behaviour';

describe('the page of the self-assessment', () => {
  it('has the question, the level with what one does on it, why, and what the journal has', () => {
    assert.deepEqual(below(page([rated(3, '2026-11-01', 'I ask.')], moments), heading), [
      subject?.asks,
      `**3 As a habit** · 2026-11-01\\\n${behaviour(3)}\\\nWhy: I ask.`,
      '4 moments, 3 of them:',
      '- **2026-11-18** On 2026-11-18\n- **2026-11-17** On 2026-11-17\n- **2026-11-16** On 2026-11-16',
    ]);
  });

  it('has a table of the ratings where there are several, the latest first', () => {
    const text = page([rated(1, '2026-06-01', 'a | b\nc'), rated(3, '2026-11-01')], moments);
    assert.equal(
      below(text, heading).at(-1),
      [
        '| When | Level | Why |',
        '| --- | --- | --- |',
        '| 2026-11-01 | 3 As a habit |  |',
        '| 2026-06-01 | 1 First tries | a \\| b c |',
      ].join('\n'),
    );
  });

  it('says where rating and evidence disagree, in the place of how much there is', () => {
    const others = moments.map(moment => ({ ...moment, kind: 'interviewing' as const }));
    const blocks = below(page([rated(4, '2026-11-01')], others), heading);
    assert.deepEqual(blocks.slice(2), ['> littleEvidence: 4, 0 moments']);
    assert.doesNotMatch(page([rated(4, '2026-11-01')], moments), /Evidence:/);
  });

  it('teaches the first moves: to rate, and to log', () => {
    const text = page([], []);
    assert.deepEqual(below(text, '# Mine'), ['Nothing rated.', 'Nothing logged.']);
    assert.deepEqual(below(text, heading), [subject?.asks, 'Not rated.']);
    // A journal without moments is no evidence against anybody.
    assert.deepEqual(below(page([rated(4, '2026-11-01')], []), heading).slice(2), []);
    assert.deepEqual(below(page([rated(4, '2026-11-01')], moments), '# Mine'), []);
  });

  it('shows the ratings without a journal, and says that it is missing', () => {
    const text = page([rated(4, '2026-11-01')], undefined);
    assert.deepEqual(below(text, '# Mine'), ['No journal.']);
    assert.equal(below(text, heading).length, 2);
  });

  it('marks a rating from a day to come, which isn’t the one that counts', () => {
    const blocks = below(page([rated(4, '2031-01-01'), rated(2, '2026-11-01')], moments), heading);
    assert.match(blocks[1] ?? '', /^\*\*2 With a prompt\*\* · 2026-11-01/);
    assert.match(blocks.at(-1) ?? '', /\| 2031-01-01 \(ahead\) \| 4 Through others \|/);
    assert.match(page([rated(4, '2031-01-01')], moments), /\*\*4 Through others\*\* · 2031-01-01 \(ahead\)/);
  });

  it('tells each level and which moments count, and sums nothing up', () => {
    const text = page([rated(3, '2026-11-01')], moments);
    assert.equal(below(text, '## Levels')[0]?.split('\n').length, 4);
    assert.equal(below(text, '## Evidence')[1]?.split('\n').length, 9);
    assert.doesNotMatch(text, /average|total|score|%/i);
  });

  it('shows what people wrote as they wrote it, whatever that is', () => {
    const tokensOf = (why: string, earlier: string, what: string) => {
      const ratings = [rated(3, '2026-11-01', why), rated(2, '2026-10-01', earlier)];
      const theirs = moments.map(moment => ({ ...moment, what }));
      return markdownTokens(page(ratings, theirs, 'skill:people-development'));
    };
    const structure = (of: ReturnType<typeof tokensOf>) =>
      ['heading', 'list', 'list_item', 'table', 'blockquote', 'strong'].map(type => of(type).length);
    const expected = structure(tokensOf('I ask.', 'I tell.', 'Paired'));
    fc.assert(
      fc.property(anyMarkup, anyMarkup, anyMarkup, (why, earlier, what) => {
        const of = tokensOf(why, earlier, what);
        assertPlain(of);
        assert.deepEqual(structure(of), expected);
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);
});
