import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

// What a sealed file is made of, in this order. docs/journal-format.md describes it for other tools.
const magic = new TextEncoder().encode('BELAY\0');
const sealVersion = 1;
const idLength = 16;
const headLength = magic.length + 1 + idLength;
const nonceLength = 12;
const tagLength = 16;

/** Why a sealed file can't be opened, in a few words. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** A key that files of a journal are sealed with. */
export interface JournalKey {
  /** 32 hexadecimal digits; sealed files name it. */
  readonly id: string;
  /** 64 hexadecimal digits that only somebody with the key can know: they say in its file that it is retired. */
  readonly retirement: string;
  /** `plain`, encrypted and signed: what only `open` with this key makes readable. The same bytes for the same `plain`. */
  seal(plain: Uint8Array): Promise<Uint8Array>;
  /** What was sealed. Throws a `SealError` where it wasn't sealed with this key, or was changed since. */
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

/** The id of the key that a file was sealed with. Throws a `SealError` where it isn't a sealed file. */
export function keyIdOf(sealed: Uint8Array): string {
  if (!magic.every((byte, at) => sealed[at] === byte)) {
    throw new SealError('it isn’t an encrypted journal file');
  }
  if (sealed.length < headLength + nonceLength + tagLength) {
    throw new SealError('it is cut short');
  }
  if (sealed[magic.length] !== sealVersion) {
    throw new SealError('a newer version of Belay has encrypted it');
  }
  return bytesToHex(sealed.subarray(magic.length + 1, headLength));
}

/** The bytes of `length`, drawn by the platform's generator for cryptography. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A new key's id. */
export function newKeyId(): string {
  return bytesToHex(randomBytes(idLength));
}

/**
 * The key with this id and secret of 32 bytes: AES-256-GCM (NIST SP 800-38D) with a key, and a nonce made by
 * HMAC-SHA-256 with another, both derived from the secret by HKDF (RFC 5869).
 *
 * The nonce is made of what is sealed, so that nobody needs to count nonces across machines, and two machines that
 * seal the same segment make the same file, which Git merges. Who reads the files learns nothing but that two are equal.
 */
export async function journalKey(id: string, secret: Uint8Array<ArrayBuffer>): Promise<JournalKey> {
  const { subtle } = crypto;
  const head = new Uint8Array([...magic, sealVersion, ...hexToBytes(id)]);
  const source = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const derive = <T extends AesKeyGenParams | HmacKeyGenParams>(info: string, type: T, uses: KeyUsage[]) =>
    subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) },
      source,
      type,
      false,
      uses,
    );
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [cipherKey, nonceKey, retirementKey] = await Promise.all([
    derive('belay journal 1 content', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('belay journal 1 nonce', hmac, ['sign']),
    derive('belay journal 1 retired', hmac, ['sign']),
  ]);
  const cipher = (nonce: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv: nonce, additionalData: head });
  const retirement = await subtle.sign('HMAC', retirementKey, new TextEncoder().encode('retired'));
  return {
    id,
    retirement: bytesToHex(new Uint8Array(retirement)),
    async seal(plain) {
      const bytes = Uint8Array.from(plain);
      const nonce = new Uint8Array(await subtle.sign('HMAC', nonceKey, bytes)).slice(0, nonceLength);
      const text = new Uint8Array(await subtle.encrypt(cipher(nonce), cipherKey, bytes));
      const sealed = new Uint8Array(headLength + nonceLength + text.length);
      sealed.set(head);
      sealed.set(nonce, headLength);
      sealed.set(text, headLength + nonceLength);
      return sealed;
    },
    async open(sealed) {
      if (keyIdOf(sealed) !== id) {
        throw new SealError('it was encrypted with another key');
      }
      const nonce = sealed.slice(headLength, headLength + nonceLength);
      try {
        return new Uint8Array(
          await subtle.decrypt(cipher(nonce), cipherKey, sealed.slice(headLength + nonceLength)),
        );
      } catch (error) {
        // WebCrypto says no more than that it failed.
        throw new SealError('it is damaged, or was changed by somebody without the key', { cause: error });
      }
    },
  };
}
