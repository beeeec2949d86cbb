import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { watchDay } from '../../platform/dayWatch';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import type { Reporter } from '../../platform/reporting';
import type { Exercise } from '../content/exercise';
import { type Focus, focusId } from '../entry';
import type { PracticeLibrary } from '../library';
import type { PracticePorts } from '../ports';
import type { PracticeStore } from '../store';
import { EvidenceFinder } from './evidence';
import { type WeekFocus, weekFocus } from './focus';
import { type ExerciseState, exerciseStates } from './progress';
import { mondayOf } from './week';

/** What practice's plan is made of. */
export interface PlanParts {
  readonly library: PracticeLibrary;
  readonly store: PracticeStore;
  readonly ports: PracticePorts;
  readonly reporter: Reporter;
}

/** The plan as it is now, for all that shows and changes it. */
export class Plan implements Disposable {
  readonly #held = new DisposableStore();
  readonly #changed = this.#held.add(new vscode.EventEmitter<void>());
  /** Fires when an exercise, something that was kept, a moment or the day has changed. */
  readonly onDidChange = this.#changed.event;
  readonly evidence: EvidenceFinder;
  #states: readonly ExerciseState[] | undefined;

  /** `now` is the user's clock. */
  constructor(
    readonly parts: PlanParts,
    readonly now: () => Date = () => new Date(),
  ) {
    const { library, store, ports, reporter } = parts;
    this.evidence = new EvidenceFinder(ports.journal, vscode.workspace.name, text => reporter.log.warn(text));
    const changed = () => {
      this.#states = undefined;
      this.#changed.fire();
    };
    this.#held.add(library.onDidChange(changed));
    this.#held.add(store.onDidChange(changed));
    this.#held.add(
      ports.journal.onDidChange(() => {
        this.evidence.forget();
        changed();
      }),
    );
    this.#held.add(watchDay(changed));
  }

  get today(): string {
    return localDay(this.now());
  }

  /** How far each exercise is, in the order of the plan. */
  get states(): readonly ExerciseState[] {
    const { library, store } = this.parts;
    this.#states ??= exerciseStates(library.exercises, store.all('evidence'), store.all('done'));
    return this.#states;
  }

  state(id: string): ExerciseState | undefined {
    return this.states.find(({ exercise }) => exercise.id === id);
  }

  /** What was picked for the week that begins on a Monday. */
  focusOf(monday: string): Focus | undefined {
    return this.parts.store.find('focus', focusId(monday));
  }

  /** The ids of the exercises that were picked for this week. */
  get picked(): readonly string[] {
    return this.focusOf(mondayOf(this.today))?.exercises ?? [];
  }

  /** What this week is about. */
  get week(): WeekFocus {
    return weekFocus(this.states, monday => this.focusOf(monday), this.today);
  }

  /** The title of the guide's section of that id. */
  sectionTitle(id: string): string | undefined {
    const { sections } = this.parts.library.content;
    return Object.hasOwn(sections, id) ? sections[id] : undefined;
  }

  /** What the guide calls the step of something. */
  stepTitle({ step }: Pick<Exercise, 'step'>): string {
    return this.sectionTitle(step) ?? step;
  }

  dispose(): void {
    this.#held.dispose();
  }
}
