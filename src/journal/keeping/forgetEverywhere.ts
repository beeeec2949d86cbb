import { type FileProblem, messageOf } from '../../platform/errors';
import { openTextFolder } from '../../platform/files';
import { type Draft, DraftKeeper } from '../logging/draft';
import type { JournalSession } from '../session';
import { findBackups } from './backupFolders';
import { forgetInBackup } from './forgetBackup';
import { forgetInSegmentText, type LeftLine } from './forgetSegment';
import { type ForgetHow, type ForgetOptions, Forgetting } from './forgetting';

/** What was asked for. */
export interface ForgetWish {
  readonly name: string;
  readonly how: ForgetHow;
  readonly options: ForgetOptions;
}

/** What forgetting somebody in all files of a journal did. */
export interface Forgotten {
  /** Lines and files in which the name is left, each with the reason. */
  readonly left: readonly FileProblem[];
}

const reasons: Readonly<Record<LeftLine['why'], string>> = {
  header: 'the name is in the segment’s header',
  unreadable: 'the name is in a line that can’t be read',
  id: 'the name is in the id of a moment, which can’t change',
};

/** Forgets somebody in every file of the journal: segments, backups and drafts, other windows' too. What fails is told as left. */
export async function forgetEverywhere(
  session: JournalSession,
  { name, how, options }: ForgetWish,
): Promise<Forgotten> {
  const left: FileProblem[] = [];
  const attempt = async (file: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      left.push({ file, reason: messageOf(error) });
    }
  };
  const { failed } = await session.rewrite((text, file) => {
    const forgotten = forgetInSegmentText(text, name, how, options);
    left.push(...forgotten.left.map(({ line, why }) => ({ file, line, reason: reasons[why] })));
    return forgotten.text;
  });
  left.push(...failed);
  for (const { folder, name: backup } of await findBackups(session.location)) {
    const file = `${folder.path}/${backup}`;
    await attempt(file, async () => {
      const text = (await folder.read(backup)) ?? '';
      const after = forgetInBackup(text, name, how, options);
      if (after === undefined) {
        left.push({ file, reason: 'the name is in a backup that can’t be read' });
      } else if (after !== text) {
        await folder.replace(backup, after);
      }
    });
  }
  const others = (await session.location.otherUris()).map(openTextFolder);
  for (const keeper of [session.drafts, ...others.map(folder => new DraftKeeper(folder))]) {
    await attempt('draft.json', () =>
      keeper.change(draft => inDraft(draft, new Forgetting(name, how, options))),
    );
  }
  const forgetting = new Forgetting(name, how, options);
  for (const folder of [session.location.folder, ...others]) {
    for (const file of (await folder.list()).filter(one => one.endsWith('draft-unreadable.json'))) {
      await attempt(`${folder.path}/${file}`, async () => {
        if (forgetting.isIn((await folder.read(file)) ?? '')) {
          left.push({ file: `${folder.path}/${file}`, reason: 'the name is in a draft that can’t be read' });
        }
      });
    }
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
    return forgetting.inMoment(known) ?? [];
  });
  return first && { ...first, ...(rest.length > 0 ? { earlier: rest } : {}) };
}
