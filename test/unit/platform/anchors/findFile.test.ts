import assert from 'node:assert/strict';
import { captureAnchor } from '../../../../src/platform/anchors/anchor';
import { findFile } from '../../../../src/platform/anchors/findFile';

const reader = (what: string) =>
  `import { open } from './disk';

export function read${what}(path) {
  const file = open(path);
  const ${what.toLowerCase()} = [];
  for (const line of file.lines()) {
    ${what.toLowerCase()}.push(parse${what}(line));
  }
  return ${what.toLowerCase()};
}
`.split('\n');

const other = ['<ul>', '  <li>one</li>', '</ul>'];

describe('the file of an anchor', () => {
  const old = reader('Orders');
  const anchor = captureAnchor(old, 6, 6);

  it('is the one with its lines, under whatever name', () => {
    const files = [
      { path: 'list.html', lines: other },
      { path: 'src/invoices.ts', lines: reader('Invoices') },
      { path: 'lib/x.ts', lines: ['// Moved.', ...old] },
    ];
    const found = findFile(anchor, files, 'src/orders.ts');
    assert.equal(found?.file, files[2]);
    assert.deepEqual(found?.location, { start: 7, end: 7, confidence: 'exact' });
    // The other reader comes near; beside nothing of the kind there is no doubt.
    assert.equal(found?.confidence, 'likely');
    assert.equal(findFile(anchor, files.slice(2))?.confidence, 'exact');
  });

  it('is found where it was edited as well', () => {
    const edited = old.map(line => line.replace('line of', 'each of').replace('(line)', '(each)'));
    const found = findFile(anchor, [
      { path: 'list.html', lines: other },
      { path: 'new.ts', lines: edited },
    ]);
    assert.deepEqual([found?.file.path, found?.location.start, found?.confidence], ['new.ts', 6, 'likely']);
  });

  it('is the one of the former name among copies', () => {
    const files = ['a/totals.ts', 'b/orders.ts', 'c/sums.ts'].map(path => ({ path, lines: old }));
    assert.equal(findFile(anchor, files, 'src/orders.ts')?.file.path, 'b/orders.ts');
  });

  it('is unsure among copies of no such name', () => {
    const files = ['a.ts', 'b.ts'].map(path => ({ path, lines: old }));
    assert.equal(findFile(anchor, files, 'src/orders.ts')?.confidence, 'unsure');
  });

  it('is none where none has anything of it', () => {
    assert.equal(findFile(anchor, [{ path: 'src/orders.ts', lines: other }], 'src/orders.ts'), undefined);
    assert.equal(findFile(anchor, []), undefined);
  });
});
