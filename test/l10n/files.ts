import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Texts } from './compare';

/** The two lists of texts: those of the code, and those of the manifest; without a language the English one. */
export const lists = {
  bundle: (language?: string) => join('l10n', `bundle.l10n${language ? `.${language}` : ''}.json`),
  manifest: (language?: string) => `package.nls${language ? `.${language}` : ''}.json`,
};

/** The languages besides English, by VS Code's names: those that have a list of either kind. */
export async function readLanguages(): Promise<string[]> {
  const names = [...(await readdir('l10n')), ...(await readdir('.'))];
  return [
    ...new Set(
      names.flatMap(name => /^(?:bundle\.l10n|package\.nls)\.([\w-]+)\.json$/.exec(name)?.[1] ?? []),
    ),
  ].sort();
}

/** The texts of a file, none where there is no such file yet. */
export async function readTexts(file: string): Promise<Texts> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Texts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return {};
    }
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Writes texts as the linter wants them. */
export function writeTexts(file: string, texts: Texts): Promise<void> {
  return writeFile(file, `${JSON.stringify(texts, undefined, 2)}\n`);
}

/** The source files, as path and text, in the same order everywhere. */
export async function readSourceFiles(): Promise<(readonly [string, string])[]> {
  const names = (await readdir('src', { recursive: true })).filter(name => name.endsWith('.ts')).sort();
  return Promise.all(
    names.map(async name => {
      const path = join('src', name);
      return [path, await readFile(path, 'utf8')] as const;
    }),
  );
}
