import assert from 'node:assert/strict';
import { linesOf, partsOfTemplate, type Template } from '../../../src/coaching/template';
import { parseTemplate, parseTemplates } from '../../../src/coaching/templateFile';
import { assertRefused, aTemplate, goodLines, read, templateFile } from './templates';

describe('a template file', () => {
  it('becomes a template with all that it says', () => {
    const { template } = read([
      ...goodLines,
      'prefix: cc-mine',
      'intent: risk',
      'decorations: [blocking, if-minor]',
      'when: When.',
      'learns: Why.',
      'example:',
      '  correcting: Wrong.',
      '  coaching: |',
      '    note: Right.',
      '',
      '    And more.',
    ]);
    assert.deepEqual(template, {
      name: 'Say hello',
      label: 'note',
      prefix: 'cc-mine',
      intent: 'risk',
      decorations: ['blocking', 'if-minor'],
      when: 'When.',
      learns: 'Why.',
      example: { correcting: 'Wrong.', coaching: 'note: Right.\n\nAnd more.' },
      body: 'Hello.',
      origin: 'team',
    });
  });

  it('needs a name and a label only', () => {
    const { template } = read(goodLines);
    assert.deepEqual(template, {
      name: 'Say hello',
      label: 'note',
      prefix: 'cc-say-hello',
      intent: 'explain',
      decorations: [],
      when: '',
      learns: '',
      body: 'Hello.',
      origin: 'team',
    });
  });

  it('is whose it is said to be', () => {
    const parsed = parseTemplate(templateFile(goodLines), 'own');
    assert.ok('template' in parsed);
    assert.equal(parsed.template.origin, 'own');
  });

  for (const [what, change] of [
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['the line ends of old', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['blank lines around its text', (text: string) => text.replace('One', '\n \nOne').concat('\n \n\n')],
  ] as const) {
    it(`may have ${what}`, () => {
      const { name, text } = templateFile(goodLines, 'One.\n\nTwo.');
      const parsed = parseTemplate({ name, text: change(text) }, 'team');
      assert.ok('template' in parsed);
      assert.deepEqual(parsed.template, read(goodLines, 'One.\n\nTwo.').template);
    });
  }

  it('may have text with lines of --- in it', () => {
    assert.equal(read(goodLines, 'One.\n\n---\n\nTwo.').template.body, 'One.\n\n---\n\nTwo.');
  });

  for (const [label, intent] of [
    ['praise', 'praise'],
    ['nitpick', 'optional'],
    ['suggestion', 'suggest'],
    ['issue', 'risk'],
    ['todo', 'suggest'],
    ['question', 'ask'],
    ['thought', 'options'],
    ['chore', 'suggest'],
    ['note', 'explain'],
  ] as const) {
    it(`is for ${intent} where it is labelled ${label} and says nothing else`, () => {
      assert.equal(read(['name: N', `label: ${label}`]).template.intent, intent);
    });
  }

  for (const [file, prefix] of [
    ['snippets/ask-again.md', 'cc-ask-again'],
    ['C:\\Users\\me\\Ask again!.MD', 'cc-ask-again'],
    ['cc-ask.md', 'cc-ask'],
    ['CC ask.md', 'cc-ask'],
    ['cc.md', 'cc'],
    ['ccask.md', 'cc-ccask'],
    ['2 ways.v3.md', 'cc-2-ways-v3'],
    ['спросить.md', 'cc-template'],
    ['', 'cc-template'],
  ]) {
    it(`has the prefix ${prefix} where it is called ${JSON.stringify(file)} and gives none`, () => {
      const parsed = parseTemplate({ ...templateFile(goodLines), name: file ?? '' }, 'team');
      assert.ok('template' in parsed);
      assert.equal(parsed.template.prefix, prefix);
    });
  }
});

describe('a template file is refused', () => {
  for (const [line, reason] of [
    ['name:', /^name: /],
    ['name: ""', /^name: it is empty$/],
    ['name: "  "', /^name: it is empty$/],
    [`name: ${'n'.repeat(61)}`, /^name: it must be at most 60 characters$/],
    ['name: [N]', /^name: it must be text$/],
    ['label: applause', /^label: it must be one of praise, nitpick, .*note$/],
    ['label: Note', /^label: it must be one of praise/],
    ['label: 3', /^label: it must be one of praise/],
    ['prefix: Upper', /^prefix: it must be lower-case words joined by hyphens$/],
    ['prefix: two words', /^prefix: it must be lower-case words/],
    ['prefix: -a', /^prefix: it must be lower-case words/],
    ['prefix: ""', /^prefix: it must be lower-case words/],
    ['prefix: 5', /^prefix: it must be text$/],
    [`prefix: ${'p'.repeat(61)}`, /^prefix: it must be at most 60 characters$/],
    ['intent: nag', /^intent: it must be one of ask, suggest, .*optional$/],
    ['decorations: blocking', /^decorations: it must be a list$/],
    ['decorations: [minor]', /^decorations: it must be one of non-blocking, blocking, if-minor$/],
    ['when: ""', /^when: it is empty$/],
    [`when: ${'w'.repeat(401)}`, /^when: it is too long$/],
    ['learns: ""', /^learns: it is empty$/],
    ['learns: {}', /^learns: /],
    ['example: text', /^example: /],
    ['example: { correcting: C }', /^example\.coaching: /],
    ['example: { coaching: C }', /^example\.correcting: /],
    ['example: { correcting: "", coaching: C }', /^example\.correcting: it is empty$/],
    ['example: { correcting: C, coaching: "" }', /^example\.coaching: it is empty$/],
    ['example: { correcting: C, coaching: C, more: C }', /^example\.more: /],
    ['why: W', /^why: /],
    ['when: *w', /^a value that begins with \* needs quotes around it$/],
  ] as const) {
    it(`for ${line.slice(0, 60)}, on its line`, () => {
      const key = line.split(':')[0] ?? '';
      const others = ['name: N', 'label: note'].filter(other => !other.startsWith(`${key}:`));
      assertRefused(templateFile([...others, '# a comment', '', line]), others.length + 4, reason);
    });
  }

  for (const key of ['name', 'label']) {
    it(`without ${key}`, () => {
      const lines = goodLines.filter(line => !line.startsWith(`${key}:`));
      assertRefused(templateFile(lines), 1, new RegExp(`^${key}: .`));
    });
  }

  it('for decorated praise, on the line of the decoration', () => {
    const lines = ['name: N', 'label: praise', 'decorations: [non-blocking]'];
    assertRefused(templateFile(lines), 4, /^decorations: praise takes no decoration$/);
  });

  it('for the list’s line that is wrong', () => {
    const lines = [...goodLines, 'decorations:', '  - blocking', '  - minor'];
    assertRefused(templateFile(lines), 6, /^decorations: it must be one of/);
  });

  for (const [what, text, line, reason] of [
    ['is empty', '', 1, /front matter/],
    ['has no front matter', 'Hello.', 1, /front matter/],
    ['has front matter that isn’t closed', '---\nname: N\nlabel: note\n', 1, /front matter/],
    ['has front matter that isn’t YAML', '---\nname: N\nlabel: "note\n---\nHello.\n', 3, /./],
    ['has front matter that is a list', '---\n- name\n---\nHello.\n', 1, /./],
    ['is far too long', `---\nname: N\nlabel: note\n---\n${'x'.repeat(100_001)}`, 1, /longer than 100000/],
  ] as const) {
    it(`where it ${what}`, () => {
      const parsed = parseTemplate({ name: 't.md', text }, 'team');
      assert.ok('problems' in parsed);
      assert.equal(parsed.problems[0]?.line, line);
      assert.match(parsed.problems[0]?.reason ?? '', reason);
    });
  }

  for (const [what, body, line, reason] of [
    ['has no text', '', 5, /^the comment’s text is missing below the front matter$/],
    ['has blank text', '\n \n', 7, /^the comment’s text is missing/],
    ['has its label in the text', 'note: Hello.', 5, /^the text begins with a label/],
    [
      'has its label in the text in bold',
      '\n\n**note (blocking):** Hello.',
      7,
      /^the text begins with a label/,
    ],
    [
      'has a variable in its text',
      `\nOne.\n\nIn $TM_FILENAME.`,
      8,
      /^"TM_FILENAME" may not stand in a template/,
    ],
    ['has a tab stop that isn’t closed', `One.\n\${1:two\nthree`, 6, /a } is missing$/],
    ['has a tab stop inside another', `One.\nTwo \${1:and \${2:three}}.`, 6, /^no tab stop inside another/],
  ] as const) {
    it(`where it ${what}, on that line`, () => {
      const { name, text } = templateFile(goodLines);
      assertRefused({ name, text: text.replace('Hello.\n', body) }, line, reason);
    });
  }

  it('with all that is wrong with it, in the order of the lines', () => {
    const parsed = parseTemplate(
      templateFile(['name: ""', 'label: x', 'intent: x', 'decorations: x']),
      'team',
    );
    assert.ok('problems' in parsed);
    assert.deepEqual(
      parsed.problems.map(({ line }) => line),
      [2, 3, 4, 5],
    );
  });
});

