import * as vscode from 'vscode';
import { practise } from '../../src/guide/practise';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, ok, until } from './assert';
import { closeEditors } from './editors';
import { actions, openGuide, openPage, ready } from './guides';
import { contextsIn, recordCommands, replace } from './perTest';

const sections = [
  aSection('one', { practise: [actions.insert, actions.log, actions.exercise] }),
  aSection('two'),
];

/** A page of a guide with one action of each kind in section `one`. */
async function pageWithActions() {
  const opened = await openPage({ sections });
  await ready(opened.webview);
  const { state } = opened.services;
  return { ...opened, practised: (id: string) => state.reader.progress[id]?.practised !== undefined };
}

describe('practising what a section says', () => {
  afterEach(closeEditors);

  it('inserts its template', async () => {
    const { webview, asked, practised } = await pageWithActions();
    webview.say({ type: 'practise', id: 'one', action: 0 });
    await until('it is practised', () => practised('one'));
    deepEqual(asked, [['insert', 'cc-question-intent']]);
  });

  it('logs a moment with its kind and skill', async () => {
    const { webview, asked, practised } = await pageWithActions();
    webview.say({ type: 'practise', id: 'one', action: 1 });
    await until('it is practised', () => practised('one'));
    deepEqual(asked, [['log', { kind: 'delegation', skill: 'execution' }]]);
  });

  it('opens its worksheet as an untitled Markdown document', async () => {
    const { webview, asked, practised } = await pageWithActions();
    webview.say({ type: 'practise', id: 'one', action: 2 });
    await until('it is practised', () => practised('one'));
    const { document } = vscode.window.activeTextEditor ?? {};
    deepEqual([document?.languageId, document?.isUntitled], ['markdown', true]);
    equal(document?.getText(), '# Sheet\n\n- …\n');
    deepEqual(asked, []);
  });

  it('opens a worksheet of its own each time', async () => {
    const { services } = await openGuide();
    await practise(actions.exercise, services.ports);
    const first = vscode.window.activeTextEditor;
    await first?.edit(edit => edit.insert(new vscode.Position(0, 0), 'Mine. '));
    await practise(actions.exercise, services.ports);
    const second = vscode.window.activeTextEditor;
    ok(second && second.document !== first?.document, 'another document');
    equal(second.document.getText(), '# Sheet\n\n- …\n');
    equal(first?.document.getText(), 'Mine. # Sheet\n\n- …\n');
  });

  it('completes the walkthrough’s step and tells the page', async () => {
    const commands = recordCommands();
    const { webview, services } = await pageWithActions();
    webview.say({ type: 'practise', id: 'one', action: 0 });
    await until('the step is done', () => contextsIn(commands).length === 2);
    deepEqual(contextsIn(commands), ['belay.did.practised=true', 'belay.did.practised=false']);
    deepEqual(webview.sent.at(-1), { type: 'reader', reader: services.state.reader });
  });

  it('isn’t practised where it was left', async () => {
    const { webview, asked, elsewhere, memory, practised } = await pageWithActions();
    elsewhere.isDone = false;
    webview.say({ type: 'practise', id: 'one', action: 0 });
    webview.say({ type: 'practise', id: 'one', action: 1 });
    await until('both were asked for', () => asked.length === 2);
    elsewhere.isDone = true;
    // What comes later is done later: nothing of the first two is still on its way.
    webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('it is bookmarked', () => memory.keys().includes('guide.bookmarks'));
    equal(practised('one'), false);
  });

  it('isn’t practised where it failed, which is reported', async () => {
    const { webview, services, reporter, practised } = await pageWithActions();
    replace(services.ports, 'insertTemplate', async () => {
      throw new TypeError('no editor');
    });
    webview.say({ type: 'practise', id: 'one', action: 0 });
    await until('it is reported', () => reporter.reported.length > 0);
    ok(reporter.reported[0] instanceof TypeError, 'as it was thrown');
    equal(practised('one'), false);
  });

  it('does what the library’s section says, whatever else the page says', async () => {
    const { webview, asked, practised } = await pageWithActions();
    const forged = { do: 'insert', template: 'cc-evil', practise: [{ do: 'insert', template: 'cc-evil' }] };
    webview.say({ type: 'practise', id: 'one', action: 0, ...forged });
    await until('it is practised', () => practised('one'));
    deepEqual(asked, [['insert', 'cc-question-intent']]);
  });

  for (const [id, action] of [
    ['one', 3],
    ['one', 2 ** 31],
    ['two', 0],
    ['gone', 0],
    ['tostring', 0],
  ] as const) {
    it(`does nothing where there is no such action: ${id}, ${action}`, async () => {
      const { webview, asked, memory, reporter } = await pageWithActions();
      webview.say({ type: 'practise', id, action });
      webview.say({ type: 'bookmark', id: 'one', on: true });
      await until('it is bookmarked', () => memory.keys().includes('guide.bookmarks'));
      deepEqual(memory.keys(), ['guide.bookmarks']);
      deepEqual([asked, reporter.reported, reporter.log.lines], [[], [], []]);
      equal(vscode.window.activeTextEditor, undefined);
    });
  }
});
