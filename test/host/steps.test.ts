import * as vscode from 'vscode';
import { askChoice, finishSteps, runSteps } from '../../src/platform/steps';
import { deepEqual, equal, until } from './assert';
import { replace } from './perTest';

type Item = vscode.QuickPickItem & { readonly value: string | undefined };

describe('a step that asks for one of a few', () => {
  /** What is chosen where the steps are finished with the item of `marked` marked; all or none of the items are listed. */
  async function finished(marked: string | undefined, value?: 'one' | 'two'): Promise<unknown[]> {
    const picks: vscode.QuickPick<Item>[] = [];
    const create = vscode.window.createQuickPick<Item>;
    replace(vscode.window, 'createQuickPick', () => {
      const pick = create();
      picks.push(pick);
      return pick;
    });
    const chosen: unknown[] = [];
    const choices = (['one', 'two'] as const).map(one => ({ value: one, label: one }));
    const ended = runSteps('Test', [
      frame =>
        askChoice(frame, {
          placeholder: '',
          skip: 'Skip',
          choices,
          value,
          chosen: one => chosen.push(one),
        }),
    ]);
    await until('it is asked', () => picks.length === 1);
    const [pick] = picks;
    if (pick && marked !== undefined) {
      const item = pick.items.find(({ label }) => label === marked);
      pick.activeItems = item ? [item] : [];
    }
    finishSteps();
    equal(await ended, true);
    return chosen;
  }

  it('takes what is marked also where the steps are finished at it', async () => {
    deepEqual(await finished('two'), ['two']);
  });

  it('takes what it had where nothing else was marked, and nothing where nothing is listed', async () => {
    deepEqual(await finished(undefined, 'one'), ['one']);
    deepEqual(await finished(undefined), [undefined]);
    deepEqual(await finished('no such', 'one'), []);
  });
});
