import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { formatProblems, messageOf, UserError } from '../platform/errors';
import { readText } from '../platform/files';
import type { Reporter } from '../platform/reporting';
import { addPages } from './compile';
import { type BuiltIn, BuiltInSchema, type Guide } from './section';
import { TeamPages } from './teamPages';

/** The guide as it is now, Belay's own with the team's pages in it. */
export class Library implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<Guide>());
  readonly #pages: TeamPages;
  readonly #dist: vscode.Uri;
  #builtIn: Promise<BuiltIn> | undefined;
  #guide: Promise<Guide> | undefined;
  #isRefreshDue = false;

  /** Fires with the guide after a team's page has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    extension: vscode.Uri,
    private readonly reporter: Reporter,
  ) {
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#pages = this.#store.add(new TeamPages());
    this.#store.add(
      this.#pages.onDidChange(() => {
        this.#refresh().catch(error => reporter.report(error));
      }),
    );
  }

  /** Reads the guide at first, gives it again later. Throws a `UserError` where Belay's own part can't be read. */
  guide(): Promise<Guide> {
    this.#guide ??= this.#combine().catch(error => {
      // A later look tries again.
      this.#guide = undefined;
      throw error;
    });
    return this.#guide;
  }

  /** The figures that sections refer to: SVG by name. */
  async figures(): Promise<BuiltIn['figures']> {
    return (await this.#own()).figures;
  }

  /** A file of the build, for a page that is whole in itself. Throws a `UserError`. */
  async asset(name: 'guide.js' | 'guide.css'): Promise<string> {
    return this.#read(name, text => text);
  }

  /** Reads the pages anew, once for any number of changes that come while it is still to begin. */
  async #refresh(): Promise<void> {
    if (this.#isRefreshDue) {
      return;
    }
    this.#isRefreshDue = true;
    // A failure of the reading that this one replaces goes to whoever asked for that.
    await this.#guide?.catch(() => undefined);
    this.#isRefreshDue = false;
    this.#guide = undefined;
    this.#changed.fire(await this.guide());
  }

  async #combine(): Promise<Guide> {
    const [builtIn, { files, problems: unread }] = await Promise.all([this.#own(), this.#pages.read()]);
    const known = { templates: new Set(builtIn.templates), figures: new Set(Object.keys(builtIn.figures)) };
    const origin = vscode.workspace.isTrusted ? 'team' : 'untrusted';
    const { guide, problems } = addPages(builtIn.sections, files, known, origin);
    const all = [...unread, ...problems];
    this.#pages.show(all);
    if (all.length > 0) {
      this.reporter.log.warn(`Pages of the team with problems:\n${formatProblems(all)}`);
    }
    return guide;
  }

  #own(): Promise<BuiltIn> {
    this.#builtIn ??= this.#read('guide.json', text => v.parse(BuiltInSchema, JSON.parse(text))).catch(
      error => {
        this.#builtIn = undefined;
        throw error;
      },
    );
    return this.#builtIn;
  }

  async #read<T>(name: string, parse: (text: string) => T): Promise<T> {
    try {
      return parse(await readText(vscode.Uri.joinPath(this.#dist, name)));
    } catch (error) {
      throw new UserError(
        vscode.l10n.t(
          'Belay can’t read its guide ({0}): {1}. Installing the extension again mends it.',
          vscode.Uri.joinPath(this.#dist, name).fsPath,
          messageOf(error),
        ),
        [],
        { cause: error },
      );
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
