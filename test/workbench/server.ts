import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Installation } from './install';

/** How a server is started. */
export interface ServerOptions {
  /** User data, workspace storage, logs. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** The port to use if it is free; any free one otherwise. */
  readonly port?: number;
  /** Demanded of every request; without one the server takes anyone on this machine. */
  readonly token?: string;
  /** Whether VS Code asks to trust the folder; off where trust isn't what is looked at. */
  readonly askForTrust?: boolean;
  /** Makes the test driver and the payload in the page's address work. */
  readonly forTests?: boolean;
}

/** A running VS Code server, reachable from this machine only. */
export interface Server {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  /** All that it printed so far. */
  readonly output: () => string;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and everything that it started. */
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** True where `port` can be listened on. */
function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted))) {
    return wanted;
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts VS Code and resolves once it answers. */
export async function startServer(vscode: Installation, options: ServerOptions): Promise<Server> {
  const port = await choosePort(options.port);
  const child = spawn(
    vscode.node,
    [
      vscode.serverMain,
      ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
      ...['--server-data-dir', options.dataFolder, '--extensions-dir', options.extensionsFolder],
      ...['--telemetry-level', 'off'],
      ...(options.token === undefined
        ? ['--without-connection-token']
        : ['--connection-token', options.token]),
      ...(options.askForTrust ? [] : ['--disable-workspace-trust']),
      ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
    ],
    // A process group of its own, so that ending it ends the extension hosts as well.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const collect = (chunk: unknown) => {
    output += String(chunk);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const killGroup = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killGroup);
  const origin = `http://127.0.0.1:${port}`;
  const server: Server = {
    port,
    origin,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    async stop() {
      process.removeListener('exit', killGroup);
      signalGroup(child, 'SIGTERM');
      const late = setTimeout(killGroup, 3_000);
      await ended;
      clearTimeout(late);
      // What outlived its parent.
      killGroup();
    },
  };
  await Promise.race([
    untilListening(origin, startTimeoutMs),
    ended.then(() => {
      throw new Error(`VS Code’s server ended while starting:\n${output}`);
    }),
  ]);
  return server;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

async function untilListening(origin: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await fetch(`${origin}/version`);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`VS Code’s server didn’t answer at ${origin}`, { cause: error });
      }
      await new Promise(again => setTimeout(again, 100));
    }
  }
}
