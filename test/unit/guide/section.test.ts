import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Guide, neighbours, placeIn } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';

const ids = ['one', 'two', 'three'] as const;
const guide: Guide = ids.map(id => aSection(id));

describe('placeIn', () => {
  it('keeps a stored place in a section that is there', () => {
    assert.deepEqual(placeIn(guide, { id: 'two', scroll: 0.25 }), { id: 'two', scroll: 0.25 });
  });

  it('takes both ends of a section', () => {
    assert.equal(placeIn(guide, { id: 'three', scroll: 0 }).scroll, 0);
    assert.equal(placeIn(guide, { id: 'three', scroll: 1 }).id, 'three');
  });

  it('starts at the first section where nothing was stored', () => {
    assert.deepEqual(placeIn(guide, undefined), { id: 'one', scroll: 0 });
  });

  it('starts at the top of the first section when the stored section is gone', () => {
    assert.deepEqual(placeIn(guide, { id: 'removed', scroll: 0.5 }), { id: 'one', scroll: 0 });
  });

  for (const scroll of [-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY, '0.5', null, undefined]) {
    it(`starts over when the stored scroll is the ${typeof scroll} ${String(scroll)}`, () => {
      assert.deepEqual(placeIn(guide, { id: 'two', scroll }), { id: 'one', scroll: 0 });
    });
  }

  it('gives a place inside the guide for any value at all', () => {
    const nearMiss = fc.record(
      { id: fc.oneof(fc.constantFrom<unknown[]>(...ids, 'gone', 2), fc.string()), scroll: fc.double() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(nearMiss, fc.jsonValue(), fc.anything()), stored => {
        const place = placeIn(guide, stored);
        assert.ok(ids.some(id => id === place.id));
        assert.ok(place.scroll >= 0 && place.scroll <= 1);
      }),
    );
  });

  it('drops what it does not know of a stored place', () => {
    assert.deepEqual(placeIn(guide, { id: 'two', scroll: 1, zoom: 3 }), { id: 'two', scroll: 1 });
  });
});

describe('neighbours', () => {
  const idsAround = (id: string) => {
    const { previous, next } = neighbours(guide, id);
    return [previous?.id, next?.id];
  };

  it('are the sections before and after', () => {
    assert.deepEqual(idsAround('two'), ['one', 'three']);
  });

  it('lack a previous one at the start', () => {
    assert.deepEqual(idsAround('one'), [undefined, 'two']);
  });

  it('lack a next one at the end', () => {
    assert.deepEqual(idsAround('three'), ['two', undefined]);
  });

  it('are none for a section that is not in the guide', () => {
    assert.deepEqual(idsAround('removed'), [undefined, undefined]);
  });
});
