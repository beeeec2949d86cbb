import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import type { ForgetPlace } from '../platform/forgetting/place';
import { OwnFiles } from '../platform/ownFiles';
import type { Reporter } from '../platform/reporting';
import { refreshOnFocus } from '../platform/windowFocus';
import { PracticeLibrary } from './library';
import { PlanRoom } from './plan/planRoom';
import type { PracticePorts } from './ports';
import { PracticeStore } from './store';

/** What practice is made of, once somebody looks at it. */
export class PracticeRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly plan: PlanRoom;

  private constructor(
    readonly context: vscode.ExtensionContext,
    readonly reporter: Reporter,
    readonly ports: PracticePorts,
    readonly library: PracticeLibrary,
    readonly store: PracticeStore,
  ) {
    this.#store.add(library);
    this.#store.add(store);
    this.#store.add(refreshOnFocus('Practice', () => store.refresh(), reporter));
    this.plan = this.#store.add(new PlanRoom({ library, store, ports, reporter }));
  }

  static async open(
    context: vscode.ExtensionContext,
    reporter: Reporter,
    ports: PracticePorts,
  ): Promise<PracticeRoom> {
    const files = new OwnFiles('practice');
    const [library, store] = await Promise.all([
      PracticeLibrary.open(context, files, reporter),
      PracticeStore.open(context, reporter),
    ]);
    const room = new PracticeRoom(context, reporter, ports, library, store);
    room.#store.add(files);
    return room;
  }

  /** What is kept of people, for forgetting somebody: see `practiceForgetPlace`. */
  async forgetPlace(): Promise<ForgetPlace> {
    return (await import('./forgetPlace')).practiceForgetPlace(this.store);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
