import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  journalKey,
  keyIdOf,
  newKeyId,
  randomBytes,
  SealError,
} from '../../../src/journal/encryption/journalKey';
import {
  changePassphrase,
  createKey,
  parseKeyFile,
  printKeyFile,
  secretBy,
} from '../../../src/journal/encryption/keyFile';

/** The least that a file may ask for: what is tested doesn't depend on it. */
const cheap = { memory: 8 * 1024, passes: 1, lanes: 1 };

const aKey = () => journalKey(newKeyId(), randomBytes(32));

describe('sealing a journal’s files', () => {
  it('gives back what was sealed, and hides it', async () => {
    const key = await aKey();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async plain => {
        const sealed = await key.seal(plain);
        assert.deepEqual([...(await key.open(sealed))], [...plain]);
        assert.equal(keyIdOf(sealed), key.id);
        assert.ok(plain.length < 4 || !Buffer.from(sealed).includes(Buffer.from(plain)));
      }),
    );
  });

  it('makes the same bytes of the same text on every machine, and others of another text', async () => {
    const [id, secret] = [newKeyId(), randomBytes(32)];
    const [one, two] = [await journalKey(id, secret), await journalKey(id, secret)];
    const text = new TextEncoder().encode('met with Ana');
    assert.deepEqual(await one.seal(text), await two.seal(text));
    const nonce = (sealed: Uint8Array) => Buffer.from(sealed.subarray(23, 35)).toString('hex');
    assert.notEqual(
      nonce(await one.seal(text)),
      nonce(await one.seal(new TextEncoder().encode('met with Ben'))),
    );
  });

  it('opens nothing that was changed anywhere, cut or sealed with another key', async () => {
    const key = await aKey();
    const sealed = await key.seal(new TextEncoder().encode('{"belay":"journal"}\n'));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await assert.rejects(key.open(changed), SealError, `byte ${at}`);
      await assert.rejects(key.open(sealed.slice(0, at)), SealError, `cut at ${at}`);
    }
    await assert.rejects((await aKey()).open(sealed), /another key/);
    await assert.rejects(key.open(new TextEncoder().encode('{"belay":"journal"}')), /isn’t an encrypted/);
  });

  it('is as docs/journal-format.md says: a vector for other tools', async () => {
    const key = await journalKey('000102030405060708090a0b0c0d0e0f', new Uint8Array(32).fill(7));
    const sealed = Buffer.from(await key.seal(new TextEncoder().encode('hello\n'))).toString('hex');
    const { subtle } = crypto;
    const source = await subtle.importKey('raw', new Uint8Array(32).fill(7), 'HKDF', false, ['deriveBits']);
    const derived = async (info: string) =>
      new Uint8Array(
        await subtle.deriveBits(
          { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) },
          source,
          256,
        ),
      );
    const { createCipheriv, createHmac } = await import('node:crypto');
    const nonce = createHmac('sha256', await derived('belay journal 1 nonce'))
      .update('hello\n')
      .digest()
      .subarray(0, 12);
    const head = Buffer.from('42454c41590001000102030405060708090a0b0c0d0e0f', 'hex');
    const cipher = createCipheriv('aes-256-gcm', await derived('belay journal 1 content'), nonce);
    cipher.setAAD(head);
    const text = Buffer.concat([cipher.update('hello\n'), cipher.final()]);
    assert.equal(sealed, Buffer.concat([head, nonce, text, cipher.getAuthTag()]).toString('hex'));
  });
});

describe('a key’s file', () => {
  it('gives the secret for its passphrase, however that is composed, and for no other', async () => {
    const { file, secret } = await createKey('naïve café 12345', cheap);
    const read = parseKeyFile(printKeyFile(file));
    assert.deepEqual(await secretBy('nai\u0308ve cafe\u0301 12345', read), secret);
    assert.equal(await secretBy('naive cafe 12345', read), undefined);
    assert.ok(!printKeyFile(file).includes(Buffer.from(secret).toString('hex')));
  });

  it('keeps its secret and its id under another passphrase', async () => {
    const { file, secret } = await createKey('the one of before', cheap);
    const changed = await changePassphrase(file, secret, 'the one of now');
    assert.equal(changed.id, file.id);
    assert.deepEqual(await secretBy('the one of now', changed), secret);
    assert.equal(await secretBy('the one of before', changed), undefined);
  });

  it('of somebody who put another key’s secret into it opens nothing', async () => {
    const [one, two] = [
      await createKey('the same passphrase', cheap),
      await createKey('the same passphrase', cheap),
    ];
    assert.equal(await secretBy('the same passphrase', { ...one.file, id: two.file.id }), undefined);
  });

  it('is refused with a reason where it isn’t one, and where it asks for too much', async () => {
    const { file } = await createKey('a passphrase', cheap);
    const { kdf } = file;
    for (const [text, reason] of [
      ['{', /^it isn’t JSON$/],
      ['[]', /^belay: it is missing$/],
      [JSON.stringify({ ...file, version: 2 }), /^version: a newer version/],
      [JSON.stringify({ ...file, wrapped: 'abc' }), /^wrapped: it must be 96 hexadecimal digits$/],
      [
        JSON.stringify({ ...file, kdf: { ...kdf, memory: 4 * 1024 * 1024 } }),
        /^kdf\.memory: it must be at most/,
      ],
      [JSON.stringify({ ...file, kdf: { ...kdf, name: 'md5' } }), /^kdf\.name: it must be argon2id$/],
    ] as const) {
      assert.throws(
        () => parseKeyFile(text),
        (error: Error) => reason.test(error.message),
        text,
      );
    }
  });

  it('derives keys as Argon2id does elsewhere', async () => {
    // Made with the reference implementation's vector in RFC 9106, section 5.3, by way of the library's own tests;
    // here only that the file's figures reach it: other figures give other keys.
    const { file, secret } = await createKey('a passphrase', cheap);
    for (const other of [{ memory: 9 * 1024 }, { passes: 2 }, { lanes: 2 }, { salt: '00'.repeat(16) }]) {
      assert.equal(await secretBy('a passphrase', { ...file, kdf: { ...file.kdf, ...other } }), undefined);
    }
    assert.deepEqual(await secretBy('a passphrase', file), secret);
  });
});
