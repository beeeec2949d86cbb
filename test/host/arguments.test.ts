import * as vscode from 'vscode';
import { builtInTemplates } from '../../src/coaching/build';
import { previewOf } from '../../src/coaching/snippetBody';
import { linesOf } from '../../src/coaching/template';
import type { Draft } from '../../src/journal/logging/draft';
import { logMoment } from '../../src/journal/logging/logMoment';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { openCoaching } from './coaching';
import { closeEditors, showText, usualOpening } from './editors';
import { offersNothing, openJournal } from './journals';
import { atEnd, contextsIn, held, recordCommands } from './perTest';
import { accept, answering, choosingTemplate, close, messages, typing } from './questions';

// What the guide, a key binding or a link gives Belay’s commands.

const insert = (...args: unknown[]) => vscode.commands.executeCommand('belay.insertCoachingComment', ...args);

/** The text of Belay's template with that prefix. */
function textOf(prefix: string): string {
  const template = builtInTemplates().find(candidate => candidate.prefix === prefix);
  ok(template, `${prefix} is there`);
  return previewOf(linesOf(template, usualOpening));
}

/** Nothing that a person or another extension gives a command by mistake names a template or a kind. */
const garbage = [undefined, null, 0, '', 'cc-question-intent', [], ['cc-question-intent'], {}, true];

describe('inserting the coaching comment that an argument names', () => {
  afterEach(closeEditors);

  it('is done without asking, and said to be done', async () => {
    const asked = choosingTemplate();
    const editor = await showText('markdown', '');
    equal(await insert({ template: 'cc-question-intent' }), true);
    equal(editor.document.getText(), textOf('cc-question-intent'));
    deepEqual(asked, []);
  });

  it('goes into the only editor where a page is in front, also with the Output panel open', async () => {
    const channel = held(vscode.window.createOutputChannel('Beside the editor'));
    channel.appendLine('something');
    channel.show(true);
    atEnd(() => vscode.commands.executeCommand('workbench.action.closePanel'));
    const editor = await showText('markdown', '');
    await until('the output is visible', () => vscode.window.visibleTextEditors.length > 1);
    held(vscode.window.createWebviewPanel('belay-test', 'In front', vscode.ViewColumn.Beside));
    await until('the page is in front', () => vscode.window.activeTextEditor === undefined);
    equal(await insert({ template: 'cc-question-intent' }), true);
    equal(editor.document.getText(), textOf('cc-question-intent'));
  });

  it('completes the walkthrough’s step', async () => {
    await showText('markdown', '');
    const commands = recordCommands();
    await openCoaching().room.insert({ template: 'cc-praise-growth' });
    deepEqual(
      contextsIn(commands).filter(context => context.startsWith('belay.')),
      ['belay.did.coached=true', 'belay.did.coached=false'],
    );
  });

  for (const template of ['cc-none', '', 'constructor', 'CC-QUESTION-INTENT']) {
    it(`is an error that offers all there are where there is no such one: ${template || 'empty'}`, async () => {
      const asked = choosingTemplate();
      const shown = messages('showErrorMessage');
      const editor = await showText('markdown', '');
      equal(await insert({ template }), undefined);
      equal(editor.document.getText(), '');
      deepEqual([asked.length, shown.length], [0, 1]);
      deepEqual(shown[0], {
        text: `There is no template “${template}”. Choose one from the list instead.`,
        buttons: ['Show Templates'],
      });
    });
  }

  for (const argument of [
    ...garbage,
    { template: 5 },
    { template: null },
    { prefix: 'cc-question-intent' },
  ]) {
    it(`asks, as without an argument, where it is ${JSON.stringify(argument)}`, async () => {
      const asked = choosingTemplate();
      const shown = messages('showErrorMessage');
      const editor = await showText('markdown', '');
      equal(await insert(argument), false);
      equal(editor.document.getText(), '');
      deepEqual([asked.length, shown], [1, []]);
    });
  }

  it('is done in the one editor beside a page that is in front', async () => {
    const editor = await showText('markdown', '');
    const page = vscode.window.createWebviewPanel('belay-test', 'In front', vscode.ViewColumn.Beside);
    atEnd(() => page.dispose());
    await until('the page is in front', () => vscode.window.activeTextEditor === undefined);
    equal(await insert({ template: 'cc-question-intent' }), true);
    equal(editor.document.getText(), textOf('cc-question-intent'));
  });

  it('offers to copy it where there is no editor, without asking which', async () => {
    const asked = choosingTemplate();
    const work = openCoaching().room.insert({ template: 'cc-question-intent' });
    const { message, actions } = await rejects(work, UserError);
    match(message, /^There is no editor or comment box to write in\./);
    deepEqual(
      actions.map(({ title }) => title),
      ['Copy a Comment'],
    );
    await actions[0]?.run();
    equal(await vscode.env.clipboard.readText(), textOf('cc-question-intent'));
    deepEqual(asked, []);
  });
});

