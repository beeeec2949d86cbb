import { deepEqual, equal, match, ok } from './assert';
import { findRow, focusOf, markOf, momentOf, openPlan, type Row, rowsOf, stepRow } from './plan';

const teach = 'teach-in-one-comment';
const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);

describe('the view of the plan', () => {
  it('teaches the first move where nothing was done yet', async () => {
    const { tree } = await openPlan();
    match(tree.message, /^Choose one exercise, make its first move today/);
    const [week, ...steps] = await rowsOf(tree);
    equal(week?.text, 'This week | proposed');
    deepEqual(texts(week?.below ?? []).length, 3);
    deepEqual(texts(week?.below[0]?.below ?? []), [
      'nothing yet from step 1',
      'Open a review that you owe someone today. Pick the one point they are likely to meet again. Write why it matters and how they can see it happen, and mark whether it blocks the merge.',
    ]);
    deepEqual(texts(steps), [
      '1 Mentoring | 7 exercises',
      '2 Leading | 7 exercises',
      '3 Communication | 7 exercises',
      '4 Performance | 7 exercises',
      '5 Your manager | 7 exercises',
    ]);
    equal(steps[0]?.item.tooltip, 'Step 1: Start mentoring\n7 exercises');
  });

  it('shows what the user has picked, the intention and what isn’t in this workspace', async () => {
    const { tree } = await openPlan({
      entries: [focusOf([teach, 'of-another-team'], { intention: 'Listen first' }), markOf(teach, 'm')],
      moments: [momentOf('m')],
    });
    equal(tree.message, '');
    const [week] = await rowsOf(tree);
    equal(week?.text, 'This week');
    deepEqual(texts(week?.below ?? []), [
      'Listen first | intention',
      'Turn one correction into a lesson | 1 of 3 moments',
      'of-another-team | not in this workspace',
    ]);
    equal(
      (await stepRow(tree, 'Turn one')).text,
      'Turn one correction into a lesson | 1 of 3 moments · this week',
    );
  });

  it('tells a step’s progress in words, with its evidence below, and never a percentage', async () => {
    const { tree } = await openPlan({
      entries: [
        ...['a', 'b', 'c'].map(id => markOf(teach, id, { when: '2026-11-02T10:00:00+01:00' })),
        markOf('ask-before-you-answer', 'a'),
        {
          type: 'done',
          id: 'done read-your-level',
          exercise: 'read-your-level',
          done: '2026-11-03T10:00:00Z',
        },
      ],
    });
    const rows = await rowsOf(tree);
    equal(rows[1]?.text, '1 Mentoring | 1 of 7 done, 3 moments');
    equal(rows[4]?.text, '4 Performance | 1 of 7 done');
    equal((await stepRow(tree, 'Turn one')).text, 'Turn one correction into a lesson | done Nov 2');
    ok(!JSON.stringify(rows.map(({ text }) => text)).includes('%'), 'no percentage');
  });

  it('says of evidence where its moment is: here as it is now, deleted, or in another workspace', async () => {
    const { tree, journal } = await openPlan({
      entries: [
        markOf(teach, 'here', { when: '2026-11-24T10:00:00Z' }),
        markOf(teach, 'gone', { when: '2026-11-23T10:00:00Z' }),
        markOf(teach, 'there', { when: '2026-11-22T10:00:00Z', workspace: 'billing' }),
      ],
      moments: [momentOf('here', { what: 'edited since\nmore', when: '2026-11-24T10:00:00Z' })],
    });
    const evidence = async () => texts((await stepRow(tree, 'Turn one')).below);
    deepEqual(await evidence(), [
      'edited since | Nov 24 · Ana',
      'what happened in gone | Nov 23 · Ana · deleted; kept here as text',
      'what happened in there | Nov 22 · Ana · in the journal of billing',
    ]);
    let changes = 0;
    tree.onDidChangeTreeData(() => {
      changes += 1;
    });
    journal.change();
    ok(changes > 0, 'it is drawn again');
    match((await evidence())[0] ?? '', /deleted; kept here as text$/);
  });

  it('shows evidence as it was kept where the journal can’t be read, and tries again', async () => {
    const { tree, journal, reporter } = await openPlan({
      entries: [markOf(teach, 'here')],
      moments: [momentOf('here', { what: 'now' })],
    });
    journal.failure = new Error('no disk');
    deepEqual(texts((await stepRow(tree, 'Turn one')).below), ['what happened in here | Nov 25 · Ana']);
    match(reporter.log.lines[0] ?? '', /no disk/);
    journal.failure = undefined;
    deepEqual(texts((await stepRow(tree, 'Turn one')).below), ['now | Nov 25 · Ana']);
  });

  it('says aloud what it shows', async () => {
    const { tree } = await openPlan({ entries: [markOf(teach, 'm')] });
    const rows = await rowsOf(tree);
    const aloud = (text: string) => findRow(rows, text)?.item.accessibilityInformation?.label;
    equal(aloud('This week'), 'This week, proposed');
    equal(aloud('1 Mentoring'), '1 Mentoring, 0 of 7 done, 1 moment');
    equal(
      aloud('Turn one correction'),
      'Turn one correction into a lesson, 1 of 3 moments, proposed: begun: 1 of 3 moments',
    );
    equal(aloud('Offer one person'), 'Offer one person a regular half hour, not begun');
    equal(aloud('what happened'), 'Evidence: what happened in m, Nov 25 · Ana · deleted; kept here as text');
  });

  it('has an id of its own for each row, in the week and in its step', async () => {
    const { tree } = await openPlan({ entries: [focusOf([teach], { intention: 'x' }), markOf(teach, 'm')] });
    const ids: (string | undefined)[] = [];
    const collect = (rows: readonly Row[]) => {
      for (const { item, below } of rows) {
        ids.push(item.id);
        collect(below);
      }
    };
    collect(await rowsOf(tree));
    ok(ids.every(Boolean), 'each has one');
    equal(new Set(ids).size, ids.length);
  });

  for (const hostile of ['[x](command:evil)', '$(trash) icon', '<img src=x>']) {
    it(`shows people’s words as they are: ${hostile}`, async () => {
      const { tree } = await openPlan({ entries: [markOf(teach, 'm', { what: hostile, who: [hostile] })] });
      const { item } = await stepRow(tree, hostile);
      equal(item.label, hostile);
      ok(typeof item.tooltip === 'string', 'the tooltip is plain text');
    });
  }

  it('says that all is done where it is', async () => {
    const { tree, library, store } = await openPlan();
    await store.put(
      ...library.exercises.map(({ id }) => ({
        type: 'done' as const,
        id: `done ${id}`,
        exercise: id,
        done: '2026-11-01T10:00:00Z',
      })),
    );
    equal((await rowsOf(tree))[0]?.text, 'This week | everything is done');
  });
});
