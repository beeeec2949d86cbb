import * as vscode from 'vscode';
import { openTextFolder } from '../../src/platform/openTextFolder';
import { deepEqual, equal, rejects } from './assert';
import { freshFolder } from './context';
import { writeText } from './journals';

describe('a folder of text files', () => {
  it('that isn’t there yet is empty', async () => {
    deepEqual(await openTextFolder(freshFolder()).list(), []);
  });

  it('is created with its first file, its parents too', async () => {
    const folder = openTextFolder(vscode.Uri.joinPath(freshFolder(), 'deeper', 'still'));
    await folder.replace('a.txt', 'first');
    deepEqual(await folder.list(), ['a.txt']);
    equal(await folder.read('a.txt'), 'first');
  });

  it('replaces a file whole and leaves nothing beside it', async () => {
    const folder = openTextFolder(freshFolder());
    await folder.replace('a.txt', 'a long first text');
    await folder.replace('a.txt', 'short');
    equal(await folder.read('a.txt'), 'short');
    deepEqual(await folder.list(), ['a.txt']);
  });

  it('replaces a file even where an interrupted write has left its half beside it', async () => {
    const uri = freshFolder();
    const folder = openTextFolder(uri);
    await folder.replace('a.txt', 'old');
    await writeText(vscode.Uri.joinPath(uri, 'a.txt.tmp'), 'the half of a muc');
    equal(await folder.read('a.txt'), 'old');
    await folder.replace('a.txt', 'new');
    equal(await folder.read('a.txt'), 'new');
    deepEqual(await folder.list(), ['a.txt']);
  });

  it('finds a file whose replacement broke off between the delete and the rename', async () => {
    const uri = freshFolder();
    const folder = openTextFolder(uri);
    await writeText(vscode.Uri.joinPath(uri, 'a.txt.tmp'), 'whole and new');
    deepEqual(await folder.list(), ['a.txt']);
    equal(await folder.read('a.txt'), 'whole and new');
    await folder.remove('a.txt');
    deepEqual(await folder.list(), []);
  });

  it('keeps every character', async () => {
    const folder = openTextFolder(freshFolder());
    const text = 'Zoë 👍 “quoted”\r\n\ttab \u2028 end without a line break';
    await folder.replace('a.txt', text);
    equal(await folder.read('a.txt'), text);
  });

  it('reads nothing where there is no such file, in a folder or without one', async () => {
    const folder = openTextFolder(freshFolder());
    equal(await folder.read('none.txt'), undefined);
    await folder.replace('a.txt', '');
    equal(await folder.read('none.txt'), undefined);
    equal(await folder.read('a.txt'), '');
  });

  it('lists files, not folders', async () => {
    const uri = freshFolder();
    const folder = openTextFolder(uri);
    await folder.replace('a.txt', '');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, 'folder.txt'));
    deepEqual(await folder.list(), ['a.txt']);
  });

  it('moves a file aside', async () => {
    const folder = openTextFolder(freshFolder());
    await folder.replace('a.txt', 'a');
    await folder.rename('a.txt', 'b.txt');
    deepEqual(await folder.list(), ['b.txt']);
    equal(await folder.read('b.txt'), 'a');
  });

  it('refuses to move a file over another, and both stay', async () => {
    const folder = openTextFolder(freshFolder());
    await folder.replace('a.txt', 'a');
    await folder.replace('b.txt', 'b');
    await rejects(folder.rename('a.txt', 'b.txt'), vscode.FileSystemError);
    equal(await folder.read('a.txt'), 'a');
    equal(await folder.read('b.txt'), 'b');
  });

  it('removes a file, and one that isn’t there without complaint', async () => {
    const folder = openTextFolder(freshFolder());
    await folder.remove('a.txt');
    await folder.replace('a.txt', 'a');
    await folder.remove('a.txt');
    deepEqual(await folder.list(), []);
    await folder.remove('a.txt');
  });

  it('that is a file fails to be listed and written, and the file stays', async () => {
    const uri = freshFolder();
    const parent = openTextFolder(vscode.Uri.joinPath(uri, '..'));
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await parent.replace(name, 'in the way');
    await rejects(openTextFolder(uri).list(), vscode.FileSystemError);
    await rejects(openTextFolder(uri).replace('a.txt', 'a'), Error);
    equal(await parent.read(name), 'in the way');
  });
});
