import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { createHome } from './home';
import { versions } from './versions';

/** `npm run test:desktop`: the in-host suite in a desktop VS Code, which is downloaded. `--vscode=oldest` as elsewhere. */
const version = process.argv.includes('--vscode=oldest') ? versions.oldest.version : 'stable';
const home = await createHome('desktop');
try {
  const { folder } = await home.createWorkspace();
  process.exitCode = await runTests({
    version,
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve('out', 'host.js'),
    launchArgs: [folder, '--user-data-dir', home.dataFolder, '--extensions-dir', home.extensionsFolder],
  });
} finally {
  await home.remove();
}
