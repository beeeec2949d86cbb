import * as vscode from 'vscode';
import { builtInChecker } from '../../src/coaching/drafts/checker';
import { DraftFindings } from '../../src/coaching/drafts/draftFindings';
import { QuickFixes } from '../../src/coaching/drafts/quickFixes';
import { Silence, silencedRules, silenceRule } from '../../src/coaching/drafts/silence';
import { deepEqual, equal, ok, until } from './assert';
import { closeEditors, cursor, showText } from './editors';
import { atEnd, held } from './perTest';

const setting = () => vscode.workspace.getConfiguration('belay.wording');

/** Gives a setting of the wording check a value for the length of the test. */
async function set(key: string, value: unknown, target = vscode.ConfigurationTarget.Global): Promise<void> {
  await setting().update(key, value, target);
  atEnd(() => setting().update(key, undefined, target));
}

/** A draft with this text that is checked, and what is known of it. */
async function openDraft(text: string) {
  const silence = new Silence();
  const drafts = held(new DraftFindings(builtInChecker(), silence));
  const editor = await showText('markdown', text);
  drafts.watch(editor.document);
  const rules = () => drafts.draft(editor.document)?.findings.map(({ rule }) => rule) ?? [];
  const offers = () =>
    new QuickFixes(drafts).provideCodeActions(
      editor.document,
      new vscode.Range(0, 0, editor.document.lineCount, 0),
      { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke },
    );
  return { drafts, silence, editor, document: editor.document, rules, offers };
}

describe('a draft whose wording is checked', () => {
  afterEach(closeEditors);

  it('has a diagnostic for each finding, with its reason, other words and its source', async () => {
    const { document, rules } = await openDraft('This code is garbage.\n');
    equal(rules().length, 1);
    const [diagnostic, ...more] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'Belay');
    deepEqual(more, []);
    ok(diagnostic && typeof diagnostic.code === 'object', 'it names its rule');
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    equal(document.getText(diagnostic.range), 'garbage');
    ok(diagnostic.message.includes('For example: “'), diagnostic.message);
    equal(diagnostic.code.target.scheme, 'https');
  });

  it('says nothing new of a word while it is typed, and says it when the typing pauses', async () => {
    const { editor, rules } = await openDraft('This code is garbag');
    deepEqual(rules(), []);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 19), 'e'));
    deepEqual(rules(), []);
    await until('the typing has paused', () => rules().length === 1);
  });

  it('says it at once when the word is done, and no more when it is gone', async () => {
    const { editor, rules } = await openDraft('This code is garbage');
    await editor.edit(edit => edit.insert(new vscode.Position(0, 20), '.'));
    equal(rules().length, 1);
    await editor.edit(edit => edit.delete(new vscode.Range(0, 13, 0, 20)));
    deepEqual(rules(), []);
  });

  it('waits for a pause in the typing where it is long, also in one line', async () => {
    const { editor, rules } = await openDraft(`${'fine '.repeat(5000)}`);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'This code is garbage. '));
    deepEqual(rules(), []);
    await until('the typing has paused', () => rules().length === 1);
  });

  it('is left alone while it is in another language than the rules', async () => {
    const { drafts, document, editor, rules } = await openDraft('Das ist garbage, bitte nicht so.\n');
    deepEqual(rules(), []);
    equal(drafts.draft(document)?.isRead, false);
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), 'This is garbage, please don’t.\n'));
    ok(rules().length > 0, 'it is read as soon as it is English');
    equal(drafts.draft(document)?.isRead, true);
  });

  it('is forgotten when its comment box is gone, although VS Code still has its text', async () => {
    held(
      vscode.workspace.registerTextDocumentContentProvider('comment', {
        provideTextDocumentContent: () => 'This code is garbage.',
      }),
    );
    const drafts = held(new DraftFindings(builtInChecker(), new Silence()));
    const uri = vscode.Uri.parse('comment://somebody/thread-1.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const found = () => drafts.draft(document)?.findings.length;
    await until('the box is checked', () => found() === 1);
    await showText('markdown', 'elsewhere');
    await until('what was found is forgotten', () => found() === undefined);
    equal(document.isClosed, false);
    await vscode.window.showTextDocument(document);
    await until('the box is checked again', () => found() === 1);
  });

  it('is offered other words, and silence last', async () => {
    const { offers, document } = await openDraft('This code is garbage.\n');
    const actions = offers();
    const titles = actions.map(({ title }) => title);
    ok(titles[0]?.startsWith('Say “'), titles.join('\n'));
    equal(actions[0]?.isPreferred, true);
    deepEqual(
      titles.slice(-3).map(title => title.replace(/“.*”/, '“…”')),
      ['Leave this as it is', 'Silence the rule “…” for me', 'Silence the rule “…” in this workspace'],
    );
    const [first] = actions;
    ok(first?.edit, 'it edits');
    await vscode.workspace.applyEdit(first.edit);
    ok(!document.getText().includes('garbage'), document.getText());
  });

  it('leaves out what says nothing of its own', async () => {
    const { offers, document } = await openDraft('Obviously it should back off.\n');
    const leave = offers().find(({ title }) => title === 'Leave out “Obviously”');
    ok(leave?.edit, 'it is offered');
    await vscode.workspace.applyEdit(leave.edit);
    equal(document.getText(), 'It should back off.\n');
  });

  it('is left as it is where its writer says so, and elsewhere not', async () => {
    const { drafts, silence, document, rules } = await openDraft('This is garbage. That is ugly.\n');
    const [first] = drafts.draft(document)?.findings ?? [];
    ok(first, 'there is a finding');
    const before = rules().length;
    silence.here(document, first);
    drafts.refresh(document);
    equal(rules().length, before - 1);
  });

  it('isn’t told of rules that the user or the workspace silenced', async () => {
    const { document, rules } = await openDraft('This code is garbage.\n');
    const [rule = ''] = rules();
    atEnd(() => setting().update('silencedRules', undefined, vscode.ConfigurationTarget.Global));
    await silenceRule(rule, 'me');
    deepEqual([...silencedRules(document.uri)], [rule]);
    await until('it is silent', () => rules().length === 0);
  });

  it('is any Markdown where the setting says so, and no longer when it doesn’t', async () => {
    const drafts = held(new DraftFindings(builtInChecker(), new Silence()));
    const { document } = await showText('markdown', 'This code is garbage.', cursor(0, 0));
    equal(drafts.draft(document), undefined);
    await set('alsoIn', ['markdown']);
    await until('it is checked', () => drafts.draft(document)?.findings.length === 1);
    await set('enabled', false);
    await until('it is left alone', () => drafts.draft(document) === undefined);
  });
});
