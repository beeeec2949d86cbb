import * as vscode from 'vscode';
import { momentFiles, momentUri } from '../../src/journal/text/momentFiles';
import { deepEqual, equal, match, ok, rejects } from './assert';
import { closeEditors } from './editors';
import { aMoment, openJournal } from './journals';
import { held } from './perTest';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);

/** A journal with one moment, and the moments of it as files. */
async function openFiles() {
  const { session } = await openJournal();
  const moment = aMoment('a', { kind: 'pairing' });
  await session.put(moment);
  const files = held(momentFiles(session));
  const uri = momentUri(moment);
  return { session, files, uri, text: decode(files.readFile(uri)) };
}

describe('a moment as a file', () => {
  afterEach(closeEditors);

  it('has its fields and what happened, and a name that tells of it', async () => {
    const { uri, text } = await openFiles();
    ok(text.includes('kind: pairing'), text);
    ok(text.endsWith('what happened in a\n'), text);
    equal(uri.path, '/a/2026-03-01 what happened in a.md');
  });

  it('is kept when it is saved, and stays as its writer left it', async () => {
    const { session, files, uri, text } = await openFiles();
    const before = files.stat(uri);
    const edited = `${text.replace('kind: pairing', 'kind:   review')}\n\nAnd more.\n\n`;
    await files.writeFile(uri, encode(edited));
    deepEqual(
      [session.find('a')?.kind, session.find('a')?.what],
      ['review', 'what happened in a\n\n\nAnd more.'],
    );
    equal(decode(files.readFile(uri)), edited);
    const after = files.stat(uri);
    ok(after.mtime > before.mtime, 'it is newer');
    equal(after.size, encode(edited).length);
  });

  it('isn’t saved with a mistake: that is marked at its line, and the moment stays', async () => {
    const { session, files, uri, text } = await openFiles();
    const before = session.find('a');
    const error = await rejects(
      files.writeFile(uri, encode(text.replace('pairing', 'paring'))),
      vscode.FileSystemError,
    );
    match(error.message, /line 5: kind: it must be one of/);
    // So VS Code shows it.
    equal(String(error), error.message);
    equal(session.find('a'), before);
    equal(decode(files.readFile(uri)), text);
    const marks = () => vscode.languages.getDiagnostics(uri).map(({ range }) => range.start.line);
    deepEqual(marks(), [4]);
    await files.writeFile(uri, encode(text.replace('pairing', 'review')));
    deepEqual(marks(), []);
  });

  it('says so where it changed elsewhere, or is deleted', async () => {
    const { session, files, uri } = await openFiles();
    const before = files.stat(uri).mtime;
    await session.put(aMoment('a', { what: 'another window wrote this' }));
    ok(decode(files.readFile(uri)).endsWith('another window wrote this\n'), 'the new text');
    ok(files.stat(uri).mtime > before, 'it is newer');
    await session.delete('a');
    await rejects(
      Promise.resolve().then(() => files.stat(uri)),
      vscode.FileSystemError,
    );
  });
});
