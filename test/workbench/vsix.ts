import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Installation } from './install';
import { run } from './run';

const vsce = resolve('node_modules', '@vscode', 'vsce', 'vsce');

const repository = resolve('.');
const out = resolve('out', 'vsix');

/** Belay's README without pictures, and without its part for contributors: VS Code shows it without the files around it. Gives its path. */
async function writePackedReadme(): Promise<string> {
  const readme = join(out, 'README.md');
  const text = await readFile(join(repository, 'README.md'), 'utf8');
  await writeFile(
    readme,
    text.replace(/^!\[.*\n\n?/gm, '').replace(/## Contributing\n[\s\S]*?\n(?=MIT)/, ''),
  );
  return readme;
}

/** Packs the built extension in `folder` (the repository by default) and gives the path of its VSIX. */
export async function packageExtension(folder = repository): Promise<string> {
  await mkdir(out, { recursive: true });
  const isBelay = folder === repository;
  const vsix = join(out, `${isBelay ? 'belay' : basename(folder)}.vsix`);
  await run(
    process.execPath,
    [
      ...[vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
      ...(isBelay ? ['--readme-path', relative(repository, await writePackedReadme())] : ['--skip-license']),
      ...['--out', vsix],
    ],
    { cwd: folder },
  );
  return vsix;
}

/** Installs a VSIX into `extensionsFolder` as a user would. */
export async function installExtension(
  vscode: Installation,
  vsix: string,
  dataFolder: string,
  extensionsFolder: string,
): Promise<void> {
  await run(vscode.node, [
    vscode.serverMain,
    ...['--install-extension', vsix, '--extensions-dir', extensionsFolder, '--server-data-dir', dataFolder],
    '--accept-server-license-terms',
  ]);
}
