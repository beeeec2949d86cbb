import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createCheck, type Summary } from '../../../../src/coaching/wording/check';
import { CompiledRulesSchema, families, type Sign, signs } from '../../../../src/coaching/wording/rule';
import { belay, compiled, flagged } from './rulesOnDisk';

const { rules, problems } = compiled;
const signRules = rules.filter(rule => rule.kind === 'sign');
const summaryKey: Record<Sign, keyof Summary> = {
  asks: 'asks',
  explains: 'explains',
  'next-step': 'nextStep',
  praises: 'praises',
};

describe('The wording rules', () => {
  it('can all be read', () => {
    assert.deepEqual(problems, []);
  });

  it('cover every family and every sign', () => {
    const found = new Set(rules.map(rule => (rule.kind === 'finding' ? rule.family : rule.sign)));
    assert.deepEqual([...found].sort(), [...families, ...signs].sort());
  });

  it('survive the way to JSON and back', () => {
    const read = v.parse(CompiledRulesSchema, JSON.parse(JSON.stringify(rules)));
    assert.deepEqual(read, rules);
  });

  for (const rule of rules) {
    if (rule.kind === 'sign') {
      it(`${rule.id}: is seen where it should be, and only there`, () => {
        const { sumUp } = createCheck([rule]);
        assert.deepEqual(
          rule.matches.filter(text => !sumUp(text)[summaryKey[rule.sign]]),
          [],
        );
        assert.deepEqual(
          rule.spares.filter(text => sumUp(text)[summaryKey[rule.sign]]),
          [],
        );
      });
      continue;
    }
    it(`${rule.id}: finds what it should, and nothing else`, () => {
      const { check } = createCheck([rule, ...signRules]);
      assert.deepEqual(
        rule.matches.filter(text => check(text).length === 0),
        [],
      );
      const judged = rule.spares.flatMap(text =>
        belay.check(text).filter(({ strength }) => rule.strength === 'prompt' || strength !== 'prompt'),
      );
      assert.deepEqual(judged, []);
    });

    it(`${rule.id}: is not found again in its own rephrasings`, () => {
      const { check } = createCheck([rule, ...signRules]);
      for (const text of rule.matches) {
        for (const { start, end, rephrasings } of check(text)) {
          for (const rephrasing of rephrasings) {
            const rephrased = text.slice(0, start) + rephrasing + text.slice(end);
            assert.deepEqual(check(rephrased), [], rephrased);
          }
        }
      }
    });
  }

  it('give each finding a way to say it', () => {
    const without = rules
      .filter(rule => rule.kind === 'finding')
      .flatMap(rule => rule.matches)
      .filter(text => belay.check(text).some(({ rephrasings }) => rephrasings.length === 0));
    assert.deepEqual(without, []);
  });

  it('leave rephrasings without double blanks or blanks before commas', () => {
    const untidy = rules
      .filter(rule => rule.kind === 'finding')
      .flatMap(rule => rule.matches)
      .flatMap(text =>
        belay
          .check(text)
          .flatMap(({ start, end, rephrasings }) =>
            rephrasings.map(phrase => text.slice(0, start) + phrase + text.slice(end)),
          ),
      )
      .filter(text => / {2}| [,.;!?]|^\s|\s$|,,/.test(text));
    assert.deepEqual(untidy, []);
  });
});

describe('The strengths of findings', () => {
  const strongest: readonly (readonly [string, string])[] = [
    ['What a shitty name.', 'warning'],
    ['You forgot the lock.', 'hint'],
    ['Move this into the other file.', 'prompt'],
  ];
  for (const [text, strength] of strongest) {
    it(`${strength}: ${text}`, () => {
      assert.deepEqual(
        belay.check(text).map(finding => finding.strength),
        [strength],
      );
    });
  }

  it('lets the stronger of two that overlap speak', () => {
    assert.deepEqual(flagged('Obviously stupid.').length, 1);
    assert.equal(
      belay.check('This is clearly stupid.').some(({ strength }) => strength === 'warning'),
      true,
    );
  });
});
