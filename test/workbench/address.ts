import type { Server } from './server';

/** What a page of the server is to open. */
export interface PageTarget {
  /** Absolute path of the folder; none opens an empty window. */
  readonly folder?: string;
  /** Extension folders to run from their sources rather than installed. */
  readonly developmentFolders?: readonly string[];
  /** A module whose `run()` is called in the extension host. */
  readonly testModule?: string;
  /** `web` runs development extensions in the browser's own extension host. */
  readonly hostKind?: 'web';
}

/** The address of a page that opens `target`. The server has to have been started for tests. */
export function pageAddress(server: Server, target: PageTarget): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload: [string, string][] = [
    ...(target.developmentFolders ?? []).map((folder): [string, string] => [
      'extensionDevelopmentPath',
      remote(folder),
    ]),
    ...(target.testModule === undefined
      ? []
      : [['extensionTestsPath', remote(target.testModule)] as [string, string]]),
    ...(target.hostKind === undefined
      ? []
      : [['extensionDevelopmentKind', target.hostKind] as [string, string]]),
  ];
  const query = new URLSearchParams({
    ...(target.folder === undefined ? { ew: 'true' } : { folder: target.folder }),
    ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
  });
  return `${server.origin}/?${query.toString()}`;
}