describe('a template without a prefix of its own', () => {
  for (const [file, prefix] of [
    ['cc-ask.md', 'cc-ask'],
    ['team/Ask them.MD', 'cc-ask-them'],
    ['Один.md', 'cc-template'],
    [`${'ab-'.repeat(30)}.md`, `cc${'-ab'.repeat(19)}`],
  ] as const) {
    it(`is called ${prefix} where its file is ${file}`, () => {
      const parsed = parseTemplate({ ...templateFile(goodLines), name: file }, 'team');
      assert.equal('template' in parsed && parsed.template.prefix, prefix);
    });
  }
});

describe('several template files', () => {
  const named = (name: string, ...more: string[]) => ({ ...templateFile([...goodLines, ...more]), name });

  it('are read in the order of their names', () => {
    const { templates, problems } = parseTemplates([named('b.md'), named('c.md'), named('a.md')], 'own');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      templates.map(({ prefix }) => prefix),
      ['cc-a', 'cc-b', 'cc-c'],
    );
  });

  it('are whose each is', () => {
    const read = [parseTemplates([named('a.md')], 'own'), parseTemplates([named('b.md')], 'team')];
    assert.deepEqual(
      read.flatMap(({ templates }) => templates.map(({ origin }) => origin)),
      ['own', 'team'],
    );
  });

  it('leave out the second of two with one prefix, and name both', () => {
    const { templates, problems } = parseTemplates(
      [named('b.md', 'prefix: cc-a'), named('a.md'), named('c.md')],
      'team',
    );
    assert.deepEqual(
      templates.map(({ prefix }) => prefix),
      ['cc-a', 'cc-c'],
    );
    assert.deepEqual(problems, [
      { file: 'b.md', line: 4, reason: 'prefix: "cc-a" is already the prefix of a.md' },
    ]);
  });

  it('lose those that are broken, and no others', () => {
    const { templates, problems } = parseTemplates(
      [named('a.md'), { name: 'b.md', text: '' }, named('c.md')],
      'team',
    );
    assert.equal(templates.length, 2);
    assert.deepEqual(
      problems.map(({ file, line }) => `${file}:${line}`),
      ['b.md:1'],
    );
  });

  it('may be none', () => {
    assert.deepEqual(parseTemplates([], 'team'), { templates: [], problems: [] });
  });
});

