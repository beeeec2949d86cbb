import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Exercise } from '../../../src/practice/content/exercise';
import { exerciseToOffer, type FittingMoment, fitOf } from '../../../src/practice/plan/fits';
import { exerciseStates } from '../../../src/practice/plan/progress';
import { kinds } from '../../../src/vocabulary';
import { anyText } from '../support';
import { aMark, anExercise, aState } from './exercises';

const exercise = anExercise('a', {
  evidence: {
    kinds: ['review', 'pairing'],
    skills: ['execution'],
    dimensions: ['coaching'],
    words: ['delegat', 'half hour', 'cross-team', 'retro'],
  },
});
const fitting = (what: string, moment: Partial<FittingMoment> = {}) => fitOf({ what, ...moment }, exercise);
const wordsIn = (what: string) => fitting(what, { kind: 'review' })?.words;

describe('whether a moment fits an exercise', () => {
  it('is told from kind, skill, dimension and words, and says which', () => {
    assert.deepEqual(
      fitting('delegated it in half an hour and a half hour', {
        kind: 'pairing',
        skill: 'execution',
        dimension: 'coaching',
      }),
      {
        strength: 10,
        words: ['delegat', 'half hour'],
        kind: 'pairing',
        skill: 'execution',
        dimension: 'coaching',
      },
    );
    assert.deepEqual(fitting('nothing of it', { kind: 'review', skill: 'people-development' }), {
      strength: 3,
      words: [],
      kind: 'review',
    });
  });

  it('knows words by their beginnings, whole, and over blanks, signs and lines', () => {
    for (const [text, words] of [
      ['We Delegated.', ['delegat']],
      ['redelegated', []],
      ['half\n hours', ['half hour']],
      ['half-hour', ['half hour']],
      ['halfhour', []],
      ['behalf hour', []],
      ['cross team, crossteam', ['cross-team']],
      ['RETRO: “retros”', ['retro']],
      ['ünretro', []],
      ['_retro_', ['retro']],
      ['', []],
    ] as const) {
      assert.deepEqual(wordsIn(text), words, text);
    }
  });

  it('looks at what was learned and at tags too, and not at people', () => {
    assert.deepEqual(fitting('x', { kind: 'review', learned: 'to delegate', tags: ['retro'] })?.words, [
      'delegat',
      'retro',
    ]);
    const named = { what: 'x', who: ['Delegat'], kind: 'review' as const };
    assert.deepEqual(fitOf(named, exercise)?.words, []);
  });

  it('isn’t said for skill and dimension alone, nor for one word alone', () => {
    assert.equal(fitting('x', { skill: 'execution', dimension: 'coaching' }), undefined);
    assert.equal(fitting('delegated'), undefined);
    assert.deepEqual(fitting('delegated in the retro')?.words, ['delegat', 'retro']);
    assert.ok(fitting('delegated', { skill: 'execution' }));
  });

  it('is against a moment of another kind, unless that is “other”', () => {
    assert.equal(fitting('delegated in the retro', { kind: '1:1' }), undefined);
    assert.ok(fitting('delegated in the retro', { kind: 'other' }));
  });

  it('makes nothing of an exercise’s word without letters', () => {
    const odd = anExercise('odd', { evidence: { words: ['?!'] } });
    assert.deepEqual(fitOf({ what: 'what?!', kind: 'pairing' }, odd)?.words, []);
  });

  it('is told of any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(undefined, ...kinds), (what, kind) => {
        const found = fitting(what, { kind });
        assert.ok(found === undefined || found.strength >= 3);
      }),
    );
  });
});

describe('the exercise that a moment is offered to', () => {
  const of = (id: string, evidence: Partial<Exercise['evidence']>) => anExercise(id, { evidence });
  const offered = (
    moment: Partial<FittingMoment>,
    exercises: readonly Exercise[],
    picked: readonly string[] = [],
  ) =>
    exerciseToOffer({ id: 'm', what: '', ...moment }, exerciseStates(exercises, [], []), new Set(picked))
      ?.exercise.id;
  const loose = of('loose', { kinds: ['review'] });
  const close = of('close', { kinds: ['review'], words: ['reason'] });
  const closest = of('closest', { kinds: ['review'], words: ['reason', 'lesson'] });

  it('is the one that it fits best, where it fits well', () => {
    const moment = { kind: 'review', what: 'gave the reason, a lesson' } as const;
    assert.equal(offered(moment, [loose, close, closest]), 'closest');
    assert.equal(offered(moment, [loose]), undefined);
    assert.equal(offered({ kind: 'review' }, [loose, close, closest]), undefined);
  });

  it('is one that the user has picked, even where it fits only so so or another one better', () => {
    const moment = { kind: 'review', what: 'gave the reason, a lesson' } as const;
    assert.equal(offered(moment, [loose, close, closest], ['loose']), 'loose');
    assert.equal(offered(moment, [loose, close, closest], ['loose', 'close']), 'close');
    assert.equal(offered({ kind: '1:1' }, [loose, closest], ['loose']), undefined);
  });

  it('is never one that is done or has the moment already', () => {
    const moment = { id: 'm', kind: 'review', what: 'the reason' } as const;
    assert.equal(
      exerciseToOffer(moment, [aState(close, '2026-03-01', '2026-03-02')], new Set(['close'])),
      undefined,
    );
    const counted = exerciseStates([close], [aMark('close', 'm')], []);
    assert.equal(exerciseToOffer(moment, counted, new Set(['close'])), undefined);
  });

  it('is of equals one that is begun', () => {
    const other = of('other', { kinds: ['review'], words: ['reason'] });
    const states = exerciseStates([close, other], [aMark('other', 'x')], []);
    assert.equal(
      exerciseToOffer({ id: 'm', kind: 'review', what: 'the reason' }, states, new Set())?.exercise.id,
      'other',
    );
  });
});
