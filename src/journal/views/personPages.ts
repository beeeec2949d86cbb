import * as vscode from 'vscode';
import { people } from '../../people';
import { localDay } from '../../platform/days';
import { formatShortDay } from '../../platform/formatDay';
import { formatNumber } from '../../platform/formatNumber';
import { LivePages } from '../../platform/livePages';
import { plainLabel } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import { pageUri, showPage } from '../../platform/showPage';
import type { JournalSession } from '../session';
import { personPage } from './person';
import { personWords } from './personPageWords';

/** The scheme of people's pages. */
export const personScheme = 'belay-person';

/** The address of a person's page: the query is the name. */
export function personUri(name: string): vscode.Uri {
  return pageUri(personScheme, name, name);
}

/** Pages about people, which follow the journal. */
export class PersonPages extends LivePages<string> {
  constructor(
    private readonly session: JournalSession,
    private readonly reporter: Reporter,
  ) {
    super(uri => personPage(session.moments, uri.query, localDay(new Date()), personWords()));
    this.held.add(session.onDidChange(() => this.refresh()));
  }

  /** Shows somebody's page; asks whose unless `name` says it. */
  async open(name: string | undefined): Promise<void> {
    const chosen = name ?? (await this.#ask());
    if (chosen === undefined) {
      return;
    }
    await showPage(personUri(chosen), this.reporter);
  }

  async #ask(): Promise<string | undefined> {
    const items = people(this.session.moments).map(({ name, count, last }) => ({
      label: plainLabel(name),
      name,
      description: [
        count === 1 ? vscode.l10n.t('1 moment') : vscode.l10n.t('{0} moments', formatNumber(count)),
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
}
