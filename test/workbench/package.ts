import { copyFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { packageExtension } from './vsix';

const vsix = await packageExtension();
await copyFile(vsix, basename(vsix));
console.log(`${basename(vsix)}: ${Math.round((await stat(vsix)).size / 1024)} KB`);
