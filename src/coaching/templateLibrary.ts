import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { formatProblems } from '../platform/errors';
import { OwnFiles, ownFolderOf } from '../platform/ownFiles';
import type { Reporter } from '../platform/reporting';
import { builtInTemplates } from './build';
import type { Template } from './template';

/** Where a workspace keeps templates of its team, below its first folder. */
export function teamFolder(): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && ownFolderOf(folder, 'templates');
}

/** The templates as they are now: the user's own, the team's and Belay's. */
export class TemplateLibrary implements Disposable {
  readonly #store = new DisposableStore();
  readonly #files: OwnFiles;
  #templates: Promise<readonly Template[]> | undefined;

  /** `ownFolder` holds the user's own templates, for all workspaces. */
  constructor(
    readonly ownFolder: vscode.Uri,
    private readonly reporter: Reporter,
  ) {
    this.#files = this.#store.add(new OwnFiles('templates', [ownFolder]));
    this.#store.add(
      this.#files.onDidChange(() => {
        this.#templates = undefined;
        this.templates().catch(error => reporter.report(error));
      }),
    );
  }

  /**
   * Own templates first, then the team's, then Belay's; one with the prefix of a later one takes its place.
   * Files with a problem are left out and named in the Problems panel.
   */
  templates(): Promise<readonly Template[]> {
    if (!this.#templates) {
      const reading = this.#read(() => this.#templates === reading);
      this.#templates = reading;
      reading.catch(() => {
        // A later use tries again.
        if (this.#templates === reading) {
          this.#templates = undefined;
        }
      });
    }
    return this.#templates;
  }

  /** Has the files read anew. */
  refresh(): void {
    this.#files.refresh();
  }

  /** `isCurrent` says whether the files haven't changed since the reading began. */
  async #read(isCurrent: () => boolean): Promise<readonly Template[]> {
    const { files, elsewhere, problems: unread } = await this.#files.read();
    const { parseTemplates } = await import('./templateFile');
    if (!isCurrent()) {
      // What the files say by now is being read already.
      return this.templates();
    }
    // Apart, so that the user's own may have the prefix of one of the team's.
    const own = parseTemplates(elsewhere, 'own');
    const team = parseTemplates(files, 'team');
    const problems = [...unread, ...own.problems, ...team.problems];
    this.#files.show(problems);
    if (problems.length > 0) {
      this.reporter.log.warn(`Templates with problems:\n${formatProblems(problems)}`);
    }
    const byPrefix = new Map<string, Template>();
    for (const template of [...own.templates, ...team.templates, ...builtInTemplates()]) {
      if (!byPrefix.has(template.prefix)) {
        byPrefix.set(template.prefix, template);
      }
    }
    return [...byPrefix.values()];
  }

  dispose(): void {
    this.#store.dispose();
  }
}
