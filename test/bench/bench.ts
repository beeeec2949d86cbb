import { readFile, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../workbench/browser';
import { installVsCode } from '../workbench/install';
import { versions } from '../workbench/versions';
import { packageExtension } from '../workbench/vsix';
import { measureActivation } from './activation';
import { measureFind } from './find';
import { few, many, measureGrowth } from './growth';
import { measureJournal } from './journal';
import { findRows, journalRows } from './journalRows';
import { measureLocate } from './locate';
import { measurePaints } from './paint';
import { emptyExtension, type Pair } from './pair';
import { measureSearch } from './search';
import { describeRange, median } from './statistics';
import { measureWording } from './wording';

/** `npm run bench`: measures beside an empty extension and writes test/bench/results.md. `-- paint` (activation, search, growth, wording, notes, journal, find, size) measures that alone and writes nothing. */
const only = process.argv[2];
const wants = (what: string) => only === undefined || only === what;
const activationRuns = 10;
const paintRuns = 12;
/** How many times as long as today's the guide is that search is measured on. */
const times = 10;

function row(name: string, pairs: readonly Pair[], aim: string): string {
  const [belay, empty] = [pairs.map(pair => pair.belay), pairs.map(pair => pair.empty)];
  const ratio = (median(belay) / median(empty)).toFixed(2);
  return `| ${name} | ${describeRange(belay)} | ${describeRange(empty)} | ${ratio} | ${aim} |`;
}

const ownRow = (name: string, values: readonly number[], aim: string) =>
  `| ${name} | ${describeRange(values)} | | | ${aim} |`;

const vscode = await installVsCode(versions.newest);
const vsix = await packageExtension();
const browser = await launchBrowser();
const rows: string[] = [];
if (wants('activation')) {
  const measure = async (whenIdle: boolean) => {
    const pairs: Pair[] = [];
    for (let run = 0; run < activationRuns; run += 1) {
      pairs.push(await measureActivation(vscode, browser, { belayFirst: run % 2 === 0, whenIdle }));
    }
    return pairs;
  };
  rows.push(
    row(`activation as VS Code starts, ms, ${activationRuns} hosts`, await measure(false), 'at most 1.5'),
    row(`activation in an idle host, ms, ${activationRuns} hosts`, await measure(true), ''),
  );
}
if (wants('paint')) {
  const paints = await measurePaints(vscode, browser, vsix, paintRuns);
  rows.push(
    row(`command to first paint, first webview of ${paintRuns} windows, ms`, paints.first, 'at most 1.3'),
    row(`the same as second webview of ${paintRuns} windows`, paints.second, ''),
  );
}
if (wants('search')) {
  const { work, painted } = await measureSearch(browser, times);
  rows.push(
    ownRow(
      `search in ${times} guides: key to computed results, ms, ${work.length} keys`,
      work,
      'median under 16',
    ),
    ownRow(`the same, to painted results, with the wait for the frame`, painted, 'median under 16'),
  );
}
if (wants('growth')) {
  const times = await measureGrowth(browser);
  const ratio = (median(times.many) / median(times.few)).toFixed(2);
  rows.push(
    ownRow(`growth tab over ${few} moments: to painted charts, ms, ${times.few.length} times`, times.few, ''),
    `| the same over ${many.toLocaleString('en')} moments | ${describeRange(times.many)} | | ${ratio} of ${few} | at most 2 |`,
    ownRow(
      `filter of ${many.toLocaleString('en')} moments, to painted charts, ms, ${times.repaint.length} times`,
      times.repaint,
      'median under 100',
    ),
  );
}
await browser.close();
if (wants('wording')) {
  const { medianMsPer500Chars, ratioTenTimesLength, worstCaseMs } = await measureWording();
  rows.push(
    `| wording check of 500 characters, ms, median | ${medianMsPer500Chars.toFixed(2)} | | | under 1 |`,
    `| wording check, 100,000 characters to 10,000 | | | ${ratioTenTimesLength.toFixed(1)} | about 10: linear |`,
    `| wording check of hostile texts of 100,000 characters, ms, worst | ${worstCaseMs.toFixed(0)} | | | no freeze |`,
  );
}
if (wants('notes')) {
  rows.push(
    ownRow('review note found again in 20,000 edited lines, ms, 12 notes', measureLocate(), 'under 50'),
  );
}
if (wants('journal')) {
  rows.push(...journalRows(await measureJournal()));
}
if (wants('find')) {
  rows.push(...findRows(measureFind()));
}
if (wants('size')) {
  const kilobytes = async (file: string) => (await stat(file)).size / 1024;
  const page = await Promise.all(
    ['guide.js', 'guide.css'].map(name => readFile(resolve('out', 'pages', name))),
  );
  const sizes = {
    belay: await kilobytes(vsix),
    empty: await kilobytes(await packageExtension(emptyExtension)),
  };
  rows.push(
    row('VSIX, KB', [sizes], 'under 400 KB'),
    ownRow(
      'page of the guide, script and style, gzip, KB',
      [gzipSync(Buffer.concat(page)).length / 1024],
      'under 120',
    ),
  );
}

const report = `# Benchmark

Belay beside an empty extension (one command, one webview view with a title), measured in one run on the
newest supported VS Code (${versions.newest.version}) in a browser, ${cpus().length} processors. Median (smallest to largest);
the ratio is that of the medians. The order of the two changes with each repetition. Made by \`npm run bench\`.

| what | Belay | empty extension | ratio | aim |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
if (only === undefined) {
  await writeFile(resolve('test', 'bench', 'results.md'), report);
}
console.log(report);
