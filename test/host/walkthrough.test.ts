import * as vscode from 'vscode';
import { readText } from '../../src/platform/files';
import { completeStep, type WalkthroughStep } from '../../src/platform/walkthrough';
import { deepEqual, equal, match, ok, sorted } from './assert';
import { belay } from './context';
import { readManifest } from './manifest';
import { contextsIn, recordCommands } from './perTest';

const inExtension = (path: string) => vscode.Uri.joinPath(belay().extensionUri, path);

/** The steps that the code completes: the compiler sees to it that none is missing or made up. */
const completed = Object.keys({
  read: true,
  bookmark: true,
  coached: true,
  logged: true,
  practised: true,
  carried: true,
} satisfies Record<WalkthroughStep, true>) as WalkthroughStep[];

/** Each of the walkthrough’s steps. */
function steps() {
  return readManifest().contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
}

/** Whether `.vscodeignore` leaves a file in the package: the last of its lines that is about the file says so. */
async function isPacked(path: string): Promise<boolean> {
  const lines = (await readText(inExtension('.vscodeignore'))).split('\n').filter(line => line !== '');
  const last = lines.findLast(line => {
    const pattern = line
      .replace(/^!/, '')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*|\*/g, stars => (stars === '**' ? '.*' : '[^/]*'));
    return new RegExp(`^${pattern}$`).test(path);
  });
  return last === undefined || last.startsWith('!');
}

describe('the walkthrough', () => {
  it('is the one that the command opens', () => {
    deepEqual(
      readManifest().contributes.walkthroughs.map(({ id }) => id),
      ['start'],
    );
  });

  it('has steps with ids of their own, which say what to do', () => {
    const ids = steps().map(({ id }) => id);
    equal(new Set(ids).size, ids.length);
    for (const { id, title, description } of steps()) {
      match(title, /^\S.*\S$/, id);
      match(description, /^\S.*\S$/s, id);
    }
  });

  it('has a picture for each step, with words for who can’t see it', async () => {
    for (const { id, media } of steps()) {
      match(await readText(inExtension(media.svg)), /^<svg [^>]*viewBox="[\d. ]+"/, media.svg);
      match(media.altText, /^[A-Z].*\.$/, id);
    }
  });

  it('is completed by what the code completes, each step by something else, and by nothing else', () => {
    deepEqual(
      sorted(steps().flatMap(({ completionEvents }) => completionEvents)),
      sorted([...completed.map(step => `onContext:belay.did.${step}`), 'onCommand:belay.rephrase']),
    );
    for (const { id, completionEvents } of steps()) {
      equal(completionEvents.length, 1, id);
    }
  });

  it('tells of language models where VS Code has a chat that isn’t turned off, and of all else always', () => {
    deepEqual(
      steps().flatMap(({ id, when }) => (when === undefined ? [] : [`${id}: ${when}`])),
      ['assist: chatIsEnabled && !config.chat.disableAIFeatures'],
    );
  });

  it('is told of each step by a context that is true for a moment', async () => {
    const commands = recordCommands();
    for (const step of completed) {
      await completeStep(step);
    }
    deepEqual(
      contextsIn(commands),
      completed.flatMap(step => [`belay.did.${step}=true`, `belay.did.${step}=false`]),
    );
  });

  it('has a button in each step, which runs a contributed command', () => {
    const known = readManifest().contributes.commands.map(({ command }) => command);
    for (const { id, description } of steps()) {
      // VS Code makes a button of a link that is a line of its own.
      const buttons = [...description.matchAll(/^\[[^\]]+\]\(command:([^)]*)\)$/gm)];
      equal(buttons.length, 1, id);
      for (const [, command = ''] of buttons) {
        ok(known.includes(command), `${command} in ${id} is contributed`);
      }
    }
  });
});

describe('the package', () => {
  it('has every file that the manifest names', async () => {
    const { main, icon, contributes } = readManifest();
    const { views, viewsContainers, snippets } = contributes;
    const named = [
      ...[main, icon, 'package.json', 'package.nls.json'],
      ...[...Object.values(views), ...Object.values(viewsContainers)].flat().map(entry => entry.icon),
      ...snippets.map(({ path }) => path),
      ...steps().map(({ media }) => media.svg),
    ].map(path => path.replace(/^\.\//, ''));
    for (const path of named) {
      ok((await vscode.workspace.fs.stat(inExtension(path))).size > 0, `${path} is there`);
      equal(await isPacked(path), true, path);
    }
  });

  it('has nothing of what it is made from', async () => {
    for (const path of [
      'src/extension.ts',
      'media/guide/230-execution.md',
      'test/host/index.ts',
      'out/host.js',
    ]) {
      equal(await isPacked(path), false, path);
    }
  });
});
