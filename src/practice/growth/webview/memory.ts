import * as v from 'valibot';
import type { VsCodeApi } from '../../../platform/webview/pageChannel';
import { FiltersSchema, usualFilters } from '../filters';
import { orders } from '../lastTimes';
import { pictureIds } from '../pictures/picture';
import { scopes } from '../protocol';

/** A mark whose moments are shown. */
const SelectionSchema = v.object({
  picture: v.picklist(pictureIds),
  key: v.string(),
  /** So many moments at most. */
  most: v.number(),
});
export type Selection = v.InferOutput<typeof SelectionSchema>;

const StateSchema = v.object({
  scope: v.picklist(scopes),
  filters: FiltersSchema,
  order: v.picklist(orders),
  /** All people are drawn, however many. */
  allPeople: v.boolean(),
  /** Which charts are shown as tables. */
  tables: v.array(v.picklist(pictureIds)),
  selection: v.optional(SelectionSchema),
  /** How far the page is scrolled, in pixels. */
  scroll: v.number(),
});
export type State = v.InferOutput<typeof StateSchema>;

const begin: State = {
  scope: 'here',
  filters: usualFilters,
  order: 'longest',
  allPeople: false,
  tables: [],
  scroll: 0,
};

/** What the page's user chose: outlives the page while it is hidden, and a reload. */
export class Memory {
  #state: State;

  constructor(private readonly vscode: VsCodeApi) {
    const stored = v.safeParse(StateSchema, vscode.getState());
    this.#state = stored.success ? stored.output : begin;
  }

  get state(): State {
    return this.#state;
  }

  change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.vscode.setState(this.#state);
  }
}
