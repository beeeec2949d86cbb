import assert from 'node:assert/strict';
import { parseTemplates } from '../../../src/coaching/template';

const good = { prefix: 'cc-x', description: 'When.', why: 'Why.', body: ['note: hello', '', 'More.'] };

/** A snippet file in which entry `b` stands between two good ones and starts on line 9. */
function fileAround(b: string): string {
  const entry = (name: string) =>
    `"${name}": ${JSON.stringify(good, null, 1).replaceAll(/\[[^\]]*\]/g, '["note: x"]')}`;
  return `{\n${entry('a')},\n\n"b": ${b},\n${entry('c')}\n}\n`;
}

function read(text: string) {
  const { templates, problems } = parseTemplates('t.json', text);
  return { names: templates.map(({ name }) => name), templates, problems };
}

/** Fails unless `b`, with these changes, is refused alone, on its own line or the given one. */
function assertRefused(changes: Record<string, unknown>, reason: RegExp, line = 9): void {
  const { names, problems } = read(fileAround(JSON.stringify({ ...good, ...changes })));
  assert.deepEqual(names, ['a', 'c']);
  assert.deepEqual([problems.length, problems[0]?.file, problems[0]?.line], [1, 't.json', line]);
  assert.match(problems[0]?.reason ?? '', reason);
}

describe('a template file', () => {
  it('becomes templates in its order', () => {
    const { templates, problems } = read(JSON.stringify({ first: good, second: good }));
    assert.deepEqual(problems, []);
    assert.deepEqual(templates[0], {
      name: 'first',
      prefix: 'cc-x',
      label: 'note',
      decorations: [],
      description: 'When.',
      why: 'Why.',
      body: ['note: hello', '', 'More.'],
    });
    assert.equal(templates[1]?.name, 'second');
  });

  it('tells a template’s label and decorations from its first line', () => {
    const { templates } = read(JSON.stringify({ t: { ...good, body: ['issue (blocking, if-minor): x'] } }));
    assert.equal(templates[0]?.label, 'issue');
    assert.deepEqual(templates[0]?.decorations, ['blocking', 'if-minor']);
  });

  it('may hold comments, as VS Code’s snippet files do', () => {
    const { names, problems } = read(`// mine\n{ /* here */ "t": ${JSON.stringify(good)} }`);
    assert.deepEqual([names, problems], [['t'], []]);
  });

  it('may be empty of templates', () => {
    assert.deepEqual(read('{}'), { names: [], templates: [], problems: [] });
  });

  for (const text of ['[]', '"text"', '3', 'null', '']) {
    it(`is refused on line 1 when it is ${text || 'empty'}`, () => {
      const { names, problems } = read(text);
      assert.deepEqual(names, []);
      assert.deepEqual(
        problems.map(({ line }) => line),
        [1],
      );
    });
  }
});

describe('a syntax error in the middle of a template file', () => {
  for (const [what, b, line] of [
    ['a word without quotes', '{ "prefix": oops }', 9],
    ['a string that is never closed', '{\n"prefix": "cc-x,\n"why": "w" }', 10],
    ['a missing value', '{\n\n"prefix": }', 11],
    ['a missing comma between keys', '{ "prefix": "cc-x"\n"why": "w" }', 10],
  ] as const) {
    it(`is named with its line and leaves the other templates: ${what}`, () => {
      const { names, problems } = read(fileAround(b));
      assert.deepEqual(names, ['a', 'c']);
      const syntax = problems.filter(({ reason }) => reason.startsWith('JSON: '));
      assert.equal(syntax[0]?.line, line);
    });
  }

  it('costs no template where only a comma is missing between two', () => {
    const { names, problems } = read(fileAround(JSON.stringify(good)).replace('},\n"c"', '}\n"c"'));
    assert.deepEqual(names, ['a', 'b', 'c']);
    assert.deepEqual(problems, [{ file: 't.json', line: 10, reason: 'JSON: CommaExpected' }]);
  });

  it('leaves the templates before it when the file breaks off', () => {
    const text = fileAround('{ "prefix": "c');
    const { names, problems } = read(text.slice(0, text.indexOf('{ "prefix": "c') + 14));
    assert.deepEqual(names, ['a']);
    assert.ok(problems.some(({ reason }) => reason.startsWith('JSON: ')));
  });
});

describe('a template that was cut off', () => {
  it('is left out even where what is left of it would do', () => {
    const whole = JSON.stringify({ a: good, b: good });
    const { names, problems } = read(whole.slice(0, -2));
    assert.deepEqual(names, ['a']);
    assert.ok(problems.length > 0);
  });
});

describe('a template', () => {
  for (const key of ['prefix', 'description', 'why', 'body']) {
    it(`is refused without ${key}, on the line where it begins`, () => {
      assertRefused({ [key]: undefined }, new RegExp(`^"b": ${key}: .`));
    });
  }

  it('is refused for a key that it does not have, on the line of that key', () => {
    const text = JSON.stringify(good).replace('"why"', '\n\n"wy": 1,\n"why"');
    const { names, problems } = read(fileAround(text));
    assert.deepEqual(names, ['a', 'c']);
    assert.deepEqual([problems.length, problems[0]?.line], [1, 11]);
    assert.match(problems[0]?.reason ?? '', /^"b": wy: ./);
  });

  it('is refused on the line of the value that is wrong', () => {
    const text = JSON.stringify({ ...good, body: ['note: x', 5] }).replace(',5]', ',\n5]');
    assert.equal(read(fileAround(text)).problems[0]?.line, 10);
  });

  for (const [changes, reason] of [
    [{ prefix: 'praise' }, /prefix: it must be cc-/],
    [{ prefix: 'cc-Upper' }, /prefix: it must be cc-/],
    [{ description: '' }, /description: a sentence/],
    [{ why: '' }, /why: a sentence/],
    [{ why: 4 }, /why: .*string/],
    [{ body: [] }, /body: at least one line/],
    [{ body: 'note: one string' }, /body: .*Array/],
    [{ body: ['applause: well done'] }, /"applause" isn't a label: use one of praise, /],
    [{ body: ['Note: upper case'] }, /first line must be/],
    [{ body: ['no label here'] }, /first line must be/],
    [{ body: ['note:'] }, /first line must be/],
    [{ body: ['', 'note: on the second line'] }, /first line must be/],
    [{ body: ['note (minor): x'] }, /"minor" isn't a decoration: use one of non-blocking, /],
    [{ body: ['praise (non-blocking): x'] }, /praise takes no decoration/],
  ] as const) {
    it(`is refused with ${JSON.stringify(changes)}`, () => {
      assertRefused(changes, reason);
    });
  }

  it('has all that is wrong with it named, in the order of the lines', () => {
    const { problems } = read(
      '{\n"t": {\n"prefix": 1,\n"description": 2,\n"why": 3,\n"body": ["note: x"] } }',
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3, 4, 5],
    );
  });

  it('is an object, and anything else is refused', () => {
    for (const entry of [null, 1, 'text', [], [good]]) {
      const { names, problems } = read(fileAround(JSON.stringify(entry)));
      assert.deepEqual(names, ['a', 'c']);
      assert.ok(problems.length > 0);
    }
  });
});
