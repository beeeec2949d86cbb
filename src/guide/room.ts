import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { UserError } from '../platform/errors';
import { offerUndo } from '../platform/offerUndo';
import { openTextFolder } from '../platform/openTextFolder';
import type { OwnFiles } from '../platform/ownFiles';
import type { Reporter } from '../platform/reporting';
import { guideBuild } from './build';
import type { FoundSection } from './findSections';
import { copyLink, type GuideServices } from './guidePage';
import { GuidePanels } from './guidePanels';
import { GuideView } from './guideView';
import { Library } from './library';
import type { GuideTarget } from './link';
import { Notes } from './notes';
import type { GuidePorts } from './practise';
import { ReaderState } from './readerState';
import { type Section, sectionOf } from './section';

/** All that the guide is made of, once somebody looks at it. */
export class GuideRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: GuideServices;
  readonly view: GuideView;
  readonly panels: GuidePanels;

  /** `build` is Belay's own guide unless another is given. */
  constructor(
    context: vscode.ExtensionContext,
    reporter: Reporter,
    ports: GuidePorts,
    pages: OwnFiles,
    build = guideBuild,
  ) {
    this.#services = {
      context,
      reporter,
      ports,
      library: this.#store.add(new Library(build, pages, reporter)),
      state: this.#store.add(new ReaderState(context.globalState, reporter.log)),
      notes: new Notes(openTextFolder(vscode.Uri.joinPath(context.globalStorageUri, 'guide-notes'))),
      openInEditor: id => this.panels.open(id),
    };
    this.view = new GuideView(this.#services);
    this.panels = new GuidePanels(this.#services);
  }

  /** Reads the team's pages, so that what is wrong with them is shown. */
  async check(): Promise<void> {
    await this.#services.library.guide();
  }

  /** Completes the walkthrough's steps that the reader did at any time before. */
  async tellWhatWasDone(): Promise<void> {
    await this.#services.state.tellWhatWasDone();
  }

  /** Opens a place that a link names. Throws a `UserError` where the guide has no such section. */
  async open({ id, heading }: GuideTarget): Promise<void> {
    const guide = await this.#services.library.guide();
    if (!guide.some(section => section.id === id)) {
      throw new UserError(
        vscode.l10n.t('The guide has no section “{0}”. It may belong to another team’s workspace.', id),
        [
          {
            title: vscode.l10n.t('Show Contents'),
            run: () => vscode.commands.executeCommand('belay.guide.contents'),
          },
        ],
      );
    }
    await vscode.commands.executeCommand('belay.guide.focus');
    this.view.send({ type: 'open', id, ...(heading === undefined ? {} : { heading }) });
  }

  /** The sections that say most about `query`, best first. Pages of a workspace that isn't trusted are left out. */
  async find(query: string, most: number): Promise<FoundSection[]> {
    const { context, library } = this.#services;
    const { findSections } = await import('./findSections');
    return findSections(await library.guide(), query, most, context.extension.id);
  }

  async toggleBookmark(): Promise<void> {
    const { state } = this.#services;
    const { id, title } = await this.#section();
    const isOn = !state.reader.bookmarks.includes(id);
    await state.setBookmark(id, isOn);
    vscode.window.setStatusBarMessage(
      isOn ? vscode.l10n.t('Bookmarked: {0}', title) : vscode.l10n.t('Bookmark removed: {0}', title),
      4000,
    );
  }

  async copyLink(): Promise<void> {
    await copyLink(this.#services.context, (await this.#section()).id);
  }

  async openInEditor(): Promise<void> {
    await this.panels.open((await this.#section()).id);
  }

  async exportGuide(): Promise<void> {
    const { library, reporter } = this.#services;
    const { saveGuide } = await import('./exportCommand');
    await saveGuide(await library.guide(), library.figures, reporter);
  }

  async forgetProgress(): Promise<void> {
    const restore = await this.#services.state.forgetProgress();
    await offerUndo(
      vscode.l10n.t('Reading progress forgotten. Bookmarks and notes are still there.'),
      restore,
    );
  }

  /** The section that is read, or was read last. */
  async #section(): Promise<Section> {
    const { library, state } = this.#services;
    const guide = await library.guide();
    return sectionOf(guide, state.placeIn(guide).id);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
