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

/** Resolves when this host has had nothing else to do for a while: what other extensions do at the start would drown what is measured. */
async function untilIdle(): Promise<void> {
  const pause = 20;
  for (let calm = 0; calm < 25; ) {
    const begun = performance.now();
    await new Promise(later => setTimeout(later, pause));
    calm = performance.now() - begun < pause + 4 ? calm + 1 : 0;
  }
}

/** Activates both extensions, in the order and at the time that the settings say, and prints what each took. */
export async function run(): Promise<void> {
  const ids = ['belay.belay', 'belay.belay-bench-empty'];
  const settings = vscode.workspace.getConfiguration('belayBench');
  const belayFirst = settings.get<boolean>('belayFirst', true);
  for (const id of belayFirst ? ids : ids.reverse()) {
    if (settings.get<boolean>('whenIdle', false)) {
      await untilIdle();
    }
    console.log(`[bench] ${JSON.stringify({ id, ms: await activation(id) })}`);
  }
}
