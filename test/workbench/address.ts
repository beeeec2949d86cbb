import type { Server } from './server';

/** What a page of the server is to open. */
export interface PageTarget {
  /** Absolute path of a folder or of a `.code-workspace` file; neither opens an empty window. */
  readonly folder?: string;
  readonly workspaceFile?: string;
  /** An extension's folder, to run it from its sources rather than installed. VS Code takes one at most here. */
  readonly developmentFolder?: string;
  /** A module whose `run()` is called in the extension host. */
  readonly testModule?: string;
}

/** The address of a page that opens `target`. The server has to have been started for tests. */
export function pageAddress(server: Server, target: PageTarget): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload: [string, string][] = [
    ...(target.developmentFolder === undefined
      ? []
      : [['extensionDevelopmentPath', remote(target.developmentFolder)] as [string, string]]),
    ...(target.testModule === undefined
      ? []
      : [['extensionTestsPath', remote(target.testModule)] as [string, string]]),
  ];
  const { folder, workspaceFile } = target;
  const query = new URLSearchParams({
    ...(workspaceFile !== undefined
      ? { workspace: workspaceFile }
      : folder !== undefined
        ? { folder }
        : { ew: 'true' }),
    ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
  });
  return `${server.origin}/?${query.toString()}`;
}
