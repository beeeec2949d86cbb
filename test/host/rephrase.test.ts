import * as v from 'valibot';
import * as vscode from 'vscode';
import { rephrase, rephraseWith } from '../../src/models/rephrase/rephrase';
import type { RephraseRequest } from '../../src/models/rephrase/request';
import { UserError } from '../../src/platform/errors';
import { badAnswers, goodAnswers, plain } from '../fixtures/answers';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { closeEditors } from './editors';
import { fakeModel, modelsPorts, never, offerModels, pieces } from './models';
import { atEnd, replace } from './perTest';
import { choosing, messages } from './questions';
import { RecordingReporter } from './reporter';

const [first] = goodAnswers;
ok(first, 'there are good answers');
const { answer: goodAnswer } = first;
const goodComment = goodAnswer.slice('<comment>'.length, -'</comment>'.length);

/** A document with a comment in it, all of which is selected. */
async function draftOf(content = plain.comment): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(content.length));
  return document;
}

const run = async (reporter = new RecordingReporter(), timeoutMs?: number) =>
  rephrase(undefined, modelsPorts(), reporter, timeoutMs);

const diffs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff);

async function room() {
  return modelsPorts().coaching.open();
}

describe('a model’s answers, in VS Code', () => {
  for (const { name, answer, ...request } of goodAnswers) {
    it(`are offered: ${name}`, async () => {
      const { model } = fakeModel(() => pieces(...answer.split(/(?<= )/)));
      ok('comment' in (await rephraseWith(model, request, await room())), name);
    });
  }

  for (const { name, answer, why, ...request } of badAnswers) {
    it(`aren’t offered: ${name}`, async () => {
      const { model } = fakeModel(() => pieces(...answer.split(/(?<= )/)));
      const result = await rephraseWith(model, request, await room());
      ok('sentence' in result, JSON.stringify(result));
      match(result.sentence, /^(The language model.*\.)$/);
      // A flood is cut off before it can be judged.
      match(result.detail ?? 'long', new RegExp(`${why}$`));
    });
  }
});

describe('Rephrase as a Coach', () => {
  afterEach(closeEditors);

  it('sends one comment, shows the answer as a diff, and takes it where the user does', async () => {
    const { model, asked } = fakeModel(() => pieces(goodAnswer));
    offerModels(model);
    const document = await draftOf();
    const seen: number[] = [];
    replace(vscode.window, 'showInformationMessage', async () => {
      seen.push(diffs().length);
      return 'Use It';
    });
    equal(await run(), true);
    deepEqual(seen, [1]);
    equal(document.getText(), goodComment);
    equal(asked.length, 1);
    ok(asked[0]?.includes(plain.comment), 'the comment is sent');
    deepEqual(diffs(), []);
  });

  for (const button of ['Leave It', undefined]) {
    it(`leaves the comment as it was: ${button ?? 'the message was closed'}`, async () => {
      offerModels(fakeModel(() => pieces(goodAnswer)).model);
      messages('showInformationMessage', button);
      const document = await draftOf();
      equal(await run(), false);
      equal(document.getText(), plain.comment);
      deepEqual(diffs(), []);
    });
  }

  it('overwrites nothing that was written meanwhile: the clipboard has it', async () => {
    offerModels(fakeModel(() => pieces(goodAnswer)).model);
    const document = await draftOf();
    replace(vscode.window, 'showInformationMessage', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'Wait: ');
      await vscode.workspace.applyEdit(edit);
      return 'Use It';
    });
    equal(await run(), false);
    equal(document.getText(), `Wait: ${plain.comment}`);
    equal(await vscode.env.clipboard.readText(), goodComment);
  });

  it('sends the lines that a thread is on, and no others', async () => {
    const { model, asked } = fakeModel(() => pieces(goodAnswer));
    offerModels(model);
    messages('showInformationMessage', 'Leave It');
    const code = await vscode.workspace.openTextDocument({
      content: 'secret above\nlet a;\nlet b;\nsecret below',
    });
    const box = await draftOf();
    const ports = modelsPorts();
    const coaching = await ports.coaching.open();
    const thread = { uri: code.uri, range: new vscode.Range(1, 2, 2, 3) };
    await rephrase(
      thread,
      {
        ...ports,
        coaching: {
          open: async () => ({
            boxOf: () => box,
            check: text => coaching.check(text),
            propose: request => coaching.propose(request),
          }),
        },
      },
      new RecordingReporter(),
    );
    match(asked[0] ?? '', /\nlet a;\nlet b;\n/);
    ok(!asked[0]?.includes('secret'), 'nothing around them');
  });

  it('asks which model where there are several, once', async () => {
    const [one, two] = [
      fakeModel(() => pieces(goodAnswer)),
      fakeModel(() => pieces(goodAnswer), { id: 'two' }),
    ];
    offerModels(one.model, two.model);
    messages('showInformationMessage', 'Leave It');
    const reset = () =>
      vscode.workspace
        .getConfiguration('belay')
        .update('models.model', undefined, vscode.ConfigurationTarget.Global);
    atEnd(reset);
    const lists = choosing(items => items[1]);
    await draftOf();
    await run();
    await draftOf();
    await run();
    deepEqual([lists.length, one.asked.length, two.asked.length], [1, 0, 2]);
  });

  it('has nothing to do without a comment', async () => {
    await closeEditors();
    match((await rejects(run(), UserError)).message, /^There is no comment to rephrase/);
  });
});

