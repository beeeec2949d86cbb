import * as vscode from 'vscode';
import { localDay } from './days';
import { type Disposable, DisposableStore } from './disposables';

/** Calls `changed` when a new day has begun for the user: at midnight or, where the machine slept then, when they come back. */
export function watchDay(changed: () => void, clock = () => new Date()): Disposable {
  const store = new DisposableStore();
  let known = localDay(clock());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const now = clock();
    clearTimeout(timer);
    timer = setTimeout(
      look,
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime() + 1000,
    );
    if (localDay(now) !== known) {
      known = localDay(now);
      changed();
    }
  };
  look();
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(vscode.window.onDidChangeWindowState(({ focused }) => focused && look()));
  return store;
}
