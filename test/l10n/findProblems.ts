import { readFile } from 'node:fs/promises';
import { compareKeys, compareTexts } from './compare';
import { lists, readLanguages, readSourceFiles, readTexts } from './files';
import { readSources } from './sources';

/** The keys of `package.nls.json` that a manifest's text names. */
function keysOf(manifest: string): string[] {
  return [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
}

/** What is wrong with the repository's texts for people, one line each, each with its file. */
export async function findProblems(): Promise<string[]> {
  const { texts, unread } = readSources(await readSourceFiles());
  const bundle = await readTexts(lists.bundle());
  const manifest = await readTexts(lists.manifest());
  const inFile = (file: string, problems: readonly string[]) =>
    problems.map(problem => `${file}: ${problem}`);
  const translations = (await readLanguages()).flatMap(language => [
    { english: bundle, file: lists.bundle(language) },
    { english: manifest, file: lists.manifest(language) },
  ]);
  return [
    ...unread.map(({ file, line }) => `${file}:${line}: write the text out where vscode.l10n.t is called`),
    ...inFile(lists.bundle(), compareKeys(texts, bundle)),
    ...inFile(lists.manifest(), compareKeys(keysOf(await readFile('package.json', 'utf8')), manifest)),
    ...(
      await Promise.all(
        translations.map(async ({ english, file }) =>
          inFile(file, compareTexts(english, await readTexts(file))),
        ),
      )
    ).flat(),
  ];
}
