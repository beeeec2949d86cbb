import * as vscode from 'vscode';
import { GuidePage, type GuideServices } from '../../src/guide/guidePage';
import { Library } from '../../src/guide/library';
import { Notes } from '../../src/guide/notes';
import { ReaderState } from '../../src/guide/readerState';
import type { Guide, Practise } from '../../src/guide/section';
import { openTextFolder } from '../../src/platform/files';
import { aSection } from '../fixtures/section';
import { until } from './assert';
import { createContext, freshFolder, SyncedMemento } from './context';
import { writeText } from './journals';
import { held } from './perTest';
import { RecordingReporter } from './reporter';
import { FakeWebview } from './webviews';

/** One action of each kind. */
export const actions = {
  insert: { do: 'insert', label: 'Ask', template: 'cc-question-intent' },
  log: { do: 'log', label: 'Log it', kind: 'delegation', skill: 'execution' },
  exercise: { do: 'exercise', label: 'Fill in', sheet: '\n# Sheet\n\n- …\n\n' },
} as const satisfies Record<string, Practise>;

/** An installed Belay with these sections; gives where it is. */
export async function installGuide(sections: Guide): Promise<vscode.Uri> {
  const extension = freshFolder();
  const built = { sections, figures: { arrow: '<svg></svg>' }, templates: ['cc-question-intent'] };
  await writeText(asset(extension, 'guide.json'), JSON.stringify(built));
  await writeText(asset(extension, 'guide.js'), '"the script";');
  await writeText(asset(extension, 'guide.css'), '/* the style */');
  return extension;
}

/** A file of the build. */
export function asset(extension: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', name);
}

/** What a test says of a guide; the rest is made up for it. */
export interface GuideOptions {
  readonly sections?: Guide;
  /** Wraps the folder of the notes, to make it fail. */
  readonly folder?: (folder: ReturnType<typeof openTextFolder>) => ReturnType<typeof openTextFolder>;
}

/** What pages of the guide work with, with storage of its own, and what became of it. */
export async function openGuide(options: GuideOptions = {}) {
  const { sections = ['one', 'two', 'three'].map(id => aSection(id)), folder = same => same } = options;
  const extension = await installGuide(sections);
  const memory = new SyncedMemento();
  const context = createContext({ globalState: memory, extensionUri: extension });
  const reporter = new RecordingReporter();
  /** What was asked of other rooms and of the editor area, and whether it is done there. */
  const asked: unknown[] = [];
  const elsewhere = { isDone: true };
  const ask = async (...what: unknown[]) => {
    asked.push(what);
    return elsewhere.isDone;
  };
  const notes = vscode.Uri.joinPath(context.globalStorageUri, 'guide-notes');
  const services: GuideServices = {
    context,
    reporter,
    library: held(new Library(extension, reporter)),
    state: held(new ReaderState(memory, reporter.log)),
    notes: new Notes(folder(openTextFolder(notes))),
    ports: {
      insertTemplate: prefix => ask('insert', prefix),
      logMoment: preset => ask('log', preset),
    },
    openInEditor: async id => {
      await ask('open', id);
    },
  };
  return { services, extension, memory, reporter, asked, elsewhere };
}

/** A page of that guide in a webview, which has said nothing yet, and the views that it was seen to show. */
export async function openPage(options: GuideOptions = {}) {
  const guide = await openGuide(options);
  const webview = new FakeWebview();
  const seen: unknown[] = [];
  const page = held(new GuidePage(webview, guide.services, view => seen.push(view)));
  return { ...guide, webview, page, seen };
}

/** Has the page of `webview` say that it is ready, and waits until it was told all that it needs. */
export async function ready(webview: FakeWebview): Promise<void> {
  const before = webview.sentOf('reader').length;
  webview.say({ type: 'ready' });
  await until('the page has the reader', () => webview.sentOf('reader').length > before);
}