describe('logging a moment with people, kind and skill preset', () => {
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  /** What is logged with `preset` where the first question is answered, and the others are left as they are. */
  async function logged(preset: unknown, kept?: Partial<Draft>) {
    const { session, reporter } = await openJournal();
    if (kept) {
      await session.drafts.keep({ id: 'd', what: 'helped out', ...kept });
    } else {
      typing('helped out');
    }
    equal(await answering(logMoment(session, undefined, offersNothing(reporter), preset), accept), true);
    deepEqual(reporter.reported, []);
    const [moment, ...more] = session.moments;
    deepEqual([moment?.what, more], ['helped out', []]);
    return [moment?.kind, moment?.skill, ...(moment?.who ?? [])];
  }

  it('has both', async () => {
    deepEqual(await logged({ kind: 'delegation', skill: 'execution' }), ['delegation', 'execution']);
  });

  it('has the people, also those that the line adds, nobody twice', async () => {
    deepEqual(await logged({ who: ['Ana', ' Jo ', 'ANA'], kind: '1:1' }), ['1:1', undefined, 'Ana', 'Jo']);
    deepEqual(await logged({ who: [] }), [undefined, undefined]);
    const kept = { what: 'helped @Kim out', preset: { who: ['Ana'] } };
    const { session, reporter } = await openJournal();
    await session.drafts.keep({ id: 'd', ...kept });
    await answering(logMoment(session, undefined, offersNothing(reporter), { who: ['ana'] }), accept);
    deepEqual(
      session.moments.map(({ id, who }) => [id, who]),
      [['d', ['Ana', 'Kim']]],
    );
  });

  it('with other people is another moment than the kept draft, which waits', async () => {
    const { session, reporter } = await openJournal();
    const kept: Draft = { id: 'd', what: 'about Jo', who: ['Jo'], kind: 'review' };
    await session.drafts.keep(kept);
    await answering(logMoment(session, undefined, offersNothing(reporter), { who: ['Ana'] }), close);
    deepEqual((await session.drafts.load()).draft, kept);
    typing('asked again');
    await answering(logMoment(session, undefined, offersNothing(reporter), { who: ['Ana'] }), accept);
    deepEqual(
      session.moments.map(({ what, who, kind }) => [what, who, kind]),
      [['asked again', ['Ana'], undefined]],
    );
    deepEqual((await session.drafts.load()).draft, kept);
  });

  it('has the one that was given', async () => {
    deepEqual(await logged({ kind: '1:1' }), ['1:1', undefined]);
    deepEqual(await logged({ kind: 'feedback', skill: undefined }), ['feedback', undefined]);
  });

  it('has what a kept draft says, and of the preset what that doesn’t say', async () => {
    const preset = { kind: 'review', skill: 'execution' };
    deepEqual(await logged(preset, { kind: 'pairing' }), ['pairing', 'execution']);
    deepEqual(await logged(preset, { skill: 'people-development' }), ['review', 'people-development']);
    deepEqual(await logged(preset, {}), ['review', 'execution']);
  });

  for (const argument of [
    ...garbage,
    { kind: 'nagging' },
    { kind: 5, skill: [] },
    { kind: 'constructor' },
    { who: 'Ana' },
    { who: ['Ana', ' '] },
  ]) {
    it(`has neither, as without an argument, where it is ${JSON.stringify(argument)}`, async () => {
      deepEqual(await logged(argument), [undefined, undefined]);
    });
  }

  for (const [argument, ...faults] of [
    [{ kind: 'nagging' }, 'kind: Invalid type: Expected'],
    [{ who: 'Ana', skill: 5 }, 'who: it must be a list', 'skill: Invalid type: Expected'],
    [{ who: ['Ana', ' '] }, 'who.1: it must not be empty'],
    [{ kinds: 'review' }, 'kinds: unknown key'],
    ['review', 'it: it must be a map'],
    [undefined],
    [null],
    [{}],
    [vscode.Uri.file('/work/app/a.ts')],
    [{ who: ['Ana'], kind: 'review', skill: undefined }],
  ] as const) {
    it(`has what is wrong written into the log: ${JSON.stringify(argument)}`, async () => {
      const { session, reporter } = await openJournal();
      await answering(logMoment(session, undefined, offersNothing(reporter), argument), close);
      const written = reporter.log.lines.filter(line => line.includes('belay.logMoment'));
      equal(written.length, faults.length > 0 ? 1 : 0, written.join('\n'));
      for (const fault of faults) {
        ok(written[0]?.includes(fault), `${fault} in ${written[0]}`);
      }
    });
  }

  it('completes the walkthrough’s step, and only when it is logged', async () => {
    const commands = recordCommands();
    const steps = () => contextsIn(commands).filter(context => context.startsWith('belay.did'));
    const { session, reporter } = await openJournal();
    equal(
      await answering(logMoment(session, undefined, offersNothing(reporter), { kind: 'review' }), close),
      false,
    );
    deepEqual(steps(), []);
    await logged({ kind: 'review' });
    deepEqual(steps(), ['belay.did.logged=true', 'belay.did.logged=false']);
  });

  it('is a command that says whether it was done', async () => {
    const log = (argument: unknown) => vscode.commands.executeCommand('belay.logMoment', argument);
    equal(await answering(log({ kind: 'review' }), close), false);
    const said = messages('showInformationMessage', 'Undo');
    typing('helped out');
    equal(await answering(log({ kind: 'review', skill: 'execution' }), accept), true);
    await until('it is said', () => said.length > 0);
    match(said[0]?.text ?? '', /^Moment logged/);
  });
});
