import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Installation } from './install';
import { run } from './run';

const vsce = resolve('node_modules', '@vscode', 'vsce', 'vsce');

/** Packs the built extension in `folder` (the repository by default) and gives the path of its VSIX. */
export async function packageExtension(folder = resolve('.')): Promise<string> {
  const out = resolve('out', 'vsix');
  await mkdir(out, { recursive: true });
  const vsix = join(
    out,
    `${folder === resolve('.') ? 'belay' : (folder.split('/').at(-1) ?? 'extension')}.vsix`,
  );
  await run(
    process.execPath,
    [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--skip-license',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
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
