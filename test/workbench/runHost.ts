import { resolve } from 'node:path';
import { pageAddress } from './address';
import { launchBrowser } from './browser';
import { createHome } from './home';
import { installVsCode } from './install';
import { addFixture } from './installed';
import { startServer } from './server';
import type { VsCodeVersion } from './versions';

/** What an in-host run came to. */
export interface HostRun {
  readonly passed: number;
  readonly failed: number;
}

const runTimeoutMs = 600_000;

/**
 * Runs the in-host suite in a real VS Code: `web` in the browser's own extension host, else in the server's.
 * Prints each test as it ends; with a failure also what the browser's console and the server said.
 */
export async function runHostSuite(version: VsCodeVersion, hostKind?: 'web'): Promise<HostRun> {
  const vscode = await installVsCode(version);
  const home = await createHome('host', {
    // Tools and the chat participant are looked at as somebody who uses such features has them.
    'chat.disableAIFeatures': false,
    // A setting, since the payload's `extensionDevelopmentKind` is read by desktop VS Code only.
    ...(hostKind === 'web' ? { 'remote.extensionKind': { 'belay.belay': ['web'] } } : {}),
  });
  await addFixture(home.extensionsFolder, 'model');
  const server = await startServer(vscode, { ...home, forTests: true });
  const browser = await launchBrowser();
  const consoleLines: string[] = [];
  let summary: HostRun | undefined;
  try {
    const page = await browser.newPage();
    page.on('console', message => consoleLines.push(`${message.type()}: ${message.text()}`));
    const exit = new Promise<number>((ended, late) => {
      const timer = setTimeout(() => late(new Error('The in-host suite didn’t end')), runTimeoutMs);
      void page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
        const [, line] = /\[in-host\] ([\s\S]*)/.exec(args.map(String).join(' ')) ?? [];
        if (line === undefined) {
          return;
        }
        const counts = /^(\d+) passed, (\d+) failed$/.exec(line);
        if (counts) {
          summary = { passed: Number(counts[1]), failed: Number(counts[2]) };
        }
        console.log(line);
      });
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        clearTimeout(timer);
        ended(code);
      });
    });
    await page.goto(
      pageAddress(server, {
        folder: (await home.createWorkspace()).folder,
        developmentFolder: resolve('.'),
        testModule: resolve('out', 'host.js'),
      }),
    );
    const code = await exit;
    if (!summary) {
      throw new Error('The in-host suite said nothing of how it ended');
    }
    if (summary.passed + summary.failed === 0) {
      throw new Error('The in-host suite ran no test');
    }
    return code === 0 ? summary : { ...summary, failed: Math.max(1, summary.failed) };
  } catch (error) {
    console.error([...consoleLines, server.output()].join('\n'));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    await home.remove();
  }
}
