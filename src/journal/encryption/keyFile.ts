import { argon2idAsync } from '@noble/hashes/argon2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { reasonOf } from '../../platform/schema';
import { newKeyId, randomBytes } from './journalKey';

const secretLength = 32;
const saltLength = 16;
const nonceLength = 12;

function hex(bytes: number) {
  return v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `it must be ${2 * bytes} hexadecimal digits`),
  );
}

function between(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most, `it must be at most ${most}`));
}

/** How a passphrase becomes a key: Argon2id (RFC 9106). The bounds keep a file of somebody else's from using up the machine. */
const KdfSchema = v.object({
  name: v.literal('argon2id', 'it must be argon2id'),
  /** In KiB. */
  memory: between(8 * 1024, 1024 * 1024),
  passes: between(1, 64),
  lanes: between(1, 64),
  salt: hex(saltLength),
});

const KeyFileSchema = v.object({
  belay: v.literal('journal-key', 'it must be journal-key'),
  version: v.literal(1, 'a newer version of Belay wrote it'),
  id: hex(16),
  /** Nothing is sealed with it any more, though what still is can be opened: the key's `retirement`, so that nobody else can say so. */
  retired: v.optional(hex(32)),
  kdf: KdfSchema,
  nonce: hex(nonceLength),
  /** The secret, sealed with the key that the passphrase becomes: AES-256-GCM, the tag at its end. */
  wrapped: hex(secretLength + 16),
});

/** What a journal's folder says of a key: enough to find its secret by a passphrase, and by nothing else. */
export type KeyFile = v.InferOutput<typeof KeyFileSchema>;

const keyFileName = /^belay-key-([0-9a-f]{32})\.json$/;

/** What the file of the key with that id is called. */
export function nameOfKeyFile(id: string): string {
  return `belay-key-${id}.json`;
}

/** The id of the key whose file is called `name`; `undefined` where it is no key's file. */
export function keyIdIn(name: string): string | undefined {
  return keyFileName.exec(name)?.[1];
}

/** Throws an error with the reason where `text` isn't a key's file. */
export function parseKeyFile(text: string): KeyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('it isn’t JSON');
  }
  const result = v.safeParse(KeyFileSchema, json);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new Error(path ? `${path}: ${reasonOf(issue)}` : reasonOf(issue));
}

export function printKeyFile(file: KeyFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The cost of trying a passphrase: the second recommended choice of RFC 9106, for machines with little memory. */
const cost = { memory: 64 * 1024, passes: 3, lanes: 4 };

/** A new key, and its file for a passphrase. */
export async function createKey(
  passphrase: string,
  costs = cost,
): Promise<{ file: KeyFile; secret: Uint8Array<ArrayBuffer> }> {
  const secret = randomBytes(secretLength);
  return { file: await wrap({ id: newKeyId(), secret, passphrase, costs }), secret };
}

/** The file of a key, which isn't retired, for another passphrase. */
export async function changePassphrase(
  { id, kdf: { memory, passes, lanes } }: KeyFile,
  secret: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<KeyFile> {
  return wrap({ id, secret, passphrase, costs: { memory, passes, lanes } });
}

/** The secret of a key; `undefined` where that isn't its passphrase. */
export async function secretBy(
  passphrase: string,
  { id, kdf, nonce, wrapped }: KeyFile,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await keyBy(passphrase, kdf);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(cipher(id, hexToBytes(nonce)), key, hexToBytes(wrapped)),
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') {
      return undefined;
    }
    throw error;
  }
}

interface Wrapping {
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
  readonly costs: typeof cost;
}

async function wrap({ id, secret, passphrase, costs }: Wrapping): Promise<KeyFile> {
  const kdf = { name: 'argon2id', ...costs, salt: bytesToHex(randomBytes(saltLength)) } as const;
  const nonce = randomBytes(nonceLength);
  const key = await keyBy(passphrase, kdf);
  const wrapped = await crypto.subtle.encrypt(cipher(id, nonce), key, secret);
  return {
    belay: 'journal-key',
    version: 1,
    id,
    kdf,
    nonce: bytesToHex(nonce),
    wrapped: bytesToHex(new Uint8Array(wrapped)),
  };
}

async function keyBy(passphrase: string, kdf: KeyFile['kdf']): Promise<CryptoKey> {
  // Keyboards and systems differ in how they compose letters with accents.
  const bytes = await argon2idAsync(passphrase.normalize('NFKC'), hexToBytes(kdf.salt), {
    m: kdf.memory,
    t: kdf.passes,
    p: kdf.lanes,
    dkLen: 32,
  });
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function cipher(id: string, nonce: Uint8Array<ArrayBuffer>): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new TextEncoder().encode(`belay journal-key 1 ${id}`),
  };
}
