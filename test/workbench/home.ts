import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copySample, temporaryFolder } from './sample';

/** A copy of the sample workspace. */
export interface Workspace {
  readonly folder: string;
  /** Its one commit, where Git is on this machine. */
  readonly commit: string | undefined;
}

/** Everything that one VS Code keeps on the disk, and the workspaces that it shows; all temporary. */
export interface Home {
  readonly path: string;
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** Makes a new copy of the sample workspace in it, so that what was done in one isn't seen in another. */
  createWorkspace(): Promise<Workspace>;
  remove(): Promise<void>;
}

/** Settings that keep what isn't Belay out of the way. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  // TypeScript's server looks at whole projects, which costs more than all else in a window and tests nothing.
  'typescript.disableAutomaticTypeAcquisition': true,
  'typescript.tsserver.useSyntaxServer': 'always',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Makes a home with `settings` as the user's settings. */
export async function createHome(
  name: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Home> {
  const { path, remove } = await temporaryFolder(name);
  const dataFolder = join(path, 'data');
  const extensionsFolder = join(path, 'extensions');
  const text = JSON.stringify({ ...calmSettings, ...settings }, undefined, 2);
  for (const scope of ['User', 'Machine']) {
    const folder = join(dataFolder, 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), text);
  }
  await mkdir(extensionsFolder, { recursive: true });
  let copies = 0;
  const createWorkspace = async (): Promise<Workspace> => {
    copies += 1;
    const folder = join(path, `workspace-${copies}`, 'sample');
    return { folder, commit: await copySample(folder) };
  };
  return { path, dataFolder, extensionsFolder, createWorkspace, remove };
}
