import * as vscode from 'vscode';
import { people } from '../../people';
import { localDay } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { formatShortDay } from '../../platform/formatDay';
import { showPreview } from '../../platform/preview';
import type { Reporter } from '../../platform/reporting';
import type { JournalSession } from '../session';
import { personPage } from './person';
import { personWords } from './personPageWords';

/** The scheme of people's pages. */
export const personScheme = 'belay-person';

/** The address of a person's page: its path is what a tab says, the query is the name. */
export function personUri(name: string): vscode.Uri {
  const path = `/${name.replace(/[\s\\/]+/g, ' ').trim()}.md`;
  return vscode.Uri.from({ scheme: personScheme, path, query: name });
}

/** Pages about people, which follow the journal. */
export class PersonPages implements vscode.TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  /** Those that were asked for, by address. */
  readonly #shown = new Map<string, vscode.Uri>();

  constructor(
    private readonly session: JournalSession,
    private readonly reporter: Reporter,
  ) {
    this.#store.add(session.onDidChange(() => this.refresh()));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    this.#shown.set(uri.toString(), uri);
    return personPage(this.session.moments, uri.query, localDay(new Date()), personWords());
  }

  /** The journal has changed, or the day has. */
  refresh(): void {
    for (const uri of this.#shown.values()) {
      this.#changed.fire(uri);
    }
  }

  /** Shows somebody's page; asks whose unless `name` says it. */
  async open(name: string | undefined): Promise<void> {
    const chosen = name ?? (await this.#ask());
    if (chosen === undefined) {
      return;
    }
    await showPreview(personUri(chosen), this.reporter);
  }

  async #ask(): Promise<string | undefined> {
    const items = people(this.session.moments).map(({ name, count, last }) => ({
      label: name.replaceAll('$(', '$\u200B('),
      name,
      description: [
        count === 1 ? vscode.l10n.t('1 moment') : vscode.l10n.t('{0} moments', count),
        formatShortDay(last.slice(0, 10)),
      ].join(' · '),
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Open a Person’s Page'),
      placeHolder:
        items.length === 0
          ? vscode.l10n.t('No moment names anybody yet')
          : vscode.l10n.t('Everything with them, and an agenda for the next 1:1'),
    });
    return chosen?.name;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
