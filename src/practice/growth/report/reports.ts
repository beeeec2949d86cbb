import * as vscode from 'vscode';
import { localDay } from '../../../platform/days';
import { type Disposable, DisposableStore } from '../../../platform/disposables';
import { UserError } from '../../../platform/errors';
import { wordsLanguage } from '../../../platform/language';
import type { Reporter } from '../../../platform/reporting';
import { saveText } from '../../../platform/saveText';
import type { PracticeMoment } from '../../moment';
import type { PracticePorts } from '../../ports';
import { readElsewhere } from '../elsewhere';
import { packMoments } from '../rows';
import { reportWords } from './localReportWords';
import { type Report, reportOf } from './report';
import { ReportPages } from './reportPages';
import { askForReport, type ReportWish } from './reportSteps';
import { reportToHtml, reportToMarkdown } from './reportText';

/** A report that is ready to be written. */
interface Ready {
  readonly report: Report;
  readonly wish: ReportWish;
}

/** Writes reports: asks what they are to be, shows them, and saves them when they are as they should be. */
export class Reports implements Disposable {
  readonly #store = new DisposableStore();
  readonly #pages: ReportPages;
  /** The answers of the last time, to begin with. */
  #wish: ReportWish = {
    period: undefined,
    scope: 'here',
    grouping: 'skill',
    names: 'full',
    format: 'markdown',
  };

  constructor(
    private readonly reporter: Reporter,
    private readonly ports: PracticePorts,
  ) {
    this.#pages = this.#store.add(new ReportPages(reporter));
  }

  /** Asks, shows the report, and offers to save it. Closed anywhere, it writes nothing. */
  async write(): Promise<void> {
    const here = await this.ports.journal.moments();
    const wish = { ...this.#wish };
    const today = localDay(new Date());
    if (!(await askForReport(wish, here, today)) || !wish.period) {
      return;
    }
    this.#wish = wish;
    const moments = wish.scope === 'here' ? here : await this.#all(here, today);
    const { period, grouping, names } = wish;
    const report = reportOf(moments, { period, grouping, names }, today, reportWords());
    if (report.groups.length === 0) {
      throw new UserError(
        vscode.l10n.t('There is no moment in that period, so there is nothing to report.'),
        [
          {
            title: vscode.l10n.t('Choose Another Period'),
            run: () => vscode.commands.executeCommand('belay.growthReport'),
          },
        ],
      );
    }
    await this.#pages.show(report);
    this.#offer({ report, wish });
  }

  async #all(here: readonly PracticeMoment[], today: string): Promise<readonly PracticeMoment[]> {
    const { journals, isPartial } = await readElsewhere(this.ports.journal);
    if (isPartial) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Not all journals were read: the report may lack moments.'),
      );
    }
    return packMoments(here, journals, today).moments;
  }

  /** Nobody waits for the answer: the report stays to be read. */
  #offer(ready: Ready): void {
    const save = vscode.l10n.t('Save…');
    const change = vscode.l10n.t('Change…');
    vscode.window
      .showInformationMessage(
        vscode.l10n.t('This is the report. It isn’t written anywhere yet.'),
        save,
        change,
      )
      .then(chosen => (chosen === save ? this.#save(ready) : chosen === change ? this.write() : undefined))
      .then(undefined, error => this.reporter.report(error));
  }

  async #save(ready: Ready): Promise<void> {
    const { report, wish } = ready;
    const isHtml = wish.format === 'html';
    const ending = isHtml ? 'html' : 'md';
    await saveText(
      {
        title: vscode.l10n.t('Save the Growth Report'),
        name: `growth-report-${wish.period?.from}-to-${wish.period?.to}.${ending}`,
        format: { label: isHtml ? 'HTML' : 'Markdown', ending },
        print: () => (isHtml ? reportToHtml(report, wordsLanguage()) : reportToMarkdown(report)),
        failed: (file, reason) => vscode.l10n.t('The report couldn’t be written to {0}: {1}', file, reason),
        written: file => vscode.l10n.t('Report written to {0}', file),
        // Still to be had: closing the dialogue is no answer to whether it is wanted.
        cancelled: () => this.#offer(ready),
        open: file => openFile(file, isHtml),
      },
      this.reporter,
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** A page to print opens in the browser, where there is one on this machine. */
async function openFile(file: vscode.Uri, isHtml: boolean): Promise<void> {
  const hasBrowser = isHtml && file.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (!hasBrowser || vscode.env.remoteName !== undefined || !(await vscode.env.openExternal(file))) {
    await vscode.window.showTextDocument(file);
  }
}
