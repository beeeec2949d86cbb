import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { formatProblems } from '../platform/errors';
import type { OwnFiles } from '../platform/ownFiles';
import type { Reporter } from '../platform/reporting';
import type { GuideBuild } from './build';
import { type BuiltIn, BuiltInSchema, type Guide, type Section } from './section';

/** Belay's own guide, and the HTML of its sections by their ids. */
interface OwnGuide extends Omit<BuiltIn, 'pages'> {
  readonly guide: Guide;
  readonly html: ReadonlyMap<string, string>;
}

/** The guide as it is now, Belay's own with the team's pages in it. */
export class Library implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<Guide>());
  #builtIn: OwnGuide | undefined;
  #guide: Promise<Guide> | undefined;
  #isRefreshDue = false;

  /** Fires with the guide after a team's page has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly build: GuideBuild,
    private readonly pages: OwnFiles,
    private readonly reporter: Reporter,
  ) {
    this.#store.add(
      pages.onDidChange(() => {
        this.#refresh().catch(error => reporter.report(error));
      }),
    );
  }

  /** Puts the guide together at first, gives it again later. */
  guide(): Promise<Guide> {
    this.#guide ??= this.#combine().catch(error => {
      // A later look tries again.
      this.#guide = undefined;
      throw error;
    });
    return this.#guide;
  }

  /** The figures that sections refer to: SVG by name. */
  get figures(): BuiltIn['figures'] {
    return this.#own().figures;
  }

  /** The text of a section of Belay's own as HTML for the page. */
  htmlOf({ id, origin }: Section): string | undefined {
    return origin === 'belay' ? this.#own().html.get(id) : undefined;
  }

  /** Script and style of the guide's page. */
  get page(): Pick<GuideBuild, 'script' | 'style'> {
    return this.build;
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
    const builtIn = this.#own();
    const { files, problems: unread } = await this.pages.read();
    const known = { templates: new Set(builtIn.templates), figures: new Set(Object.keys(builtIn.figures)) };
    const origin = vscode.workspace.isTrusted ? 'team' : 'untrusted';
    // Reading Markdown with front matter takes code that most people never need.
    const { guide, problems } =
      files.length === 0
        ? { guide: builtIn.guide, problems: [] }
        : (await import('./compile')).addPages(builtIn.guide, files, known, origin);
    const all = [...unread, ...problems];
    this.pages.show(all);
    if (all.length > 0) {
      this.reporter.log.warn(`Pages of the team with problems:\n${formatProblems(all)}`);
    }
    return guide;
  }

  #own(): OwnGuide {
    if (!this.#builtIn) {
      const { pages, ...rest } = v.parse(BuiltInSchema, JSON.parse(this.build.guide));
      const html = pages.flatMap(page =>
        page.html === undefined ? [] : [[page.section.id, page.html] as const],
      );
      this.#builtIn = { ...rest, guide: pages.map(({ section }) => section), html: new Map(html) };
    }
    return this.#builtIn;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
