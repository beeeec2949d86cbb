import * as v from 'valibot';
import * as vscode from 'vscode';
import { readText } from '../../src/platform/files';
import { deepEqual, equal, match, ok, sorted } from './assert';
import { belay } from './context';
import { readManifest } from './manifest';

const inExtension = (path: string) => vscode.Uri.joinPath(belay().extensionUri, path);

/** Each `%key%` that is used in `text`, once. */
function keysUsedIn(text: string): string[] {
  return sorted(new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key)));
}

describe('the manifest', () => {
  it('has one file for desktop and browser, and it is there', async () => {
    const { main, browser } = readManifest();
    equal(main, browser);
    ok((await readText(inExtension(main))).length > 0, main);
  });

  it('is activated when VS Code has started, or by a moment or a document that is open as a file', () => {
    deepEqual(readManifest().activationEvents, [
      'onStartupFinished',
      'onFileSystem:belay-moment',
      'onFileSystem:belay-practice',
    ]);
  });

  it('says what works in untrusted and in virtual workspaces', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = readManifest().capabilities;
    for (const { supported, description } of [untrustedWorkspaces, virtualWorkspaces]) {
      equal(supported, 'limited');
      match(description, /^Everything works\./);
    }
  });

  it('contributes snippet files that are there and hold templates', async () => {
    const { snippets } = readManifest().contributes;
    ok(snippets.length > 0, 'snippets are contributed');
    for (const { path } of snippets) {
      const templates = v.parse(
        v.record(v.string(), v.unknown()),
        JSON.parse(await readText(inExtension(path))),
      );
      ok(Object.keys(templates).length > 0, path);
    }
  });

  it('has icons for views and container that are there', async () => {
    const { icon, contributes } = readManifest();
    const { views, viewsContainers } = contributes;
    const icons = [...Object.values(views), ...Object.values(viewsContainers)]
      .flat()
      .map(entry => entry.icon);
    for (const path of [icon, ...icons]) {
      const { size } = await vscode.workspace.fs.stat(inExtension(path));
      ok(size > 0, path);
    }
  });

  it('puts its views into its own container', () => {
    const { views, viewsContainers } = readManifest().contributes;
    deepEqual(
      Object.keys(views),
      Object.values(viewsContainers).flatMap(containers => containers.map(({ id }) => id)),
    );
  });

  it('welcomes in a contributed view with links to contributed commands', () => {
    const { viewsWelcome, views, commands } = readManifest().contributes;
    for (const { view, contents } of viewsWelcome) {
      ok(
        Object.values(views).some(list => list.some(({ id }) => id === view)),
        view,
      );
      for (const [, linked = ''] of contents.matchAll(/\(command:([^)?]+)/g)) {
        ok(
          commands.some(({ command }) => command === linked),
          `${linked} in the welcome of ${view}`,
        );
      }
    }
  });
});

describe('the manifest’s words', () => {
  it('are all localised at run time: no %key% is left', () => {
    deepEqual(keysUsedIn(JSON.stringify(belay().packageJSON)), []);
  });

  it('are each in package.nls.json, which has none that isn’t used', async () => {
    const used = keysUsedIn(await readText(inExtension('package.json')));
    const words = v.parse(
      v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
      JSON.parse(await readText(inExtension('package.nls.json'))),
    );
    deepEqual(used, sorted(Object.keys(words)));
  });
});
