import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { type ReportOptions, reportOf } from '../../../../src/practice/growth/report/report';
import { reportToHtml, reportToMarkdown } from '../../../../src/practice/growth/report/reportText';
import type { ReportWords } from '../../../../src/practice/growth/report/reportWords';
import type { PracticeMoment } from '../../../../src/practice/moment';
import { dimensions, kinds, skills } from '../../../../src/vocabulary';
import { tagsOf, textOf } from '../../guide/html';
import { anyText } from '../../support';
import { anyMoments, moment } from './moments';

const named = <Name extends string>(words: readonly Name[]) =>
  Object.fromEntries(words.map(word => [word, `the ${word}`])) as Record<Name, string>;

const words: ReportWords = {
  kinds: named(kinds),
  skills: named(skills),
  dimensions: named(dimensions),
  title: 'Report',
  noSkill: 'without skill',
  noDimension: 'without dimension',
  learned: 'Learned',
  followUp: 'Follow-up',
  roles: ['a colleague', 'somebody'],
  day: day => day,
  span: (from, to) => `${from} to ${to}`,
  moments: count => `${count} moments`,
  people: count => `${count} people`,
  total: (moments, people) => `${moments} with ${people}`,
  kindCount: (kind, count) => `${kind}: ${count}`,
  followUpsDone: (done, of) => `${done} of ${of} done`,
  time: minutes => `${minutes} min`,
  withPeople: count => (count === 0 ? '' : `with ${count}`),
  followUpResult: (text, isDone) => `${text} ${isDone ? 'done' : 'open'}`.trim(),
};
const options: ReportOptions = {
  period: { from: '2026-01-01', to: '2026-03-31' },
  grouping: 'skill',
  names: 'full',
};
const today = '2026-04-01';

const report = (moments: readonly PracticeMoment[], change: Partial<ReportOptions> = {}) =>
  reportOf(moments, { ...options, ...change }, today, words);

const moments = [
  moment('2026-04-01', { what: 'after it' }),
  moment('2026-03-31', {
    what: 'Paired with Ana Ruiz\non retries',
    who: ['Ana Ruiz', 'Jo'],
    kind: 'pairing',
    skill: 'execution',
    dimension: 'coaching',
    minutes: 90,
    learned: 'Let Jo type',
    followUp: { due: '2026-03-30', text: 'Ask Ana', done: '2026-03-31T10:00:00Z' },
  }),
  moment('2026-02-01', { what: 'Reviewed', kind: 'pairing', followUp: {}, who: ['jo'] }),
  moment('2026-01-01', { what: 'Thanked', who: [] }),
  moment('2025-12-31', { what: 'before it', who: ['Kim'] }),
];

describe('a growth report', () => {
  it('tells what was done in the period, for whom, and what came of it, by skill', () => {
    assert.deepEqual(report(moments), {
      title: 'Report',
      period: '2026-01-01 to 2026-03-31',
      facts: ['3 moments with 2 people', 'the pairing: 2', '1 of 2 done', '90 min'],
      groups: [
        {
          title: 'the execution',
          count: '1 moments',
          items: [
            {
              about: '2026-03-31 · the pairing · Ana Ruiz, Jo',
              what: 'Paired with Ana Ruiz\non retries',
              results: [
                { label: 'Learned', text: 'Let Jo type' },
                { label: 'Follow-up', text: 'Ask Ana done' },
              ],
            },
          ],
        },
        {
          title: 'without skill',
          count: '2 moments',
          items: [
            {
              about: '2026-02-01 · the pairing · jo',
              what: 'Reviewed',
              results: [{ label: 'Follow-up', text: 'open' }],
            },
            { about: '2026-01-01', what: 'Thanked', results: [] },
          ],
        },
      ],
    });
  });

  it('is grouped by dimension where that is wanted', () => {
    assert.deepEqual(
      report(moments, { grouping: 'dimension' }).groups.map(({ title, items }) => [title, items.length]),
      [
        ['the coaching', 1],
        ['without dimension', 2],
      ],
    );
  });

  it('has initials in texts and lists', () => {
    const [first] = report(moments, { names: 'initials' }).groups[0]?.items ?? [];
    assert.deepEqual(first, {
      about: '2026-03-31 · the pairing · A. R., J.',
      what: 'Paired with A. R.\non retries',
      results: [
        { label: 'Learned', text: 'Let J. type' },
        { label: 'Follow-up', text: 'Ask A. done' },
      ],
    });
  });

  it('names nobody where that is wanted, those of other periods neither', () => {
    const told = [moment('2026-02-02', { what: 'Kim told me; so did Ana', who: [] }), ...moments];
    const text = reportToMarkdown(report(told, { names: 'none' }));
    assert.doesNotMatch(text, /\b(?:ana|ruiz|jo|kim)\b/i);
    assert.match(text, /A colleague told me; so did a colleague/);
    assert.match(text, /the pairing · with 2\*\*/);
  });

  it('has every moment of the period in one group, and what was written in them', () => {
    fc.assert(
      fc.property(anyMoments, fc.constantFrom('skill', 'dimension'), (some, grouping) => {
        const period = { from: '2022-01-01', to: '2025-06-30' };
        const { groups } = report(some, { grouping, period });
        const within = some.filter(
          ({ when }) => when.slice(0, 10) >= period.from && when.slice(0, 10) <= period.to,
        );
        assert.deepEqual(
          groups.flatMap(({ items }) => items.map(({ what }) => what)).sort(),
          within.map(({ what }) => what.trim()).sort(),
        );
      }),
    );
  }).timeout(20_000);
});

