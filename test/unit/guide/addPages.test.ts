import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addPages } from '../../../src/guide/compile';
import type { Section } from '../../../src/guide/section';
import type { TextFile } from '../../../src/platform/frontMatter';
import { anyText, sorted } from '../support';
import { add, builtIn, builtInIds, idsWith, known, page } from './pages';

describe('a page that a team adds', () => {
  it('takes the place of the section with its id', () => {
    const { guide, problems } = add([page('b-one', 'B', { markdown: 'Ours.' })]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      guide.map(({ id }) => id),
      builtInIds,
    );
    assert.equal(guide[2]?.markdown, 'Ours.');
    assert.equal(guide[2]?.origin, 'team');
    assert.deepEqual(guide.toSpliced(2, 1), builtIn.toSpliced(2, 1));
  });

  it('takes that place also when it is the first or the last', () => {
    assert.deepEqual(idsWith(page('a-one', 'A'), page('c-one', 'C')), builtInIds);
  });

  it('moves to the end of its own part when it replaces a section of another', () => {
    assert.deepEqual(idsWith(page('b-one', 'A')), ['a-one', 'a-two', 'b-one', 'b-two', 'c-one']);
    assert.deepEqual(idsWith(page('a-one', 'B')), ['a-two', 'b-one', 'b-two', 'a-one', 'c-one']);
    assert.deepEqual(idsWith(page('c-one', 'A')), ['a-one', 'a-two', 'c-one', 'b-one', 'b-two']);
  });

  it('moves to the end of the guide when it replaces a section and its part is new', () => {
    assert.deepEqual(idsWith(page('a-one', 'Ours')), ['a-two', 'b-one', 'b-two', 'c-one', 'a-one']);
  });

  it('goes to the end of its part', () => {
    assert.deepEqual(idsWith(page('new', 'A')), ['a-one', 'a-two', 'new', 'b-one', 'b-two', 'c-one']);
    assert.deepEqual(idsWith(page('new', 'C')), [...builtInIds, 'new']);
  });

  it('goes to the end of the guide where its part is new, and the next of that part behind it', () => {
    assert.deepEqual(
      idsWith(
        page('x', 'Ours', { name: '1.md' }),
        page('y', 'C', { name: '2.md' }),
        page('z', 'Ours', { name: '3.md' }),
      ),
      [...builtInIds, 'y', 'x', 'z'],
    );
  });

  it('stands by its file’s name among the added ones, not in the order that they come in', () => {
    const first = page('first', 'A', { name: '10.md' });
    const second = page('second', 'A', { name: '20.md' });
    assert.deepEqual(idsWith(first, second), idsWith(second, first));
    assert.deepEqual(idsWith(second, first).slice(2, 4), ['first', 'second']);
  });

  it('may be the only one', () => {
    const { guide } = addPages([], [page('new', 'A')], known, 'team');
    assert.deepEqual(
      guide.map(({ id }) => id),
      ['new'],
    );
  });

  it('leaves the guide that it is added to as it was', () => {
    const copy = structuredClone(builtIn);
    add([page('b-one', 'C'), page('new', 'A')]);
    assert.deepEqual(builtIn, copy);
  });

  it('may be called like something that every object has', () => {
    const { guide, problems } = add([page('valueof', 'constructor'), page('tostring', 'valueOf')]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      guide.map(({ id }) => id),
      [...builtInIds, 'tostring', 'valueof'],
    );
  });

  for (const id of ['constructor', 'prototype']) {
    it(`is left out where its id is ${id}, with a reason`, () => {
      const { guide, problems } = add([page(id, 'A'), page('new', 'A')]);
      assert.deepEqual(sorted(guide.map(section => section.id)), sorted([...builtInIds, 'new']));
      assert.deepEqual(
        problems.map(({ file, line }) => [file, line]),
        [[`${id}.md`, 2]],
      );
      assert.match(problems[0]?.reason ?? '', /^id: another word\b.*JavaScript/);
    });
  }

  it('is left out where it can’t be read, and named; the others stay', () => {
    const { guide, problems } = add([
      { name: '.belay/guide/broken.md', text: '---\nid: broken\n---\n' },
      page('new', 'A'),
    ]);
    assert.deepEqual(sorted(guide.map(({ id }) => id)), sorted([...builtInIds, 'new']));
    assert.ok(problems.length > 0 && problems.every(({ file }) => file === '.belay/guide/broken.md'));
  });
});

describe('two added pages of one id', () => {
  const first = page('same', 'A', { name: 'docs/1.md', markdown: 'First.' });
  const second = page('same', 'B', { name: 'app/2.md', markdown: 'Second.' });

  it('are one section, the first by name, and a problem that names both files', () => {
    const { guide, problems } = add([first, second]);
    assert.deepEqual(
      guide.filter(({ id }) => id === 'same').map(({ markdown }) => markdown),
      ['Second.'],
    );
    assert.deepEqual(problems, [
      { file: 'docs/1.md', line: 2, reason: 'id: "same" is already the id of app/2.md' },
    ]);
  });

  it('are one section also where they replace a built-in one', () => {
    const { guide, problems } = add([
      page('a-one', 'A', { name: '1.md' }),
      page('a-one', 'C', { name: '2.md' }),
    ]);
    assert.deepEqual(
      guide.map(({ id }) => id),
      builtInIds,
    );
    assert.deepEqual(
      problems.map(({ file, reason }) => [file, reason]),
      [['2.md', 'id: "a-one" is already the id of 1.md']],
    );
  });

  it('are no problem where one of them replaces a built-in section of that id alone', () => {
    assert.deepEqual(add([page('a-one', 'A')]).problems, []);
  });

  it('have the line of the second one’s id named', () => {
    const late = {
      name: 'z.md',
      text: '---\ntitle: T\npart: A\nsummary: S\n\n# The id\nid: same\n---\n',
    };
    assert.equal(add([first, late]).problems[0]?.line, 7);
  });
});

