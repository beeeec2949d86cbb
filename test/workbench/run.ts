import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a program to its end and gives what it printed. Fails with its output where it fails. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', chunk => {
      stdout += String(chunk);
    });
    child.stderr?.on('data', chunk => {
      stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) {
        resolve(stdout);
      } else {
        reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${stderr || stdout}`));
      }
    });
  });
}

/** Runs npm, the one that runs this script where there is one. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args], { cwd })
    : run('npm', args, { cwd });
}
