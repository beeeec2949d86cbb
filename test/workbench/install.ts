import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { npm, run } from './run';
import type { VsCodeVersion } from './versions';

/** An installed VS Code: start `serverMain` with `node`. */
export interface Installation {
  readonly node: string;
  readonly serverMain: string;
}

/** Where downloads are kept between runs. */
const cacheFolder = resolve(process.env['BELAY_CACHE'] ?? '.vscode-test');

/** A half-finished install older than this was left by a process that is gone, in milliseconds. */
const abandonedAfter = 60 * 60_000;

/**
 * A VS Code of the given version, from the cache or the npm registry. It is put together beside its place
 * and moved there only once it has been verified, so an interrupted install leaves nothing that looks whole.
 */
export async function installVsCode(version: VsCodeVersion): Promise<Installation> {
  const place = join(cacheFolder, version.name);
  const say = (text: string) => console.log(`[${version.name}] ${text}`);
  const kept = await findInstallation(place, version);
  if (kept) {
    say('in the cache');
    return kept;
  }
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const partial = join(cacheFolder, `${version.name}.partial-${randomUUID()}`);
  await mkdir(partial);
  await writeFile(join(partial, 'package.json'), '{"private":true}\n');

  const packages = [`code-server@${version.codeServer}`, ...nodePackages(version)];
  say(`1/3 installing ${packages.join(' and ')} from the npm registry`);
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], partial);
  say('2/3 installing what VS Code itself needs');
  const inner = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await npm(inner, vscodeFolder(partial));
  // TypeScript, which the built-in extensions share; without it VS Code greets with an error.
  await npm(inner, join(vscodeFolder(partial), 'extensions'));
  say('3/3 verifying');
  await verify(partial, version);

  // Another process may have been quicker, and may be running what it installed.
  const others = await findInstallation(place, version);
  if (others) {
    await rm(partial, { recursive: true, force: true });
    return others;
  }
  await rm(place, { recursive: true, force: true });
  await rename(partial, place);
  return verify(place, version);
}

function vscodeFolder(place: string): string {
  return join(place, 'node_modules', 'code-server', 'lib', 'vscode');
}

function hasOwnNode(version: VsCodeVersion): boolean {
  return version.nodeMajors.includes(Number(process.versions.node.split('.')[0]));
}

function nodePackages(version: VsCodeVersion): string[] {
  if (hasOwnNode(version)) {
    return [];
  }
  if (process.platform !== 'linux' || (process.arch !== 'x64' && process.arch !== 'arm64')) {
    throw new Error(
      `VS Code ${version.version} needs Node ${version.nodeMajors.join(' or ')}, which npm carries for Linux only: install it, or use "npm run test:desktop"`,
    );
  }
  return [`node-linux-${process.arch}@${version.node}`];
}

/** Fails unless npm recorded the package's known integrity for what stands in `place`, and it starts as that version. */
async function verify(place: string, version: VsCodeVersion): Promise<Installation> {
  const lock: { packages?: Record<string, { integrity?: string }> } = JSON.parse(
    await readFile(join(place, 'node_modules', '.package-lock.json'), 'utf8'),
  );
  const integrity = lock.packages?.['node_modules/code-server']?.integrity;
  if (integrity !== version.integrity) {
    throw new Error(`code-server ${version.codeServer} has integrity ${integrity}, not ${version.integrity}`);
  }
  const node = hasOwnNode(version)
    ? process.execPath
    : join(place, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  const serverMain = join(vscodeFolder(place), 'out', 'server-main.js');
  const [printed] = (await run(node, [serverMain, '--version'])).split('\n');
  if (printed !== version.version) {
    throw new Error(`${serverMain} says it is ${printed}, not ${version.version}`);
  }
  return { node, serverMain };
}

async function findInstallation(place: string, version: VsCodeVersion): Promise<Installation | undefined> {
  try {
    await access(place);
  } catch {
    return undefined;
  }
  try {
    return await verify(place, version);
  } catch (error) {
    console.log(
      `[${version.name}] what the cache holds can’t be used and is installed anew: ${String(error)}`,
    );
    return undefined;
  }
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (name.includes('.partial-') && Date.now() - (await stat(path)).mtimeMs > abandonedAfter) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
