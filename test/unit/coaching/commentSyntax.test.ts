import assert from 'node:assert/strict';
import { commentFormOf, isProse } from '../../../src/coaching/commentSyntax';

describe('the form of a comment', () => {
  for (const [state, configuration, form] of [
    ['has a line comment', '{ "comments": { "lineComment": "//", "blockComment": ["/*", "*/"] } }', 'line'],
    ['has only a line comment', '{ "comments": { "lineComment": "#" } }', 'line'],
    [
      'says it as an object',
      '{ "comments": { "lineComment": { "comment": "#", "noIndent": true } } }',
      'line',
    ],
    ['has only block comments', '{ "comments": { "blockComment": ["<!--", "-->"] } }', 'block'],
    [
      'has no line comment by name',
      '{ "comments": { "lineComment": null, "blockComment": ["a", "b"] } }',
      'block',
    ],
    [
      'has an empty line comment',
      '{ "comments": { "lineComment": "", "blockComment": ["a", "b"] } }',
      'block',
    ],
    ['has none', '{ "comments": {} }', 'text'],
    ['only speaks of brackets', '{ "brackets": [["(", ")"]] }', undefined],
  ] as const) {
    it(`is ${form} where the language ${state}`, () => {
      assert.equal(commentFormOf(configuration), form);
    });
  }

  it('is found in JSON with comments and trailing commas', () => {
    assert.equal(commentFormOf('// mine\n{ /* here */ "comments": { "lineComment": "--", }, }'), 'line');
  });

  it('is found in a file that breaks off after it', () => {
    assert.equal(commentFormOf('{ "comments": { "lineComment": "//" }, "brackets": [["(",'), 'line');
  });

  for (const configuration of [
    '',
    'not JSON',
    '3',
    '{ "comments": "none" }',
    '{ "comments": { "lineComment": 5 } }',
    '{ "comments": { "lineComment": { "text": "#" } } }',
    '{ "comments": { "blockComment": ["/*"] } }',
    '{ "comments": { "blockComment": "/*" } }',
  ]) {
    it(`isn’t known from ${configuration || 'an empty file'}`, () => {
      assert.equal(commentFormOf(configuration), undefined);
    });
  }
});

describe('prose', () => {
  it('is what is written in a comment box, whatever its language', () => {
    assert.ok(isProse('comment', 'markdown'));
    assert.ok(isProse('comment', 'typescript'));
  });

  it('is a document in a language for prose, a commit message included', () => {
    for (const language of ['markdown', 'plaintext', 'git-commit', 'latex']) {
      assert.ok(isProse('file', language), language);
    }
  });

  it('isn’t code', () => {
    for (const language of ['typescript', 'python', 'html', 'json', '']) {
      assert.ok(!isProse('file', language), language);
    }
  });
});
