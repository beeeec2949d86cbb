import { mkdir } from 'node:fs/promises';
import { run } from '../workbench/run';

/** Makes an empty repository at `path` that others push to. */
export async function createRemote(path: string): Promise<void> {
  await mkdir(path);
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', path]);
}

/** Clones `remote` into `folder`, where commits are `name`'s then. */
export async function cloneAs(name: string, remote: string, folder: string): Promise<void> {
  await run('git', ['clone', '--quiet', remote, folder]);
  await run('git', ['config', 'user.name', name], { cwd: folder });
  await run('git', ['config', 'user.email', `${name}@localhost`], { cwd: folder });
}
