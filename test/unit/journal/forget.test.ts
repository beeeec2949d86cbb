import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { type Moment, MomentSchema } from '../../../src/journal/moment';
import { captureAnchor } from '../../../src/platform/anchors/anchor';
import type { ForgetHow, ForgetOptions } from '../../../src/platform/forgetting/forgetting';
import { aMoment } from '../support';
import { anyHow, anyNamedMoments, namesLeft, planForMoments } from './forgettable';

/** A moment after forgetting Ana, by what changed in it. */
function forgotten(moment: Moment, how: ForgetHow = 'remove', options?: ForgetOptions): Moment | undefined {
  const [step] = planForMoments([moment], 'Ana Ruiz', how, options);
  return step ? step.after : moment;
}

const pseudonym = { pseudonym: 'Person A' };

describe('forgetting a person', () => {
  it('takes them from a moment with others', () => {
    const moment = aMoment('a', { who: ['ana ruiz ', 'Jo'] });
    assert.deepEqual(forgotten(moment)?.who, ['Jo']);
    assert.deepEqual(forgotten(moment, pseudonym)?.who, ['Person A', 'Jo']);
  });

  it('deletes a moment with nobody else, but gives it to the pseudonym where there is one', () => {
    const moment = aMoment('a', { who: ['Ana Ruiz', '@ana.ruiz'] });
    assert.equal(forgotten(moment), undefined);
    assert.deepEqual(forgotten(moment, pseudonym)?.who, ['Person A']);
  });

  it('keeps a moment that was about nobody', () => {
    assert.equal(forgotten(aMoment('a', { who: [], what: 'Ana Ruiz left' }))?.what, 'someone left');
  });

  for (const [text, removed, renamed] of [
    ['Paired with @Ana.Ruiz on it', 'Paired with someone on it', 'Paired with Person A on it'],
    ['ANA RUIZ’s idea, Ana Ruiz', 'someone’s idea, someone', 'Person A’s idea, Person A'],
    ['Ana found it', 'Ana found it', 'Ana found it'],
    ['AnaRuizFactory', 'AnaRuizFactory', 'AnaRuizFactory'],
  ] as const) {
    it(`makes "${text}" to "${removed}"`, () => {
      const moment = aMoment('a', { who: [], what: text });
      assert.equal(forgotten(moment)?.what, removed);
      assert.equal(forgotten(moment, pseudonym)?.what, renamed);
    });
  }

  it('replaces their first name alone where that is asked for', () => {
    const moment = aMoment('a', { who: ['Ana', 'Jo'], what: 'Ana found it', learned: 'Ask Ana' });
    const after = forgotten(moment, 'remove', { firstName: true });
    assert.deepEqual(after, { ...moment, who: ['Jo'], what: 'someone found it', learned: 'Ask someone' });
  });

  it('finds them in every text, of keys that this version does not know too, and leaves the rest', () => {
    const moment = aMoment('Ana Ruiz', {
      who: ['Jo'],
      what: 'Ana Ruiz',
      learned: 'of Ana Ruiz',
      kind: 'review',
      tags: ['ana-ruiz', 'growth'],
      minutes: 5,
      followUp: { due: '2026-12-01', text: 'Ask Ana Ruiz', by: ['Ana Ruiz', 7] },
      place: { file: 'docs/ana ruiz.md', firstLine: 1, lastLine: 2, permalink: 'https://x.org/Ana-Ruiz/1' },
      seenBy: { 'Ana Ruiz': { at: 'Ana Ruiz’s desk' }, 'Person A': true, more: null },
    });
    assert.deepEqual(forgotten(moment, pseudonym), {
      ...moment,
      what: 'Person A',
      learned: 'of Person A',
      tags: ['Person-A', 'growth'],
      followUp: { due: '2026-12-01', text: 'Ask Person A', by: ['Person A', 7] },
      place: { file: 'docs/Person-A.md', firstLine: 1, lastLine: 2 },
      seenBy: { 'Person A 2': { at: 'Person A’s desk' }, 'Person A': true, more: null },
    });
  });

  it('drops the anchor of a place whose code names them, and leaves every other one as it is', () => {
    const place = { file: 'src/a.ts', firstLine: 2, lastLine: 2 };
    const lines = ['// Ask', '// Ana Ruiz', 'run();', 'stop();'];
    const momentAt = (line: number) =>
      aMoment('a', { who: ['Jo'], place: { ...place, anchor: captureAnchor(lines, line, line) } });
    for (const line of [0, 1, 2]) {
      const [step] = planForMoments([momentAt(line)], 'Ana Ruiz', pseudonym);
      assert.deepEqual(step?.after, aMoment('a', { who: ['Jo'], place }));
      assert.match(step.mentions[0]?.field ?? '', /^place\.anchor\.(?:lines|before|after)$/);
    }
    const { anchor } = momentAt(1).place ?? {};
    for (const name of ['Kim', 'Before', 'anchor', 'scope']) {
      assert.deepEqual(planForMoments([momentAt(1)], name, pseudonym), [], name);
    }
    const [weak] = planForMoments([momentAt(1)], 'Ana Costa', pseudonym);
    assert.deepEqual(weak?.after?.place?.anchor, anchor);
  });

  it('loses no value to a pseudonym that is a key of the format', () => {
    const moment = aMoment('a', { who: ['Jo'], Ana: 1, ana: 2 });
    const [step] = planForMoments([moment], 'Ana', { pseudonym: 'kind' });
    assert.deepEqual(step?.after, aMoment('a', { who: ['Jo'], 'kind 2': 1, 'kind 3': 2 }));
  });

  it('takes no key that looks like a path for the field there', () => {
    const moment = aMoment('a', { who: ['Jo'], 'followUp.due': 'Ana', '': { id: 'Ana' } });
    const [step] = planForMoments([moment], 'Ana', 'remove');
    assert.deepEqual(step?.after, { ...moment, 'followUp.due': 'someone', '': { id: 'someone' } });
  });

  it('shows what names ending in s own', () => {
    const moment = aMoment('a', { who: [], what: "James' plan, James's plan, 'James' said" });
    const [step] = planForMoments([moment], 'James', 'remove');
    assert.equal(step?.after?.what, "someone's plan, someone's plan, 'someone' said");
  });

  it('spares people with longer names where it is told to', () => {
    const moment = aMoment('a', { who: ['Ana', 'Ana Costa'], what: 'Ana met Ana Costa' });
    const [step] = planForMoments([moment], 'Ana', 'remove', { spare: ['Ana Costa'] });
    assert.deepEqual(step?.after, { ...moment, who: ['Ana Costa'], what: 'someone met Ana Costa' });
    assert.equal(planForMoments([moment], 'Ana', 'remove')[0]?.after, undefined);
  });

  it('takes the word for someone that it is given, unless that has the name in it', () => {
    const moment = aMoment('a', { who: [], what: 'Jemand kam' });
    assert.equal(
      planForMoments([moment], 'kam', 'remove', { someone: 'jemand' })[0]?.after?.what,
      'Jemand jemand',
    );
    assert.equal(
      planForMoments([moment], 'Jemand', 'remove', { someone: 'jemand' })[0]?.after?.what,
      'somebody kam',
    );
  });

  it('refuses a pseudonym with a word of the name in it', () => {
    for (const bad of ['', ' ', 'Ana', 'Ms Ruiz']) {
      assert.throws(() => planForMoments([], 'Ana Ruiz', { pseudonym: bad }), RangeError);
    }
  });
});