describe('a growth report as Markdown', () => {
  it('has a heading with the period, and a list of moments for each group', () => {
    assert.equal(
      reportToMarkdown(report(moments)),
      `# Report: 2026-01-01 to 2026-03-31

- 3 moments with 2 people
- the pairing: 2
- 1 of 2 done
- 90 min

## the execution

1 moments

- **2026-03-31 · the pairing · Ana Ruiz, Jo**\\
  Paired with Ana Ruiz\\
  on retries\\
  _Learned:_ Let Jo type\\
  _Follow-up:_ Ask Ana done

## without skill

2 moments

- **2026-02-01 · the pairing · jo**\\
  Reviewed\\
  _Follow-up:_ open
- **2026-01-01**\\
  Thanked
`,
    );
  });

  it('shows what people wrote and makes nothing of it', () => {
    for (const hostile of [
      '# heading',
      '<img src=x onerror=alert(1)>',
      '[x](command:workbench.action.quit)',
      '![x](x.png)',
      '- list\n\n```\ncode',
      '| a | b |\n|---|---|',
      '---',
      '> quote',
    ]) {
      const text = reportToMarkdown(
        report([moment('2026-02-01', { what: hostile, learned: hostile, who: [hostile] })]),
      );
      const tags = tagsOf(marked.parse(text, { async: false })).map(({ name }) => name);
      assert.deepEqual(
        [...new Set(tags)].sort(),
        ['br', 'em', 'h1', 'h2', 'li', 'p', 'strong', 'ul'],
        hostile,
      );
    }
  });
});

describe('a growth report as HTML', () => {
  const html = (some: readonly PracticeMoment[]) => reportToHtml(report(some), 'en');
  const bodyOf = (text: string) => /<body>([\s\S]*)<\/body>/.exec(text)?.[1] ?? '';

  it('has the same in it as the Markdown', () => {
    const text = textOf(bodyOf(html(moments)));
    for (const part of [
      'Report: 2026-01-01 to 2026-03-31',
      'Paired with Ana Ruiz\non retries',
      'Learned:Let Jo type',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it('loads and runs nothing, whatever people wrote', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 2 }), (text, who) => {
        const what = `${text}</p><script>alert(1)</script><img src="https://example.org/x">"'&`;
        const page = html([moment('2026-02-01', { what, who, learned: what, followUp: { text: what } })]);
        assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'"/);
        const tags = new Set(tagsOf(bodyOf(page)).map(({ name }) => name));
        assert.deepEqual(
          [...tags].filter(
            name => !['h1', 'h2', 'ul', 'li', 'section', 'p', 'article', 'dl', 'dt', 'dd'].includes(name),
          ),
          [],
        );
        assert.ok(textOf(bodyOf(page)).includes(what.trim()));
      }),
    );
  }).timeout(20_000);
});
