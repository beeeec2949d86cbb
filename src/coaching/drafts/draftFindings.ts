import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import type { Finding, Summary } from '../wording/check';
import type { Checker } from './checker';
import { leftOut } from './leftOut';
import { isChecked } from './places';
import { type Silence, silencedRules } from './silence';

/** What is known of one draft. */
export interface Draft {
  /** Whether it is in the language that the check reads; nothing is known of it otherwise. */
  readonly isRead: boolean;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

const severities: Readonly<Record<Finding['strength'], vscode.DiagnosticSeverity>> = {
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Information,
  prompt: vscode.DiagnosticSeverity.Hint,
};

/** How long the words at the cursor may be unfinished, in milliseconds; then they are judged as they are. */
const pauseMs = 900;

/** Longer drafts are checked when the typing pauses: nobody writes them by hand. */
const longDraft = 20_000;

/** In UTF-16 characters, without making the text of it. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

function isShown(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some(editor => editor.document === document);
}

/** The findings in all drafts that are open, shown as diagnostics while they are written. */
export class DraftFindings implements Disposable {
  readonly #store = new DisposableStore();
  readonly #diagnostics = this.#store.add(vscode.languages.createDiagnosticCollection('belay-wording'));
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #drafts = new Map<string, Draft>();
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents that are checked because the user asked for it. */
  readonly #asked = new Set<string>();

  /** Fires when what is known of a draft has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly checker: Checker,
    private readonly silence: Silence,
  ) {
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument(document => this.refresh(document)));
    this.#store.add(workspace.onDidCloseTextDocument(document => this.#forget(document)));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#typed(document, contentChanges);
        }
      }),
    );
    this.#store.add(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('belay.wording')) {
          this.refreshAll();
        }
      }),
    );
    // A box that was closed keeps its document for a while; what was found in it is of no use any more.
    this.#store.add(
      vscode.window.onDidChangeVisibleTextEditors(() => {
        for (const document of workspace.textDocuments) {
          if (isCommentBox(document) && this.#drafts.has(document.uri.toString()) !== isShown(document)) {
            this.refresh(document);
          }
        }
      }),
    );
    this.refreshAll();
  }

  /** What is known of `document`; nothing where it isn't checked. */
  draft(document: vscode.TextDocument): Draft | undefined {
    return this.#drafts.get(document.uri.toString());
  }

  /** Checks `document` from now on, wherever it is. */
  watch(document: vscode.TextDocument): void {
    this.#asked.add(document.uri.toString());
    this.refresh(document);
  }

  refreshAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.refresh(document);
    }
  }

  /** Checks `document` as it is now. `unfinished` is the offset at which somebody is in the middle of a word. */
  refresh(document: vscode.TextDocument, unfinished?: number): void {
    const uri = document.uri.toString();
    clearTimeout(this.#pauses.get(uri));
    if (!this.#isWanted(document)) {
      if (this.#drafts.delete(uri)) {
        this.#diagnostics.delete(document.uri);
        this.#changed.fire(document);
      }
      return;
    }
    const text = document.getText();
    const silenced = silencedRules(document.uri);
    const known = new Set(this.#drafts.get(uri)?.findings.map(({ rule }) => rule));
    const findings = this.checker
      .check(text)
      .filter(finding => this.silence.allows(document, finding, silenced))
      // Nothing new about words that are still being typed: it would come and go with each letter.
      .filter(finding => finding.end !== unfinished || known.has(finding.rule));
    this.#drafts.set(uri, { isRead: this.checker.reads(text), findings, summary: this.checker.sumUp(text) });
    this.#diagnostics.set(
      document.uri,
      findings.map(finding => this.#toDiagnostic(document, finding)),
    );
    this.#changed.fire(document);
  }

  #isWanted(document: vscode.TextDocument): boolean {
    if (isCommentBox(document) && !isShown(document)) {
      return false;
    }
    return this.#asked.has(document.uri.toString()) || isChecked(document);
  }

  #typed(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const uri = document.uri.toString();
    if (!this.#isWanted(document)) {
      return;
    }
    const [change] = changes;
    const isTyping = changes.length === 1 && change !== undefined && /^\S$/.test(change.text);
    if (lengthOf(document) > longDraft) {
      clearTimeout(this.#pauses.get(uri));
    } else {
      this.refresh(document, isTyping ? change.rangeOffset + change.text.length : undefined);
      if (!isTyping) {
        return;
      }
    }
    this.#pauses.set(
      uri,
      setTimeout(() => this.refresh(document), pauseMs),
    );
  }

  #toDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
    const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
    const words = document.getText(range);
    const other = finding.rephrasings
      .filter(text => leftOut(words, text) === undefined)
      .map(text => `“${text.trim()}”`);
    const message =
      other.length === 0
        ? finding.message
        : `${finding.message}\n${vscode.l10n.t('For example: {0}', other.join(vscode.l10n.t(' or ')))}`;
    const diagnostic = new vscode.Diagnostic(range, message, severities[finding.strength]);
    diagnostic.source = 'Belay';
    const source = this.checker.rule(finding.rule)?.source;
    diagnostic.code = source ? { value: finding.rule, target: vscode.Uri.parse(source.url) } : finding.rule;
    return diagnostic;
  }

  #forget(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.#pauses.get(uri));
    this.#pauses.delete(uri);
    this.#asked.delete(uri);
    this.#drafts.delete(uri);
    this.silence.forget(document);
    this.#diagnostics.delete(document.uri);
    this.#changed.fire(document);
  }

  dispose(): void {
    for (const pause of this.#pauses.values()) {
      clearTimeout(pause);
    }
    this.#store.dispose();
  }
}
