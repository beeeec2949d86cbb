import * as vscode from 'vscode';
import type { FileProblem } from '../../platform/errors';
import type { ReadOptions } from '../../platform/log';
import { logsElsewhere } from '../../platform/logFolders';
import { listAllSegments, readSegments } from '../../platform/readSegments';
import type { SegmentHeader } from '../../platform/segment';
import type { TextFolder } from '../../platform/textFolder';
import type { Moment } from '../moment';
import { momentSegments } from '../segment';
import type { JournalSession } from '../session';
import { MomentUnion } from '../union';

/** The journal of another workspace, as it was read. */
export interface JournalElsewhere {
  /** What its window was called; for people. */
  readonly name: string;
  /** The URIs of its folders; none where it was a window without one. */
  readonly folders: readonly string[];
  /** The latest first. */
  readonly moments: readonly Moment[];
  /** Lines and files that were set aside. */
  readonly problems: readonly FileProblem[];
}

/** What this window's journal has. */
export type KnownJournal = Pick<JournalSession, 'find' | 'deleted'>;

/**
 * Reads the journals of all other workspaces that VS Code keeps here; nothing is written. Those without moments
 * are left out, and moments that `here` has as well: one that was moved is still in its old place. `progress`
 * counts journals. An aborted read gives what was read until then.
 */
export async function allJournals(
  context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
  { signal, progress }: ReadOptions = {},
  here: KnownJournal = { find: () => undefined, deleted: [] },
): Promise<JournalElsewhere[]> {
  const deleted = new Set(here.deleted.map(({ entry }) => entry.id));
  const isHere = ({ id }: Moment) => deleted.has(id) || here.find(id) !== undefined;
  const logs = await logsElsewhere(context, 'journal');
  const journals: JournalElsewhere[] = [];
  for (const [index, folders] of logs.entries()) {
    if (signal?.aborted) {
      break;
    }
    const { moments, ...rest } = await readJournal(folders);
    const journal = { ...rest, moments: moments.filter(moment => !isHere(moment)) };
    if (journal.moments.length > 0 || journal.problems.length > 0) {
      journals.push(journal);
    }
    progress?.(index + 1, logs.length);
  }
  return journals;
}

async function readJournal(folders: readonly TextFolder[]): Promise<JournalElsewhere> {
  const { files, problems } = await listAllSegments(folders);
  const union = new MomentUnion();
  let workspace: SegmentHeader['workspace'] | undefined;
  for await (const segment of readSegments(momentSegments, files)) {
    workspace = segment.workspace ?? workspace;
    problems.push(...segment.problems);
    for (const event of segment.events) {
      union.apply(event);
    }
  }
  return {
    name: nameOf(workspace),
    folders: workspace?.folders ?? [],
    moments: union.moments(),
    problems,
  };
}

function nameOf(workspace: SegmentHeader['workspace'] | undefined): string {
  const [folder] = workspace?.folders ?? [];
  if (workspace?.name !== undefined && workspace.name !== '') {
    return workspace.name;
  }
  return folder === undefined
    ? vscode.l10n.t('no folder')
    : (folder.split('/').findLast(part => part !== '') ?? folder);
}
