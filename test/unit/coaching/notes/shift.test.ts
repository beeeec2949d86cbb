import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shift, type TextChange } from '../../../../src/coaching/notes/shift';

/** A change from `[line, character]` to `[line, character]`. */
function change(from: [number, number], to: [number, number], text: string): TextChange {
  return {
    range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
    text,
  };
}

const insert = (line: number, character: number, text: string) =>
  change([line, character], [line, character], text);

/** A text whose characters are things of their own, so that one can be followed through edits. */
type Marked = { readonly char: string }[];

const markedOf = (text: string): Marked => [...text].map(char => ({ char }));
const textOf = (marked: Marked) => marked.map(({ char }) => char).join('');

function offsetOf(text: string, line: number, character: number): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;

/** Applies a change in both ways of telling it. */
function edit(
  marked: Marked,
  from: number,
  to: number,
  inserted: string,
): { next: Marked; change: TextChange } {
  const text = textOf(marked);
  const position = (offset: number): [number, number] => {
    const line = lineAt(text, offset);
    return [line, offset - offsetOf(text, line, 0)];
  };
  return {
    next: [...marked.slice(0, from), ...markedOf(inserted), ...marked.slice(to)],
    change: change(position(from), position(to), inserted),
  };
}

const anyCode = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '\n', '\n'), maxLength: 40 });
const anyEdits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), anyCode), { minLength: 1, maxLength: 6 });

describe('a range of lines that is moved along with edits', () => {
  const at = (line: number) => ({ start: line, end: line });

  for (const [what, changes, start, end] of [
    ['stays where lines are inserted below', [insert(6, 0, 'x\ny\n')], 3, 5],
    ['moves down by the lines inserted above', [insert(1, 2, 'x\ny\n')], 5, 7],
    ['moves up by the lines deleted above', [change([0, 0], [2, 0], '')], 1, 3],
    ['moves down where lines are inserted exactly at its start', [insert(3, 0, 'x\n')], 4, 6],
    ['stays on a line that is typed in', [insert(3, 4, 'word')], 3, 5],
    ['grows by lines inserted inside', [insert(4, 1, 'x\ny')], 3, 6],
    ['stays where Enter is pressed at the end of its last line', [insert(5, 20, '\n')], 3, 5],
    ['keeps to the first half of a line that is broken in two', [insert(3, 4, '\n')], 3, 6],
    ['moves with a line that is joined to the one above', [change([2, 8], [3, 0], ' ')], 2, 4],
    [
      'is moved by each of several changes',
      [insert(7, 0, 'x\n'), insert(4, 0, 'y\n'), insert(0, 0, 'z\n')],
      4,
      7,
    ],
    ['counts the line ends of Windows once', [insert(0, 0, 'x\r\ny\r\n')], 5, 7],
    ['shrinks by lines deleted inside', [change([4, 0], [5, 0], '')], 3, 4],
  ] as const) {
    it(what, () => {
      assert.deepEqual(shift({ start: 3, end: 5 }, changes), { start, end, replaced: false });
    });
  }

  it('goes down with an indented line where Enter is pressed before its first character', () => {
    const changes = [insert(3, 4, '\n    ')];
    assert.equal(shift(at(3), changes, () => 4).start, 4);
    assert.equal(shift(at(3), [insert(3, 5, '\n    ')], () => 4).start, 3);
  });

  it('stays on a line that is reindented', () => {
    const changes = [change([3, 0], [3, 4], '\t\t')];
    assert.deepEqual(
      shift(at(3), changes, () => 4),
      { start: 3, end: 3, replaced: false },
    );
  });

  it('follows a line that others are moved past, as the command "Move Line Down" does it', () => {
    // VS Code inserts the line below above and deletes it below.
    const changes = [change([3, 9], [4, 9], ''), insert(3, 0, 'next line\n')];
    assert.deepEqual(shift(at(3), changes), { start: 4, end: 4, replaced: false });
  });

  it('says that its line was replaced or deleted, and stays near', () => {
    for (const changes of [
      [change([3, 0], [4, 0], '')],
      [change([2, 4], [4, 1], 'x')],
      [change([0, 0], [9, 0], 'all\nnew\nlines\nhere\nare\n')],
    ]) {
      const { start, replaced } = shift(at(3), changes);
      assert.equal(replaced, true);
      assert.ok(start >= 2 && start <= 4, `line ${start}`);
    }
  });

  it('follows the first character of its line wherever edits move it', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), anyEdits, fc.boolean(), (code, seed, edits, byIndentation) => {
        const lines = code.split('\n');
        const line = seed % lines.length;
        const indentation = byIndentation ? (/^ */.exec(lines[line] ?? '')?.[0].length ?? 0) : 0;
        const end = { char: '\n' };
        let marked = [...markedOf(code), end];
        const mark = marked[offsetOf(code, line, indentation)] ?? end;
        const changes: TextChange[] = [];
        for (const [at, length, inserted] of edits) {
          const from = at % marked.length;
          const step = edit(marked, from, Math.min(marked.length - 1, from + length), inserted);
          marked = step.next;
          changes.push(step.change);
        }
        const now = marked.indexOf(mark);
        fc.pre(now >= 0);
        assert.deepEqual(
          shift(at(line), changes, () => indentation),
          {
            start: lineAt(textOf(marked), now),
            end: lineAt(textOf(marked), now),
            replaced: false,
          },
        );
      }),
    );
  });

  it('moves by a list of changes as by each of them in turn', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.nat(), anyEdits, (code, a, b, edits) => {
        const count = code.split('\n').length;
        const range = { start: Math.min(a % count, b % count), end: Math.max(a % count, b % count) };
        let marked: Marked = [...markedOf(code), { char: '\n' }];
        const changes: TextChange[] = [];
        let [first, last] = [range.start, range.end];
        for (const [at, , inserted] of edits) {
          // Insertions at a line's start only: what a range knows of its columns is then nothing to lose.
          const text = textOf(marked);
          const from = offsetOf(text, at % (text.split('\n').length - 1), 0);
          const step = edit(marked, from, from, `${inserted}\n`);
          marked = step.next;
          changes.push(step.change);
          ({ start: first, end: last } = shift({ start: first, end: last }, [step.change]));
        }
        assert.deepEqual(shift(range, changes), { start: first, end: last, replaced: false });
      }),
    );
  });

  it('never ends before it starts, nor above the file, whatever the changes', () => {
    const anyPosition = fc.record({ line: fc.nat({ max: 12 }), character: fc.nat({ max: 12 }) });
    const anyChange = fc.tuple(anyPosition, anyPosition, anyCode).map(([a, b, text]) => {
      const [start, end] =
        a.line < b.line || (a.line === b.line && a.character < b.character) ? [a, b] : [b, a];
      return { range: { start, end }, text };
    });
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.nat({ max: 5 }), fc.array(anyChange), (start, more, changes) => {
        const shifted = shift({ start, end: start + more }, changes);
        assert.ok(shifted.start >= 0 && shifted.end >= shifted.start, JSON.stringify(shifted));
      }),
    );
  });
});
