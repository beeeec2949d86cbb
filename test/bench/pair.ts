import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Home } from '../workbench/home';

/** One thing measured on Belay and on the empty extension, close after each other. */
export interface Pair {
  readonly belay: number;
  readonly empty: number;
}

/** The extension that Belay is measured beside: one command, one webview view with a title. */
export const emptyExtension = resolve('test', 'bench', 'empty-extension');

/** Puts the empty extension where VS Code finds installed ones. */
export async function installEmptyExtension(home: Home): Promise<void> {
  await cp(emptyExtension, join(home.extensionsFolder, 'belay.belay-bench-empty-1.0.0'), { recursive: true });
}

/** Measures both, in an order that changes with each run. */
export async function inTurn<T>(
  run: number,
  belay: () => Promise<T>,
  empty: () => Promise<T>,
): Promise<{ belay: T; empty: T }> {
  if (run % 2 === 0) {
    return { belay: await belay(), empty: await empty() };
  }
  const first = await empty();
  return { empty: first, belay: await belay() };
}
