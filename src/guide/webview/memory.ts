import * as v from 'valibot';
import type { VsCodeApi } from '../../platform/webview/page';
import { type History, HistorySchema } from './history';

const StateSchema = v.object({ history: HistorySchema, unkept: v.array(v.tuple([v.string(), v.string()])) });

/** What outlives the page while it is hidden, and in the editor area a reload: where its reader came from and notes on their way. */
export class Memory {
  #history: History | undefined;
  #unkept: ReadonlyMap<string, string> = new Map();

  constructor(private readonly vscode: VsCodeApi) {
    const stored = v.safeParse(StateSchema, vscode.getState());
    if (stored.success) {
      this.#history = stored.output.history;
      this.#unkept = new Map(stored.output.unkept);
    }
  }

  get history(): History | undefined {
    return this.#history;
  }

  set history(history: History) {
    this.#history = history;
    this.#keep();
  }

  get unkept(): ReadonlyMap<string, string> {
    return this.#unkept;
  }

  set unkept(unkept: ReadonlyMap<string, string>) {
    this.#unkept = new Map(unkept);
    this.#keep();
  }

  #keep(): void {
    if (this.#history) {
      this.vscode.setState({ history: this.#history, unkept: [...this.#unkept] });
    }
  }
}