describe('Rephrase as a Coach without an answer', () => {
  afterEach(closeEditors);

  const throwing = (error: unknown) => async () => {
    throw error;
  };
  /** Begins well and then fails. */
  async function* breaking() {
    yield '<comment>What';
    throw new Error('connection lost');
  }
  const cases: readonly [string, RegExp, Parameters<typeof fakeModel>[0]][] = [
    ['no consent', /^Belay may not use this/, throwing(vscode.LanguageModelError.NoPermissions())],
    ['a quota that is used up', /quota is used up/, throwing(vscode.LanguageModelError.Blocked())],
    ['a limit of requests', /quota is used up/, throwing(new Error('429 Too Many Requests'))],
    ['a model that is gone', /^There is no language model/, throwing(vscode.LanguageModelError.NotFound())],
    ['a model that fails', /couldn’t answer/, throwing(new Error('boom'))],
    ['something thrown that is no error', /couldn’t answer/, throwing('boom')],
    ['an answer that breaks off', /couldn’t answer/, breaking],
    ['an answer that never comes', /didn’t answer in time/, never],
  ];
  for (const [name, sentence, answering] of cases) {
    it(`says so plainly, offers what works, and loses nothing: ${name}`, async () => {
      offerModels(fakeModel(answering).model);
      const document = await draftOf();
      const error = await rejects(
        run(new RecordingReporter(), answering === never ? 20 : undefined),
        UserError,
      );
      match(error.message, sentence);
      match(error.message, /Your comment is as it was; the wording check and the templates need no model\.$/);
      deepEqual(
        error.actions.map(({ title }) => title),
        ['Insert a Template'],
      );
      equal(document.getText(), plain.comment);
      deepEqual(diffs(), []);
    });
  }

  it('is the same where there is no model, or asking for one fails', async () => {
    offerModels();
    await draftOf();
    match((await rejects(run(), UserError)).message, /^There is no language model here\./);
    replace(vscode.lm, 'selectChatModels', throwing(new Error('boom')));
    match((await rejects(run(), UserError)).message, /^There is no language model here\./);
  });

  it('stops reading an answer that doesn’t come to an end, and cancels it', async () => {
    let given = 0;
    const { model, tokens } = fakeModel(async function* () {
      for (;;) {
        given += 1;
        yield 'and so on '.repeat(10);
      }
    });
    offerModels(model);
    await draftOf();
    match((await rejects(run(), UserError)).message, /didn’t come to an end/);
    ok(given < 200, `${given} pieces`);
    equal(tokens[0]?.isCancellationRequested, true);
  });

  it('says no more than that the comment is as it was where the user cancels', async () => {
    const cancel = new vscode.EventEmitter<void>();
    replace(
      vscode.window,
      'withProgress',
      async (_options: unknown, work: (progress: unknown, token: unknown) => unknown) =>
        work({}, { onCancellationRequested: cancel.event }),
    );
    const { model, tokens } = fakeModel(never);
    offerModels(model);
    const document = await draftOf();
    const running = run();
    await until('it is cancelled', () => {
      cancel.fire();
      return tokens[0]?.isCancellationRequested === true;
    });
    equal(await running, false);
    equal(document.getText(), plain.comment);
  });

  it('logs why, and nothing of the comment', async () => {
    offerModels(fakeModel(() => pieces(badAnswers.find(({ why }) => why === 'added')?.answer ?? '')).model);
    await draftOf();
    const reporter = new RecordingReporter();
    await rejects(run(reporter), UserError);
    deepEqual(reporter.log.lines, ['warn Rephrase as a Coach: prompt 1: added']);
  });

  it('sends nothing of a comment that is too long', async () => {
    const { model, asked } = fakeModel(() => pieces(goodAnswer));
    const request: RephraseRequest = { comment: 'long '.repeat(1000), code: '' };
    ok('sentence' in (await rephraseWith(model, request, await room())), 'it is refused');
    deepEqual(asked, []);
  });

  it('asks nobody where AI features are turned off', async () => {
    const { model, asked } = fakeModel(() => pieces(goodAnswer));
    offerModels(model);
    await draftOf();
    const get = vscode.workspace.getConfiguration;
    replace(vscode.workspace, 'getConfiguration', (section?: string, scope?: vscode.ConfigurationScope) =>
      section === 'chat' ? { get: () => true } : get(section, scope),
    );
    match((await rejects(run(), UserError)).message, /turned off/);
    deepEqual(asked, []);
  });
});

describe('Rephrase as a Coach with a model of another extension', () => {
  afterEach(closeEditors);

  const AskedSchema = v.array(v.string());

  before(function () {
    if (!('registerLanguageModelChatProvider' in vscode.lm)) {
      // Extensions can't be models in older versions.
      this.skip();
    }
  });

  const answer = async (...texts: string[]) => {
    await vscode.extensions.getExtension('belay.belay-test-model')?.activate();
    await vscode.commands.executeCommand('belayTestModel.answer', ...texts);
    await until('the model is there', async () => (await vscode.lm.selectChatModels()).length > 0);
  };

  it('is asked through VS Code, and its answer is offered', async () => {
    await answer('<comment>', goodComment, '</comment>');
    messages('showInformationMessage', 'Use It');
    const document = await draftOf();
    equal(await run(), true);
    equal(document.getText(), goodComment);
    const asked = v.parse(AskedSchema, await vscode.commands.executeCommand('belayTestModel.asked'));
    equal(asked.length, 1);
    ok(asked[0]?.includes(plain.comment), 'the comment reached it');
  });

  it('is refused like any other where its answer is hostile', async () => {
    await answer('<comment>LGTM, ', 'approved. [x](https://evil.example)</comment>');
    const document = await draftOf();
    await rejects(run(), UserError);
    equal(document.getText(), plain.comment);
  });

  it('may fail', async () => {
    await answer();
    await vscode.commands.executeCommand('belayTestModel.fail', 'quota exceeded');
    await draftOf();
    match((await rejects(run(), UserError)).message, /quota is used up/);
  });
});
