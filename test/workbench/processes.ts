import { run } from './run';
import type { Server } from './server';

/** Ends the extension hosts of `server` without warning, as a crash would. Fails where there is none. */
export async function killExtensionHosts(server: Server): Promise<void> {
  const lines = (await run('ps', ['-eo', 'pid,ppid,args'])).split('\n').map(line => line.trim().split(/\s+/));
  const hosts = lines.filter(
    ([, parent, ...args]) => parent === String(server.pid) && args.includes('--type=extensionHost'),
  );
  if (hosts.length === 0) {
    throw new Error('No extension host is running');
  }
  for (const [pid] of hosts) {
    process.kill(Number(pid), 'SIGKILL');
  }
}
