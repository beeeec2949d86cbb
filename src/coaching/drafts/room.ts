import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { builtInChecker } from './checker';
import { DraftFindings } from './draftFindings';
import { MixCounter } from './mixCounter';
import { QuickFixes } from './quickFixes';
import { Silence } from './silence';
import { DraftStatus } from './statusItem';

/** All that the wording check is made of, once there is something to check. */
export class DraftsRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly silence = new Silence();
  readonly findings: DraftFindings;
  readonly mix: MixCounter;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.findings = this.#store.add(new DraftFindings(builtInChecker(), this.silence));
    this.mix = this.#store.add(new MixCounter(context.globalState, this.findings, log));
    this.#store.add(new DraftStatus(this.findings));
    this.#store.add(
      vscode.languages.registerCodeActionsProvider(
        [
          { scheme: 'comment' },
          { language: 'scminput' },
          { language: 'git-commit' },
          { language: 'markdown' },
        ],
        new QuickFixes(this.findings),
        QuickFixes.metadata,
      ),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
