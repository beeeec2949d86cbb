import assert from 'node:assert/strict';
import { build } from 'esbuild';

/** What runs when VS Code starts Belay: the modules that `entry` imports other than by `import()`, with their sizes in bytes. */
async function loadedWith(entry: string): Promise<Map<string, number>> {
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
    // Packages may be linked from elsewhere.
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const found = new Map<string, number>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const input = metafile.inputs[file];
    if (input && !found.has(file)) {
      found.set(file, output?.inputs[file]?.bytesInOutput ?? 0);
      waiting.push(...input.imports.filter(({ kind }) => kind !== 'dynamic-import').map(({ path }) => path));
    }
  }
  return found;
}

describe('What runs when VS Code starts', () => {
  it('is little: the rest is loaded at first use', async () => {
    const loaded = await loadedWith('src/extension.ts');
    const packages = [...loaded.keys()].flatMap(
      file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    assert.deepEqual(new Set(packages), new Set(['valibot']));
    const bytes = [...loaded.values()].reduce((sum, one) => sum + one, 0);
    assert.ok(
      bytes < 45_000,
      `${bytes} bytes: ${[...loaded].map(([file, size]) => `${file} ${size}`).join(', ')}`,
    );
  });

  it('is little before the guide is seen: reading Markdown is for those who write pages', async () => {
    const packages = [...(await loadedWith('src/guide/room.ts')).keys()].filter(file =>
      /node_modules/.test(file),
    );
    assert.ok(
      packages.every(file => file.includes('/valibot/')),
      packages.join(', '),
    );
  });
});
