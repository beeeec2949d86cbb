import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { type Draft, DraftSchema } from '../../../src/journal/logging/draft';
import {
  byHand,
  isBlank,
  momentOf,
  namesByHand,
  parseFollowUp,
  printFollowUp,
  readDraft,
} from '../../../src/journal/logging/draftMoment';
import { MomentSchema } from '../../../src/journal/moment';

/** A Saturday. */
const now = new Date('2026-11-21T15:00:00');
const draftOf = (what: string, rest: Partial<Draft> = {}): Draft => ({ id: 'd', what, ...rest });
const example = 'paired with @Ana on retry logic #execution #retries 30m yesterday !follow-up friday';

describe('the moment that a draft becomes', () => {
  it('has all that its line says', () => {
    const { when, ...moment } = momentOf(draftOf(example), now);
    assert.match(when, /^2026-11-20T12:00:00/);
    assert.deepEqual(moment, {
      id: 'd',
      what: 'paired with Ana on retry logic',
      who: ['Ana'],
      kind: 'pairing',
      skill: 'execution',
      tags: ['retries'],
      minutes: 30,
      followUp: { due: '2026-11-27' },
    });
  });

  it('has only what was said, and is of now', () => {
    const { when, ...moment } = momentOf(draftOf('  helped with the deploy '), now);
    assert.match(when, /^2026-11-21T15:00:00/);
    assert.deepEqual(moment, { id: 'd', what: 'helped with the deploy', who: [] });
  });

  it('has what was changed by hand rather than what the line says, also where that is nothing', () => {
    const draft = draftOf(`${example} #coaching`, {
      who: ['Jo'],
      kind: 'review',
      skill: null,
      dimension: 'leadership',
      learned: ' to ask first ',
      followUp: 'monday ask @Jo',
    });
    const { who, kind, skill, dimension, learned, followUp, minutes } = momentOf(draft, now);
    assert.deepEqual(
      { who, kind, skill, dimension, learned, followUp, minutes },
      {
        who: ['Jo'],
        kind: 'review',
        skill: undefined,
        dimension: 'leadership',
        learned: 'to ask first',
        followUp: { due: '2026-11-23', text: 'ask Jo' },
        minutes: 30,
      },
    );
    const without = momentOf(
      draftOf(`${example} #coaching`, { who: [], dimension: null, followUp: ' ' }),
      now,
    );
    assert.deepEqual([without.who, without.dimension, without.followUp], [[], undefined, undefined]);
  });

  it('follows the line in what wasn’t changed by hand', () => {
    const hand: Partial<Draft> = { skill: 'technical-credibility' };
    const before = momentOf(draftOf('paired with @Ana #execution', hand), now);
    const after = momentOf(draftOf('reviewed with @Kim #execution', hand), now);
    assert.deepEqual([before.who, before.kind, before.skill], [['Ana'], 'pairing', 'technical-credibility']);
    assert.deepEqual([after.who, after.kind, after.skill], [['Kim'], 'review', 'technical-credibility']);
  });

  it('has a preset kind rather than the one that the first words suggest, but not rather than a typed one', () => {
    const preset = { kind: 'review', skill: 'execution', who: ['Kim'] } as const;
    const kindOf = (what: string) =>
      momentOf(draftOf(what, { preset: { ...preset, who: ['Kim'] } }), now).kind;
    assert.equal(kindOf('paired with Ana'), 'review');
    assert.equal(kindOf('paired with Ana #feedback'), 'feedback');
    assert.equal(kindOf('paired with Ana #kind:none'), undefined);
    const { who, skill } = momentOf(
      draftOf('with @Ana and @kim #people', { preset: { ...preset, who: ['Kim'] } }),
      now,
    );
    assert.deepEqual([who, skill], [['Kim', 'Ana'], 'people-development']);
  });

  it('counts “yesterday” from when the line was typed', () => {
    const moment = momentOf(draftOf('paired yesterday', { typedAt: '2026-11-18T09:00:00Z' }), now);
    assert.equal(moment.when.slice(0, 10), '2026-11-17');
  });

  it('has the comment that it is about below its line', () => {
    const quote = 'Why retry twice?\n\nOnce would do.';
    assert.equal(
      momentOf(draftOf('she asked well', { quote }), now).what,
      'she asked well\n\n> Why retry twice?\n>\n> Once would do.',
    );
  });

  it('doesn’t quote again what its line is', () => {
    const quote = 'Why retry twice?\n\nOnce would do.';
    assert.equal(
      momentOf(draftOf('Why retry twice?', { quote }), now).what,
      'Why retry twice?\n\n> Once would do.',
    );
    assert.equal(momentOf(draftOf('Once.', { quote: 'Once.' }), now).what, 'Once.');
  });

  it('has the address of what it is about at its end, where it is no shorthand', () => {
    const link = 'https://github.com/acme/app/pull/123';
    const moment = momentOf(draftOf('#123: Retry twice for 30m', { link }), now);
    assert.equal(moment.what, `#123: Retry twice\n\n${link}`);
    assert.equal(moment.minutes, 30);
    assert.equal(moment.tags, undefined);
  });

  it('has the words of a line that is all shorthand, which may be copied', () => {
    assert.equal(readDraft(draftOf('#pairing 30m'), now).line.what, '');
    assert.equal(momentOf(draftOf('#pairing 30m'), now).what, '#pairing 30m');
  });

  it('is one that the journal takes, whatever was typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('@Ana', '#a', '30m', 'friday', '!fu', '|', '"', 'did', '\n'))
        .map(all => all.join(' ')),
    );
    void fc.assert(
      fc.property(text, text, text, text, (what, learned, followUp, quote) => {
        fc.pre(what.trim() !== '');
        const draft = draftOf(what, { learned, followUp, quote });
        assert.ok(v.is(DraftSchema, draft));
        const result = v.safeParse(MomentSchema, momentOf(draft, now));
        assert.ok(result.success, JSON.stringify(result.issues?.[0]));
      }),
    );
  });
});

