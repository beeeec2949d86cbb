import { runHostSuite } from './runHost';
import { versionFromArgs } from './versions';

const { failed } = await runHostSuite(
  versionFromArgs(process.argv),
  process.argv.includes('--web') ? 'web' : undefined,
);
process.exitCode = failed > 0 ? 1 : 0;
