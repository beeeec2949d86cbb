import { randomBytes } from 'node:crypto';
import { createHome } from './home';
import { installVsCode } from './install';
import { startServer } from './server';
import { versionFromArgs } from './versions';
import { installExtension, packageExtension } from './vsix';

/** Where the server listens if nobody else does. */
const usualPort = 8137;

/** `npm start`: VS Code in the browser with Belay installed as a user would have it, on a copy of the sample workspace. */
async function start(): Promise<void> {
  const vscode = await installVsCode(versionFromArgs(process.argv));
  console.log('[belay] packaging and installing');
  const home = await createHome('start', { 'workbench.startupEditor': 'readme' });
  const { dataFolder, extensionsFolder } = home;
  const { folder } = await home.createWorkspace();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  try {
    await installExtension(vscode, await packageExtension(), dataFolder, extensionsFolder);
    const token = randomBytes(16).toString('hex');
    const server = await startServer(vscode, { dataFolder, extensionsFolder, port: usualPort, token });
    stopping.signal.addEventListener('abort', () => void server.stop());
    if (stopping.signal.aborted) {
      await server.stop();
    }
    console.log(
      `\nOpen ${server.origin}/?tkn=${token}&folder=${encodeURIComponent(folder)} and press the Belay icon at the left; Ctrl+C here ends it.\n`,
    );
    await server.ended;
  } finally {
    await home.remove();
  }
}

await start();
