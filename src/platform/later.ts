import * as vscode from 'vscode';
import { UserError } from './errors';

// The build cuts what isn't needed when VS Code starts off `dist/extension.js` and puts it into parts beside it
// (build/split.mjs), so that VS Code doesn't parse all of it at every start. Each `import()` then asks here.

type Require = (name: string) => unknown;

/** The names of the parts, as the build made them. */
declare const belayParts: readonly string[];
declare const require: Require;
declare const __filename: string | undefined;

/** What parts know by the name of the file that VS Code starts: the build adds the modules that they share with it. */
export const main: { later: typeof later; modules: Record<string, unknown> } = { later, modules: {} };

/** Where there is no Node, `require` gives nothing but `vscode`: the parts' texts, until they have been run. */
const texts = new Map<string, string>();
const run = new Map<string, unknown>();
let fetching: Promise<unknown> | undefined;

/**
 * Gives what `get` takes from a part of the extension, which is read first if it wasn't yet. Throws a `UserError`
 * where it can't be: an update has taken it away, or a browser has no connection.
 */
export async function later<T>(get: (from: Require) => T): Promise<T> {
  if (typeof __filename === 'string') {
    try {
      return get(require);
    } catch (error) {
      throw isMissing(error) ? unreadable(error) : error;
    }
  }
  fetching ??= fetchParts();
  try {
    await fetching;
  } catch (error) {
    fetching = undefined;
    throw unreadable(error);
  }
  return get(requirePart);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}

function unreadable(cause: unknown): UserError {
  const reload = () => vscode.commands.executeCommand('workbench.action.reloadWindow');
  return new UserError(
    vscode.l10n.t('A part of Belay can’t be read. Belay may have been updated: reload the window.'),
    [{ title: vscode.l10n.t('Reload Window'), run: reload }],
    { cause },
  );
}

async function fetchParts(): Promise<void> {
  const home = vscode.extensions.getExtension('belay.belay')?.extensionUri;
  if (!home) {
    throw new Error('VS Code doesn’t know where Belay is');
  }
  const fetched = belayParts.map(async name => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(home, 'dist', name));
    texts.set(`./${name}`, new TextDecoder().decode(bytes));
  });
  await Promise.all(fetched);
}

function requirePart(name: string): unknown {
  const text = texts.get(name);
  if (text === undefined) {
    return name === './extension.js' ? { main } : require(name);
  }
  if (!run.has(name)) {
    const module = { exports: {} };
    // As VS Code runs an extension's own file in a browser.
    new Function('module', 'exports', 'require', text)(module, module.exports, requirePart);
    run.set(name, module.exports);
  }
  return run.get(name);
}
