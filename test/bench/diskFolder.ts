import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextFolder } from '../../src/platform/textFolder';

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** `path` as a `TextFolder` in plain Node. It is what src/platform/files.ts is on VS Code's own files: write beside, rename over. */
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
  return {
    path,
    async list() {
      return (await unlessMissing(readdir(path))) ?? [];
    },
    async read(name) {
      const bytes = await unlessMissing(readFile(at(name)));
      return bytes && new TextDecoder().decode(bytes);
    },
    async replace(name, text) {
      await mkdir(path, { recursive: true });
      await writeFile(at(`${name}.tmp`), new TextEncoder().encode(text));
      await rename(at(`${name}.tmp`), at(name));
    },
    async rename(from, to) {
      await rename(at(from), at(to));
    },
    async remove(name) {
      await rm(at(name), { force: true });
    },
  };
}
