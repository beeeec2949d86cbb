import { installVsCode } from './install';
import { versionFromArgs } from './versions';

await installVsCode(versionFromArgs(process.argv));
