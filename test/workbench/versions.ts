/** One VS Code that the npm registry carries (as `code-server`) and the Node that runs it. */
export interface VsCodeVersion {
  /** Folder name in the cache, and what the progress lines say. */
  readonly name: string;
  /** What `server-main.js --version` must print first. */
  readonly version: string;
  readonly codeServer: string;
  /** Subresource integrity of the package, as the registry published it. */
  readonly integrity: string;
  /** Majors of Node that this VS Code runs on; with another one on the machine, `node` is installed beside it. */
  readonly nodeMajors: readonly number[];
  readonly node: string;
}

/** The newest VS Code and the oldest that Belay supports (`engines.vscode`). */
export const versions = {
  newest: {
    name: 'vscode-1.139',
    version: '1.139.1',
    codeServer: '4.139.1',
    integrity:
      'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    nodeMajors: [24],
    node: '24.21.0',
  },
  oldest: {
    name: 'vscode-1.100',
    version: '1.100.3',
    codeServer: '4.100.3',
    integrity:
      'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    nodeMajors: [20, 22],
    node: '20.19.6',
  },
} satisfies Record<string, VsCodeVersion>;

/** The version that `--vscode=newest` or `--vscode=oldest` among `args` asks for; the newest without either. */
export function versionFromArgs(args: readonly string[]): VsCodeVersion {
  const asked = args.find(arg => arg.startsWith('--vscode='))?.slice('--vscode='.length) ?? 'newest';
  if (asked !== 'newest' && asked !== 'oldest') {
    throw new Error(`--vscode=${asked}: use --vscode=newest or --vscode=oldest`);
  }
  return versions[asked];
}

/** The version that the end-to-end tests run in: the newest unless `BELAY_VSCODE` says `oldest`. */
export function endToEndVersion(): VsCodeVersion {
  return versionFromArgs([`--vscode=${process.env['BELAY_VSCODE'] ?? 'newest'}`]);
}
