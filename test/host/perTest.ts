import * as vscode from 'vscode';
import type { Disposable } from '../../src/platform/disposables';
import { until } from './assert';

// What lasts as long as its test.

const undo: (() => unknown)[] = [];

afterEach(async () => {
  const failed: unknown[] = [];
  for (const step of undo.splice(0).reverse()) {
    try {
      await step();
    } catch (error) {
      failed.push(error);
    }
  }
  // One that fails mustn't keep the others from being done.
  if (failed.length > 0) {
    throw failed[0];
  }
});

/** Has `work` done when the test has ended, whichever way; the latest first. */
export function atEnd(work: () => unknown): void {
  undo.push(work);
}

/** Disposes `item` when the test has ended; a test may do so before. */
export function held<T extends Disposable>(item: T): T {
  atEnd(() => item.dispose());
  return item;
}

/**
 * Puts `value` in the place of a member of `object`, of VS Code's own API too. It needs to be only what the
 * test uses of it.
 */
export function replace<T extends object>(object: T, key: keyof T, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  atEnd(() => (before ? Object.defineProperty(object, key, before) : Reflect.deleteProperty(object, key)));
}

/** Keeps what VS Code's commands are asked from now on; those called `instead` aren't run. */
export function recordCommands(...instead: string[]): unknown[][] {
  const asked: unknown[][] = [];
  const run = vscode.commands.executeCommand;
  const record = async (id: string, ...rest: unknown[]) => {
    asked.push([id, ...rest]);
    return instead.includes(id) ? undefined : run(id, ...rest);
  };
  replace(vscode.commands, 'executeCommand', record);
  return asked;
}

/** The contexts that were set, in their order: `name=value`. */
export function contextsIn(asked: readonly unknown[][]): string[] {
  return asked.filter(([id]) => id === 'setContext').map(([, name, value]) => `${name}=${value}`);
}

/** Does `work` and waits until `event` has fired with something that is `wanted`. */
export async function fired<T>(
  what: string,
  event: vscode.Event<T>,
  work: () => unknown,
  wanted: (value: T) => boolean = () => true,
): Promise<T> {
  const values: T[] = [];
  const subscription = event(value => values.push(value));
  try {
    await work();
    await until(what, () => values.some(wanted));
  } finally {
    subscription.dispose();
  }
  return values.find(wanted) as T;
}