describe('the lines of a template', () => {
  const plain = { style: 'plain', withDecorations: true } as const;
  const template = aTemplate({
    label: 'issue',
    decorations: ['blocking', 'if-minor'],
    body: `About \${1:\${TM_SELECTED_TEXT:this}}:\n\n\${2|lose,leak|} \${3:data}.`,
  });
  const rest = ['', `\${2|lose,leak|} \${3:data}.`];

  for (const [opening, first] of [
    [plain, 'issue (blocking, if-minor): '],
    [{ style: 'plain', withDecorations: false }, 'issue: '],
    [{ style: 'bold', withDecorations: true }, '**issue (blocking, if-minor):** '],
    [{ style: 'bold', withDecorations: false }, '**issue:** '],
    [{ style: 'none', withDecorations: true }, ''],
    [{ style: 'none', withDecorations: false }, ''],
  ] as const) {
    it(`open with ${JSON.stringify(first)} with ${JSON.stringify(opening)}`, () => {
      assert.deepEqual(linesOf(template, opening), [`${first}About \${1:this}:`, ...rest]);
    });
  }

  it('have what is selected in its place, as it is', () => {
    assert.deepEqual(linesOf(template, { ...plain, style: 'none' }, `\${HOME} \\ $1 a}b`), [
      `About \${1:\\\${HOME\\} \\\\ \\$1 a\\}b}:`,
      ...rest,
    ]);
  });

  it('can’t be had of a template whose text is none, which no file gives', () => {
    const broken: Template = { ...template, prefix: 'cc-broken', body: '$HOME' };
    assert.throws(() => partsOfTemplate(broken), /^Error: cc-broken: "HOME" may not stand/);
  });
});
