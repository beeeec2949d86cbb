import 'mocha/mocha.js';

/** A line for whoever drives this run, marked, since the rest of the extension host prints to the same console. */
const say = (line: string) => console.log(`[in-host] ${line}`);

/** Shortened in its middle: VS Code keeps what is too long (a whole bundle in a message, say) from its console altogether. */
const shorten = (text: string) =>
  text.length > 10_000 ? `${text.slice(0, 5_000)}\n…\n${text.slice(-2_000)}` : text;

/** Prints each test as it ends. The page that drives the run has nothing but these lines. */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('pass', test =>
      say(`  ✔ ${test.fullTitle()}${(test.duration ?? 0) > 500 ? ` (${test.duration} ms)` : ''}`),
    );
    runner.on('fail', (test, error: Error) =>
      say(`  ✘ ${test.fullTitle()}\n${shorten(error.stack ?? error.message)}`),
    );
    runner.on('pending', test => say(`  - ${test.fullTitle()}`));
    runner.on('end', () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      say(`${passes} passed, ${failures} failed`);
    });
  }
}

/** Runs all in-host tests: called by VS Code in its extension host, on every platform. */
export async function run(): Promise<void> {
  // Set where this is Node: `BELAY_GREP='part of a name' npm run test:host` runs some of them.
  const grep = globalThis.process?.env?.['BELAY_GREP'];
  mocha.setup({
    ui: 'bdd',
    reporter: LineReporter as never,
    timeout: 20_000,
    retries: 1,
    ...(grep ? { grep } : {}),
  });
  // After the set-up, which defines `describe` and `it`.
  await import('all-tests:test/host' as string);
  await new Promise<void>((resolve, reject) => {
    // Not `mocha.run`, which reads the address of the page that it takes this for.
    Mocha.prototype.run.call(mocha, failures =>
      failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve(),
    );
  });
}
