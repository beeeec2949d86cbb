import * as vscode from 'vscode';
import { addDays } from '../../src/platform/days';
import { ReviewReminder } from '../../src/practice/plan/reminder';
import { takeIntention, writeReview } from '../../src/practice/plan/writeReview';
import type { PracticeRoom } from '../../src/practice/room';
import { deepEqual, equal, match, ok, until } from './assert';
import { atEnd, held, replace } from './perTest';
import { focusOf, markOf, momentOf, monday, openPlan, type PlanOptions } from './plan';
import { RecordingReporter } from './reporter';

const teach = 'teach-in-one-comment';
const id = `review-${monday}`;

/** The documents that are shown in an editor. */
function shownDocuments(): string[] {
  const shown: string[] = [];
  replace(vscode.window, 'showTextDocument', async (uri: vscode.Uri) => {
    shown.push(decodeURIComponent(uri.path.split('/')[1] ?? ''));
  });
  return shown;
}

describe('the weekly review', () => {
  it('is begun from all journals and from the plan, and opened again where it was begun', async () => {
    const shown = shownDocuments();
    const { plan, store } = await openPlan({
      entries: [focusOf([teach]), markOf(teach, 'm')],
      moments: [
        momentOf('m', { kind: 'review' }),
        momentOf('old', { when: '2026-10-01T10:00:00Z', who: ['Kim'] }),
      ],
      elsewhere: [
        {
          name: 'billing',
          moments: [momentOf('x', { who: ['Jo'], followUp: { due: '2026-11-27', text: 'ask' } })],
        },
      ],
    });
    await writeReview(plan);
    deepEqual(shown, [id]);
    const review = store.find('document', id);
    ok(review, 'it is kept');
    equal(review.kind, 'review');
    equal(review.title, 'Weekly review: November 23 – November 29, 2026');
    const { text } = review;
    match(
      text,
      /^# Weekly review: November 23 – November 29, 2026\n\n## What happened\n\n\*\*Wednesday, November 25\*\*/,
    );
    match(text, /- what happened in m \(Ana · Review\)\n/);
    match(text, /- what happened in x \(Jo · billing\)\n/);
    match(text, /## Not met for more than three weeks\n\n- Kim \(last on Oct 1\)\n/);
    match(text, /- ask \(due Nov 27 · Jo · billing\)\n/);
    match(text, /- \*\*Turn one correction into a lesson\*\*: 1 of 3 moments\n {2}- How it went: \n/);
    match(text, /\nIntention: \n$/);
    await store.put({ ...review, text: `${text}Mine.\n` });
    await writeReview(plan);
    deepEqual(shown, [id, id]);
    match(store.find('document', id)?.text ?? '', /Mine\.\n$/);
  });

  it('is on Monday that of the week before, where something was logged in it', async () => {
    const shown = shownDocuments();
    const { plan } = await openPlan({
      today: monday,
      moments: [momentOf('m', { when: '2026-11-20T10:00:00Z' })],
    });
    await writeReview(plan);
    deepEqual(shown, ['review-2026-11-16']);
  });

  it('hands its intention to the week after when it is saved, which keeps what was picked for it', async () => {
    shownDocuments();
    const next = addDays(monday, 7);
    const { plan, store } = await openPlan({ entries: [focusOf([teach], { week: next })] });
    await writeReview(plan);
    const review = store.find('document', id);
    ok(review, 'it is there');
    const save = async (text: string) => {
      await store.put({ ...review, text });
      await takeIntention(plan, id);
      return plan.focusOf(next);
    };
    const { text } = review;
    deepEqual(await save(text), focusOf([teach], { week: next }));
    deepEqual(
      await save(text.replace(/Intention: \n$/, 'Intention: Listen first\n')),
      focusOf([teach], { week: next, intention: 'Listen first' }),
    );
    deepEqual(await save(text), focusOf([teach], { week: next }));
  });

  it('has no say where a document is no review', async () => {
    const { plan, store } = await openPlan();
    const text = 'Intention: x\n';
    await store.put({
      type: 'document',
      id,
      kind: 'story',
      title: 'x',
      text,
      created: '2026-11-25T10:00:00Z',
    });
    await takeIntention(plan, id);
    await takeIntention(plan, 'something else');
    deepEqual(store.all('focus'), []);
  });
});

describe('what reminds of the weekly review', () => {
  async function remind(options: PlanOptions) {
    const opened = await openPlan(options);
    let entered = 0;
    const room = { plan: opened.room, store: opened.store, ports: opened.plan.parts.ports } as PracticeRoom;
    const enter = async () => {
      entered += 1;
      return room;
    };
    const reporter = new RecordingReporter();
    const reminder = held(new ReviewReminder(enter, reporter, opened.plan.now));
    await reminder.look();
    return { ...opened, reminder, entered: () => entered };
  }
  const friday = '2026-11-27';
  const moments = [momentOf('m')];

  it('is there from Friday on, until the review is written', async () => {
    shownDocuments();
    const { reminder, plan } = await remind({ today: friday, moments });
    equal(reminder.isShown, true);
    await writeReview(plan);
    await until('it is gone', () => !reminder.isShown);
  });

  it('isn’t there in a week without moments, and comes with the first', async () => {
    const { reminder, journal } = await remind({
      today: '2026-11-29',
      moments: [momentOf('m', { when: '2026-11-20T10:00:00Z' })],
    });
    equal(reminder.isShown, false);
    journal.change(...moments);
    await until('it is there', () => reminder.isShown);
  });

  it('reads nothing on other days', async () => {
    const { reminder, entered } = await remind({ today: '2026-11-26', moments });
    deepEqual([reminder.isShown, entered()], [false, 0]);
  });

  it('can be turned off', async () => {
    const set = (value: unknown) =>
      vscode.workspace
        .getConfiguration('belay.practice')
        .update('reminder', value, vscode.ConfigurationTarget.Global);
    atEnd(() => set(undefined));
    const { reminder } = await remind({ today: friday, moments });
    await set(false);
    await until('it is gone', () => !reminder.isShown);
    await set(true);
    await until('it is back', () => reminder.isShown);
  });
});
