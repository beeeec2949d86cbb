import * as vscode from 'vscode';
import type { LogServices } from '../../src/journal/logging/logMoment';
import type { Moment } from '../../src/journal/moment';
import { printEvent, printHeader } from '../../src/journal/segment';
import { JournalSession } from '../../src/journal/session';
import type { ForgetPlace } from '../../src/platform/forgetting/place';
import type { Reporter } from '../../src/platform/reporting';
import type { SegmentCodec } from '../../src/platform/segment';
import { type ContextOptions, createContext, freshFolder } from './context';
import { RecordingReporter } from './reporter';

/** A moment whose details don't matter to the test. */
export function aMoment(id: string, details: Partial<Moment> = {}): Moment {
  return { id, when: '2026-03-01T14:30:00+01:00', what: `what happened in ${id}`, who: ['Ana'], ...details };
}

/** A window's journal on storage of its own or on that of `options`, and what it reported. */
export async function openJournal(
  options: ContextOptions = {},
  codec?: SegmentCodec<Moment>,
): Promise<{ session: JournalSession; reporter: RecordingReporter }> {
  const reporter = new RecordingReporter();
  return { session: await JournalSession.open(createContext(options), reporter, codec), reporter };
}

/** The storage that VS Code gives each of several windows on one folder. */
export function storagesOfOneFolder(): (window: 1 | 2) => vscode.Uri {
  const root = freshFolder();
  return window => vscode.Uri.joinPath(root, window === 1 ? 'a1b2c3' : 'a1b2c3-1', 'belay.belay');
}

/** A segment with moments of these ids, as another window would have left it. */
export function segmentWith(...ids: string[]): string {
  return segmentOf(ids.map(id => aMoment(id)));
}

/** A segment with these moments, as a window on `workspace` would have left it. */
export function segmentOf(
  moments: readonly Moment[],
  workspace: { readonly name?: string; readonly folders: string[] } = { folders: [] },
): string {
  const events = moments.map(entry =>
    printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'other' }, entry }),
  );
  return `${[printHeader({ writer: 'other', workspace }), ...events].join('\n')}\n`;
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The ids in the order of the journal. */
export function idsOf({ moments }: { readonly moments: readonly Moment[] }): string[] {
  return moments.map(({ id }) => id);
}

/** What logging needs beside a journal, with nothing to offer afterwards. */
export function offersNothing(reporter: Reporter): LogServices {
  return { reporter, offerFor: async () => undefined };
}

/** What forgetting somebody needs beside a journal, where practice keeps nothing. */
export async function nothingInPractice(): Promise<ForgetPlace> {
  return { people: [], plan: () => [], forget: async () => [] };
}
