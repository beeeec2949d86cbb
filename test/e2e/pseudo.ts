import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import type { Home } from '../workbench/home';

/** VS Code's name of the language that nobody speaks. */
export const pseudoLanguage = 'qps-ploc';

/**
 * Gives the installed Belay a translation into accented and longer words, made by Microsoft's tool: what is English
 * then isn't translated, and what doesn't fit wouldn't fit in German. It isn't shipped.
 */
export async function writePseudoLanguage(home: Home): Promise<void> {
  const name = (await readdir(home.extensionsFolder)).find(entry => entry.startsWith('belay.belay-'));
  const folder = join(home.extensionsFolder, name ?? '');
  const translate = async (english: string, file: string, same: Readonly<Record<string, string>> = {}) => {
    const texts = JSON.parse(await readFile(english, 'utf8')) as Record<string, string>;
    await writeFile(join(folder, file), JSON.stringify({ ...getL10nPseudoLocalized(texts), ...same }));
  };
  await translate(join('l10n', 'bundle.l10n.json'), join('l10n', `bundle.l10n.${pseudoLanguage}.json`));
  // The extension's name is the same in all languages.
  await translate('package.nls.json', `package.nls.${pseudoLanguage}.json`, { 'container.title': 'Belay' });
}
