import * as v from 'valibot';
import * as vscode from 'vscode';
import { rephrase, rephraseWith } from '../../src/models/rephrase/rephrase';
import { UserError } from '../../src/platform/errors';
import { badAnswers, goodAnswers, plain } from '../fixtures/answers';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { closeEditors } from './editors';
import { fakeModel, modelsPorts, offerModels, pieces } from './models';
import { atEnd, replace } from './perTest';
import { choosing, messages } from './questions';
import { diffs, draftOf, goodAnswer, goodComment, room, run } from './rephrasing';
import { RecordingReporter } from './reporter';

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

  it('leaves the comment as it was where the user says so', async () => {
    offerModels(fakeModel(() => pieces(goodAnswer)).model);
    messages('showInformationMessage', 'Leave It');
    const document = await draftOf();
    equal(await run(), false);
    equal(document.getText(), plain.comment);
    deepEqual(diffs(), []);
  });

  it('can be taken after the message has gone, which VS Code hides by itself', async () => {
    offerModels(fakeModel(() => pieces(goodAnswer)).model);
    const shown = messages('showInformationMessage');
    const document = await draftOf();
    const running = run();
    await until('it is offered', async () => shown.length === 1);
    await vscode.commands.executeCommand('belay.rephrase.use');
    equal(await running, true);
    equal(document.getText(), goodComment);
    deepEqual(diffs(), []);
  });

  it('is left by closing the comparison', async () => {
    offerModels(fakeModel(() => pieces(goodAnswer)).model);
    messages('showInformationMessage');
    const document = await draftOf();
    const running = run();
    await until('the comparison is open', async () => diffs().length === 1);
    await vscode.window.tabGroups.close(diffs());
    equal(await running, false);
    equal(document.getText(), plain.comment);
  });

  it('is left where another one comes', async () => {
    offerModels(fakeModel(() => pieces(goodAnswer)).model);
    const shown = messages('showInformationMessage');
    const first = await draftOf();
    const running = run();
    await until('it is offered', async () => shown.length === 1);
    messages('showInformationMessage', 'Use It');
    const second = await draftOf();
    deepEqual([await run(), await running], [true, false]);
    deepEqual([first.getText(), second.getText()], [plain.comment, goodComment]);
    deepEqual(diffs(), []);
  });

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

describe('Rephrase as a Coach with a model of another extension', () => {
  afterEach(closeEditors);

  const AskedSchema = v.array(v.string());

  before(function () {
    // Extensions can't be models in older versions; and one that runs on the server isn't listed in a browser's host.
    if (!('registerLanguageModelChatProvider' in vscode.lm) || globalThis.process === undefined) {
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
