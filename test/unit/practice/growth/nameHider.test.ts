import assert from 'node:assert/strict';
import fc from 'fast-check';
import { initialsOf, NameHider } from '../../../../src/practice/growth/report/nameHider';

const roles = ['a colleague', 'somebody', 'someone', 'one of us'];

const hide = (text: string, ...names: string[]) => new NameHider(names, 'none', roles).inText(text);
const shorten = (text: string, ...names: string[]) => new NameHider(names, 'initials', roles).inText(text);

/** A text as a reader tells texts apart: whatever its case, accents and blanks. */
function bare(text: string): string {
  const letters = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return letters.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a name stands in a text, and not within another word. */
function names(text: string, name: string): boolean {
  const [all, wanted] = [bare(text), bare(name)];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    // Letters, not the halves of one.
    const [before0, name0, after0] = [all.slice(0, at), wanted, all.slice(at + wanted.length)].map(part => [
      ...part,
    ]);
    const around = [before0?.at(-1), name0?.[0], name0?.at(-1), after0?.[0]];
    const [before, first, last, after] = around.map(char => /[\p{L}\p{N}]/u.test(char ?? ''));
    if (!(before && first) && !(last && after)) {
      return true;
    }
  }
  return false;
}

describe('a text in which nobody is named', () => {
  for (const [known, text, hidden] of [
    [['Ana'], 'Paired with Ana on it', 'Paired with a colleague on it'],
    [
      ['Ana'],
      'Ana led. ANA asked; then @ana wrote.',
      'A colleague led. A colleague asked; then a colleague wrote.',
    ],
    [['Ana'], 'It was Ana’s plan', 'It was a colleague’s plan'],
    [['James'], 'James’ plan', 'A colleague’s plan'],
    // Within other words a name is none.
    [['Al', 'An', 'Jo'], 'Also another banana, joined by Al', 'Also another banana, joined by a colleague'],
    [['Ana'], 'Ana2 and Analysis', 'Ana2 and Analysis'],
    // The longer name first, and its parts where they stand alone.
    [['Ana', 'Ana Ruiz'], 'Ana Ruiz and Ana', 'A colleague and a colleague'],
    [
      ['Ana Ruiz'],
      'Ana said so, and Ruiz agreed; @ana.ruiz too',
      'A colleague said so, and a colleague agreed; a colleague too',
    ],
    [['ana ruiz'], 'Then Ana wrote', 'Then a colleague wrote'],
    // A part that is a word too only in its own case.
    [['Will Smith'], 'Will she? She will, said Will Smith', 'A colleague she? She will, said a colleague'],
    [['Kim van der Berg'], 'Kim and van and Berg', 'A colleague and van and a colleague'],
    [['The Platform Team'], 'The plan of the Platform Team', 'The plan of a colleague'],
    // Signs of regular expressions are signs.
    [
      ['A.*', '(x|y)', 'C++', '[a-z]+', '$&', '\\d'],
      'A.* knows (x|y), C++ and \\d; $& [a-z]+ abc 7',
      'Somebody.* knows (somebody), somebody++ and \\somebody; somebody [somebody]+ abc 7',
    ],
    [['José'], 'jose, JOSE\u0301 and José', 'A colleague, a colleague and a colleague'],
    [['李 娜'], '李娜 和 李 娜', 'A colleague 和 a colleague'],
    [['👍'], 'good 👍 work', 'good a colleague work'],
    [['', '  '], 'nobody  here', 'nobody  here'],
    // Somebody may be called what takes the place of names.
    [['Colleague'], 'Colleague asked', 'Somebody asked'],
    [['Colleague', 'Somebody', 'someone', 'Us'], 'us and Ana', '… and Ana'],
    // Nor does it make a name with what stands beside it.
    [['Jo', 'Kim a'], 'KIM Jo', 'KIM somebody'],
  ] as const) {
    it(`of ${known.join(', ')}: “${text}”`, () => {
      assert.equal(hide(text, ...known), hidden);
    });
  }
});

describe('a text with initials', () => {
  it('has them in the places of names', () => {
    assert.equal(
      shorten('Ana Ruiz and Kim; Ruiz was glad. José’s idea', 'Ana Ruiz', 'Kim', 'José'),
      'A. R. and K.; R. was glad. J.’s idea',
    );
  });

  it('has a role where a name has none', () => {
    assert.equal(shorten('with 👍', '👍'), 'with a colleague');
  });

  for (const [name, initials] of [
    ['Ana Ruiz', 'A. R.'],
    ['mei-ling wu', 'M. L. W.'],
    ["Sinéad O'Brien", 'S. O. B.'],
    ['李 娜', '李. 娜.'],
    ['👍', ''],
  ] as const) {
    it(`are ${initials || 'none'} of ${name}`, () => {
      assert.equal(initialsOf(name), initials);
    });
  }
});

describe('hiding names', () => {
  const anyWord = fc.oneof(
    fc.constantFrom(
      'Ana',
      'ana',
      'Ruiz',
      'Jo',
      'jo',
      'Will',
      'will',
      'the',
      'a',
      'us',
      'banana',
      'Also',
      '李',
      'José',
      'o',
    ),
    fc.constantFrom('.*', '$1', '(', '[a]', '\\', '+', '👍', '^$', '|', '{2}'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  );
  const anyName = fc.array(anyWord, { minLength: 1, maxLength: 3 }).map(words => words.join(' '));

  it('leaves none that is known, whatever names and texts are', () => {
    fc.assert(
      fc.property(
        fc.array(anyName, { minLength: 1, maxLength: 6 }),
        fc.array(anyWord, { maxLength: 12 }),
        fc.array(fc.nat(20), { maxLength: 4 }),
        (known, words, places) => {
          const text = places
            .reduce(
              (list, place, index) => list.toSpliced(place, 0, known[index % known.length] ?? ''),
              words,
            )
            .join(' ');
          const hidden = hide(text, ...known);
          for (const name of known.filter(one => one.trim() !== '')) {
            assert.ok(!names(hidden, name), `“${name}” in “${hidden}”, of “${text}”`);
          }
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('leaves a text as it is that names nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('we', 'paired', 'on', 'Python', '(it)', '.', '*'), { maxLength: 9 }),
        words => {
          assert.equal(hide(words.join(' '), 'Ana Ruiz', 'Jo', 'P', 'w.*'), words.join(' '));
        },
      ),
    );
  }).timeout(20_000);
});
