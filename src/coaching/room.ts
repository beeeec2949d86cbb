import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { UserError } from '../platform/errors';
import type { Reporter } from '../platform/reporting';
import { completeStep } from '../platform/walkthrough';
import { completionsAt } from './completion';
import { appendToBox, insertTemplate } from './insert';
import { pageIdOf } from './intents';
import { pickTemplate } from './picker';
import type { Proposal, ProposalRequest } from './propose';
import { addToMessageBox } from './scmInput';
import { openingStyle } from './settings';
import { previewOf } from './snippetBody';
import { linesOf, type Template } from './template';
import { TemplateLibrary } from './templateLibrary';
import { boxOf } from './threadBox';
import { type Usage, UsageSchema, withUse } from './usage';
import type { Finding } from './wording/check';

/** What coaching comments ask of other rooms. */
export interface CoachingPorts {
  /** Opens the guide at a section, at one of its headings. */
  openGuide(section: string, heading: string): Promise<void>;
}

/** What the command may be given, by a keybinding or by the guide: the template to insert instead of asking. */
const ArgumentSchema = v.object({ template: v.string() });

/** The prefix that a command was given. */
function wantedBy(argument: unknown): string | undefined {
  return v.is(ArgumentSchema, argument) ? argument.template : undefined;
}

const usageKey = 'coaching.usage';

/** All that inserting coaching comments is made of, once somebody does. */
export class CoachingRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly library: TemplateLibrary;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly ports: CoachingPorts,
  ) {
    const ownFolder = vscode.Uri.joinPath(context.globalStorageUri, 'templates');
    this.library = this.#store.add(new TemplateLibrary(ownFolder, reporter));
  }

  /** Inserts a template where the cursor is: the one that `argument` names, or what the user picks. Gives whether that was done. */
  async insert(argument: unknown): Promise<boolean> {
    // Before the list opens and takes the focus. A page of the guide may be in front, with the code beside it.
    const [onlyEditor, ...others] = vscode.window.visibleTextEditors.filter(
      ({ document }) => document.uri.scheme !== 'output',
    );
    const editor = vscode.window.activeTextEditor ?? (others.length === 0 ? onlyEditor : undefined);
    if (!editor) {
      throw new UserError(
        vscode.l10n.t(
          'There is no editor or comment box to write in. Click into one and try again, or copy a comment.',
        ),
        [{ title: vscode.l10n.t('Copy a Comment'), run: () => this.copy(argument) }],
      );
    }
    return this.#use(await this.#choose(wantedBy(argument)), async template => {
      await insertTemplate(editor, template, openingStyle(editor.document.uri), this.reporter.log);
      return true;
    });
  }

  /** The templates that `/` offers at a place. */
  async complete(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    return completionsAt(document, position, await this.library.templates(), openingStyle(document.uri));
  }

  /** Inserts a template into the reply box of a comment thread in whose title bar the command was chosen. */
  async insertIntoThread(thread: unknown): Promise<boolean> {
    const editor = vscode.window.activeTextEditor;
    const document = boxOf(thread);
    if (editor && editor.document === document) {
      return this.insert(undefined);
    }
    return this.#use(await this.#choose(undefined), async template => {
      const text = previewOf(linesOf(template, openingStyle(document?.uri)));
      const before = document?.version;
      if (document && !document.isClosed) {
        await appendToBox(document, text);
      }
      if (document === undefined || document.version === before) {
        await vscode.env.clipboard.writeText(text);
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The comment is on the clipboard: click into the reply box and paste it.'),
        );
      }
      return true;
    });
  }

  /** Adds a template to the message box of a Git repository. */
  async insertIntoMessage(sourceControl: unknown): Promise<boolean> {
    return this.#use(await this.#choose(undefined), template =>
      addToMessageBox(sourceControl, previewOf(linesOf(template, openingStyle()))),
    );
  }

  /** Puts a template on the clipboard. */
  async copy(argument: unknown): Promise<boolean> {
    return this.#use(
      await this.#choose(wantedBy(argument)),
      async template => {
        await vscode.env.clipboard.writeText(previewOf(linesOf(template, openingStyle())));
        return true;
      },
      vscode.l10n.t('Coaching comment copied'),
    );
  }

  /** The reply box of `thread` as far as it can be known, or the only one that is open. */
  boxOf(thread: unknown): vscode.TextDocument | undefined {
    return boxOf(thread);
  }

  /** What the wording check finds in `text`, without the rules that the user has silenced. */
  async check(text: string): Promise<Finding[]> {
    const { builtInChecker } = await import('./drafts/checker');
    const { silencedRules } = await import('./drafts/silence');
    const silenced = silencedRules();
    return builtInChecker()
      .check(text)
      .filter(({ rule }) => !silenced.has(rule));
  }

  /** The templates that fit a request best, as they read. */
  async propose(request: ProposalRequest): Promise<Proposal[]> {
    const { propose } = await import('./propose');
    return propose(await this.library.templates(), request, openingStyle());
  }

  /** Makes a template of the selected text. */
  async saveTemplate(): Promise<boolean> {
    const taken = new Set((await this.library.templates()).map(({ prefix }) => prefix));
    const { saveTemplate } = await import('./saveTemplate');
    const file = await saveTemplate(this.library.ownFolder, taken);
    if (file) {
      // A folder outside the workspace that wasn't there yet is looked at by VS Code's watcher only now and then.
      this.library.refresh();
    }
    return file !== undefined;
  }

  /** Counts a use of `template`. */
  async used(prefix: string): Promise<void> {
    await this.context.globalState.update(usageKey, withUse(this.#usage, prefix, Date.now()));
    await completeStep('coached');
  }

  get #usage(): Usage {
    const stored: unknown = this.context.globalState.get(usageKey);
    return v.is(UsageSchema, stored) ? stored : {};
  }

  async #use(
    template: Template | undefined,
    insert: (template: Template) => Promise<boolean>,
    done?: string,
  ): Promise<boolean> {
    if (!template || !(await insert(template))) {
      return false;
    }
    // What its reader learns, at the moment of use: the list has no room to show it whole.
    const said = [done, template.learns].filter(Boolean).join('. ');
    if (said !== '') {
      vscode.window.setStatusBarMessage(`$(lightbulb) ${said}`, 12_000);
    }
    await this.used(template.prefix);
    return true;
  }

  /** The template with that prefix, or without one what the user picks. Throws a `UserError` where there is no such template. */
  async #choose(prefix: string | undefined): Promise<Template | undefined> {
    const templates = await this.library.templates();
    if (prefix === undefined) {
      return pickTemplate(templates, {
        usage: this.#usage,
        opening: openingStyle(),
        title: vscode.l10n.t('Insert Coaching Comment'),
        showExample: ({ intent, name }) => {
          this.ports.openGuide(pageIdOf(intent), name).catch(error => this.reporter.report(error));
        },
      });
    }
    const template = templates.find(candidate => candidate.prefix === prefix);
    if (!template) {
      throw new UserError(
        vscode.l10n.t('There is no template “{0}”. Choose one from the list instead.', prefix),
        [{ title: vscode.l10n.t('Show Templates'), run: () => this.insert(undefined) }],
      );
    }
    return template;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
