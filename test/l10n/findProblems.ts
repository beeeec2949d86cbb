import { readFile } from 'node:fs/promises';
import { compareKeys, compareTexts, type Texts, unknownCommands } from './compare';
import { lists, readLanguages, readSourceFiles, readTexts } from './files';
import { readManifest } from './manifest';
import { readSources } from './sources';

/** What the commands are called in a language. */
function titlesIn(manifest: Texts): ReadonlySet<string> {
  return new Set(
    Object.entries(manifest).flatMap(([key, text]) => (key.startsWith('command.') ? [text] : [])),
  );
}

/** What is wrong with the repository's texts for people, one line each, each with its file. */
export async function findProblems(): Promise<string[]> {
  const problems: string[] = [];
  const tell = (file: string, found: readonly string[]) =>
    problems.push(...found.map(problem => `${file}: ${problem}`));
  const { texts, unread } = readSources(await readSourceFiles());
  for (const { file, line } of unread) {
    tell(`${file}:${line}`, ['write the text out where vscode.l10n.t is called']);
  }
  const { keys, literals } = readManifest(JSON.parse(await readFile('package.json', 'utf8')));
  tell(
    'package.json',
    literals.map(literal => `not in package.nls.json: ${literal}`),
  );
  const bundle = await readTexts(lists.bundle());
  const manifest = await readTexts(lists.manifest());
  tell(lists.bundle(), [...compareKeys(texts, bundle), ...unknownCommands(bundle, titlesIn(manifest))]);
  tell(lists.manifest(), [...compareKeys(keys, manifest), ...unknownCommands(manifest, titlesIn(manifest))]);
  for (const language of await readLanguages()) {
    const translated = await readTexts(lists.manifest(language));
    const titles = titlesIn(translated);
    const check = (file: string, english: Texts, ours: Texts) =>
      tell(file, [...compareTexts(english, ours), ...unknownCommands(ours, titles)]);
    check(lists.bundle(language), bundle, await readTexts(lists.bundle(language)));
    check(lists.manifest(language), manifest, translated);
  }
  return problems;
}
