import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { anchorOf, DaySchema, MomentSchema, parseNames } from '../../../src/journal/moment';
import { captureAnchor } from '../../../src/platform/anchors/anchor';
import { toLocalIso } from '../../../src/platform/time';
import { aMoment, anyInstant } from '../support';

describe('the anchor of a place', () => {
  const anchor = captureAnchor(['a', 'b', 'c', 'd'], 1, 2);

  it('is that of its lines, and none where these were changed by hand', () => {
    const at = (firstLine: number, lastLine: number) =>
      anchorOf({ file: 'a.ts', firstLine, lastLine, anchor });
    assert.equal(at(2, 3), anchor);
    assert.equal(at(2, 2), undefined);
    assert.equal(at(3, 3), undefined);
    assert.equal(anchorOf({ file: 'a.ts', firstLine: 2, lastLine: 3 }), undefined);
  });
});

describe('a local time', () => {
  const date = new Date('2026-03-01T13:30:15.999Z');

  for (const [offset, text] of [
    [0, '2026-03-01T13:30:15+00:00'],
    [60, '2026-03-01T14:30:15+01:00'],
    [330, '2026-03-01T19:00:15+05:30'],
    [345, '2026-03-01T19:15:15+05:45'],
    [840, '2026-03-02T03:30:15+14:00'],
    [-300, '2026-03-01T08:30:15-05:00'],
    [-210, '2026-03-01T10:00:15-03:30'],
    [-30, '2026-03-01T13:00:15-00:30'],
    [-720, '2026-03-01T01:30:15-12:00'],
  ] as const) {
    it(`is ${text} at ${offset} minutes from UTC`, () => {
      assert.equal(toLocalIso(date, offset), text);
    });
  }

  it('is on the day of the writer’s clock, on either side of midnight', () => {
    const midnight = new Date('2026-12-31T23:45:00Z');
    assert.equal(toLocalIso(midnight, 30).slice(0, 10), '2027-01-01');
    assert.equal(toLocalIso(midnight, -30).slice(0, 10), '2026-12-31');
  });

  it('names the instant it was made from, to the second, at any offset', () => {
    fc.assert(
      fc.property(anyInstant, ({ date: instant, offset }) => {
        const second = Math.floor(instant.getTime() / 1000) * 1000;
        assert.equal(Date.parse(toLocalIso(instant, offset)), second);
      }),
    );
  });

  it('takes the offset of this machine where none is given', () => {
    assert.equal(Date.parse(toLocalIso(date)), Date.parse('2026-03-01T13:30:15Z'));
    assert.equal(toLocalIso(date), toLocalIso(date, -date.getTimezoneOffset()));
  });

  it('is a time that a moment may have, at any offset', () => {
    fc.assert(
      fc.property(anyInstant, ({ date: instant, offset }) => {
        assert.ok(v.is(MomentSchema, aMoment('a', { when: toLocalIso(instant, offset) })));
      }),
    );
  });
});

describe('a day', () => {
  for (const day of ['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31']) {
    it(`is in the calendar: ${day}`, () => {
      assert.ok(v.is(DaySchema, day));
    });
  }

  for (const day of ['2026-02-29', '2026-02-31', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10']) {
    it(`is not one, nor one that a moment may have: ${day}`, () => {
      assert.equal(v.is(DaySchema, day), false);
      for (const wrong of [
        { when: `${day}T10:00:00Z` },
        { followUp: { due: day } },
        { followUp: { done: `${day}T10:00:00Z` } },
      ]) {
        assert.equal(v.is(MomentSchema, aMoment('a', wrong)), false);
      }
    });
  }
});

describe('a typed list of names', () => {
  for (const [typed, names] of [
    ['Ana', ['Ana']],
    ['Ana, @Jo and Kim', ['Ana', 'Jo', 'Kim']],
    ['Ana; Jo', ['Ana', 'Jo']],
    ['Ana, Jo, and Kim', ['Ana', 'Jo', 'Kim']],
    ['Ana AND Jo', ['Ana', 'Jo']],
    ['  Ana ,, ;  ', ['Ana']],
    ['', []],
    ['@', []],
    ['@ Ana', ['Ana']],
    ['Ana, @Ana and Ana', ['Ana']],
    ['Sandy, Andrea', ['Sandy', 'Andrea']],
    ['Anders Land', ['Anders Land']],
    ['Hye-jin Kim and Lucía', ['Hye-jin Kim', 'Lucía']],
    ['jo@example.org', ['jo@example.org']],
  ] as const) {
    it(`"${typed}" is ${names.length === 0 ? 'nobody' : names.join(' + ')}`, () => {
      assert.deepEqual(parseNames(typed), names);
    });
  }

  it('gives names that are trimmed, not empty and not twice, whatever was typed', () => {
    const pieces = fc.constantFrom(',', ';', ' and ', ' ', '@', 'Ana', 'Jo', 'and', '\n', '\t');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: pieces })), typed => {
        const names = parseNames(typed);
        assert.equal(new Set(names).size, names.length);
        assert.ok(names.every(name => name !== '' && name === name.trim()));
      }),
    );
  });

  it('is the same list again when its names are joined by commas', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9})?$/)), names => {
        assert.deepEqual(parseNames(names.join(', ')), names);
      }),
    );
  });
});
