import { resolve } from 'node:path';
import Mocha from 'mocha';
import { runHostSuite } from './runHost';
import { versionFromArgs } from './versions';

/** What a suite came to. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
}

/** Runs test files with mocha in this process. */
async function runMocha(files: readonly string[], reporter: string): Promise<Result> {
  // A test that waits on a busy machine is no slow test; those that need longer say so.
  const mocha = new Mocha({ forbidOnly: true, forbidPending: true, reporter, timeout: 20_000 });
  for (const file of files) {
    mocha.addFile(resolve(file));
  }
  await mocha.loadFilesAsync();
  return new Promise(end => {
    const runner = mocha.run(failed => end({ passed: runner.stats?.passes ?? 0, failed }));
  });
}

// One suite in a process of its own, for `testAll.ts`: `host --vscode=oldest`, `host --web`, or `mocha`, its
// reporter and its files. Ends when whoever started it does.
process.once('disconnect', () => process.exit(1));
const [kind, ...args] = process.argv.slice(2);
const [reporter = 'spec', ...files] = args;
const result =
  kind === 'host'
    ? await runHostSuite(versionFromArgs(args), args.includes('--web') ? 'web' : undefined)
    : await runMocha(files, reporter);
process.send?.(result, () => process.exit());
