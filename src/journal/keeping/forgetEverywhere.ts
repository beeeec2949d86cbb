import { type FileProblem, messageOf } from '../../platform/errors';
import { forgetInSegments } from '../../platform/forgetting/forgetSegment';
import { Forgetting, type ForgetWish } from '../../platform/forgetting/forgetting';
import { openTextFolder } from '../../platform/openTextFolder';
import type { TextFolder } from '../../platform/textFolder';
import { type Draft, DraftKeeper, unreadableDraft } from '../logging/draft';
import type { JournalSession } from '../session';
import { backupFolderOf } from './backupFolders';
import { backupsIn } from './backups';
import { momentKind } from './forget';
import { forgetInBackup } from './forgetBackup';

/** What forgetting somebody in all files of a journal did. */
export interface Forgotten {
  /** Lines and files in which the name is left, each with the reason. */
  readonly left: readonly FileProblem[];
}

/** Forgets somebody in every file of the journal: segments, backups and drafts, other windows' too. What fails is told as left. */
export async function forgetEverywhere(session: JournalSession, wish: ForgetWish): Promise<Forgotten> {
  const left: FileProblem[] = [];
  const attempt = async (file: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      left.push({ file, reason: messageOf(error) });
    }
  };
  /** Does `work` with the files of `folder` that are `wanted`; `tell` names one in which the name is left. */
  const inEach = (
    folder: TextFolder,
    wanted: (names: readonly string[]) => readonly string[],
    work: (text: string, file: string, tell: (reason: string) => void) => Promise<void>,
  ) =>
    attempt(folder.path, async () => {
      for (const file of wanted(await folder.list())) {
        const path = `${folder.path}/${file}`;
        const tell = (reason: string) => left.push({ file: path, reason });
        await attempt(path, async () => work((await folder.read(file)) ?? '', file, tell));
      }
    });
  left.push(...(await forgetInSegments(momentKind, wish, transform => session.rewrite(transform))));
  const { local } = session.location;
  const otherUris = await local.otherUris();
  for (const { folder } of [local.uri, ...otherUris].map(backupFolderOf)) {
    const backups = (names: readonly string[]) => backupsIn(names).map(backup => backup.name);
    await inEach(folder, backups, async (text, backup, tell) => {
      const after = forgetInBackup(text, wish);
      if (after === undefined) {
        tell('the name is in a backup that can’t be read');
      } else if (after !== text) {
        await folder.replace(backup, after);
      }
    });
  }
  const forgetting = new Forgetting(momentKind.shape, wish);
  const others = otherUris.map(openTextFolder);
  for (const keeper of [session.drafts, ...others.map(folder => new DraftKeeper(folder))]) {
    await attempt('draft.json', () => keeper.change(draft => inDraft(draft, forgetting)));
  }
  for (const folder of [local.folder, ...others]) {
    const unreadable = (names: readonly string[]) => names.filter(file => file.endsWith(unreadableDraft));
    await inEach(folder, unreadable, async (text, _file, tell) => {
      if (forgetting.isIn(text)) {
        tell('the name is in a draft that can’t be read');
      }
    });
  }
  return { left };
}

/** A draft, and those that wait behind it, without the person; none where all were about nobody else. */
function inDraft(draft: Draft, forgetting: Forgetting): Draft | undefined {
  const { earlier = [], ...latest } = draft;
  const others = (names: string[] | undefined) => names?.filter(name => !forgetting.isIn(name));
  const [first, ...rest] = [latest, ...earlier].flatMap(one => {
    const { offered, preset } = one;
    const known = {
      ...one,
      ...(offered && { offered: others(offered) }),
      ...(preset && { preset: { ...preset, ...(preset.who && { who: others(preset.who) }) } }),
    };
    return forgetting.inEntry(known) ?? [];
  });
  return first && { ...first, ...(rest.length > 0 ? { earlier: rest } : {}) };
}
