import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { build } from 'esbuild';

/** The packages whose code runs when `entry` is imported, other than by `import()`. */
async function packagesWith(entry: string): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode', 'belay:*'],
    outdir: 'out/startup',
    loader: { '.md': 'text' },
    // Packages may be linked from elsewhere.
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!found.has(file)) {
      found.add(file);
      const imports = metafile.inputs[file]?.imports ?? [];
      waiting.push(...imports.filter(({ kind }) => kind !== 'dynamic-import').map(({ path }) => path));
    }
  }
  return new Set([...found].flatMap(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
}

/** Something that can be taken for all of VS Code by what only looks names up in it. */
function anything(known: Record<string, unknown>): unknown {
  return new Proxy(known, { get: (all, name: string) => all[name] ?? anything({}) });
}

type Later = (get: (from: (name: string) => unknown) => unknown) => Promise<Record<string, () => unknown>>;

/** Runs the extension's file as VS Code does in a browser, where parts are read by `readPart`. */
async function startInBrowser(readPart: (name: string) => Promise<Uint8Array>): Promise<Later> {
  const vscode = anything({
    extensions: { getExtension: () => ({ extensionUri: '.' }) },
    Uri: { joinPath: (...parts: string[]) => parts.join('/') },
    workspace: { fs: { readFile: (path: string) => readPart(path) } },
    l10n: { t: (text: string) => text },
    EventEmitter: class {},
  });
  const module: { exports: { main?: { later: Later } } } = { exports: {} };
  const requireInBrowser = (name: string) => {
    if (name !== 'vscode') {
      throw new Error(`Cannot load module '${name}'`);
    }
    return vscode;
  };
  const text = await readFile('dist/extension.js', 'utf8');
  new Function('module', 'exports', 'require', text)(module, module.exports, requireInBrowser);
  assert.ok(module.exports.main);
  return module.exports.main.later;
}

describe('What VS Code reads when it starts', () => {
  it('is little: the rest is read at first use', async () => {
    const { size } = await stat('dist/extension.js');
    assert.ok(size < 50_000, `${size} bytes`);
    assert.deepEqual(await packagesWith('src/extension.ts'), new Set(['valibot']));
  });

  it('is little before the guide is seen: reading Markdown is for those who write pages', async () => {
    assert.deepEqual(await packagesWith('src/guide/room.ts'), new Set(['valibot']));
  });

  it('gets its parts in a browser too, where only VS Code can read files', async () => {
    const read: string[] = [];
    const later = await startInBrowser(path => {
      read.push(path);
      return readFile(path);
    });
    const parts = await later(from => from('./later.js'));
    assert.ok(read.includes('./dist/later.js') && read.includes('./dist/guide.js'), read.join());
    const platform = Object.keys(parts).find(name => name.startsWith('time-'));
    assert.ok(platform);
    const time = parts[platform]?.() as typeof import('../../src/platform/time');
    assert.equal(typeof time.toLocalIso, 'function');
    const before = read.length;
    assert.equal(await later(from => from('./later.js')), parts);
    assert.equal(read.length, before);
  });

  it('says what to do where a part can’t be read, and reads it once it can', async () => {
    let isThere = false;
    const later = await startInBrowser(async path => {
      if (!isThere) {
        throw new Error('no connection');
      }
      return readFile(path);
    });
    await assert.rejects(
      later(from => from('./later.js')),
      { name: 'UserError', message: /reload the window/ },
    );
    isThere = true;
    assert.equal(typeof (await later(from => from('./later.js'))), 'object');
  });
});
