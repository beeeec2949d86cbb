import assert from 'node:assert/strict';
import { usualFilters } from '../../../../src/practice/growth/filters';
import { Memory } from '../../../../src/practice/growth/webview/memory';

/** A page's memory in which VS Code has kept `state`. */
function memoryWith(state: unknown) {
  const kept = { state };
  const memory = new Memory({
    postMessage: () => undefined,
    getState: () => kept.state,
    setState: next => {
      kept.state = JSON.parse(JSON.stringify(next));
    },
  });
  return { memory, kept };
}

describe('the memory of the growth tab', () => {
  it('begins with the last year of this workspace, as charts', () => {
    const { state } = memoryWith(undefined).memory;
    assert.deepEqual(state.filters, usualFilters);
    assert.deepEqual([state.scope, state.tables, state.selection], ['here', [], undefined]);
  });

  it('has what was changed in the next page', () => {
    const { memory, kept } = memoryWith(undefined);
    memory.change({ filters: { ...usualFilters, person: 'Ana' }, tables: ['kinds'], scope: 'everywhere' });
    memory.change({ selection: { picture: 'kinds', key: 'pairing', most: 50 } });
    memory.change({ selection: undefined });
    const { state } = memoryWith(kept.state).memory;
    assert.deepEqual(
      [state.filters.person, state.tables, state.scope, state.selection],
      ['Ana', ['kinds'], 'everywhere', undefined],
    );
  });

  for (const junk of [null, 7, {}, { scope: 'here' }, { scope: 'there', filters: usualFilters }]) {
    it(`begins anew where ${JSON.stringify(junk)} was kept`, () => {
      assert.deepEqual(memoryWith(junk).memory.state.filters, usualFilters);
    });
  }
});
