import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import { runHostSuite } from './runHost';
import { versions } from './versions';

/** What a suite came to. */
interface Result {
  readonly passed: number;
  readonly failed: number;
}

/** Runs every test below `out/<folder>` with mocha in this process. */
async function runMocha(folder: string): Promise<Result> {
  const root = resolve('out', folder);
  const files = (await readdir(root, { recursive: true })).filter(file => file.endsWith('.test.mjs')).sort();
  if (files.length === 0) {
    throw new Error(`There are no tests in ${root}`);
  }
  const mocha = new Mocha({
    forbidOnly: true,
    forbidPending: true,
    reporter: folder === 'unit' ? 'dot' : 'spec',
  });
  for (const file of files) {
    mocha.addFile(join(root, file));
  }
  await mocha.loadFilesAsync();
  return new Promise(end => {
    const runner = mocha.run(failed => end({ passed: runner.stats?.passes ?? 0, failed }));
  });
}

/** All suites, the quickest first; each runs even where one before it failed, so that one run tells all. */
const suites: readonly (readonly [string, () => Promise<Result>])[] = [
  ['unit', () => runMocha('unit')],
  ['in-host, newest VS Code', () => runHostSuite(versions.newest)],
  ['in-host, oldest VS Code', () => runHostSuite(versions.oldest)],
  ['in-host, browser', () => runHostSuite(versions.newest, 'web')],
  ['end-to-end', () => runMocha('e2e')],
];

const total = { passed: 0, failed: 0 };
for (const [name, run] of suites) {
  const begun = Date.now();
  console.log(`\n== ${name}`);
  try {
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
    console.log(
      `== ${name}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`,
    );
  } catch (error) {
    total.failed += 1;
    console.error(`== ${name} couldn’t run:`, error);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
