import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type * as vscode from 'vscode';
import { type JournalKey, journalKey } from './journalKey';
import type { KeyRing } from './sealedFolder';

const secretPrefix = 'journal.key.';

/** A key that this window has, and what it is made of: the secret storage may have refused it. */
interface KnownKey {
  readonly key: JournalKey;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** The journal's keys on this machine, in VS Code's secret storage: never in a file, never in Settings Sync. */
export class SecretKeyRing implements KeyRing {
  readonly #known = new Map<string, KnownKey>();

  constructor(private readonly secrets: vscode.SecretStorage) {
    secrets.onDidChange(({ key }) => {
      // Another window may have locked the journal.
      if (key.startsWith(secretPrefix)) {
        this.#known.delete(key.slice(secretPrefix.length));
      }
    });
  }

  async get(id: string): Promise<JournalKey | undefined> {
    const known = this.#known.get(id);
    if (known) {
      return known.key;
    }
    const secret = await this.secretOf(id);
    return secret && this.#remember(id, secret);
  }

  /** The secret itself, for wrapping it anew. */
  async secretOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const known = this.#known.get(id);
    if (known) {
      return known.secret;
    }
    const kept = await this.secrets.get(secretPrefix + id);
    return kept === undefined ? undefined : hexToBytes(kept);
  }

  /** Keeps a key. Where the machine's secret storage refuses, this fails, and this window has the key all the same. */
  async add(id: string, secret: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#remember(id, secret);
    await this.secrets.store(secretPrefix + id, bytesToHex(secret));
  }

  /** Takes a key off this machine. */
  async forget(id: string): Promise<void> {
    this.#known.delete(id);
    await this.secrets.delete(secretPrefix + id);
  }

  async #remember(id: string, secret: Uint8Array<ArrayBuffer>): Promise<JournalKey> {
    const key = await journalKey(id, secret);
    this.#known.set(id, { key, secret });
    return key;
  }
}

const rings = new WeakMap<vscode.SecretStorage, SecretKeyRing>();

/** The one key ring of this window. */
export function keyRingOf({ secrets }: vscode.ExtensionContext): SecretKeyRing {
  const ring = rings.get(secrets) ?? new SecretKeyRing(secrets);
  rings.set(secrets, ring);
  return ring;
}
