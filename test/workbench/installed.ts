import { rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Installation } from './install';
import { temporaryFolder } from './sample';
import { installExtension, packageExtension } from './vsix';

/**
 * Gives an extensions folder with the companion and with Belay, packed and installed as a user would have it,
 * to be copied. It is gone when this process ends.
 */
export async function installBelay(vscode: Installation): Promise<string> {
  const { path } = await temporaryFolder('installed');
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  const folder = join(path, 'extensions');
  // First: installing writes the list of all that is there.
  await addFixture(folder, 'companion');
  await installExtension(vscode, await packageExtension(), join(path, 'data'), folder);
  return folder;
}

/**
 * Puts an extension that tests need beside Belay where VS Code finds installed ones: the companion, which stands
 * in for other extensions, or the model, which is a language model.
 */
export async function addFixture(extensionsFolder: string, name: 'companion' | 'model'): Promise<void> {
  await cp(resolve('test', 'fixtures', name), join(extensionsFolder, `belay.${name}-1.0.0`), {
    recursive: true,
  });
}
