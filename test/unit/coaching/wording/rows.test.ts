import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../../src/platform/errors';
import { readRows } from '../../../wording/rows';
import { scoreOf } from '../../../wording/score';

describe('Rows of comments', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'belay-rows-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(name: string, content: string) {
    const file = join(folder, name);
    await writeFile(file, content);
    return readRows(file);
  }

  it('are read from JSON Lines', async () => {
    assert.deepEqual(await read('a.jsonl', '{"text":"a\\nb","tone":1}\n\n{"text":""}\n'), [
      { text: 'a\nb', tone: 1 },
      { text: '' },
    ]);
  });

  it('are read from CSV with quotes, commas and line breaks', async () => {
    assert.deepEqual(await read('a.csv', 'text,bad\n"a, ""b""\nc",1\r\nplain,0\n,0\n'), [
      { text: 'a, "b"\nc', bad: '1' },
      { text: 'plain', bad: '0' },
      { text: '', bad: '0' },
    ]);
  });

  const broken: readonly (readonly [name: string, content: string, message: RegExp])[] = [
    ['b.jsonl', '{"text":"a"}\n{"text":', /b\.jsonl:2: it isn't JSON$/],
    ['c.jsonl', '{"text":"a"}\n\n{"tex":"a"}', /c\.jsonl:3: a row needs a text/],
    ['d.jsonl', '[]\nnull', /d\.jsonl:1: a row needs a text/],
    ['e.csv', 'text\nok\n"open', /e\.csv:3: a quote is out of place$/],
    ['f.csv', 'txt\nok\n', /f\.csv:2: a row needs a text/],
  ];
  for (const [name, content, message] of broken) {
    it(`name file and line of what is wrong: ${JSON.stringify(content)}`, async () => {
      await assert.rejects(
        read(name, content),
        error => error instanceof UserError && message.test(error.message),
      );
    });
  }

  it('are scored', () => {
    const pairs = [
      { expected: true, found: true },
      { expected: true, found: true },
      { expected: true, found: false },
      { expected: false, found: true },
      { expected: false, found: false },
      { expected: false, found: false },
      { expected: false, found: false },
    ];
    assert.deepEqual(scoreOf(pairs), {
      rows: 7,
      positives: 3,
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
      falsePositives: 1 / 4,
    });
    assert.equal(scoreOf([]).f1, 0);
  });
});
