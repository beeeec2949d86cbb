import assert from 'node:assert/strict';
import { formatProblems } from '../../../src/platform/errors';
import { compilePractice } from '../../../src/practice/content/compile';
import { leanings } from '../../../src/practice/content/decision';
import { type Exercise, stepIds } from '../../../src/practice/content/exercise';
import { questionKinds, topics } from '../../../src/practice/content/question';
import { fitOf } from '../../../src/practice/plan/fits';
import { dimensions, kinds } from '../../../src/vocabulary';
import { shippedGuide, shippedPracticeFiles, sorted } from '../support';

const files = shippedPracticeFiles();
const sections = new Set(shippedGuide().guide.map(({ id }) => id));
const content = compilePractice(files, { sections });
const isRead = !('problems' in content);
const { exercises, questions } = isRead ? content : { exercises: [], questions: [] };

const words = (text: string) => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
const headings = ({ markdown }: Exercise) => markdown.split('\n').filter(line => /^#{1,6} /.test(line));

/** Fails unless no two of `texts` are alike, case and signs aside. */
function assertOwn(what: string, texts: readonly string[]): void {
  const seen = new Set<string>();
  for (const text of texts) {
    const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    assert.ok(!seen.has(bare), `two have this ${what}: ${text}`);
    seen.add(bare);
  }
}

describe('what practice ships with', () => {
  it('is read without a problem', () => {
    assert.ok(isRead, 'problems' in content ? formatProblems(content.problems) : '');
  });
});

describe('the shipped exercises', () => {
  it('are at least 30, and at least five of each step', () => {
    assert.ok(exercises.length >= 30, `there are ${exercises.length}`);
    for (const step of stepIds) {
      const count = exercises.filter(exercise => exercise.step === step).length;
      assert.ok(count >= 5, `${step} has ${count}`);
    }
  });

  it('stand in the order of their steps, each in a file that its number and id name', () => {
    assert.deepEqual(
      files.exercises.map(({ name }) => name.replace(/^(\d)\d\d-/, '$1 ')),
      exercises.map(({ id, step }) => `${stepIds.indexOf(step) + 1} ${id}.md`),
    );
  });

  for (const [what, of] of Object.entries({
    title: ({ title }: Exercise) => title,
    purpose: ({ purpose }: Exercise) => purpose,
    'first move': ({ first }: Exercise) => first,
    'sign that it is done': ({ done }: Exercise) => done,
    'evidence that counts': ({ evidence }: Exercise) => evidence.counts,
  })) {
    it(`have a ${what} of their own`, () => {
      assertOwn(what, exercises.map(of));
    });
  }

  it('come after others without going round in circles', () => {
    const before = new Map(exercises.map(({ id, after }) => [id, after]));
    const visit = (id: string, path: readonly string[]): void => {
      assert.ok(!path.includes(id), [...path, id].join(' after '));
      for (const earlier of before.get(id) ?? []) {
        visit(earlier, [...path, id]);
      }
    };
    for (const { id } of exercises) {
      visit(id, []);
    }
  });

  it('between them know every kind of moment but “other”', () => {
    const known = new Set(exercises.flatMap(({ evidence }) => evidence.kinds));
    assert.deepEqual(
      kinds.filter(kind => !known.has(kind)),
      ['interviewing'],
    );
  });

  it('leave each step something to begin with', () => {
    for (const step of stepIds) {
      assert.ok(
        exercises.some(exercise => exercise.step === step && exercise.after.length === 0),
        step,
      );
    }
  });

  for (const exercise of exercises) {
    describe(`exercise ${exercise.id}`, () => {
      const { evidence, markdown, guide, first, purpose, done } = exercise;

      it('has a text of 60 to 260 words with one example and something to watch out for', () => {
        const count = words(markdown);
        assert.ok(count >= 60 && count <= 260, `it has ${count}`);
        assert.deepEqual(headings(exercise), ['## For example', '## Watch out']);
        assert.doesNotMatch(markdown, /^#/, 'it begins with how to do it');
      });

      it('says in whole sentences what it trains, how to begin and what done looks like', () => {
        for (const text of [purpose, first, done, evidence.counts]) {
          assert.match(text, /^[\p{Lu}“"].*[.?!…]$/u);
        }
      });

      it('leads to a section of the guide', () => {
        assert.ok(guide !== undefined && sections.has(guide), guide ?? 'none');
      });

      it('is fitted by a moment of its kind that has one of its words', () => {
        assert.ok(evidence.words.length >= 2, `it has ${evidence.words.length}`);
        assert.equal(new Set(evidence.words).size, evidence.words.length);
        for (const word of evidence.words) {
          const [kind] = evidence.kinds;
          const fit = fitOf({ what: `Then ${word}ed`, kind }, exercise);
          assert.ok(fit?.words.includes(word) && fit.strength >= 5, `${word}: ${fit?.strength}`);
        }
      });
    });
  }
});

describe('the shipped questions', () => {
  it('are at least 60', () => {
    assert.ok(questions.length >= 60, `there are ${questions.length}`);
  });

  it('cover each dimension, each topic and each kind', () => {
    for (const dimension of dimensions) {
      assert.ok(questions.filter(question => question.dimension === dimension).length >= 10, dimension);
    }
    for (const topic of topics) {
      assert.ok(questions.filter(question => question.topic === topic).length >= 3, topic);
    }
    for (const kind of questionKinds) {
      assert.ok(questions.filter(question => question.kind === kind).length >= 5, kind);
    }
  });

  it('have questions and answers of their own', () => {
    assertOwn(
      'question',
      questions.map(({ ask }) => ask),
    );
    assertOwn(
      'answer',
      questions.flatMap(({ strong, weak }) => [strong.answer, weak.answer]),
    );
  });

  it('have strong answers that say what came of it, and weak ones that anybody could give in earnest', () => {
    for (const { id, strong, weak } of questions) {
      assert.ok(words(strong.answer) >= 60, `${id}: ${words(strong.answer)} words`);
      assert.ok(words(weak.answer) >= 30, `${id}: ${words(weak.answer)} words`);
    }
  });

  it('can be met by a moment of the kinds that they name', () => {
    for (const { id, fits } of questions) {
      assert.ok(fits.kinds.length > 0 && fits.words.length > 0, id);
    }
  });
});

describe('the shipped levels and situations', () => {
  it('describe levels in words of their own', () => {
    assert.ok(isRead);
    assertOwn(
      'behaviour',
      content.levels.subjects.flatMap(({ behaviours }) => behaviours),
    );
  });

  it('have situations that can be answered either way, with reflections of their own', () => {
    assert.ok(isRead);
    const { situations } = content.decision;
    assert.ok(situations.length >= 5, `there are ${situations.length}`);
    assert.equal(new Set(situations.map(({ id }) => id)).size, situations.length);
    for (const { id, answers } of situations) {
      assert.deepEqual(
        sorted(new Set(answers.map(({ towards }) => towards))).filter(one => one !== 'open'),
        sorted(leanings).filter(one => one !== 'open'),
        id,
      );
    }
    assertOwn(
      'reflection',
      situations.flatMap(({ answers }) => answers.map(({ reflects }) => reflects)),
    );
  });
});
