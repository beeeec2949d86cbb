import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { chooseFocus } from '../../src/practice/plan/chooseFocus';
import { addEvidence, openEvidence, removeEvidence } from '../../src/practice/plan/evidenceActions';
import {
  addToWeek,
  markDone,
  markNotDone,
  readGuide,
  removeFromWeek,
} from '../../src/practice/plan/exerciseActions';
import type { Plan } from '../../src/practice/plan/plan';
import { evidenceIdIn, exerciseIdIn } from '../../src/practice/plan/planArgument';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { focusOf, markOf, momentOf, monday, openPlan, stepRow } from './plan';
import { choosing, messages } from './questions';

const teach = 'teach-in-one-comment';
const [ask, offer, pair] = ['ask-before-you-answer', 'offer-half-an-hour', 'stay-off-the-keyboard'];

function stateOf(plan: Plan, id: string) {
  const state = plan.state(id);
  ok(state, `${id} is there`);
  return state;
}

describe('an exercise', () => {
  it('is done by the user’s word, which Undo takes back', async () => {
    const said = messages('showInformationMessage', 'Undo');
    const { plan } = await openPlan();
    await markDone(plan, stateOf(plan, teach));
    equal(said[0]?.text, 'Done: “Turn one correction into a lesson”');
    await until('it isn’t done again', () => stateOf(plan, teach).done === undefined);
  });

  it('isn’t done any more by the user’s word, which Undo gives back', async () => {
    messages('showInformationMessage');
    const { plan, tree } = await openPlan();
    const row = async () => (await stepRow(tree, 'Turn one')).item.contextValue;
    equal(await row(), 'exercise NotInFocus Open');
    await markDone(plan, stateOf(plan, teach));
    equal(await row(), 'exercise NotInFocus DoneByWord');
    const { done } = stateOf(plan, teach);
    messages('showInformationMessage', 'Undo');
    await markNotDone(plan, stateOf(plan, teach));
    await until('it is done as before', () => stateOf(plan, teach).done === done);
  });

  it('leads to its section of the guide', async () => {
    const { plan, sections } = await openPlan();
    await readGuide(plan, stateOf(plan, teach));
    deepEqual(sections, ['code-review-as-coaching']);
  });

  it('is logged for with its kind and skill preset', async () => {
    const { room, plan, presets } = await openPlan();
    await room.offers.logFor(stateOf(plan, teach));
    deepEqual<unknown>(presets, [{ kind: 'review', skill: 'people-development' }]);
  });

  it('is what a row, or its id in a key binding, says', () => {
    equal(exerciseIdIn({ state: { exercise: { id: 'a' } } }), 'a');
    equal(exerciseIdIn({ exercise: 'a' }), 'a');
    equal(exerciseIdIn({ missing: 'a' }), 'a');
    equal(evidenceIdIn({ shown: { evidence: { id: 'e', exercise: 'a' } } }), 'e');
    for (const garbage of [
      undefined,
      null,
      0,
      '',
      'a',
      [],
      {},
      { state: null },
      { exercise: 5 },
      { shown: {} },
    ]) {
      equal(exerciseIdIn(garbage), undefined);
      equal(evidenceIdIn(garbage), undefined);
    }
  });
});

describe('the week’s focus', () => {
  it('takes three exercises at most, one after the other', async () => {
    const { plan } = await openPlan();
    for (const id of [teach, ask, teach, offer]) {
      await addToWeek(plan, stateOf(plan, id));
    }
    deepEqual(plan.focusOf(monday)?.exercises, [teach, ask, offer]);
    const { message, actions } = await rejects(addToWeek(plan, stateOf(plan, pair)), UserError);
    match(message, /^Three exercises are enough/);
    equal(actions.length, 1);
  });

  it('lets one go, also one that isn’t there, and Undo puts it back where it stood', async () => {
    const said = messages('showInformationMessage', 'Undo');
    const { plan } = await openPlan({ entries: [focusOf([teach, 'theirs', ask], { intention: 'x' })] });
    await removeFromWeek(plan, 'theirs');
    await until('it is back', () => plan.focusOf(monday)?.exercises.length === 3);
    deepEqual(plan.focusOf(monday), focusOf([teach, 'theirs', ask], { intention: 'x' }));
    equal(said[0]?.text, 'Taken out of this week: “theirs”');
  });

  it('is chosen among what is ticked, what is proposed with reasons, and all others by step', async () => {
    const { plan } = await openPlan({ entries: [focusOf([offer]), markOf(teach, 'm')] });
    const asked = choosing(items => items.filter(({ label }) => /^(?:Turn one|Offer one)/.test(label)));
    await chooseFocus(plan);
    const rows = asked[0] ?? [];
    const heading = (label: string) => rows.findIndex(row => row.label === label && row.kind !== undefined);
    deepEqual([heading('Chosen'), heading('Proposed'), heading('Step 1: Start mentoring')], [0, 2, 6]);
    deepEqual([rows[1]?.label, rows[1]?.picked], ['Offer one person a regular half hour', true]);
    equal(rows[3]?.description, 'begun: 1 of 3 moments');
    equal(rows.filter(({ kind }) => kind === undefined).length, 35);
    deepEqual(plan.focusOf(monday)?.exercises, [offer, teach]);
  });

  it('is asked for again where more than three were ticked', async () => {
    const { plan } = await openPlan();
    const real = (items: readonly vscode.QuickPickItem[]) => items.filter(({ kind }) => kind === undefined);
    let times = 0;
    const asked = choosing(items => {
      times += 1;
      return times === 1
        ? real(items).slice(0, 4)
        : real(items)
            .filter(({ picked }) => picked)
            .slice(1);
    });
    await chooseFocus(plan);
    equal(asked.length, 2);
    equal(asked[1]?.filter(({ picked }) => picked).length, 4);
    equal(plan.focusOf(monday)?.exercises.length, 3);
  });

  it('stays as it is where nothing was chosen, and is proposed again where all was unticked', async () => {
    const { plan } = await openPlan({ entries: [focusOf([offer])] });
    choosing(() => undefined);
    await chooseFocus(plan);
    equal(plan.week.picked, true);
    choosing(() => []);
    await chooseFocus(plan);
    equal(plan.week.picked, false);
  });
});

