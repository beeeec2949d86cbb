import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replacingFolder } from '../../src/platform/replacing';
import type { TextFolder } from '../../src/platform/textFolder';

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** `path` as a `TextFolder` in plain Node: what src/platform/files.ts is on VS Code's own files. */
export function openDiskFolder(path: string): TextFolder {
  const at = (name: string) => join(path, name);
  const unlessMissing = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  };
  return replacingFolder({
    path,
    list: async () => (await unlessMissing(readdir(path))) ?? [],
    read: name => unlessMissing(readFile(at(name))),
    async write(name, bytes) {
      await mkdir(path, { recursive: true });
      await writeFile(at(name), bytes);
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: name => rm(at(name), { force: true }),
  });
}
