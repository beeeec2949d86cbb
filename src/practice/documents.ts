import * as vscode from 'vscode';
import { EntryFiles, entryUri } from '../platform/entryFiles';
import type { FileProblem } from '../platform/errors';
import { toLocalIso } from '../platform/time';
import type { DocumentKind, KeptMoment, PracticeDocument } from './entry';
import type { PracticeStore } from './store';

/** The scheme of practice's documents. */
export const documentScheme = 'belay-practice';

/** The address of a document; its tab says its title. */
export function documentUri({ id, title }: Pick<PracticeDocument, 'id' | 'title'>): vscode.Uri {
  return entryUri(documentScheme, id, title);
}

/** What a kind of documents finds in one's text, beside keeping it. */
export interface DocumentCheck {
  /** What is wrong or could be better, marked in the editor; saving is never refused. */
  readonly problems: readonly FileProblem[];
  /** Fields that the text says. */
  readonly fields: Partial<Pick<PracticeDocument, 'title' | 'questions'>>;
}
export type DocumentChecks = Readonly<
  Partial<
    Record<
      DocumentKind,
      (file: { readonly name: string; readonly text: string }, before: PracticeDocument) => DocumentCheck
    >
  >
>;

/** Practice's documents as Markdown files. Their texts are kept as they are written: a mistake is marked, and no reason not to save. */
export function documentFiles(store: PracticeStore, checks: DocumentChecks): EntryFiles<PracticeDocument> {
  return new EntryFiles<PracticeDocument>({
    scheme: documentScheme,
    onDidChange: store.onDidChange,
    get readOnly() {
      return store.readOnly;
    },
    find: id => store.find('document', id),
    print: ({ text }) => text,
    parse: (file, before) => {
      const { problems, fields } = checks[before.kind]?.(file, before) ?? { problems: [], fields: {} };
      const title = headingOf(file.text) ?? before.title;
      const changed = toLocalIso(new Date());
      return { entry: { ...before, title, ...fields, text: file.text, changed }, problems };
    },
    put: document => store.put(document),
    delete: id => store.delete(id),
  });
}

/** The text of a Markdown document's first heading of level 1. */
export function headingOf(text: string): string | undefined {
  return /^# +(\S.*?)\s*#*$/m.exec(text)?.[1];
}

/** A document to begin with. */
export interface NewDocument {
  /** One that is the same in every window, where there must not be two. */
  readonly id?: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly text: string;
  readonly moments?: readonly KeptMoment[];
  readonly questions?: readonly string[];
}

/** Keeps a new document and shows it in an editor. */
export async function createDocument(
  store: PracticeStore,
  { id = crypto.randomUUID(), kind, title, text, moments, questions }: NewDocument,
): Promise<PracticeDocument> {
  const document: PracticeDocument = {
    type: 'document',
    id,
    kind,
    title,
    text,
    created: toLocalIso(new Date()),
    ...(moments ? { moments: [...moments] } : {}),
    ...(questions ? { questions: [...questions] } : {}),
  };
  await store.put(document);
  await openDocument(document);
  return document;
}

/** Shows a document in an editor. */
export async function openDocument(document: Pick<PracticeDocument, 'id' | 'title'>): Promise<void> {
  await vscode.window.showTextDocument(documentUri(document), { preview: false });
}
