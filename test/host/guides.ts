import * as vscode from 'vscode';
import type { GuideBuild } from '../../src/guide/build';
import { GuidePage, type GuideServices } from '../../src/guide/guidePage';
import { Library } from '../../src/guide/library';
import { Notes } from '../../src/guide/notes';
import { ReaderState } from '../../src/guide/readerState';
import type { BuiltIn, Guide, Practise } from '../../src/guide/section';
import { openTextFolder } from '../../src/platform/openTextFolder';
import { OwnFiles } from '../../src/platform/ownFiles';
import { aSection } from '../fixtures/section';
import { until } from './assert';
import { createContext, SyncedMemento } from './context';
import { held } from './perTest';
import { RecordingReporter } from './reporter';
import { FakeWebview } from './webviews';

/** One action of each kind. */
export const actions = {
  insert: { do: 'insert', label: 'Ask', template: 'cc-question-intent' },
  log: { do: 'log', label: 'Log it', kind: 'delegation', skill: 'execution' },
  exercise: { do: 'exercise', label: 'Fill in', sheet: '\n# Sheet\n\n- …\n\n' },
} as const satisfies Record<string, Practise>;

/** What the build would make of these sections. */
export function buildOf(sections: Guide): GuideBuild {
  const built: BuiltIn = {
    pages: sections.map(section => ({ section, html: `<p>HTML of ${section.id}.</p>` })),
    figures: { arrow: '<svg></svg>' },
    templates: ['cc-question-intent'],
  };
  return { guide: JSON.stringify(built), script: '"the script";', style: '/* the style */' };
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
  const memory = new SyncedMemento();
  const context = createContext({ globalState: memory });
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
    library: held(new Library(buildOf(sections), held(new OwnFiles('guide')), reporter)),
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
  return { services, memory, reporter, asked, elsewhere };
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
