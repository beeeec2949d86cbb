import Papa from 'papaparse/papaparse.min.js';
import * as v from 'valibot';
import type { FileProblem } from '../../platform/errors';
import { isRecord, withoutUndefined } from '../../platform/record';
import { parseJson } from '../../platform/schema';
import { type Moment, parseNames } from '../moment';
import { checkMoment, formatFaults } from './checkMoment';

/** How a cell stands for a value. */
type CellForm = 'text' | 'word' | 'number' | 'names';

/** The columns in their order, by where in the moment they stand. */
const columns: Readonly<Record<string, CellForm>> = {
  id: 'text',
  when: 'word',
  what: 'text',
  who: 'names',
  kind: 'word',
  skill: 'word',
  dimension: 'word',
  tags: 'names',
  minutes: 'number',
  learned: 'text',
  'followUp.due': 'word',
  'followUp.text': 'text',
  'followUp.done': 'word',
  'place.file': 'text',
  'place.firstLine': 'number',
  'place.lastLine': 'number',
  'place.commit': 'word',
  'place.permalink': 'text',
};
/** The last column: what the others can't say, as JSON. */
const moreColumn = 'more';
const neededColumns = ['id', 'when', 'what'];

/**
 * A cell that a spreadsheet would run as a formula, whole-width signs included, or one that only looks as if it
 * had been neutralised. papaparse's own pattern passes over cells of several lines.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const neutralised = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Spreadsheets take a file for UTF-8 by this. */
const byteOrderMark = '\ufeff';

/**
 * Moments as CSV for spreadsheets, a row each below a row of names. Names and tags stand in one cell with commas
 * between, or as a JSON list where that would be ambiguous; what this version doesn't know stands in the column
 * `more`, as JSON. A cell that a spreadsheet would run as a formula begins with an apostrophe more; `parseCsv`
 * takes one away again, so that what it reads is what was printed.
 */
