import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { pageAddress } from '../workbench/address';
import { createHome, type Home } from '../workbench/home';
import type { Installation } from '../workbench/install';
import { startServer } from '../workbench/server';
import { installEmptyExtension, type Pair } from './pair';

/** Belay as it was built, but active only when it is asked to be: the time that this takes is what is measured. */
async function copyToBeAsked(home: Home): Promise<string> {
  const folder = join(home.path, 'belay');
  for (const part of ['dist', 'media', 'package.nls.json']) {
    await cp(resolve(part), join(folder, part), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(resolve('package.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return folder;
}

/** When both are activated, and which first. */
export interface ActivationOptions {
  readonly belayFirst: boolean;
  /** Not as VS Code starts, but once the host has nothing else to do. */
  readonly whenIdle: boolean;
}

/** Both activation times in milliseconds, in one new extension host. */
export async function measureActivation(
  vscode: Installation,
  browser: Browser,
  options: ActivationOptions,
): Promise<Pair> {
  const home = await createHome('bench', {
    'belayBench.belayFirst': options.belayFirst,
    'belayBench.whenIdle': options.whenIdle,
  });
  await installEmptyExtension(home);
  const server = await startServer(vscode, { ...home, forTests: true });
  const page = await browser.newPage();
  try {
    const measured = new Map<string, number>();
    const exit = new Promise<number>(end => {
      void page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
        const [, json] = /\[bench\] (.*)/.exec(args.map(String).join(' ')) ?? [];
        if (json !== undefined) {
          const { id, ms } = JSON.parse(json) as { id: string; ms: number };
          measured.set(id, ms);
        }
      });
      void page.exposeFunction('codeAutomationExit', end);
    });
    const { folder } = await home.createWorkspace();
    const developmentFolder = await copyToBeAsked(home);
    await page.goto(
      pageAddress(server, {
        folder,
        developmentFolder,
        testModule: resolve('out', 'benchHost.js'),
      }),
    );
    const code = await exit;
    const belay = measured.get('belay.belay');
    const empty = measured.get('belay.belay-bench-empty');
    if (code !== 0 || belay === undefined || empty === undefined) {
      throw new Error(`Measuring activation ended with ${code}\n${server.output()}`);
    }
    return { belay, empty };
  } finally {
    await page.close();
    await server.stop();
    await home.remove();
  }
}
