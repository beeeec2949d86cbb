import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StorySuggester } from '../../../src/practice/stories/suggest';
import { kinds, skills } from '../../../src/vocabulary';
import { anyText } from '../support';
import { aQuestion, momentOn } from './practiceMoments';

const question = aQuestion('q', {
  dimension: 'coaching',
  fits: {
    kinds: ['pairing', 'feedback'],
    skills: ['people-development'],
    words: ['deadline', 'trade-off', 'grew'],
  },
});

const suggest = (...moments: ReturnType<typeof momentOn>[]) =>
  new StorySuggester([question], moments).best(question, 3).map(({ moment: { id } }) => id);

describe('suggesting moments for a question', () => {
  it('takes what has several things in common with it, the most first, of equals the latest', () => {
    assert.deepEqual(
      suggest(
        momentOn('2026-03-09', 'kind alone', { kind: 'pairing' }),
        momentOn('2026-03-08', 'kind and skill', { kind: 'feedback', skill: 'people-development' }),
        momentOn('2026-03-07', 'dimension alone', { dimension: 'coaching' }),
        momentOn('2026-03-06', 'kind and skill, earlier', { kind: 'pairing', skill: 'people-development' }),
        momentOn('2026-03-05', 'all, and the deadlines', {
          kind: 'pairing',
          skill: 'people-development',
          dimension: 'coaching',
        }),
        momentOn('2026-03-04', 'kind and dimension', { kind: 'pairing', dimension: 'coaching' }),
      ),
      ['all, and the deadlines', 'kind and dimension', 'kind and skill'],
    );
  });

  it('finds words at the beginning of words, in all texts', () => {
    const best = new StorySuggester(
      [question],
      [
        momentOn('2026-03-02', 'Two DEADLINES', { learned: 'what a trade-off is' }),
        momentOn('2026-03-01', 'A predeadline, ingrew', { tags: ['tradeoff'] }),
        momentOn('2026-02-28', 'Neither', { tags: ['deadline'], followUp: { text: 'See how he grew' } }),
      ],
    ).best(question, 3);
    assert.deepEqual(
      best.map(({ moment, reasons }) => [moment.id, reasons.words]),
      [
        ['Two DEADLINES', ['deadline', 'trade-off']],
        ['Neither', ['deadline', 'grew']],
      ],
    );
  });

  it('gives the best as sorting all of them would', () => {
    const anyMoments = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds, undefined),
        skill: fc.constantFrom(...skills, undefined),
        dimension: fc.constantFrom('coaching' as const, 'leadership' as const, undefined),
        what: fc.oneof(anyText, fc.constantFrom('a deadline', 'grew, trade-off', 'deadline trade-off grew')),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyMoments, fc.integer({ min: 1, max: 5 }), (list, most) => {
        const moments = list.map(({ what, ...details }, index) =>
          momentOn('2026-03-01', what, { ...details, id: String(index) }),
        );
        const suggester = new StorySuggester([question], moments);
        const all = suggester.best(question, 100);
        assert.deepEqual(suggester.best(question, most), all.slice(0, most));
        assert.deepEqual(
          all.map(({ score }) => score),
          all.map(({ score }) => score).sort((a, b) => b - a),
        );
        assert.ok(all.every(({ score }) => score >= 4));
      }),
    );
  });

  it('goes through 100,000 moments', () => {
    const questions = Array.from({ length: 70 }, (_, index) =>
      aQuestion(`q-${index}`, { fits: { kinds: ['pairing'], words: [`word${index}`, 'other'] } }),
    );
    const moments = Array.from({ length: 100_000 }, (_, index) =>
      momentOn('2026-03-01', `Some words of moment ${index}, word${index % 90} and a few more of them`, {
        kind: kinds[index % kinds.length],
      }),
    );
    const before = performance.now();
    const suggester = new StorySuggester(questions, moments);
    for (const one of questions) {
      suggester.best(one, 3);
    }
    assert.ok(performance.now() - before < 10_000, `${performance.now() - before} ms`);
  });
});
