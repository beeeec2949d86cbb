// Writes the English list of texts anew from the sources, brings the languages into its order without what is no
// longer said, and prints what is to be translated.
import { getL10nJson } from '@vscode/l10n-dev';
import { inOrderOf, type Texts } from './compare';
import { lists, readLanguages, readSourceFiles, readTexts, writeTexts } from './files';
import { findProblems } from './findProblems';

/** The sources' texts by Microsoft's tool, which parses each file; those without any are left out since that is slow. */
async function exportTexts(): Promise<Texts> {
  const files = (await readSourceFiles()).filter(([, text]) => text.includes('l10n.t('));
  const found = await getL10nJson(files.map(([, contents]) => ({ contents, extension: '.ts' })));
  return Object.fromEntries(
    Object.entries(found).map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
  );
}

await writeTexts(lists.bundle(), await exportTexts());
for (const list of [lists.bundle, lists.manifest]) {
  const english = await readTexts(list());
  for (const language of await readLanguages()) {
    const file = list(language);
    await writeTexts(file, inOrderOf(english, await readTexts(file)));
  }
}
const problems = await findProblems();
console.log(problems.length === 0 ? 'All is translated.' : problems.join('\n'));
