import assert from 'node:assert/strict';
import { FollowedNote } from '../../../../src/coaching/notes/followed';
import type { NotePlace } from '../../../../src/coaching/notes/note';
import { captureAnchor } from '../../../../src/platform/anchors/anchor';

const code = [
  'function sum(numbers) {',
  '  let total = 0;',
  '  for (const n of numbers) {',
  '    total += n;',
  '  }',
  '}',
];
const folder = { name: 'shop', uri: 'file:///shop' };

function follow(lines: readonly string[], details: Partial<NotePlace> = {}): FollowedNote {
  const place = { folder, file: 'sum.js', anchor: captureAnchor(code, 3, 3), ...details };
  const followed = new FollowedNote(place);
  followed.find(place, lines);
  return followed;
}

const insertion = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});
const linesOf = (lines: readonly string[]) => ({
  count: lines.length,
  at: (line: number) => lines[line] ?? '',
});

describe('a followed note', () => {
  it('is where its code is', () => {
    const followed = follow(['// new', ...code]);
    assert.deepEqual([followed.at, followed.sureness], [{ start: 4, end: 4 }, 'exact']);
  });

  it('is as near as can be, and keeps its code, where that is gone', () => {
    const followed = follow(['nothing', 'of it']);
    assert.deepEqual([followed.at, followed.sureness], [{ start: 1, end: 1 }, 'gone']);
    assert.equal(followed.placeNow(['nothing', 'of it']), undefined);
  });

  it('moves along with a line that is put in front of it, indented or not', () => {
    const followed = follow(code);
    const lines = [...code.slice(0, 3), '    ', ...code.slice(3)];
    followed.shift([insertion(3, 4, '\n    ')], linesOf(lines));
    assert.deepEqual(followed.at, { start: 4, end: 4 });
    assert.equal(followed.placeNow(lines)?.anchor.start, 4);
  });

  it('has nothing new to keep where nothing changed', () => {
    assert.equal(follow(code).placeNow(code), undefined);
  });

  it('stays doubted when its place is kept, until somebody confirms it', () => {
    const lines = ['// new', ...code];
    const followed = follow(lines, { doubt: 'likely' });
    assert.equal(followed.sureness, 'likely');
    assert.equal(followed.placeNow(lines)?.doubt, 'likely');
    assert.equal(followed.placeConfirmed(lines).doubt, undefined);
  });

  it('is to be found again where its lines were taken away', () => {
    const followed = follow(code);
    const lines = [...code.slice(0, 3), ...code.slice(4)];
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    followed.shift([{ range, text: '' }], linesOf(lines));
    assert.equal(followed.isReplaced, true);
    assert.equal(followed.placeNow(lines), undefined);
  });
});