describe('evidence', () => {
  it('is chosen among this workspace’s moments, those that fit first and why, and Undo takes it back', async () => {
    const { plan } = await openPlan({
      entries: [markOf(teach, 'counted')],
      moments: [
        momentOf('latest', { what: 'something else' }),
        momentOf('counted', { kind: 'review' }),
        momentOf('fits', { what: 'gave the reason', kind: 'review', when: '2026-11-02T10:00:00Z' }),
        momentOf('fits best', { what: '$(x) a lesson and its reason', kind: 'review', who: [] }),
      ],
    });
    const said = messages('showInformationMessage', 'Undo');
    const asked = choosing(items => items.filter(({ detail }) => detail));
    await addEvidence(plan, stateOf(plan, teach));
    deepEqual(
      asked[0]?.map(({ label, detail }) => [label.replace('\u200B', ''), detail]),
      [
        ['Fit this exercise', undefined],
        ['$(x) a lesson and its reason', 'fits: Review, “reason”, “lesson”'],
        ['gave the reason', 'fits: Review, “reason”'],
        ['Others, the latest first', undefined],
        ['something else', undefined],
      ],
    );
    ok(!asked[0]?.[1]?.label.includes('$('), 'no icon of people’s words');
    equal(said[0]?.text, 'Counted as evidence: “Turn one correction into a lesson” is done, with 3 moments.');
    await until('they are none again', () => stateOf(plan, teach).evidence.length === 1);
  });

  it('of a hundred thousand moments is chosen among a thousand', async () => {
    const moments = Array.from({ length: 100_000 }, (_none, index) =>
      momentOf(String(index), index % 1000 === 0 ? { kind: 'review', what: 'the reason' } : {}),
    );
    const { plan } = await openPlan({ moments });
    const asked = choosing(() => undefined);
    await addEvidence(plan, stateOf(plan, teach));
    equal(asked[0]?.filter(({ kind }) => kind === undefined).length, 1000);
    equal(asked[0]?.filter(({ detail }) => detail).length, 100);
  });

  it('is removed, and Undo gives it back', async () => {
    const said = messages('showInformationMessage', 'Undo');
    const mark = markOf(teach, 'm');
    const { plan, store } = await openPlan({ entries: [mark] });
    let wasRemoved = false;
    store.onDidChange(() => {
      wasRemoved ||= store.find('evidence', mark.id) === undefined;
    });
    await removeEvidence(plan, mark.id);
    await until('it is back', () => store.find('evidence', mark.id) !== undefined);
    ok(wasRemoved, 'it was removed');
    equal(said[0]?.text, 'No longer evidence: what happened in m');
  });

  it('opens its moment, or shows what is kept of it', async () => {
    const said = messages('showInformationMessage');
    const { plan, journal } = await openPlan({
      entries: [
        markOf(teach, 'here'),
        markOf(teach, 'there', { workspace: 'billing', what: '[x](command:y)' }),
      ],
      moments: [momentOf('here')],
    });
    await openEvidence(plan, markOf(teach, 'here').id);
    deepEqual([journal.opened, said], [['here'], []]);
    await openEvidence(plan, markOf(teach, 'there').id);
    await until('it is said', () => said.length > 0);
    match(said[0]?.text ?? '', /^\[x\]\u200B\(command:y\) \(Nov 25 · Ana · in the journal of billing\)$/);
  });
});

describe('an exercise’s page', () => {
  it('follows the plan, and says so where the exercise is gone', async () => {
    const { room, store } = await openPlan();
    const uri = vscode.Uri.from({ scheme: 'belay-exercise', path: '/x.md', query: teach });
    match(await room.pages.provideTextDocumentContent(uri), /None yet\. Log a moment/);
    const changed: string[] = [];
    room.pages.onDidChange(one => changed.push(one.query));
    await store.put(markOf(teach, 'm'));
    ok(changed.includes(teach), 'it is asked for again');
    match(
      await room.pages.provideTextDocumentContent(uri),
      /what happened in m \(Nov 25 · Ana · deleted; kept here/,
    );
    match(
      await room.pages.provideTextDocumentContent(uri.with({ query: 'gone' })),
      /isn’t in the plan any more/,
    );
  });

  it('opens as a preview, for an id too', async () => {
    await vscode.commands.executeCommand('belay.practice.openExercise', { exercise: teach });
    await until('its tab is there', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('Turn one correction into a lesson')),
      ),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
