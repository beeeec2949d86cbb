// Measures the wording check on labelled comments: npm run eval:wording -- FOLDER
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { createCheck } from '../../src/coaching/wording/check';
import type { Strength } from '../../src/coaching/wording/rule';
import { messageOf, UserError } from '../../src/platform/errors';
import { type Row, readRows } from './rows';
import { loadRules } from './rules';
import { type Score, scoreOf } from './score';

/** A file of the folder with what in a row makes it positive, and which strengths count as found. */
const labelled: readonly {
  readonly file: string;
  readonly what: string;
  readonly strengths: readonly Strength[];
  isPositive(row: Row): boolean;
}[] = [
  {
    file: 'toxicr-train.jsonl',
    what: 'toxic',
    strengths: ['warning'],
    isPositive: row => Number(row['toxic']) === 1 || row['toxic'] === true,
  },
  {
    file: 'gold-dev.jsonl',
    what: 'tone ≥ 1',
    strengths: ['warning', 'hint'],
    isPositive: row => Number(row['tone']) >= 1,
  },
  { file: 'gold-dev.jsonl', what: 'bare', strengths: ['prompt'], isPositive: row => row['bare'] === true },
  {
    file: 'inclusive-mit.csv',
    what: 'isnegative',
    strengths: ['warning', 'hint'],
    isPositive: row => row['isnegative'] === '1',
  },
];

const ordinary = 'nova-half.jsonl';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function line(cells: readonly string[]): string {
  const widths = [20, 11, 13, 6, 9, 9, 7, 5, 9];
  return cells
    .map((cell, index) => (index < 3 ? cell.padEnd(widths[index] ?? 8) : cell.padStart(widths[index] ?? 8)))
    .join('  ');
}

function scoreLine(file: string, what: string, strengths: readonly Strength[], score: Score): string {
  const figures = [score.precision, score.recall, score.f1].map(figure => figure.toFixed(3));
  return line([
    file,
    what,
    strengths.join('+'),
    String(score.rows),
    String(score.positives),
    ...figures,
    percent(score.falsePositives),
  ]);
}

async function rowsOf(file: string): Promise<Row[] | undefined> {
  try {
    await access(file);
  } catch {
    return undefined;
  }
  return readRows(file);
}

try {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    throw new UserError('Usage: npm run eval:wording -- FOLDER');
  }
  const { check } = createCheck(await loadRules());
  const flagged = ({ text }: Row, strengths: readonly Strength[]) =>
    check(text).some(finding => strengths.includes(finding.strength));
  console.log(
    line(['file', 'positive', 'found by', 'rows', 'positive', 'precision', 'recall', 'F1', 'false pos']),
  );
  for (const { file, what, strengths, isPositive } of labelled) {
    const rows = await rowsOf(join(folder, file));
    if (rows) {
      const pairs = rows.map(row => ({ expected: isPositive(row), found: flagged(row, strengths) }));
      console.log(scoreLine(file, what, strengths, scoreOf(pairs)));
    } else {
      console.log(`${file} isn't there`);
    }
  }
  const rows = await rowsOf(join(folder, ordinary));
  if (rows) {
    const praise = rows.filter(row => row['category'] === 'Praise');
    const share = (of: readonly Row[], strengths: readonly Strength[]) => {
      const count = of.filter(row => flagged(row, strengths)).length;
      return `${count} of ${of.length} (${percent(of.length === 0 ? 0 : count / of.length)})`;
    };
    console.log(`\n${ordinary}, ordinary comments flagged`);
    console.log(`  by warnings: ${share(rows, ['warning'])}`);
    console.log(`  by warnings and hints: ${share(rows, ['warning', 'hint'])}`);
    console.log(`  by prompts: ${share(rows, ['prompt'])}`);
    console.log(`  praise, by anything: ${share(praise, ['warning', 'hint', 'prompt'])}`);
  }
} catch (error) {
  console.error(error instanceof UserError ? error.message : messageOf(error));
  process.exitCode = 1;
}
