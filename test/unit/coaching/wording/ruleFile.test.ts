import assert from 'node:assert/strict';
import { createCheck } from '../../../../src/coaching/wording/check';
import { compileRules } from '../../../../src/coaching/wording/compileRules';
import { parseRules } from '../../../../src/coaching/wording/ruleFile';
import { formatProblem } from '../../../../src/platform/errors';

const shared = `phrases:
  be: is|are
sources:
  guide:
    title: A guide
    url: https://example.com/guide
`;

const good = `  - id: good-rule
    strength: hint
    finds: ['this <be> odd']
    why: It says too little.
    instead: ['this surprises me']
    source: guide
    matches: [This is odd.]
    spares: [This is even.]
`;

/** A file with a bad rule, which begins on line 3, and a good one after it. */
function withBad(rule: string): string {
  return `family: bare-verdict\nrules:\n${rule}${good}`;
}

function compile(text: string) {
  return compileRules([
    { name: '_shared.yaml', text: shared },
    { name: 'rules.yaml', text },
  ]);
}

const bad = `  - id: bad-rule
    strength: hint
    finds: [odd]
    why: It says too little.
    instead: [strange]
    source: guide
    matches: [Odd.]
    spares: [Even.]
`;

describe('A rule file', () => {
  it('is read with its phrases and its source in their places', () => {
    const { rules, problems } = compile(withBad(''));
    assert.deepEqual(problems, []);
    const [rule] = rules;
    assert.ok(rule?.kind === 'finding');
    assert.deepEqual(rule.finds, ['this (is|are) odd']);
    assert.equal(rule.source.url, 'https://example.com/guide');
    assert.equal(rule.family, 'bare-verdict');
  });

  const mistakes: readonly (readonly [what: string, from: string, to: string, problem: string])[] = [
    ['a missing reason', '    why: It says too little.\n', '', 'rules.yaml:3: why: it is missing'],
    ['an unknown key', 'why:', 'whom:', 'rules.yaml:3: why: it is missing'],
    [
      'a strength that there is not',
      'hint',
      'fatal',
      'rules.yaml:4: strength: it must be one of warning, hint, prompt',
    ],
    [
      'an id with blanks',
      'bad-rule',
      'bad rule',
      'rules.yaml:3: id: it must be lower-case words joined by hyphens',
    ],
    [
      'a pattern that is no list',
      '[odd]',
      'odd',
      'rules.yaml:5: finds: a list of patterns, "- " before each',
    ],
    ['no pattern', '[odd]', '[]', 'rules.yaml:5: finds: at least one pattern'],
    [
      'a phrase that there is not',
      '[odd]',
      "['<odd>']",
      'rules.yaml:5: finds: there is no <odd> to refer to: <odd>',
    ],
    ['an open parenthesis', '[odd]', "['(odd']", 'rules.yaml:5: finds: a ")" is missing: (odd'],
    [
      'a closing one too many',
      '[odd]',
      "['odd)']",
      'rules.yaml:5: finds: ")" closes what nothing opens: odd)',
    ],
    ['an empty part', '[odd]', "['odd||even']", 'rules.yaml:5: finds: it has an empty part: odd||even'],
    [
      'a pattern of nothing',
      '[odd]',
      "['odd?']",
      'rules.yaml:5: finds: it would find nothing, everywhere: odd?',
    ],
    [
      'two pairs of braces',
      '[odd]',
      "['{a} {b}']",
      'rules.yaml:5: finds: it takes one pair of braces: {a} {b}',
    ],
    ['a gap too long', '[odd]', "['a ...99 b']", 'rules.yaml:5: finds: a gap is 1 to 12 words long, not 99'],
    [
      'a sign that patterns do not know',
      '[odd]',
      "['a=b']",
      'rules.yaml:5: finds: "a=b" is neither a word nor a sign that patterns know: a=b',
    ],
    [
      'a source that there is not',
      'source: guide',
      'source: hearsay',
      'rules.yaml:8: source: there is no source "hearsay"',
    ],
    ['no example', '[Odd.]', '[]', 'rules.yaml:9: matches: at least one sentence'],
    [
      'an id that is taken',
      'bad-rule',
      'good-rule',
      'rules.yaml:11: id: "good-rule" is already the id of a rule in rules.yaml',
    ],
  ];
  for (const [what, from, to, problem] of mistakes) {
    it(`names ${what} with file, line and reason; the other rule works`, () => {
      const { rules, problems } = compile(withBad(bad.replace(from, to)));
      assert.equal(problems[0] && formatProblem(problems[0]), problem);
      assert.equal(rules.length, 1);
      assert.equal(rules[0]?.id, 'good-rule');
      if (to !== 'good-rule') {
        assert.equal(createCheck(rules).check('This is odd.').length, 1);
      }
    });
  }

  it('names a syntax error with its line', () => {
    const { rules, problems } = parseRules('rules.yaml', 'family: bare-verdict\nrules:\n  - id: [a\n');
    assert.deepEqual(rules, []);
    assert.ok(problems.length > 0 && problems.every(({ line = 0 }) => line >= 3));
  });

  it('needs quotes around a value that begins with an asterisk', () => {
    const { problems } = parseRules('rules.yaml', 'family: *odd\nrules: []\n');
    assert.match(problems.map(formatProblem).join(), /rules\.yaml:1: /);
  });

  it('says what its rules are about', () => {
    for (const head of ['', 'family: bare-verdict\nsign: asks\n']) {
      const { problems } = parseRules('rules.yaml', `${head}rules:\n${good}`);
      assert.match(problems.map(formatProblem).join(), /above its rules, the file must name either/);
    }
    const { problems } = parseRules('rules.yaml', 'family: odd\n');
    assert.match(problems.map(formatProblem).join(), /^rules\.yaml:1: family: it must be one of judging/);
  });

  it('that is empty or no map is a problem, not a crash', () => {
    for (const text of ['', '- a', 'a', '42', 'null', '\u0000', '{']) {
      const { rules, problems } = parseRules('rules.yaml', text);
      assert.deepEqual(rules, []);
      assert.notDeepEqual(problems, [], JSON.stringify(text));
    }
  });

  it('of a sign has rules without strength', () => {
    const sign =
      'sign: asks\nrules:\n  - id: asks-why\n    finds: [why]\n    matches: [Why?]\n    spares: [So.]\n';
    const { rules, problems } = compile(sign);
    assert.deepEqual(problems, []);
    assert.equal(createCheck(rules).sumUp('And why?').asks, true);
    assert.deepEqual(createCheck(rules).check('And why?'), []);
  });
});