describe('what was changed by hand', () => {
  it('is what differs from what was offered', () => {
    assert.equal(byHand('review', 'pairing'), 'review');
    assert.equal(byHand(undefined, 'pairing'), null);
    assert.equal(byHand('pairing', 'pairing'), undefined);
    assert.equal(byHand(undefined, undefined), undefined);
  });

  it('is of names whom they name, not their order or spelling', () => {
    assert.equal(namesByHand(['jo', 'Ana'], ['Ana', 'Jo']), undefined);
    assert.deepEqual(namesByHand([], ['Ana']), []);
    assert.deepEqual(namesByHand(['Ana', 'Kim'], ['Ana']), ['Ana', 'Kim']);
  });
});

describe('a follow-up typed on its own', () => {
  const rows: [typed: string, due: string | undefined, text: string | undefined][] = [
    ['friday', '2026-11-27', undefined],
    ['friday ask how it went', '2026-11-27', 'ask how it went'],
    ['friday: ask how it went', '2026-11-27', 'ask how it went'],
    ['ask how it went by friday', '2026-11-27', 'ask how it went'],
    ['ask @Ana', undefined, 'ask Ana'],
    ['2026-12-01 retro', '2026-12-01', 'retro'],
    // What would be other shorthand on the line is text here.
    ['pair again 30m', undefined, 'pair again 30m'],
    ['monday pair again #pairing', '2026-11-23', 'monday pair again #pairing'],
  ];
  for (const [typed, due, text] of rows) {
    it(`${typed} is ${due ?? 'no day'}, ${text ?? 'no text'}`, () => {
      assert.deepEqual(parseFollowUp(typed, now), { ...(due ? { due } : {}), ...(text ? { text } : {}) });
    });
  }

  it('is none where nothing is typed', () => {
    assert.equal(parseFollowUp(' \t', now), undefined);
  });

  it('is printed as it is typed', () => {
    const printed = printFollowUp({ due: '2026-11-27', text: 'ask how it went' });
    assert.equal(printed, '2026-11-27 ask how it went');
    assert.deepEqual(parseFollowUp(printed, now), { due: '2026-11-27', text: 'ask how it went' });
    assert.equal(printFollowUp(undefined), '');
  });
});

describe('a draft without words', () => {
  it('is one in which nothing was typed', () => {
    assert.ok(isBlank(draftOf(' ', { kind: 'review', learned: '' })));
    assert.ok(!isBlank(draftOf('', { learned: 'something' })));
    assert.ok(!isBlank(draftOf('', { followUp: 'friday' })));
    assert.ok(!isBlank(draftOf('x')));
  });
});
