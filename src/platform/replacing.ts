import { areSameBytes } from './bytes';
import type { TextFolder } from './textFolder';

/** A flat folder of files on a disk that may fail, or be left, in the middle of anything. */
export interface Files {
  /** For people: where this is. */
  readonly path: string;
  /** File names in it; none where the folder isn't there yet. */
  list(): Promise<string[]>;
  /** What is in a file, or `undefined` where there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file, and the folder where it isn't there. What breaks off leaves a part. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Renames a file. Over another it may be a delete and a rename, as VS Code's is, and break off between the two. */
  rename(from: string, to: string, over: { readonly overwrite: boolean }): Promise<void>;
  /** Removes a file; one that isn't there is fine. */
  remove(name: string): Promise<void>;
}

/** What a file is called while it is being replaced. */
const besideEnding = '.tmp';

const beside = (name: string) => `${name}${besideEnding}`;

/**
 * `files` as a `TextFolder`. A new text is written beside the old one and renamed over it. Where that breaks
 * off after the old one's delete, the new one beside, which is whole then, is the file: it is read from there,
 * and gets its name before anything is written over it.
 */
export function replacingFolder(files: Files): TextFolder {
  /** Files that are known to have nothing beside them that is needed: none, or a part. */
  const settled = new Set<string>();
  const settle = async (name: string) => {
    const isInterrupted =
      !settled.has(name) &&
      (await files.read(name)) === undefined &&
      (await files.read(beside(name))) !== undefined;
    if (isInterrupted) {
      await files.rename(beside(name), name, { overwrite: false });
    }
    settled.add(name);
  };
  const readWhole = async (name: string) => {
    // A writer may be at work between two looks: what is beside counts when it is the same twice.
    for (let before: Uint8Array | undefined, look = 1; ; look += 1) {
      const bytes = await files.read(name);
      if (bytes) {
        return bytes;
      }
      const aside = await files.read(beside(name));
      if (look > 1 && areSameBytes(aside, before)) {
        return aside;
      }
      before = aside;
    }
  };
  return {
    path: files.path,
    async list() {
      const names = await files.list();
      return [
        ...new Set(
          names.map(name => (name.endsWith(besideEnding) ? name.slice(0, -besideEnding.length) : name)),
        ),
      ];
    },
    async read(name) {
      const bytes = await readWhole(name);
      return bytes && new TextDecoder().decode(bytes);
    },
    readBytes: readWhole,
    async replace(name, content) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await settle(name);
      try {
        await files.write(beside(name), bytes);
      } catch (error) {
        // A part of a text helps nobody, and room may be what is lacking. If it has to stay, the next write replaces it.
        await files.remove(beside(name)).catch(() => undefined);
        throw error;
      }
      settled.delete(name);
      await files.rename(beside(name), name, { overwrite: true });
      settled.add(name);
    },
    async rename(from, to) {
      await files.rename(from, to, { overwrite: false });
    },
    async remove(name) {
      await files.remove(beside(name));
      await files.remove(name);
    },
  };
}