describe('the plan of forgetting', () => {
  it('names every mention with its field, and moments that have only weak ones stay', () => {
    const weak = aMoment('weak', { who: ['Jo'], what: 'Ana found it' });
    const moments = [
      aMoment('none', { who: ['Jo'] }),
      weak,
      aMoment('both', { who: ['Ana Ruiz', 'Jo'], what: 'x', followUp: { text: 'Ask Ana or Ana Ruiz' } }),
    ];
    const plan = planForMoments(moments, 'Ana Ruiz', 'remove');
    assert.deepEqual(
      plan.map(({ entry, mentions }) => [
        entry.id,
        mentions.map(({ field, isWeak, excerpt: { text, ranges } }) => [
          field,
          isWeak,
          ...ranges.map(({ start, end }) => text.slice(start, end)),
        ]),
      ]),
      [
        ['weak', [['what', true, 'Ana']]],
        [
          'both',
          [
            ['who', false, 'Ana Ruiz'],
            ['followUp.text', true, 'Ana'],
            ['followUp.text', false, 'Ana Ruiz'],
          ],
        ],
      ],
    );
    assert.equal(plan[0]?.after, weak);
  });

  it('leaves the name in no text, changes only what it names, and gives moments that may be kept', () => {
    fc.assert(
      fc.property(anyNamedMoments, anyHow, fc.boolean(), ({ name, moments }, how, firstName) => {
        const plan = planForMoments(moments, name, how, { firstName });
        const after = new Map(plan.map(step => [step.entry, step.after]));
        for (const moment of moments) {
          const result = after.has(moment) ? after.get(moment) : moment;
          assert.deepEqual(namesLeft(result, name), []);
          assert.ok(result === undefined || v.is(MomentSchema, result));
        }
        const again = [...after.values()].flatMap(moment => moment ?? []);
        for (const step of planForMoments(again, name, how, { firstName })) {
          assert.equal(step.after, step.entry);
        }
      }),
    );
  }).timeout(10_000);
});
