import { messageOf } from '../../platform/errors';
import type { TextFolder } from '../../platform/textFolder';
import { type KeyFile, keyIdIn, nameOfKeyFile, parseKeyFile, printKeyFile } from './keyFile';

/**
 * The keys' files in a folder with these `names`, by id. Throws an error with file and reason where one isn't a key's
 * file: nothing may be written plainly because nobody could tell that it was to be encrypted. Where nothing
 * `isEncrypted` such a file is passed over: it never got whole, and nobody was told that anything is.
 */
export async function readKeyFiles(
  folder: TextFolder,
  names: readonly string[],
  isEncrypted: boolean,
): Promise<KeyFile[]> {
  const files: KeyFile[] = [];
  for (const name of names.filter(keyIdIn).sort()) {
    const text = await folder.read(name);
    try {
      files.push(...(text === undefined ? [] : [parseKeyFile(text)]));
    } catch (error) {
      if (isEncrypted) {
        throw new Error(`${folder.path}/${name}: ${messageOf(error)}`, { cause: error });
      }
    }
  }
  return files;
}

export async function writeKeyFile(folder: TextFolder, file: KeyFile): Promise<void> {
  await folder.replace(nameOfKeyFile(file.id), printKeyFile(file));
}