export function printCsv(moments: readonly Moment[]): string {
  const rows = moments.map(moment => {
    const more = restOf(moment);
    return [
      ...Object.keys(columns).map(name => cellOf(valueAt(moment, name))),
      Object.keys(more).length > 0 ? JSON.stringify(more) : '',
    ];
  });
  const csv = Papa.unparse([[...Object.keys(columns), moreColumn], ...rows], {
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return `${byteOrderMark}${csv}\r\n`;
}

function valueAt(moment: object, name: string): unknown {
  const [key = '', inner] = name.split('.');
  const value = (moment as Record<string, unknown>)[key];
  return inner === undefined ? value : isRecord(value) ? value[inner] : undefined;
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) {
    const plain = value.join(', ');
    const again = parseNames(plain);
    const isPlain =
      !plain.startsWith('[') &&
      again.length === value.length &&
      again.every((name, at) => name === value[at]);
    return isPlain ? plain : JSON.stringify(value);
  }
  return value === undefined ? '' : String(value);
}

/** What of `value` the cells don't say: keys without a column, and values that are there and empty. */
function restOf(value: object, prefix = ''): Record<string, unknown> {
  const rest = Object.entries(value).map(([key, one]) => {
    const name = `${prefix}${key}`;
    const isPart = prefix === '' && (key === 'followUp' || key === 'place') && isRecord(one);
    if (isPart) {
      const inner = restOf(one, `${key}.`);
      const isSaid = Object.keys(inner).length === 0 && Object.keys(one).length > 0;
      return [key, isSaid ? undefined : inner];
    }
    const isColumn = Object.hasOwn(columns, name) && !key.includes('.');
    const hasCell = isColumn && (cellOf(one) !== '' || name === 'who');
    return [key, hasCell ? undefined : one];
  });
  return withoutUndefined(Object.fromEntries(rest));
}

/** A moment of a CSV file and the row that it stands in, as spreadsheets count: that of the names is row 1. */
export interface CsvMoment {
  readonly row: number;
  readonly moment: Moment;
}

/** What a CSV file holds. A row that isn't a moment is told with its line in the file; its reason begins with its row. */
export interface CsvContents {
  readonly moments: readonly CsvMoment[];
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what `printCsv` printed, also after a spreadsheet has saved it: with semicolons or tabs between cells,
 * columns in another order or missing, and empty rows. A row that isn't a moment is told and the rest is read.
 */
export function parseCsv(file: string, text: string): CsvContents {
  const source = text.replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse(source, layoutOf(source));
  const names = (data[0] ?? []).map(name => name.trim());
  const missing = neededColumns.filter(name => !names.includes(name));
  if (missing.length > 0) {
    const reason = `the first row must name the columns; missing: ${missing.join(', ')}`;
    return { moments: [], problems: [{ file, line: 1, reason }] };
  }
  const problems: FileProblem[] = columnProblems(names).map(reason => ({ file, line: 1, reason }));
  const moments: CsvMoment[] = [];
  const unclosed = new Set(errors.map(({ row }) => row));
  const endsWithin = !/[\r\n]$/.test(source);
  let line = 1;
  for (const [index, cells] of data.entries()) {
    const isLast = index === data.length - 1;
    if (index > 0 && cells.some(cell => cell.trim() !== '')) {
      const read = unclosed.has(index)
        ? { reason: 'its quotes don’t match, so that it may hold the rows below' }
        : isLast && endsWithin && cells.length < names.length
          ? { reason: 'the file breaks off within it' }
          : readRow(names, cells);
      if ('moment' in read) {
        moments.push({ row: index + 1, moment: read.moment });
      } else {
        problems.push({ file, line, reason: `row ${index + 1}: ${read.reason}` });
      }
    }
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
  }
  return { moments, problems };
}

/** What separates cells and rows, told from the row of names, which holds neither in another sense. */
function layoutOf(source: string): { delimiter: string; newline: string } {
  const header = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { delimiter, newline: /\r\n|\r|\n/.exec(source)?.[0] ?? '\n' };
}

function columnProblems(names: readonly string[]): string[] {
  return names.flatMap((name, index) => {
    if (name !== '' && !Object.hasOwn(columns, name) && name !== moreColumn) {
      return [`the column "${name}" isn’t known and was left out`];
    }
    return name !== '' && names.indexOf(name) < index ? [`a second column "${name}" was left out`] : [];
  });
}

function readRow(
  names: readonly string[],
  cells: readonly string[],
): { moment: Moment } | { reason: string } {
  if (cells.slice(names.length).some(cell => cell.trim() !== '')) {
    return { reason: 'it has more cells than there are columns' };
  }
  const cell = (name: string) => {
    const raw = cells[names.indexOf(name)] ?? '';
    return neutralised.test(raw) ? raw.slice(1) : raw;
  };
  const more = parseMore(cell(moreColumn));
  if (!more) {
    return { reason: `${moreColumn}: it must be empty or a JSON object` };
  }
  const followUp = partOf('followUp', more['followUp'], cell);
  const place = partOf('place', more['place'], cell);
  const fields = Object.keys(columns).flatMap(name =>
    name.includes('.') ? [] : [[name, readCell(name, cell)]],
  );
  const said = withoutUndefined({ ...Object.fromEntries(fields), followUp, place });
  const checked = checkMoment({ ...more, who: [], ...said });
  return 'moment' in checked ? checked : { reason: formatFaults(checked.faults) };
}

/** The follow-up or the place, of its cells and of what `more` has of it. */
function partOf(key: string, more: unknown, cell: (name: string) => string): unknown {
  const prefix = `${key}.`;
  const inner = Object.keys(columns).flatMap(name =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), readCell(name, cell)]] : [],
  );
  const said = withoutUndefined(Object.fromEntries(inner));
  return Object.keys(said).length > 0 && (more === undefined || isRecord(more)) ? { ...more, ...said } : more;
}

function parseMore(cell: string): Record<string, unknown> | undefined {
  const json: unknown = cell.trim() === '' ? {} : parseJson(v.unknown(), cell);
  return isRecord(json) ? json : undefined;
}

/** What a cell stands for; `undefined` where it is empty. What isn't of its form stays text, for the schema to refuse. */
function readCell(name: string, cell: (name: string) => string): unknown {
  const text = cell(name);
  const word = text.trim();
  switch (columns[name]) {
    case 'names':
      return word === ''
        ? undefined
        : word.startsWith('[')
          ? (parseJson(v.unknown(), word) ?? text)
          : parseNames(text);
    case 'number':
      return word === '' ? undefined : /^\d+$/.test(word) ? Number(word) : text;
    case 'word':
      return word === '' ? undefined : word;
    default:
      return text === '' ? undefined : text;
  }
}
