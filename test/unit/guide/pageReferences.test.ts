import assert from 'node:assert/strict';
import { sorted } from '../support';
import { add, idsWith, page } from './pages';

describe('what an added page refers to', () => {
  const problemsOf = (markdown: string, more = '') => add([page('new', 'A', { markdown, more })]).problems;
  const reasonsOf = (markdown: string, more = '') =>
    problemsOf(markdown, more).map(({ line, reason }) => `${line}: ${reason}`);

  it('may be a built-in section, an added one, itself, a figure and a template', () => {
    const markdown =
      '[a](guide:b-one) [b](guide:other#part) [c](guide:new) ![d](figure:ladder) [e](guide:a-one "A title")';
    const more = 'practise:\n  - do: insert\n    label: A\n    template: cc-known\n';
    assert.deepEqual(add([page('new', 'A', { markdown, more }), page('other', 'B')]).problems, []);
  });

  it('is named with its line where there is no such section', () => {
    assert.deepEqual(reasonsOf('A\n\n[a](guide:gone)'), ['9: there is no section "gone" to link to']);
  });

  it('is named without the heading where the link has one', () => {
    assert.deepEqual(reasonsOf('[a](guide:gone#some-heading) [b](guide:a-one#any)'), [
      '7: there is no section "gone" to link to',
    ]);
  });

  it('is named where there is no such figure', () => {
    assert.deepEqual(reasonsOf('![a](figure:ladder)\n![b](figure:snake)'), [
      '8: there is no figure "snake" to show',
    ]);
  });

  it('is named where there is no such template', () => {
    const action = (template: string) => `  - do: insert\n    label: A\n    template: ${template}\n`;
    const more = `practise:\n${action('cc-known')}${action('cc-gone')}${action('"cc-quoted"')}`;
    assert.deepEqual(reasonsOf('A', more), [
      '12: there is no template "cc-gone" to insert',
      '15: there is no template "cc-quoted" to insert',
    ]);
  });

  it('is named where an action begins with its template', () => {
    const more = 'practise:\n  - template: cc-gone\n    do: insert\n    label: A\n';
    assert.deepEqual(reasonsOf('A', more), ['7: there is no template "cc-gone" to insert']);
  });

  it('is named each time, by the kind of thing that it is', () => {
    assert.deepEqual(reasonsOf('[a](guide:ladder) ![b](figure:a-one)\n[c](guide:cc-known)'), [
      '7: there is no section "ladder" to link to',
      '7: there is no figure "a-one" to show',
      '8: there is no section "cc-known" to link to',
    ]);
  });

  it('is named where it is in a flow list', () => {
    assert.deepEqual(reasonsOf('A', 'practise: [{ do: insert, label: A, template: cc-gone }]\n'), [
      '6: there is no template "cc-gone" to insert',
    ]);
  });

  for (const [way, markdown] of [
    ['by reference', '[a][r]\n\n[r]: guide:gone'],
    ['by its words', '[a]\n\n[a]: guide:gone'],
    ['in angle brackets', '[a](<guide:gone>)'],
    ['as an address of its own', '<guide:gone>'],
    ['in a heading', '## A [b](guide:gone)'],
    ['in a list', '- [a](guide:gone)'],
    ['in a table', '[a](guide:gone) | b\n-|-\nc | d'],
    ['around a picture', '[![a](figure:ladder)](guide:gone)'],
  ] as const) {
    it(`is named once where it is linked ${way}`, () => {
      assert.deepEqual(reasonsOf(markdown), ['7: there is no section "gone" to link to']);
    });
  }

  it('is named with its line also behind lines like it in code, and with the line ends of Windows', () => {
    assert.deepEqual(reasonsOf('```\n[a](guide:gone)\n```\n\n`[a](guide:gone)` [a](guide:gone)'), [
      '11: there is no section "gone" to link to',
    ]);
    const { name, text } = page('new', 'A', { markdown: '\nA\n\n- [a](guide:gone)' });
    assert.deepEqual(
      add([{ name, text: text.replaceAll('\n', '\r\n') }]).problems.map(({ line }) => line),
      [10],
    );
  });

  for (const markdown of [
    'template: cc-gone',
    '`[a](guide:gone)`',
    '```\n[a](guide:gone)\n![b](figure:gone)\n```',
    'A\n\n    [a](guide:gone)',
    '<!-- [a](guide:gone) -->',
    '\\[a](guide:gone)',
    '[r]: guide:gone',
  ]) {
    it(`isn’t what only looks like it: ${JSON.stringify(markdown)}`, () => {
      assert.deepEqual(reasonsOf(markdown), []);
    });
  }

  it('is nothing for a page of a workspace that isn’t trusted, which is shown without it', () => {
    const more = 'practise:\n  - do: insert\n    label: A\n    template: cc-gone\n';
    const file = page('new', 'A', { more, markdown: '[a](guide:gone) ![b](figure:gone)' });
    assert.deepEqual(add([file], 'untrusted').problems, []);
  });

  it('is named where it only looks like something that every object has', () => {
    assert.equal(problemsOf('[a](guide:constructor) ![b](figure:__proto__) ![c](figure:toString)').length, 3);
  });

  it('leaves the page in the guide where it is broken', () => {
    assert.ok(idsWith(page('new', 'A', { markdown: '[a](guide:gone)' })).includes('new'));
  });

  it('is broken where it is a page that was left out', () => {
    const { problems } = add([
      page('new', 'A', { markdown: '[a](guide:bad)' }),
      { name: 'bad.md', text: '' },
    ]);
    assert.deepEqual(sorted(problems.map(({ file }) => file)), sorted(['bad.md', 'new.md']));
  });
});
