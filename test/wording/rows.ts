import { readFile } from 'node:fs/promises';
import { UserError } from '../../src/platform/errors';

/** One row of a file of comments: its text and whatever else is known of it. */
export type Row = Readonly<Record<string, unknown>> & { readonly text: string };

/** Reads rows from JSON Lines, or from CSV whose first record names the columns. Throws a `UserError` with file and line. */
export async function readRows(file: string): Promise<Row[]> {
  const content = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const records = file.endsWith('.csv') ? csvRecords(file, content) : jsonRecords(file, content);
  return records.map(({ line, value }) => {
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
      throw new UserError(`${file}:${line}: a row needs a text, {"text": "…"}`);
    }
    return { ...value, text: value.text };
  });
}

interface Located {
  /** Counted from 1. */
  readonly line: number;
  readonly value: unknown;
}

function jsonRecords(file: string, content: string): Located[] {
  return content.split('\n').flatMap((text, index) => {
    const line = index + 1;
    if (text.trim() === '') {
      return [];
    }
    try {
      return [{ line, value: JSON.parse(text) as unknown }];
    } catch (error) {
      throw new UserError(`${file}:${line}: it isn't JSON`, [], { cause: error });
    }
  });
}

/** CSV as RFC 4180 has it: quotes around a field with commas or line breaks, doubled inside it. */
function csvRecords(file: string, content: string): Located[] {
  const records: { line: number; fields: string[] }[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  let line = 1;
  let record: { line: number; fields: string[] } = { line, fields: [] };
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (!match) {
      throw new UserError(`${file}:${line}: a quote is out of place`);
    }
    const [whole, raw = '', separator] = match;
    record.fields.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += whole.split('\n').length - 1;
    if (separator !== ',') {
      records.push(record);
      record = { line, fields: [] };
    }
  }
  const [header, ...rows] = records;
  return rows.map(row => ({
    line: row.line,
    value: Object.fromEntries((header?.fields ?? []).map((name, index) => [name, row.fields[index]])),
  }));
}
