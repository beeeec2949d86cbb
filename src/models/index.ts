import * as vscode from 'vscode';
import type { ModelsPorts } from './ports';
import { toolNames } from './tools/names';

/** What language models may do with Belay, where there are some. All of it is loaded when one asks for it. */
export function registerModels(ports: ModelsPorts): vscode.Disposable {
  const enter = () => import('./room');
  return vscode.Disposable.from(
    ...toolNames.map(name =>
      vscode.lm.registerTool(name, {
        prepareInvocation: async ({ input }) => (await enter()).prepareTool(name, input),
        invoke: async ({ input }) => (await enter()).runTool(name, input, ports),
      }),
    ),
  );
}
