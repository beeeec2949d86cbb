import * as vscode from 'vscode';

/** The folder that the run has open. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) {
    throw new Error('The in-host tests need an open folder');
  }
  return folder.uri;
}

/** Belay as VS Code has it. */
export function belay(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('belay.belay');
  if (!extension) {
    throw new Error('belay.belay isn’t there');
  }
  return extension;
}

const testsFolder = () => vscode.Uri.joinPath(workspaceFolder(), '.belay-tests');

/** A folder of a test's own, which isn't there yet; gone after the run. */
export function freshFolder(): vscode.Uri {
  return vscode.Uri.joinPath(testsFolder(), crypto.randomUUID());
}

after(async () => {
  const left = await vscode.workspace.fs.stat(testsFolder()).then(
    () => true,
    () => false,
  );
  if (left) {
    await vscode.workspace.fs.delete(testsFolder(), { recursive: true });
  }
});

/** A memento that lives as long as its test. */
export class MemoryMemento implements vscode.Memento {
  readonly #values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string): T | undefined;
  get<T>(key: string, defaultValue: T): T;
  get<T>(key: string, defaultValue?: T): T | undefined {
    // As VS Code does: whoever asks says what it is.
    return this.#values.has(key) ? (this.#values.get(key) as T) : defaultValue;
  }

  async update(key: string, value: unknown): Promise<void> {
    // As VS Code does: what comes back is a copy.
    this.#values.set(key, JSON.parse(JSON.stringify(value)));
  }

  setKeysForSync(_keys: readonly string[]): void {
    throw new Error('Nothing of this is synchronised');
  }
}

/** A memento of which Settings Sync takes what it is told to take. */
export class SyncedMemento extends MemoryMemento {
  /** What it was told, each time. */
  readonly synced: (readonly string[])[] = [];

  override setKeysForSync(keys: readonly string[]): void {
    this.synced.push(keys);
  }
}

/** A secret storage that lives as long as its test. */
export class MemorySecrets implements vscode.SecretStorage {
  readonly #values = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.#changed.event;

  async keys(): Promise<string[]> {
    return [...this.#values.keys()];
  }

  async get(key: string): Promise<string | undefined> {
    return this.#values.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    this.#values.set(key, value);
    this.#changed.fire({ key });
  }

  async delete(key: string): Promise<void> {
    this.#values.delete(key);
    this.#changed.fire({ key });
  }
}

/** What a test says of a context; the rest is made up for it. */
export interface ContextOptions {
  /** `null` as with no folder open. */
  readonly storageUri?: vscode.Uri | null;
  readonly globalStorageUri?: vscode.Uri;
  readonly workspaceState?: vscode.Memento;
  readonly globalState?: MemoryMemento;
  /** Of two contexts with the same, the windows are on one machine. */
  readonly secrets?: vscode.SecretStorage;
  /** Where Belay is installed; where it is by default. */
  readonly extensionUri?: vscode.Uri;
}

/** A context as `activate` gets it, with storage of its own. What it doesn't have fails when asked for. */
export function createContext(options: ContextOptions = {}): vscode.ExtensionContext {
  const root = freshFolder();
  const { storageUri = vscode.Uri.joinPath(root, 'workspaceStorage', 'a1b2c3', 'belay.belay') } = options;
  const extension = belay();
  const context: Partial<vscode.ExtensionContext> = {
    extension,
    extensionUri: options.extensionUri ?? extension.extensionUri,
    subscriptions: [],
    storageUri: storageUri ?? undefined,
    globalStorageUri: options.globalStorageUri ?? vscode.Uri.joinPath(root, 'globalStorage', 'belay.belay'),
    workspaceState: options.workspaceState ?? new MemoryMemento(),
    globalState: options.globalState ?? new MemoryMemento(),
    secrets: options.secrets ?? new MemorySecrets(),
  };
  return new Proxy(context as vscode.ExtensionContext, {
    get(target, key, receiver) {
      if (!(key in target)) {
        throw new Error(`The test’s context has no ${String(key)}`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}
