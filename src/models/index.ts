import * as vscode from 'vscode';
import { type Reporter, registerCommand } from '../platform/reporting';
import type { ModelsPorts } from './ports';
import { toolNames } from './tools/names';

/** What language models may do with Belay, where there are some. All of it is loaded when it is asked for. */
export function registerModels(ports: ModelsPorts, reporter: Reporter): vscode.Disposable {
  const enter = () => import('./room');
  return vscode.Disposable.from(
    registerCommand('belay.rephrase', reporter, async thread =>
      (await enter()).rephrase(thread, ports, reporter),
    ),
    vscode.chat.createChatParticipant('belay.coach', async (...turn) =>
      (await enter()).answerTurn(ports, ...turn),
    ),
    ...toolNames.map(name =>
      vscode.lm.registerTool(name, {
        prepareInvocation: async ({ input }) => (await enter()).prepareTool(name, input),
        invoke: async ({ input }) => (await enter()).runTool(name, input, ports),
      }),
    ),
  );
}
