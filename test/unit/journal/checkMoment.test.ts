import assert from 'node:assert/strict';
import { checkMoment, formatFaults } from '../../../src/journal/text/checkMoment';
import { aMoment } from '../support';

function faultsOf(value: unknown): string {
  const checked = checkMoment(value);
  return 'faults' in checked ? formatFaults(checked.faults) : '';
}

describe('what is wrong with a moment', () => {
  it('is told once where two conditions have the same reason', () => {
    assert.match(
      faultsOf({ ...aMoment('a'), when: 'yesterday' }),
      /^when: a date and time with an offset[^;]*$/,
    );
  });

  it('is told in words, not in those of a schema', () => {
    const place = { file: '', firstLine: 0, lastLine: 1.5, permalink: 'http://example.org' };
    assert.equal(
      faultsOf({ id: 'a', what: 5, who: 'Ana', tags: [1], minutes: '5', place }),
      [
        'when: it is missing',
        'what: it must be text',
        'who: it must be a list',
        'tags.0: it must be text',
        'minutes: it must be a number',
        'place.file: it must not be empty',
        'place.firstLine: it must be at least 1',
        'place.lastLine: it must be a whole number',
        'place.permalink: it must begin with https://',
      ].join('; '),
    );
  });
});
