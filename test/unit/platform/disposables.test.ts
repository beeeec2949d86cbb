import assert from 'node:assert/strict';
import { DisposableStore } from '../../../src/platform/disposables';

describe('a store of disposables', () => {
  it('disposes everything, the newest first', () => {
    const store = new DisposableStore();
    const disposed: number[] = [];
    for (const number of [1, 2, 3]) {
      store.add({ dispose: () => disposed.push(number) });
    }
    store.dispose();
    assert.deepEqual(disposed, [3, 2, 1]);
  });

  it('gives back what was added', () => {
    const item = { dispose: () => undefined, name: 'mine' };
    assert.equal(new DisposableStore().add(item), item);
  });

  it('disposes each thing once, however often it is disposed itself', () => {
    const store = new DisposableStore();
    let times = 0;
    store.add({ dispose: () => (times += 1) });
    store.dispose();
    store.dispose();
    assert.equal(times, 1);
  });

  it('disposes the rest when one fails, and then throws all failures together', () => {
    const store = new DisposableStore();
    const disposed: string[] = [];
    const fail = (error: Error) => ({
      dispose: () => {
        throw error;
      },
    });
    const [first, second] = [new Error('first'), new Error('second')];
    store.add({ dispose: () => disposed.push('oldest') });
    store.add(fail(first));
    store.add({ dispose: () => disposed.push('middle') });
    store.add(fail(second));
    assert.throws(
      () => store.dispose(),
      (error: unknown) => {
        assert.ok(error instanceof AggregateError);
        assert.deepEqual(error.errors, [second, first]);
        return true;
      },
    );
    assert.deepEqual(disposed, ['middle', 'oldest']);
  });

  it('can be disposed empty', () => {
    assert.doesNotThrow(() => new DisposableStore().dispose());
  });

  it('holds another store as one of its things', () => {
    const outer = new DisposableStore();
    const inner = outer.add(new DisposableStore());
    let disposed = false;
    inner.add({
      dispose: () => {
        disposed = true;
      },
    });
    outer.dispose();
    assert.ok(disposed);
  });
});
