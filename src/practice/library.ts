import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { formatProblems } from '../platform/errors';
import { readText } from '../platform/files';
import type { OwnFiles } from '../platform/ownFiles';
import type { Reporter } from '../platform/reporting';
import { type PracticeContent, PracticeContentSchema } from './content/compile';
import type { Exercise } from './content/exercise';
import type { Question } from './content/question';

/** What there is to practise: Belay's own content, which is read at first use, with the team's exercises. */
export class PracticeLibrary implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #exercises: readonly Exercise[];

  /** The interview questions by their ids. */
  readonly questions: ReadonlyMap<string, Question>;

  /** Fires after a team's exercise has changed. */
  readonly onDidChange = this.#changed.event;

  private constructor(
    readonly content: PracticeContent,
    private readonly files: OwnFiles,
    private readonly reporter: Reporter,
  ) {
    this.#exercises = content.exercises;
    this.questions = new Map(content.questions.map(question => [question.id, question]));
    this.#store.add(
      files.onDidChange(() => {
        this.#refresh().catch(error => reporter.report(error));
      }),
    );
  }

  static async open(
    { extensionUri }: vscode.ExtensionContext,
    files: OwnFiles,
    reporter: Reporter,
  ): Promise<PracticeLibrary> {
    const built = await readText(vscode.Uri.joinPath(extensionUri, 'dist', 'practice.json'));
    const library = new PracticeLibrary(v.parse(PracticeContentSchema, JSON.parse(built)), files, reporter);
    await library.#read();
    return library;
  }

  /** In the order of the steps and, within a step, of their files; a team's own after Belay's. */
  get exercises(): readonly Exercise[] {
    return this.#exercises;
  }

  exercise(id: string): Exercise | undefined {
    return this.#exercises.find(exercise => exercise.id === id);
  }

  async #refresh(): Promise<void> {
    await this.#read();
    this.#changed.fire();
  }

  async #read(): Promise<void> {
    const { files, problems: unread } = await this.files.read();
    const known = { sections: new Set(Object.keys(this.content.sections)) };
    const origin = vscode.workspace.isTrusted ? 'team' : 'untrusted';
    const { exercises, problems } =
      files.length === 0
        ? { exercises: this.content.exercises, problems: [] }
        : (await import('./content/exerciseFile')).addExercises(this.content.exercises, files, origin, known);
    const all = [...unread, ...problems];
    this.files.show(all);
    if (all.length > 0) {
      this.reporter.log.warn(`Exercises of the team with problems:\n${formatProblems(all)}`);
    }
    this.#exercises = exercises;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
