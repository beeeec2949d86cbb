import * as vscode from 'vscode';
import { rephraseWith } from '../../src/models/rephrase/rephrase';
import type { RephraseRequest } from '../../src/models/rephrase/request';
import { UserError } from '../../src/platform/errors';
import { badAnswers, plain } from '../fixtures/answers';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { closeEditors } from './editors';
import { fakeModel, never, offerModels, pieces } from './models';
import { replace } from './perTest';
import { diffs, draftOf, goodAnswer, room, run } from './rephrasing';
import { RecordingReporter } from './reporter';

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
