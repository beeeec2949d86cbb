import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import type { Draft, DraftFindings } from './draftFindings';

/** In the status bar, while a draft is written: what the comment does for its reader, and what was found. */
export class DraftStatus implements Disposable {
  readonly #store = new DisposableStore();
  readonly #item = this.#store.add(
    vscode.window.createStatusBarItem('belay.wording', vscode.StatusBarAlignment.Right, 90),
  );

  constructor(private readonly drafts: DraftFindings) {
    this.#item.name = vscode.l10n.t('Belay: Wording of the Comment');
    this.#store.add(vscode.window.onDidChangeActiveTextEditor(() => this.#show()));
    this.#store.add(drafts.onDidChange(() => this.#show()));
    this.#show();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const draft = document && this.drafts.draft(document);
    if (!document || !draft?.isRead || document.getText().trim() === '') {
      this.#item.hide();
      return;
    }
    const good = goodOf(draft);
    const count = draft.findings.length;
    const parts = [...good, ...(count > 0 ? [vscode.l10n.t('{0} to reword', count)] : [])];
    this.#item.text = `$(mortar-board) ${parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('what will its reader learn?')}`;
    this.#item.tooltip =
      count > 0
        ? vscode.l10n.t('What this comment does for its reader. Click to go to the wording that was found.')
        : vscode.l10n.t('What this comment does for its reader: asks, explains, names a next step, praises.');
    if (count > 0) {
      this.#item.command = 'editor.action.marker.next';
    } else {
      this.#item.command = {
        command: 'belay.openGuide',
        title: '',
        arguments: [{ section: 'code-review-as-coaching' }],
      };
    }
    this.#item.show();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** What is good in a draft, in words. */
export function goodOf({ summary }: Pick<Draft, 'summary'>): string[] {
  const words: [boolean, string][] = [
    [summary.praises, vscode.l10n.t('praises')],
    [summary.asks, vscode.l10n.t('asks')],
    [summary.explains, vscode.l10n.t('explains')],
    [summary.nextStep, vscode.l10n.t('next step')],
  ];
  return words.flatMap(([holds, word]) => (holds ? [word] : []));
}
