import * as vscode from 'vscode';

/** Milliseconds from asking for an extension to its being active; it must not have been before. */
async function activation(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension || extension.isActive) {
    throw new Error(`${id} is ${extension ? 'already active' : 'not there'}`);
  }
  const begun = performance.now();
  await extension.activate();
  return performance.now() - begun;
}

/** Activates both extensions, in the order that the setting says, and prints what each took. */
export async function run(): Promise<void> {
  const ids = ['belay.belay', 'belay.belay-bench-empty'];
  const belayFirst = vscode.workspace.getConfiguration().get<boolean>('belayBench.belayFirst', true);
  for (const id of belayFirst ? ids : ids.reverse()) {
    console.log(`[bench] ${JSON.stringify({ id, ms: await activation(id) })}`);
  }
}
