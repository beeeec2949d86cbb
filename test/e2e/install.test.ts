import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../workbench/sample';
import { eventually } from './support';

/** Runs the installer into `cache`; `printed` grows as it speaks. */
function install(cache: string): { kill(): void; printed(): string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [resolve('out', 'workbench', 'installOnly.mjs'), '--vscode=oldest'], {
    env: { ...process.env, BELAY_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let text = '';
  child.stdout.on('data', chunk => {
    text += String(chunk);
  });
  return {
    // The whole group: npm as well.
    kill: () => process.kill(-(child.pid ?? 0), 'SIGKILL'),
    printed: () => text,
    ended: new Promise(end => child.once('exit', end)),
  };
}

describe('Installing VS Code', function () {
  this.timeout(180_000);
  let cache: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    cache = await temporaryFolder('cache');
  });
  after(() => cache.remove());

  it('survives being interrupted: the next run installs it whole', async () => {
    const first = install(cache.path);
    await eventually('the first install to be under way', async () => first.printed().includes('2/3'));
    first.kill();
    await first.ended;
    assert.ok((await readdir(cache.path)).every(name => name.includes('.partial-')));

    const second = install(cache.path);
    assert.equal(await second.ended, 0);
    assert.match(second.printed(), /1\/3 installing code-server@[\s\S]*2\/3 [\s\S]*3\/3 verifying/);
  });

  it('is reused', async () => {
    const again = install(cache.path);
    assert.equal(await again.ended, 0);
    assert.equal(again.printed(), '[vscode-1.100] in the cache\n');
  });

  it('is verified before use: a damaged one is installed anew', async () => {
    const server = join(
      cache.path,
      'vscode-1.100',
      'node_modules',
      'code-server',
      'lib',
      'vscode',
      'out',
      'server-main.js',
    );
    await writeFile(server, 'damaged');
    const mended = install(cache.path);
    assert.equal(await mended.ended, 0);
    assert.match(mended.printed(), /can’t be used and is installed anew/);
    assert.match(mended.printed(), /3\/3 verifying/);
  });
});