describe('the origin of an added page', () => {
  const full = page('new', 'A', {
    more: [
      'practise: [{ do: log, label: A, kind: other }]',
      'questions: [{ ask: A, answers: [{ say: B, because: C, right: true }, { say: D, because: E }] }]',
      'sources: [{ author: A, title: B, url: https://example.org }]',
      '',
    ].join('\n'),
    markdown: '[Text](https://example.org)',
  });
  const added = (origin: Section['origin']) => add([full], origin).guide.find(({ id }) => id === 'new');

  for (const origin of ['belay', 'team'] as const) {
    it(`is "${origin}" where the caller says so, and it keeps all that it offers`, () => {
      const section = added(origin);
      assert.equal(section?.origin, origin);
      assert.deepEqual(
        [section?.practise.length, section?.questions.length, section?.sources.length],
        [1, 1, 1],
      );
    });
  }

  it('is "untrusted" where the workspace is: only its text stays', () => {
    assert.deepEqual(added('untrusted'), {
      id: 'new',
      title: 'T',
      part: 'A',
      summary: 'S',
      practise: [],
      questions: [],
      sources: [],
      origin: 'untrusted',
      markdown: '[Text](https://example.org)',
    });
  });

  it('can’t be claimed by the page itself', () => {
    const { guide, problems } = add([page('new', 'A', { more: 'origin: belay\n' })], 'untrusted');
    assert.equal(guide.length, builtIn.length);
    assert.deepEqual(problems, [{ file: 'new.md', line: 6, reason: 'origin: unknown key' }]);
  });

  it('leaves the sections that no page replaces as Belay’s own', () => {
    const { guide } = add([page('a-one', 'A'), full], 'untrusted');
    assert.deepEqual(
      guide.filter(({ origin }) => origin === 'untrusted').map(({ id }) => id),
      ['a-one', 'new'],
    );
  });
});

describe('adding any pages to a guide', () => {
  const anyPage: fc.Arbitrary<TextFile> = fc
    .record({
      name: fc.constantFrom('1.md', '2.md', '3.md', '4.md', '5.md', 'app/1.md'),
      id: fc.constantFrom(...builtInIds, 'new', 'x', 'tostring', 'Bad Id', 'constructor', '__proto__', ''),
      part: fc.constantFrom('A', 'B', 'C', 'Ours', 'toString'),
      markdown: fc.oneof(fc.constantFrom('[a](guide:gone)', '![a](figure:ladder)'), anyText),
    })
    .map(({ name, id, part, markdown }) => page(id, part, { name, markdown }));
  const anyFile = fc.oneof(
    { weight: 5, arbitrary: anyPage },
    { weight: 1, arbitrary: fc.record({ name: fc.string(), text: anyText }) },
  );
  const anyOrigin = fc.constantFrom<Section['origin'][]>('belay', 'team', 'untrusted');

  it('keeps every built-in section whose id no page has, whole and in its order', () => {
    fc.assert(
      fc.property(fc.array(anyFile), anyOrigin, (files, origin) => {
        const { guide } = add(files, origin);
        const kept = guide.filter(section => builtIn.includes(section));
        const replaced = new Set(guide.filter(section => !kept.includes(section)).map(({ id }) => id));
        assert.deepEqual(
          kept,
          builtIn.filter(({ id }) => !replaced.has(id)),
        );
      }),
    );
  });

  it('gives each section an id of its own, and each added one its origin', () => {
    fc.assert(
      fc.property(fc.array(anyFile), anyOrigin, (files, origin) => {
        const { guide } = add(files, origin);
        assert.equal(new Set(guide.map(({ id }) => id)).size, guide.length);
        assert.ok(guide.every(section => builtIn.includes(section) || section.origin === origin));
      }),
    );
  });

  it('leaves the sections of a part next to each other', () => {
    fc.assert(
      fc.property(fc.array(anyFile), files => {
        const parts = add(files)
          .guide.map(({ part }) => part)
          .filter((part, index, all) => part !== all[index - 1]);
        assert.deepEqual(parts, [...new Set(parts)]);
      }),
    );
  });

  it('names only files that were given, with lines that they have', () => {
    fc.assert(
      fc.property(fc.array(anyFile), files => {
        for (const { file, line = 0 } of add(files).problems) {
          const texts = files.filter(({ name }) => name === file).map(({ text }) => text.split('\n').length);
          assert.ok(texts.some(lines => line >= 1 && line <= lines));
        }
      }),
    );
  });

  it('takes each page or names it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyFile, { selector: ({ name }) => name }), files => {
        const { guide, problems } = add(files);
        const added = guide.filter(section => !builtIn.includes(section)).length;
        const named = new Set(problems.map(({ file }) => file));
        assert.ok(added + named.size >= files.length);
      }),
    );
  });
});
