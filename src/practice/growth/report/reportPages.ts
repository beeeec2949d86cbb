import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../../platform/disposables';
import type { Reporter } from '../../../platform/reporting';
import { pageUri, showPage } from '../../../platform/showPage';
import type { Report } from './report';
import { reportToMarkdown } from './reportText';

const scheme = 'belay-report';

/** Reports as Markdown pages that aren't written anywhere. They are kept as long as the window. */
export class ReportPages implements vscode.TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #texts = new Map<string, string>();

  constructor(private readonly reporter: Reporter) {
    this.#store.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.toString()) ??
      vscode.l10n.t('This report is gone. Write it again with “Belay: Write a Growth Report…”.')
    );
  }

  /** Shows a report in VS Code's Markdown preview. */
  async show(report: Report): Promise<void> {
    const name = `${report.title}, ${report.period}`;
    // Each has an address of its own: VS Code keeps what it once read of one.
    const uri = pageUri(scheme, name, crypto.randomUUID());
    this.#texts.set(uri.toString(), reportToMarkdown(report));
    await showPage(uri, this.reporter);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
