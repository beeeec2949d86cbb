import * as v from 'valibot';
import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { formatDay } from '../../platform/formatDay';
import { offerUndo } from '../../platform/offerUndo';
import type { Summary } from '../wording/check';
import type { DraftFindings } from './draftFindings';
import { emptyMonth, kindOf, type Mix, MixSchema, mixKinds, withComment } from './mix';

const key = 'coaching.mix';

/** Shorter texts are no comments yet. */
const fewestWords = 3;

/** What was last seen of a draft. */
interface Seen {
  readonly text: string;
  readonly summary: Summary;
  /** Rules that found something in it at any time, and those that still did at last. */
  readonly found: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/**
 * Counts, on this machine only, what kinds of review comments are written. A comment counts when its box closes
 * or is emptied at once: that is all that can be seen of its being sent, and a comment thrown away looks the same.
 */
export class MixCounter implements Disposable {
  readonly #store = new DisposableStore();
  readonly #seen = new Map<string, Seen>();

  constructor(
    private readonly state: vscode.Memento,
    private readonly drafts: DraftFindings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#store.add(drafts.onDidChange(document => this.#look(document)));
  }

  /** What was counted so far. */
  get mix(): Mix {
    const stored: unknown = this.state.get(key);
    return v.is(MixSchema, stored) ? stored : {};
  }

  /** Forgets all counts; the function that it gives brings them back. */
  async forget(): Promise<() => Promise<void>> {
    const before = this.mix;
    await this.state.update(key, undefined);
    return async () => this.state.update(key, before);
  }

  #look(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!isCommentBox(document)) {
      return;
    }
    const draft = this.drafts.draft(document);
    const text = document.getText();
    const before = this.#seen.get(uri);
    if (draft && text.trim() !== '') {
      const left = new Set(draft.findings.map(({ rule }) => rule));
      this.#seen.set(uri, {
        text,
        summary: draft.summary,
        left,
        found: new Set([...(before?.found ?? []), ...left]),
      });
      return;
    }
    if (text.trim() !== '' && !document.isClosed) {
      // A thread was collapsed: what stands in its box may still be sent.
      return;
    }
    this.#seen.delete(uri);
    if (before && before.text.trim().split(/\s+/).length >= fewestWords) {
      this.#count(before).then(undefined, error => this.log.error(messageOf(error)));
    }
  }

  async #count({ text, summary, found, left }: Seen): Promise<void> {
    if (vscode.workspace.getConfiguration('belay').get('reviewMix.enabled') === false) {
      return;
    }
    const heeded = [...found].filter(rule => !left.has(rule)).length;
    const month = new Date().toISOString().slice(0, 7);
    await this.state.update(key, withComment(this.mix, month, kindOf(text, summary), found.size, heeded));
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** `Belay: Show My Review Mix`: this month and the one before, and a way to forget all of it. */
export async function showMix(counter: MixCounter): Promise<void> {
  const words = {
    praise: vscode.l10n.t('praise'),
    question: vscode.l10n.t('questions'),
    suggestion: vscode.l10n.t('suggestions'),
    issue: vscode.l10n.t('issues'),
    other: vscode.l10n.t('other'),
  };
  const months = Object.entries(counter.mix).sort(([a], [b]) => (a < b ? 1 : -1));
  if (months.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing counted yet: write review comments in a comment box, and see here what they are made of. It stays on this machine.',
      ),
    );
    return;
  }
  const lines = months.slice(0, 2).map(([name, counts]) => {
    const month = { ...emptyMonth, ...counts };
    const kinds = mixKinds.filter(kind => month[kind] > 0).map(kind => `${month[kind]} ${words[kind]}`);
    return vscode.l10n.t(
      '{0}: {1}; {2} of {3} findings reworded.',
      formatDay(`${name}-01`, { month: 'long', year: 'numeric' }),
      kinds.join(', '),
      month.heeded,
      month.findings,
    );
  });
  const forget = vscode.l10n.t('Forget All');
  if ((await vscode.window.showInformationMessage(lines.join(' '), forget)) === forget) {
    const restore = await counter.forget();
    await offerUndo(vscode.l10n.t('Review mix forgotten.'), restore);
  }
}
