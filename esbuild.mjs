// Builds everything that runs: the extension, its pages and data into dist/ (shipped), tests and tools into
// out/ (not shipped). `--watch` rebuilds on change.
import { mkdir, readdir, readFile, rm, watch as watchFolder, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { splitExtension } from './build/split.mjs';

const watch = process.argv.includes('--watch');
const guideFolder = 'media/guide';
const figuresFolder = 'media/figures';
/** What becomes part of the extension's file. */
const pagesFolder = 'out/pages';
const templatesFolder = 'snippets';
const rulesFolder = 'media/wording';
const practiceFolder = 'media/practice';

/** Says in the form that .vscode/tasks.json matches when a build begins, ends and what is wrong. */
const problemMatcher = {
  name: 'problem-matcher',
  setup({ onStart, onEnd }) {
    onStart(() => {
      if (watch) {
        console.log('[watch] build started');
      }
    });
    onEnd(result => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) {
          console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
      }
      if (watch) {
        console.log('[watch] build finished');
      }
    });
  },
};

/** Makes `import 'all-tests:FOLDER'` import every test below that folder, so that none is left off a list. */
const allTests = {
  name: 'all-tests',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^all-tests:/ }, ({ path }) => ({
      path: path.slice('all-tests:'.length),
      namespace: 'all-tests',
    }));
    onLoad({ filter: /.*/, namespace: 'all-tests' }, async ({ path }) => {
      const files = (await readdir(path, { recursive: true }))
        .filter(file => file.endsWith('.test.ts'))
        .sort();
      return {
        contents: files.map(file => `import ${JSON.stringify(`./${join(path, file)}`)};`).join('\n'),
        resolveDir: process.cwd(),
        watchDirs: [path],
      };
    });
  },
};

/**
 * Mocha's build for browsers, which runs in every extension host. It calls itself an ES module and yet looks
 * for CommonJS's names; with those hidden it sets the globals that it sets in a page.
 */
const mochaGlobals = {
  name: 'mocha-globals',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]mocha[/\\]mocha\.js$/ }, async ({ path }) => ({
      contents: `{ let module, exports, define; ${await readFile(path, 'utf8')} }`,
    }));
  },
};

const common = {
  bundle: true,
  // Prompts for language models are part of the code that sends them.
  loader: { '.md': 'text' },
  logLevel: 'silent',
  plugins: [problemMatcher],
  target: 'es2022',
};

const shipped = {
  ...common,
  metafile: true,
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
};

