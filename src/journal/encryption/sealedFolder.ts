import { areSameBytes } from '../../platform/bytes';
import { linesOf } from '../../platform/lines';
import { segmentExtension } from '../../platform/segment';
import type { TextFolder } from '../../platform/textFolder';
import { type JournalKey, keyIdOf, SealError } from './journalKey';
import { type KeyFile, keyIdIn, nameOfKeyFile } from './keyFile';
import { readKeyFiles } from './keyFiles';

/** What comes after a file's name where it is encrypted. */
const sealedEnding = '.sealed';

/** The keys that this machine has. */
export interface KeyRing {
  /** `undefined` where the machine doesn't have it. */
  get(id: string): Promise<JournalKey | undefined>;
}

/** Where the key is missing that a folder is encrypted with. */
export interface LockedKey {
  readonly id: string;
  readonly folder: string;
}

/** How many files of a folder are encrypted, and how many aren't. */
export interface Encryption {
  readonly sealed: number;
  readonly plain: number;
}

/**
 * A folder whose files are encrypted once it has the file of a key (`keyFile.ts`) that isn't retired: a name is kept
 * as `<name>.sealed` then. That is looked up at each write, since another window or machine may encrypt the folder.
 *
 * Files of both kinds are read beside each other. Where a name has both, because a change from one to the other broke
 * off, the one with more lines counts: a segment only grows.
 */
export class SealedFolder implements TextFolder {
  /** The names in the folder as it was seen last. */
  #names: ReadonlySet<string> | undefined;

  /** `locked` makes the error that is thrown where a key isn't in `ring`. */
  constructor(
    private readonly folder: TextFolder,
    private readonly ring: KeyRing,
    private readonly locked: (key: LockedKey) => Error,
  ) {}

  get path(): string {
    return this.folder.path;
  }

  /** Throws what `locked` makes where files are encrypted and a key of the folder isn't there. */
  async list(): Promise<string[]> {
    const names = await this.#look();
    if ([...names].some(isSealed)) {
      await Promise.all(keyIds(names).map(id => this.#key(id)));
    }
    return plainNames(names);
  }

  async read(name: string): Promise<string | undefined> {
    const bytes = await this.readBytes(name);
    return bytes && new TextDecoder().decode(bytes);
  }

  async readBytes(name: string): Promise<Uint8Array | undefined> {
    const known = this.#names && (await this.#readAmong(this.#names, name));
    // What isn't where it was may have been encrypted meanwhile, or the other way round.
    return known ?? this.#readAmong(await this.#look(), name);
  }

  async replace(name: string, content: string | Uint8Array): Promise<void> {
    const names = new Set(await this.#look());
    const key = await this.#activeKey(names);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const [written, twin] = key ? [sealedName(name), name] : [name, sealedName(name)];
    await this.folder.replace(written, key ? await key.seal(bytes) : bytes);
    this.#names = names.add(written);
    if (names.has(twin)) {
      await this.#assertKept(written, bytes);
      await this.folder.remove(twin);
      names.delete(twin);
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const names = await this.#look();
    for (const kind of [from, sealedName(from)]) {
      if (names.has(kind)) {
        await this.folder.rename(kind, kind === from ? to : sealedName(to));
      }
    }
    await this.#look();
  }

  async remove(name: string): Promise<void> {
    await this.folder.remove(name);
    await this.folder.remove(sealedName(name));
  }

  /** How the folder is encrypted now; asks for no key. */
  async encryption(): Promise<Encryption> {
    const names = await this.#look();
    const sealed = [...names].filter(isSealed).length;
    return { sealed, plain: [...names].filter(isPlain).length };
  }

  /** The files of the keys that the folder has, by id. Fails as `readKeyFiles` does. */
  async keyFiles(): Promise<KeyFile[]> {
    return this.#keyFiles(await this.#look());
  }

  /** Names of files that aren't kept as they would be if they were written now. */
  async unsettled(): Promise<string[]> {
    const names = await this.#look();
    const key = await this.#activeKey(names);
    return [...names].filter(key ? isPlain : isSealed).map(plainName);
  }

  async #look(): Promise<ReadonlySet<string>> {
    this.#names = new Set(await this.folder.list());
    return this.#names;
  }

  async #readAmong(names: ReadonlySet<string>, name: string): Promise<Uint8Array | undefined> {
    const plain = names.has(name) ? await this.folder.readBytes(name) : undefined;
    if (!names.has(sealedName(name))) {
      return plain;
    }
    try {
      const sealed = await this.#open(sealedName(name));
      return sealed && plain ? longer(sealed, plain) : (sealed ?? plain);
    } catch (error) {
      if (plain && error instanceof SealError) {
        // Encrypting it broke off before there was a whole file: the plain one goes only after that.
        return plain;
      }
      throw error;
    }
  }

  async #open(file: string): Promise<Uint8Array | undefined> {
    const bytes = await this.folder.readBytes(file);
    return bytes && (await this.#key(keyIdOf(bytes))).open(bytes);
  }

  async #key(id: string): Promise<JournalKey> {
    const key = await this.ring.get(id);
    if (key) {
      return key;
    }
    if (!this.#names?.has(nameOfKeyFile(id))) {
      throw new SealError(`it was encrypted with a key whose file ${nameOfKeyFile(id)} isn’t there`);
    }
    throw this.locked({ id, folder: this.path });
  }

  /** The key to write with; `undefined` where nothing is to be encrypted. Of several, which two machines may have made at once, all take the same. */
  async #activeKey(names: ReadonlySet<string>): Promise<JournalKey | undefined> {
    if ([...names].some(isSealed) && keyIds(names).length === 0) {
      throw new SealError('files here are encrypted, but the file of their key, belay-key-….json, is gone');
    }
    for (const { id, retired } of await this.#keyFiles(names)) {
      const key = retired === undefined ? await this.#key(id) : await this.ring.get(id);
      if (retired === undefined) {
        return key;
      }
      if (key && key.retirement !== retired) {
        throw new SealError(
          `${nameOfKeyFile(id)} says that the key is retired, which nobody with the key has written`,
        );
      }
    }
    return undefined;
  }

