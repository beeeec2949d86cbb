// Cuts the extension into the file that VS Code parses at every start and parts that are read at first use.
//
// esbuild splits only ES modules into chunks, and where an extension runs in a browser it can neither import nor
// require a second file. So the chunks are made first, and then bundled once more, as CommonJS: those that the
// entry needs at once into `extension.js`, each long one into a part of its own, all others into `later.js`. A
// chunk in another file is required from there, and an `import()` asks src/platform/later.ts.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const chunksFolder = 'out/chunks-of-extension';
const mainFile = 'extension.js';
const otherFile = 'later.js';

/** From how many bytes on a chunk is a part of its own, which those who use the others needn't parse. */
const longBytes = 40_000;

/** The chunks: for each its text's length, what it imports, at once or later, and its longest source. */
async function makeChunks(options, entry) {
  const result = await build({
    ...options,
    entryPoints: { [basename(mainFile, '.js')]: entry },
    outdir: chunksFolder,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    metafile: true,
  });
  const chunks = new Map(
    Object.entries(result.metafile.outputs).map(([path, { bytes, imports, inputs }]) => {
      const chunksOf = isLater => {
        const these = imports.filter(one => !one.external && (one.kind === 'dynamic-import') === isLater);
        return [...new Set(these.map(one => basename(one.path)))];
      };
      const [[longest] = []] = Object.entries(inputs).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput);
      return [basename(path), { bytes, atOnce: chunksOf(false), later: chunksOf(true), longest }];
    }),
  );
  return { result, chunks };
}

/** A readable name for the part that a long chunk is. */
function partNameOf(longest) {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(longest)?.[1];
  return `${(inPackage ?? basename(longest).replace(/\.\w+$/, '')).replaceAll(/\W+/g, '-')}.js`;
}

/** Which file each chunk goes into. */
function fileByChunk(chunks) {
  const files = new Map();
  const waiting = [mainFile];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!files.has(name)) {
      files.set(name, mainFile);
      waiting.push(...chunks.get(name).atOnce);
    }
  }
  for (const [name, { bytes, longest }] of chunks) {
    if (!files.has(name)) {
      const file = bytes < longBytes ? otherFile : partNameOf(longest);
      files.set(name, file);
    }
  }
  return files;
}

/** Where code in a file of the extension gets a chunk that is in another. */
const farAway = (file, chunk) =>
  file === mainFile
    ? `require('./${mainFile}').main.modules['${chunk}']`
    : `require('./${file}')['${chunk}']()`;

/** Bundles the chunks of one file. */
function bundleChunks(file, options, chunks, files) {
  const isHere = name => files.get(name) === file;
  /** Chunks in this file that are asked for from others. */
  const asked = [...chunks].flatMap(([name, { atOnce, later }]) => [
    ...(isHere(name) ? [] : atOnce.filter(isHere)),
    ...later.filter(isHere),
  ]);
  const names = [...new Set(asked)];
  const entry =
    file === mainFile
      ? [
          `export * from './${mainFile}';`,
          "import { main } from 'belay-later';",
          ...names.map((name, index) => `import * as m${index} from './${name}';`),
          `Object.assign(main.modules, { ${names.map((name, index) => `'${name}': m${index}`).join(', ')} });`,
          'export { main };',
        ].join('\n')
      : `module.exports = { ${names.map(name => `'${name}': () => require('./${name}')`).join(', ')} };`;
  const chunkFiles = {
    name: 'chunk-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^belay-later$/ }, () =>
        file === mainFile
          ? { path: join(process.cwd(), 'src/platform/later.ts') }
          : { path: 'later', namespace: 'main' },
      );
      onLoad({ filter: /.*/, namespace: 'main' }, () => ({
        contents: `module.exports = require('./${mainFile}').main;`,
      }));
      onResolve({ filter: /^\.\// }, ({ path, namespace }) => {
        const name = basename(path);
        if (namespace === 'far' || namespace === 'main') {
          return { path, external: true };
        }
        if (!chunks.has(name)) {
          return undefined;
        }
        return isHere(name)
          ? { path: join(process.cwd(), chunksFolder, name) }
          : { path: name, namespace: 'far', sideEffects: false };
      });
      onLoad({ filter: /.*/, namespace: 'far' }, ({ path }) => ({
        contents: `module.exports = ${farAway(files.get(path), path)};`,
      }));
      onLoad({ filter: new RegExp(`/${chunksFolder}/`) }, async ({ path }) => {
        const { later } = chunks.get(basename(path));
        let contents = await readFile(path, 'utf8');
        for (const name of later) {
          const asImported = `import("./${name}")`;
          if (!contents.includes(asImported)) {
            throw new Error(`${path} doesn’t say ${asImported}`);
          }
          contents = contents.replaceAll(
            asImported,
            `belayLater(require => ${farAway(files.get(name), name)})`,
          );
        }
        return later.length > 0
          ? { contents: `import { later as belayLater } from 'belay-later';\n${contents}` }
          : { contents };
      });
    },
  };
  return build({
    ...options,
    stdin: { contents: entry, resolveDir: process.cwd(), sourcefile: file },
    outfile: `dist/${file}`,
    format: 'cjs',
    // A browser's host fetches all parts: it can't when a module asks for one.
    define: {
      belayParts: JSON.stringify([...new Set(files.values())].filter(name => name !== mainFile)),
    },
    plugins: [...options.plugins, chunkFiles],
  });
}

/**
 * Builds the extension from `entry` into `dist`, with esbuild's `options`.
 * @param {import('esbuild').BuildOptions} options
 * @param {string} entry
 */
export async function splitExtension(options, entry) {
  const { result, chunks } = await makeChunks(options, entry);
  const files = fileByChunk(chunks);
  const names = [...new Set(files.values())];
  await Promise.all(names.map(file => bundleChunks(file, options, chunks, files)));
  return result;
}
