import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import { run } from '../workbench/run';
import { Workbench } from '../workbench/workbench';
import { openGuide } from './jobs';
import { eventually } from './support';

/** What `npm start` runs once it has built. */
const startScript = resolve('out', 'workbench', 'start.mjs');

/** One run of it. */
class Start {
  readonly #child: ChildProcess;
  #printed = '';
  readonly ended: Promise<number | null>;

  constructor() {
    this.#child = spawn(process.execPath, [startScript], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stdout?.on('data', chunk => {
      this.#printed += String(chunk);
    });
    this.ended = new Promise(end => this.#child.once('exit', end));
  }

  /** The address that it prints for people to open. */
  address(): Promise<URL> {
    const find = async () => {
      const [, address] = /Open (\S+) and press/.exec(this.#printed) ?? [];
      return address !== undefined && new URL(address);
    };
    return eventually('the printed address', find, 90_000);
  }

  interrupt(): void {
    this.#child.kill('SIGINT');
  }
}

describe('npm start', function () {
  this.timeout(200_000);
  this.retries(1);
  let browser: Browser;
  const starts: Start[] = [];
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    for (const start of starts) {
      start.interrupt();
    }
  });

  it('serves VS Code with Belay to whoever has the token, on any free port, and Ctrl+C ends all of it', async () => {
    const addresses: URL[] = [];
    for (let count = 0; count < 2; count += 1) {
      const start = new Start();
      starts.push(start);
      addresses.push(await start.address());
    }
    assert.notEqual(addresses[0]?.port, addresses[1]?.port);
    for (const address of addresses) {
      assert.equal(address.hostname, '127.0.0.1');
      assert.match(address.searchParams.get('tkn') ?? '', /^[0-9a-f]{32}$/);
      assert.equal((await fetch(address.origin)).status, 403);
    }
    const window = await Workbench.create(browser);
    await window.open(String(addresses[0]));
    await openGuide(window);
    await window.close();

    for (const start of starts) {
      start.interrupt();
      await start.ended;
    }
    const [folder] = addresses.map(address => address.searchParams.get('folder')?.split('/workspace-')[0]);
    assert.ok(folder);
    const processes = await run('ps', ['-eo', 'args']);
    assert.ok(!processes.includes(folder), 'nothing that it started still runs');
    for (const address of addresses) {
      await assert.rejects(fetch(address.origin));
    }
  });
});
