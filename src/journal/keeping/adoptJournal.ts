import * as vscode from 'vscode';
import { dayOf } from '../../platform/days';
import { UserError } from '../../platform/errors';
import { listFolders } from '../../platform/files';
import { formatShortDay } from '../../platform/formatDay';
import { withLateProgress } from '../../platform/lateProgress';
import { thisWorkspace } from '../../platform/logOptions';
import { openTextFolder } from '../../platform/openTextFolder';
import { readIdentities } from '../../platform/readIdentity';
import { siblingStorages } from '../../platform/siblings';
import { Journal } from '../journal';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';
import { countedMoments } from './counted';
import { adoptSegments, isLikely, type JournalOrigin, readOrigin } from './foundJournal';

/** A journal of another workspace, as it lies in one or, of several windows, several folders. */
interface FoundJournal {
  readonly origin: JournalOrigin;
  readonly folders: readonly vscode.Uri[];
}

/** So many storages are looked into at once. */
const atOnce = 16;

/** The journals of other workspaces, below the same root as this one's. */
async function findJournals(
  session: JournalSession,
  context: vscode.ExtensionContext,
): Promise<FoundJournal[]> {
  const { storageUri, globalStorageUri } = context;
  const found: { storage: string; folder: vscode.Uri; origin: JournalOrigin }[] = [];
  const look = async (storage: string, folder: vscode.Uri) => {
    const origin = await readOrigin(openTextFolder(folder));
    if (origin) {
      found.push({ storage, folder, origin });
    }
  };
  if (storageUri) {
    const [own = '', extension = ''] = storageUri.path.split('/').slice(-2);
    const root = vscode.Uri.joinPath(storageUri, '..', '..');
    const names = await listFolders(root);
    const windows = new Set([own, ...siblingStorages(own, names)]);
    const others = names.filter(name => !windows.has(name));
    for (let at = 0; at < others.length; at += atOnce) {
      await Promise.all(
        others
          .slice(at, at + atOnce)
          .map(name => look(name, vscode.Uri.joinPath(root, name, extension, 'journal'))),
      );
    }
  }
  if (!session.location.withoutWorkspace) {
    await look('', vscode.Uri.joinPath(globalStorageUri, 'journal-without-folder'));
  }
  // Windows on one workspace have storages of their own, and one journal.
  const groups = new Map<string, FoundJournal>();
  for (const { storage, folder, origin } of found) {
    const first = found.find(
      one =>
        one.storage === storage || (storage !== '' && siblingStorages(one.storage, [storage]).length > 0),
    );
    const key = first?.storage ?? storage;
    const group = groups.get(key);
    groups.set(key, { origin: group?.origin ?? origin, folders: [...(group?.folders ?? []), folder] });
  }
  return [...groups.values()];
}

async function isGone(folder: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.parse(folder));
    return false;
  } catch (error) {
    // Any other failure says nothing: a machine that isn't reached keeps its journal.
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}

/** Journals whose folders are gone and that may be this workspace's. */
async function findLeftBehind(
  session: JournalSession,
  context: vscode.ExtensionContext,
): Promise<FoundJournal[]> {
  const { folders } = thisWorkspace();
  if (folders.length === 0) {
    return [];
  }
  const journals = await findJournals(session, context);
  const identities = await readIdentities();
  const likely = journals.filter(({ origin }) => isLikely(origin, folders, identities));
  const gone = await Promise.all(
    likely.map(
      async ({ origin }) =>
        origin.folders.length > 0 && (await Promise.all(origin.folders.map(isGone))).every(one => one),
    ),
  );
  return likely.filter((_journal, index) => gone[index]);
}

const neverKey = 'journal.neverBringAlong';

/** Where the journal is empty and one was left behind by a folder that was renamed or moved, offers to bring it along. */
export async function offerLeftBehind(
  session: JournalSession,
  context: vscode.ExtensionContext,
): Promise<void> {
  if (session.moments.length > 0 || session.deleted.length > 0 || session.readOnly) {
    return;
  }
  const never = context.workspaceState.get<readonly string[]>(neverKey, []);
  const idOf = ({ folders: [first] }: FoundJournal) => first?.toString() ?? '';
  const [journal] = (await findLeftBehind(session, context)).filter(one => !never.includes(idOf(one)));
  if (!journal) {
    return;
  }
  const [bring, notNow, neverAgain] = [
    vscode.l10n.t('Bring It Along'),
    vscode.l10n.t('Not Now'),
    vscode.l10n.t('Never for This Journal'),
  ];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This journal is empty, and there is one of {0}, which is gone. Was that this folder?',
      placeOf(journal.origin),
    ),
    bring,
    notNow,
    neverAgain,
  );
  if (chosen === bring) {
    await adopt(session, journal);
  } else if (chosen === neverAgain) {
    await context.workspaceState.update(neverKey, [...never, idOf(journal)]);
  }
}

/** Lets the user choose a journal of another workspace and brings its moments here. */
export async function adoptJournal(session: JournalSession, context: vscode.ExtensionContext): Promise<void> {
  const items = await withLateProgress(vscode.l10n.t('Looking for journals'), async token => {
    const found: (vscode.QuickPickItem & { readonly journal: FoundJournal; readonly last: string })[] = [];
    for (const journal of await findJournals(session, context)) {
      if (token.isCancellationRequested) {
        return undefined;
      }
      const moments = await readAll(journal);
      const [latest] = moments;
      if (latest) {
        found.push({
          label: journal.origin.name ?? vscode.l10n.t('No folder'),
          description: vscode.l10n.t(
            '{0}, the last on {1}',
            countedMoments(moments.length),
            formatShortDay(dayOf(latest)),
          ),
          detail: placeOf(journal.origin),
          journal,
          last: latest.when,
        });
      }
    }
    return found.sort((a, b) => Date.parse(b.last) - Date.parse(a.last));
  });
  if (items?.length === 0) {
    throw new UserError(vscode.l10n.t('There is no journal of another workspace here.'));
  }
  const chosen =
    items &&
    (await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Adopt a Journal'),
      placeHolder: vscode.l10n.t('Whose moments are to come here? They stay there as well.'),
      matchOnDetail: true,
    }));
  if (chosen) {
    await adopt(session, chosen.journal);
  }
}

/** Its moments, the latest first. */
async function readAll({ folders: [first, ...others] }: FoundJournal): Promise<readonly Moment[]> {
  if (!first) {
    return [];
  }
  const journal = new Journal({
    folder: openTextFolder(first),
    others: async () => others.map(openTextFolder),
    writer: 'reader',
    workspace: { folders: [] },
    now: Date.now,
  });
  return (await journal.read()).moments;
}

async function adopt(session: JournalSession, { folders }: FoundJournal): Promise<void> {
  session.assertWritable();
  const before = session.moments.length;
  for (const folder of folders) {
    await adoptSegments(openTextFolder(folder), session.location.folder);
  }
  await session.refresh();
  const added = session.moments.length - before;
  void vscode.window.showInformationMessage(
    added > 0
      ? vscode.l10n.t('{0} brought here. The old journal stays as it is.', countedMoments(added))
      : vscode.l10n.t('Everything in that journal is here already.'),
  );
}

/** For people: the folders of a journal's workspace. */
function placeOf({ folders, name }: JournalOrigin): string {
  const paths = folders.map(folder => {
    const uri = vscode.Uri.parse(folder);
    return uri.scheme === 'file' ? uri.fsPath : uri.path;
  });
  return paths.length > 0 ? paths.join(', ') : (name ?? '');
}