  #keyFiles(names: ReadonlySet<string>): Promise<KeyFile[]> {
    return readKeyFiles(this.folder, [...names], [...names].some(isSealed));
  }

  async #assertKept(written: string, bytes: Uint8Array): Promise<void> {
    const kept = isSealed(written) ? await this.#open(written) : await this.folder.readBytes(written);
    if (!areSameBytes(kept, bytes)) {
      throw new Error(`${this.path}/${written} doesn’t read as it was written`);
    }
  }
}

/** Whether a file called so is one of a journal's, a key's file too. */
function isJournalFile(name: string): boolean {
  return isSealed(name) || isPlain(name) || keyIdIn(name) !== undefined;
}

/**
 * Of the names in a folder those of a journal's files, keys' files too, and those that such a file has taken the place
 * of by being encrypted or decrypted: what a commit of the journal is of.
 */
export function journalFiles(names: readonly string[]): string[] {
  const files = names.filter(isJournalFile);
  const twins = files
    .filter(name => keyIdIn(name) === undefined)
    .map(name => (isSealed(name) ? plainName(name) : sealedName(name)));
  return [...new Set([...files, ...twins])];
}

function isSealed(name: string): boolean {
  return name.endsWith(`${segmentExtension}${sealedEnding}`);
}

function isPlain(name: string): boolean {
  return name.endsWith(segmentExtension);
}

function sealedName(name: string): string {
  return `${name}${sealedEnding}`;
}

function plainName(name: string): string {
  return isSealed(name) ? name.slice(0, -sealedEnding.length) : name;
}

function plainNames(names: ReadonlySet<string>): string[] {
  return [...new Set([...names].filter(name => keyIdIn(name) === undefined).map(plainName))];
}

function keyIds(names: ReadonlySet<string>): string[] {
  return [...names].flatMap(name => keyIdIn(name) ?? []).sort();
}

function longer(one: Uint8Array, other: Uint8Array): Uint8Array {
  const length = (bytes: Uint8Array) => [...linesOf(bytes)].length;
  return length(other) > length(one) ? other : one;
}
