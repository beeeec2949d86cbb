import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './run';

/** The workspace that is shown and tested with, in the repository. */
const sampleSource = resolve('test', 'sample-workspace');

/** A folder that is gone when its owner is done with it. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `belay-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Copies the sample workspace to `folder` and makes it a Git repository with one commit; gives the commit, if Git is there. */
export async function copySample(folder: string): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  await cp(sampleSource, folder, { recursive: true });
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Sample', '-c', 'user.email=sample@localhost', ...args], { cwd: folder });
  try {
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'Start');
    return (await git('rev-parse', 'HEAD')).trim();
  } catch (error) {
    console.log(`The sample workspace has no Git history: ${String(error)}`);
    return undefined;
  }
}
