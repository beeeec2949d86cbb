import assert from 'node:assert/strict';
import * as v from 'valibot';
import { contributedSnippets } from '../../../src/coaching/contributed';
import { parseSnippet, snippetText } from '../../../src/coaching/snippet';
import { previewOf } from '../../../src/coaching/snippetBody';
import { linesOf } from '../../../src/coaching/template';
import { shippedTemplates } from '../support';
import { aTemplate } from './templates';

/** A snippet file as VS Code reads it. */
const SnippetsSchema = v.record(
  v.string(),
  v.strictObject({ prefix: v.string(), description: v.string(), body: v.array(v.string()) }),
);

const contributed = (...templates: Parameters<typeof contributedSnippets>[0]) =>
  v.parse(SnippetsSchema, JSON.parse(contributedSnippets(templates)));

describe('the snippets that VS Code offers', () => {
  it('have a template’s prefix, opening, purpose and reason, and its text as it stands in the file', () => {
    const template = aTemplate({
      label: 'issue',
      decorations: ['blocking', 'if-minor'],
      body: `\${1:\${TM_SELECTED_TEXT:This}} \\$5.\n\n\${2|may,will|}`,
    });
    assert.deepEqual(contributed(template), {
      'Say hello': {
        prefix: 'cc-hello',
        description: 'When. Why.',
        body: [`issue (blocking, if-minor): \${1:\${TM_SELECTED_TEXT:This}} \\$5.`, '', `\${2|may,will|}`],
      },
    });
  });

  it('are one for each of the shipped templates', () => {
    const { templates } = shippedTemplates();
    assert.deepEqual(
      Object.values(contributed(...templates)).map(({ prefix }) => prefix),
      templates.map(({ prefix }) => prefix),
    );
  });

  for (const template of shippedTemplates().templates) {
    it(`read like what Belay inserts where nothing is selected: ${template.prefix}`, () => {
      const [snippet] = Object.values(contributed(template));
      const parsed = parseSnippet(snippet?.body.join('\n') ?? '');
      assert.ok('parts' in parsed);
      assert.equal(
        previewOf([snippetText(parsed.parts)]),
        previewOf(linesOf(template, { style: 'plain', withDecorations: true })),
      );
    });
  }
});
