import * as v from 'valibot';
import * as vscode from 'vscode';
import { CoachingRoom } from '../../src/coaching/room';
import { guideBuild } from '../../src/guide/build';
import { findSections } from '../../src/guide/findSections';
import { BuiltInSchema } from '../../src/guide/section';
import type { Moment } from '../../src/journal/moment';
import { createFinder } from '../../src/journal/views/find';
import type { ModelsPorts } from '../../src/models/ports';
import { createContext } from './context';
import { atEnd, held, replace } from './perTest';
import { RecordingReporter } from './reporter';

const questions = [
  {
    id: 'late',
    ask: 'Tell me about a time when you found out too late.',
    dimension: 'execution',
    assesses: ['Says what they missed'],
    'follow-ups': ['What would you do today?', 'Who told you?'],
  },
];

/** What models need of other rooms: coaching and Belay's own guide as they are, one question, and a journal of `moments`. */
export function modelsPorts(moments: readonly Moment[] = []): ModelsPorts {
  const reporter = new RecordingReporter();
  const { pages } = v.parse(BuiltInSchema, JSON.parse(guideBuild.guide));
  const guide = pages.map(({ section }) => section);
  const coaching = held(new CoachingRoom(createContext(), reporter, { openGuide: async () => undefined }));
  return {
    guide: {
      open: async () => ({ find: async (query, most) => findSections(guide, query, most, 'belay.belay') }),
    },
    coaching: { open: async () => coaching },
    practice: { open: async () => ({ library: { content: { questions } } }) },
    journal: {
      find: async query =>
        createFinder(moments)
          .find(query)
          .map(({ moment }) => moment),
    },
  };
}

/** Turns the tools over the journal on for the open workspace, as long as the test lasts. */
export async function letModelsUseJournal(): Promise<void> {
  const set = (value: true | undefined) =>
    vscode.workspace
      .getConfiguration('belay')
      .update('models.journal', value, vscode.ConfigurationTarget.Workspace);
  atEnd(() => set(undefined));
  await set(true);
}

/** What a model does when it is asked: the pieces of its answer, as they come. */
type Answering = (token: vscode.CancellationToken) => AsyncIterable<string> | Promise<AsyncIterable<string>>;

/** A language model that answers by `answering`; gives it with what it was asked and the tokens that it got. */
export function fakeModel(answering: Answering, details: Partial<vscode.LanguageModelChat> = {}) {
  const asked: string[] = [];
  const tokens: vscode.CancellationToken[] = [];
  const model: vscode.LanguageModelChat = {
    ...{ name: 'Fake', id: 'fake', vendor: 'test', family: 'fake', version: '1', maxInputTokens: 10_000 },
    countTokens: async () => 1,
    sendRequest: async (messages, _options, token = new vscode.CancellationTokenSource().token) => {
      const parts = messages.flatMap(({ content }) => content);
      asked.push(
        parts.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join(''),
      );
      tokens.push(token);
      const text = await answering(token);
      return { text, stream: text };
    },
    ...details,
  };
  return { model, asked, tokens };
}

/** Has VS Code offer these language models, and no others. */
export function offerModels(...models: vscode.LanguageModelChat[]): void {
  replace(vscode.lm, 'selectChatModels', async () => models);
}

/** An answer in pieces. */
export async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

/** One that never comes, whatever is cancelled. */
export const never = () => new Promise<never>(() => undefined);
