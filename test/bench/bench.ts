import { cp, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { pageAddress } from '../workbench/address';
import { launchBrowser } from '../workbench/browser';
import { createHome } from '../workbench/home';
import { type Installation, installVsCode } from '../workbench/install';
import { startServer } from '../workbench/server';
import { versions } from '../workbench/versions';
import { installExtension, packageExtension } from '../workbench/vsix';
import { Workbench } from '../workbench/workbench';
import { describeRange, median } from './statistics';

/** One thing measured on Belay and on the empty extension, in pairs. */
interface Pair {
  readonly belay: number;
  readonly empty: number;
}

const emptyExtension = resolve('test', 'bench', 'empty-extension');
const activationRuns = 10;
const paintRuns = 8;

/** Both activation times in one new extension host. */
async function measureActivation(vscode: Installation, browser: Browser, belayFirst: boolean): Promise<Pair> {
  const home = await createHome('bench', { 'belayBench.belayFirst': belayFirst });
  await cp(emptyExtension, join(home.extensionsFolder, 'belay.belay-bench-empty-1.0.0'), { recursive: true });
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
    await page.goto(
      pageAddress(server, {
        folder,
        developmentFolder: resolve('.'),
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

/** Milliseconds from the Enter that asks for a view to its title being painted. */
async function measurePaint(window: Workbench, command: string, extensionId: string): Promise<number> {
  const page = window.page;
  await window.press('F1');
  await window.quickInput.locator('input[type=text]').fill(`>${command}`);
  await window.quickInput.locator('.monaco-list-row.focused', { hasText: command }).waitFor();
  const begun = performance.now();
  await window.press('Enter');
  await page
    .frameLocator(`iframe.webview[src*="extensionId=${extensionId}&"]`)
    .frameLocator('iframe#active-frame')
    .locator('h1')
    .waitFor();
  return performance.now() - begun;
}

/** Both views' first paint, each extension still inactive, in new windows of one server. */
async function measurePaints(vscode: Installation, browser: Browser, vsix: string): Promise<Pair[]> {
  const home = await createHome('bench');
  await cp(emptyExtension, join(home.extensionsFolder, 'belay.belay-bench-empty-1.0.0'), { recursive: true });
  await installExtension(vscode, vsix, home.dataFolder, home.extensionsFolder);
  const server = await startServer(vscode, home);
  const pairs: Pair[] = [];
  try {
    for (let run = 0; run < paintRuns; run += 1) {
      const window = await Workbench.create(browser);
      await window.open(pageAddress(server, { folder: (await home.createWorkspace()).folder }));
      const belay = () => measurePaint(window, 'Belay: Focus on Guide View', 'belay.belay');
      const empty = () => measurePaint(window, 'Empty: Focus on Nothing View', 'belay.belay-bench-empty');
      pairs.push(
        run % 2 === 0 ? { belay: await belay(), empty: await empty() } : await reversed(empty, belay),
      );
      await window.close();
    }
  } finally {
    await server.stop();
    await home.remove();
  }
  return pairs;
}

async function reversed(empty: () => Promise<number>, belay: () => Promise<number>): Promise<Pair> {
  const first = await empty();
  return { empty: first, belay: await belay() };
}

function row(name: string, pairs: readonly Pair[], aim: string): string {
  const [belay, empty] = [pairs.map(pair => pair.belay), pairs.map(pair => pair.empty)];
  const ratio = (median(belay) / median(empty)).toFixed(2);
  return `| ${name} | ${describeRange(belay)} | ${describeRange(empty)} | ${ratio} | ${aim} |`;
}

const vscode = await installVsCode(versions.newest);
const vsix = await packageExtension();
const emptyVsix = await packageExtension(emptyExtension);
const browser = await launchBrowser();
const activations: Pair[] = [];
for (let run = 0; run < activationRuns; run += 1) {
  activations.push(await measureActivation(vscode, browser, run % 2 === 0));
  console.log(`activation ${run + 1}/${activationRuns}: ${JSON.stringify(activations.at(-1))}`);
}
const paints = await measurePaints(vscode, browser, vsix);
await browser.close();
const sizes = { belay: (await stat(vsix)).size / 1024, empty: (await stat(emptyVsix)).size / 1024 };

const report = `# Benchmark

Belay beside an empty extension (one command, one webview view with a title), measured in one run on the
newest supported VS Code (${versions.newest.version}) in a browser, ${cpus().length} processors. Median (smallest to largest);
the ratio is that of the medians. The order of the two changes with each repetition. Made by \`npm run bench\`.

| what | Belay | empty extension | ratio | aim |
| --- | --- | --- | --- | --- |
${row(`activation, ms, ${activationRuns} hosts`, activations, 'at most 1.5')}
${row(`command to painted view, ms, ${paintRuns} windows`, paints, 'none set yet')}
${row('VSIX, KB', [sizes], 'under 400 KB')}
`;
await writeFile(resolve('test', 'bench', 'results.md'), report);
console.log(report);
