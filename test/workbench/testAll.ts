import { fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { executablePath } from './browser';
import { installVsCode } from './install';
import { installBelay } from './installed';
import type { Result } from './suite';
import { endToEndVersion, versions } from './versions';

/** A part of the run: its name, what `suite.ts` is asked for, and on which VS Code end-to-end tests are run. */
interface Suite {
  readonly name: string;
  readonly args: readonly string[];
  readonly vscode?: 'oldest';
}

/** What other extensions' comment boxes do has changed between versions: their tests are run on both. */
const alsoOnOldest = ['boxes'];

/**
 * How many suites run at the same time. One by itself waits half of its time, which another can use; with
 * more of them, windows of VS Code stall until their tests give up.
 */
const lanes = Math.min(2, availableParallelism());

async function testFiles(folder: string): Promise<string[]> {
  const root = resolve('out', folder);
  const files = (await readdir(root, { recursive: true })).filter(file => file.endsWith('.test.mjs')).sort();
  if (files.length === 0) {
    throw new Error(`There are no tests in ${root}`);
  }
  return files.map(file => join(root, file));
}

/** All suites. The end-to-end tests are one by file, so that neither lane has much left when the other is done. */
async function findSuites(): Promise<Suite[]> {
  const ends = (await testFiles('e2e')).map(file => ({
    name: `end-to-end, ${basename(file, '.test.mjs')}`,
    args: ['mocha', 'spec', file],
  }));
  const onOldest = ends.filter(({ name }) => alsoOnOldest.some(end => name.endsWith(` ${end}`)));
  return [
    { name: 'unit', args: ['mocha', 'dot', ...(await testFiles('unit'))] },
    { name: 'in-host, newest VS Code', args: ['host'] },
    { name: 'in-host, oldest VS Code', args: ['host', '--vscode=oldest'] },
    { name: 'in-host, browser', args: ['host', '--web'] },
    ...onOldest.map<Suite>(({ name, args }) => ({ name: `${name}, oldest VS Code`, args, vscode: 'oldest' })),
    ...ends,
  ];
}

/** Runs a suite in a process of its own; prints what it printed when it has ended. */
async function runSuite({ name, args, vscode }: Suite): Promise<Result> {
  const begun = Date.now();
  const child = fork(resolve('out', 'workbench', 'suite.mjs'), args, {
    silent: true,
    env: { ...process.env, ...(vscode && { BELAY_VSCODE: vscode }) },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', text => {
      printed += text;
    });
  }
  let result: Result | undefined;
  child.once('message', message => {
    result = message as Result;
  });
  const code = await new Promise<number | null>(end => child.once('close', end));
  const { passed, failed } = result ?? { passed: 0, failed: 1 };
  const outcome = result
    ? `${passed} passed, ${failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`
    : `couldn’t run, it ended with ${code}`;
  console.log(`\n== ${name}\n${printed.trimEnd()}\n== ${name}: ${outcome}`);
  return { passed, failed };
}

/**
 * What suites would do side by side: VS Code is downloaded, the browser unpacked, and Belay packed and installed
 * once. A browser that another process is still unpacking can't be started.
 */
async function prepare(): Promise<void> {
  await executablePath();
  for (const version of Object.values(versions)) {
    await installVsCode(version);
  }
  process.env['BELAY_INSTALLED'] = await installBelay(await installVsCode(endToEndVersion()));
}

const begun = Date.now();
await prepare();
const total = { passed: 0, failed: 0 };
const waiting = await findSuites();
const runLane = async () => {
  // Each runs even where one before it failed, so that one run tells all.
  for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
    const { passed, failed } = await runSuite(suite);
    total.passed += passed;
    total.failed += failed;
  }
};
await Promise.all(Array.from({ length: lanes }, runLane));
console.log(
  `\n${total.passed} passed, ${total.failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