/** Makes `import 'belay:NAME'` give the text of a file that the build has made in out/pages. */
const builtText = {
  name: 'built-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^belay:/ }, ({ path }) => ({
      path: resolve(pagesFolder, path.slice('belay:'.length)),
      namespace: 'built-text',
    }));
    onLoad({ filter: /.*/, namespace: 'built-text' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};

/**
 * Pages for webviews: built first, since some become part of the extension's file.
 * @type {import('esbuild').BuildOptions[]}
 */
const pages = [
  {
    ...shipped,
    entryPoints: { guide: 'src/guide/webview/main.ts' },
    outdir: pagesFolder,
    format: 'iife',
    platform: 'browser',
    sourcemap: watch ? 'inline' : false,
    loader: { '.svg': 'text' },
  },
  {
    ...shipped,
    entryPoints: { guide: 'src/guide/webview/guide.css' },
    outdir: pagesFolder,
    sourcemap: false,
  },
  // In files of their own, which are read when somebody opens the page and not when VS Code starts.
  {
    ...shipped,
    entryPoints: {
      asking: 'src/practice/self/webview/main.ts',
      rehearsal: 'src/practice/rehearsal/webview/main.ts',
    },
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    sourcemap: watch ? 'inline' : false,
  },
  {
    ...shipped,
    entryPoints: {
      asking: 'src/practice/self/webview/page.css',
      rehearsal: 'src/practice/rehearsal/webview/rehearsal.css',
    },
    outdir: 'dist',
    sourcemap: false,
  },
];

/**
 * Pages that are files of their own, since few open them and they are long: read when one is opened.
 * @type {import('esbuild').BuildOptions[]}
 */
const filePages = [
  {
    ...shipped,
    entryPoints: { growth: 'src/practice/growth/webview/main.ts' },
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    sourcemap: watch ? 'inline' : false,
  },
  {
    ...shipped,
    entryPoints: { growth: 'src/practice/growth/webview/growth.css' },
    outdir: 'dist',
    sourcemap: false,
  },
];

/**
 * The extension, for desktop, server and browser extension hosts: it uses nothing that only one of them has.
 * @type {import('esbuild').BuildOptions}
 */
const extension = {
  ...shipped,
  platform: 'browser',
  external: ['vscode'],
  plugins: [problemMatcher, builtText],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // Unit tests run in plain Node: what they import must do without `vscode`, and fails at once if it doesn't.
  {
    ...common,
    entryPoints: [
      'test/unit/**/*.test.ts',
      'test/e2e/**/*.test.ts',
      'test/workbench/*.ts',
      'test/bench/*.ts',
      'test/l10n/*.ts',
      'test/wording/*.ts',
    ],
    outdir: 'out',
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    // What suites share, a browser say, they then share in one process.
    splitting: true,
    chunkNames: 'chunks/[hash]',
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
  },
  {
    ...common,
    entryPoints: { host: 'test/host/index.ts', benchHost: 'test/bench/inHost.ts' },
    outdir: 'out',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    plugins: [problemMatcher, builtText, allTests, mochaGlobals],
    sourcemap: 'inline',
  },
];

/** The files of a folder with that ending: their names within it and their texts. */
async function readFolder(folder, ending) {
  const names = (await readdir(folder)).filter(name => name.endsWith(ending));
  return Promise.all(names.map(async name => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/**
 * Compiles the templates in `snippets`, the guide, the wording rules and the practice plan into JSON; a
 * file with a problem fails the build with file, line and reason. The templates also become VS Code's snippets,
 * and pages of the guide.
 */
async function buildContent() {
  const compiler = 'out/tools/guide.mjs';
  await build({
    ...common,
    stdin: {
      contents:
        "export * from './src/guide/compile'; export { createPageRenderer } from './src/guide/pageHtml'; export { formatProblems } from './src/platform/errors'; export { parseTemplates } from './src/coaching/templateFile'; export { templatePages } from './src/coaching/templatePages'; export { contributedSnippets } from './src/coaching/contributed'; export { compileRules } from './src/coaching/wording/compileRules'; export { pageIdOf } from './src/coaching/intents'; export { intents } from './src/vocabulary'; export { compilePractice } from './src/practice/content/compile';",
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile: compiler,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const {
    compileGuide,
    compilePractice,
    compileRules,
    contributedSnippets,
    createPageRenderer,
    formatProblems,
    intents,
    pageIdOf,
    parseTemplates,
    templatePages,
  } = await import(pathToFileURL(compiler).href);
  const read = async (folder, ending = '.md') =>
    (await readFolder(folder, ending)).map(({ name, text }) => ({ name: join(folder, name), text }));
  const readText = async name => ({ name, text: await readFile(name, 'utf8') });
  const figures = Object.fromEntries(
    (await readFolder(figuresFolder, '.svg')).map(({ name, text }) => [basename(name, '.svg'), text]),
  );
  const { templates, problems: broken } = parseTemplates(await read(templatesFolder), 'belay');
  const prefixes = templates.map(template => template.prefix);
  const files = [...(await read(guideFolder)), ...templatePages(templates)];
  const known = { templates: new Set(prefixes), figures: new Set(Object.keys(figures)) };
  const { guide, problems } = compileGuide(files, known);
  const { rules, problems: faulty } = compileRules(await read(rulesFolder, '.yaml'));
  const sections = Object.fromEntries(guide.map(({ id, title }) => [id, title]));
  const practice = compilePractice(
    {
      exercises: await read(join(practiceFolder, 'exercises')),
      questions: await read(join(practiceFolder, 'questions'), '.yaml'),
      levels: await readText(join(practiceFolder, 'levels.yaml')),
      decision: await readText(join(practiceFolder, 'decision.yaml')),
    },
    { sections: new Set(Object.keys(sections)) },
  );
  const all = [...broken, ...problems, ...faulty, ...(practice.problems ?? [])];
  if (all.length > 0) {
    throw new Error(`Content has problems:\n${formatProblems(all)}`);
  }
  const render = createPageRenderer(known.figures);
  // Not of the pages made of templates: nobody begins to read there, and they would make every start slower.
  const made = new Set(intents.map(pageIdOf));
  // A text beside its HTML, which compresses well so.
  const pages = guide.map(section =>
    made.has(section.id) ? { section } : { section, html: render(section.markdown) },
  );
  await mkdir(pagesFolder, { recursive: true });
  await mkdir('dist', { recursive: true });
  await writeFile('dist/coaching-comments.json', contributedSnippets(templates));
  // A file of its own, which is read when somebody opens the practice plan and not when VS Code starts.
  await writeFile('dist/practice.json', JSON.stringify({ ...practice, sections }));
  await writeFile(join(pagesFolder, 'wording.json'), JSON.stringify(rules));
  await writeFile(join(pagesFolder, 'templates.json'), JSON.stringify(templates));
  await writeFile(join(pagesFolder, 'guide.json'), JSON.stringify({ pages, figures, templates: prefixes }));
}

/** Builds the extension: in parts, or in one file with a source map while somebody changes it. */
function startExtension(start) {
  const entry = 'src/extension.ts';
  return watch
    ? start({ ...extension, entryPoints: { extension: entry }, outdir: 'dist', format: 'cjs' })
    : splitExtension(extension, entry);
}

/** The licences of what was bundled, which ask to be passed on with it. */
async function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  const packages = new Set(
    inputs.flatMap(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const notices = [...packages].sort().map(async name => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find(entry => /^licen[cs]e(\.|$)/i.test(entry));
    const text = file ? await readFile(join(folder, file), 'utf8') : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  await writeFile(
    'dist/THIRD_PARTY_NOTICES.txt',
    (await Promise.all(notices)).join(`\n${'-'.repeat(78)}\n\n`),
  );
}

try {
  if (!watch) {
    await Promise.all(['dist', 'out'].map(folder => rm(folder, { recursive: true, force: true })));
  }
  await buildContent();
  const start = async options => {
    if (!watch) {
      return build(options);
    }
    const watching = await context(options);
    const result = await watching.rebuild();
    await watching.watch();
    return result;
  };
  const results = await Promise.all(pages.map(start));
  const built = [...bundles, ...filePages].map(start);
  results.push(...(await Promise.all([startExtension(start), ...built])));
  if (watch) {
    const follow = async folder => {
      for await (const _change of watchFolder(folder)) {
        await buildContent().catch(error => console.error(error.message));
      }
    };
    await Promise.all([guideFolder, templatesFolder, rulesFolder, practiceFolder].map(follow));
  } else {
    await writeNotices(results);
  }
} catch (error) {
  console.error(error.errors ? 'The build failed.' : error.message);
  process.exitCode = 1;
}
