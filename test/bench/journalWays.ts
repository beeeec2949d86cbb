import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalKey } from '../../src/journal/encryption/journalKey';
import { createKey } from '../../src/journal/encryption/keyFile';
import { readKeyFiles, writeKeyFile } from '../../src/journal/encryption/keyFiles';
import { SealedFolder } from '../../src/journal/encryption/sealedFolder';
import { Journal } from '../../src/journal/journal';
import type { Moment } from '../../src/journal/moment';
import { printEvent, printHeader } from '../../src/journal/segment';
import { segmentLimit } from '../../src/platform/log';
import type { TextFolder } from '../../src/platform/textFolder';
import { openDiskFolder } from './diskFolder';

/** A journal that was opened. */
export interface Opened {
  log(moment: Moment): Promise<void>;
  /** All moments, the latest first where this way sorts them. */
  readonly moments: readonly Moment[];
}

/** A way of keeping moments in a folder of its own. */
export interface Way {
  readonly name: string;
  build(folder: string, moments: readonly Moment[]): Promise<void>;
  open(folder: string): Promise<Opened>;
}

const workspace = { name: 'shop', folders: ['file:///home/ana/shop'] };

/** Belay's segments in what `openFolder` gives, each of a writer of its own, filled as far as Belay fills one. */
function segmentsIn(name: string, openFolder: (path: string) => Promise<TextFolder>): Way {
  return {
    name,
    async build(path, moments) {
      const folder = await openFolder(path);
      let text = '';
      let writer = crypto.randomUUID();
      const close = () => folder.replace(`${writer}-0000.jsonl`, text);
      for (const [index, moment] of moments.entries()) {
        if (text.length > segmentLimit) {
          await close();
          text = '';
          writer = crypto.randomUUID();
        }
        text ||= `${printHeader({ writer, workspace })}\n`;
        const stamp = { ms: Date.parse(moment.when), count: index % 3, writer };
        text += `${printEvent({ op: 'put', stamp, entry: moment })}\n`;
      }
      await close();
    },
    async open(path) {
      const journal = new Journal({
        folder: await openFolder(path),
        others: async () => [],
        writer: crypto.randomUUID(),
        workspace,
        now: Date.now,
      });
      await journal.read();
      return {
        log: moment => journal.put(moment),
        get moments() {
          return journal.contents.moments;
        },
      };
    },
  };
}

export const belay = segmentsIn('Belay', async path => openDiskFolder(path));

/** The same, encrypted: the key is there, as on a machine that was asked for the passphrase once. */
export const encrypted = segmentsIn('Belay, encrypted', async path => {
  const raw = openDiskFolder(path);
  const id = '000102030405060708090a0b0c0d0e0f';
  const key = await journalKey(id, new Uint8Array(32));
  const [known] = await readKeyFiles(raw, await raw.list(), true);
  if (!known) {
    // Its passphrase is never asked for here.
    const { file } = await createKey('a passphrase', { memory: 8 * 1024, passes: 1, lanes: 1 });
    await writeKeyFile(raw, { ...file, id });
  }
  const ring = { get: async () => key };
  return new SealedFolder(raw, ring, () => new Error('The key is missing'));
});

/** An array that is written whole, as one JSON file: beside, and renamed over. */
const oneFile: Way = {
  name: 'one JSON file, rewritten',
  async build(path, moments) {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'moments.json'), JSON.stringify(moments));
  },
  async open(path) {
    const file = join(path, 'moments.json');
    const moments = JSON.parse(await readFile(file, 'utf8')) as Moment[];
    return {
      moments,
      async log(moment) {
        moments.push(moment);
        await writeFile(`${file}.tmp`, JSON.stringify(moments));
        await rename(`${file}.tmp`, file);
      },
    };
  },
};

/**
 * An imitation of a Memento: VS Code keeps an extension's whole state as one JSON text, a value of its storage,
 * and writes it anew with each update. Here that text is a file. The real one also copies the value in the
 * extension host and sends it to another process, which would only take longer.
 */
const memento: Way = {
  name: 'array in a Memento (imitated)',
  async build(path, moments) {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'state.json'), JSON.stringify({ 'journal.moments': moments }));
  },
  async open(path) {
    const file = join(path, 'state.json');
    const state = JSON.parse(await readFile(file, 'utf8')) as { 'journal.moments': Moment[] };
    return {
      get moments() {
        return state['journal.moments'];
      },
      async log(moment) {
        state['journal.moments'] = [...state['journal.moments'], moment];
        await writeFile(file, JSON.stringify(state));
      },
    };
  },
};

export const ways: readonly Way[] = [belay, encrypted, oneFile, memento];

/** Lists the folder and reads all its files at once, as bytes: what no way of opening it can do without. */
export async function readRaw(path: string): Promise<unknown> {
  return Promise.all((await readdir(path)).map(name => readFile(join(path, name))));
}

/** The same, decoded: what no way that keeps text can do without. */
export async function readDecoded(path: string): Promise<unknown> {
  const folder = openDiskFolder(path);
  return Promise.all((await folder.list()).map(name => folder.read(name)));
}

/** The same, with each line parsed and kept: what no way that keeps JSON on lines can do without. */
export async function readParsed(path: string): Promise<unknown> {
  const folder = openDiskFolder(path);
  const values: unknown[] = [];
  await Promise.all(
    (await folder.list()).map(async name => {
      for (const line of ((await folder.read(name)) ?? '').split('\n')) {
        values.push(line === '' ? undefined : JSON.parse(line));
      }
    }),
  );
  return values;
}

/** The bytes (UTF-8) of all files in the folder. */
export async function bytesIn(path: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(path)).map(async name => (await stat(join(path, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
