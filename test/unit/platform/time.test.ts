import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantOf, toLocalIso } from '../../../src/platform/time';

const usual = '2026-03-01T14:30:00+01:00';

/** Two digits within what a date and time may have, and beyond it. */
const anyPair = fc.integer({ min: 0, max: 99 }).map(number => String(number).padStart(2, '0'));
const anyMonth = fc.integer({ min: 0, max: 13 }).map(number => String(number).padStart(2, '0'));
const anyDay = fc.integer({ min: 0, max: 32 }).map(number => String(number).padStart(2, '0'));
const anyHour = fc.integer({ min: 0, max: 24 }).map(number => String(number).padStart(2, '0'));
const anySixty = fc.integer({ min: 0, max: 60 }).map(number => String(number).padStart(2, '0'));

/** Texts of the form that Belay writes, most of them times. */
const likeTimes = fc
  .tuple(
    fc.tuple(anyPair, anyPair, anyMonth, anyDay),
    fc.tuple(anyHour, anySixty, anySixty),
    fc.tuple(fc.constantFrom('+', '-'), anyHour, anySixty),
  )
  .map(
    ([[century, year, month, day], time, [sign, hours, minutes]]) =>
      `${century}${year}-${month}-${day}T${time.join(':')}${sign}${hours}:${minutes}`,
  );

const anyCharacter = fc.oneof(fc.constantFrom(...'0123456789-+:T Z./'), fc.string({ unit: 'grapheme' }));

describe('an instant', () => {
  it('is what the engine reads of any text like a time', () => {
    let usualOnes = 0;
    fc.assert(
      fc.property(likeTimes, text => {
        assert.equal(instantOf(text), Date.parse(text), text);
        usualOnes += Number.isNaN(Date.parse(text)) ? 0 : 1;
      }),
      { numRuns: 3000 },
    );
    assert.ok(usualOnes > 1000, `${usualOnes} of them are times`);
  });

  it('is what the engine reads of a time in which something was changed', () => {
    fc.assert(
      fc.property(fc.nat(usual.length), fc.nat(2), anyCharacter, (at, length, put) => {
        const text = usual.slice(0, at) + put + usual.slice(at + length);
        assert.equal(instantOf(text), Date.parse(text), text);
      }),
      { numRuns: 1500 },
    );
  });

  it('is that of the date that was written', () => {
    const years = { min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        assert.equal(instantOf(toLocalIso(date, offset)), Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });

  it('is none of what is no time', () => {
    for (const text of [
      '',
      'today',
      '2026-13-01T14:30:00+01:00',
      '2026-03-01T14:30:00+01:0',
      '٢٠٢٦-03-01T14',
    ]) {
      assert.ok(Number.isNaN(instantOf(text)), text);
    }
  });
});
