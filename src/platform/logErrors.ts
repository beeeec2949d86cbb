import * as vscode from 'vscode';
import { messageOf, UserError } from './errors';
import { NewerFormatError } from './log';
import type { LogLocation } from './logFolders';

/** A log as its user knows it. */
export interface KnownLog {
  /** What begins a sentence about it, in the user's language: "Your journal". */
  readonly name: string;
  readonly location: LogLocation;
  /** The command that shows it. */
  readonly command: string;
}

/** What `read` of a log gives; where it fails, that is said in a sentence with a way to try again. */
export async function readingLog<T>(
  { name, location, command }: KnownLog,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(
      vscode.l10n.t('{0} in {1} can’t be read: {2}', name, location.folder.path, messageOf(error)),
      [{ title: vscode.l10n.t('Try Again'), run: () => vscode.commands.executeCommand(command) }],
      { cause: error },
    );
  }
}

/** What `write` to a log gives; where it fails, the sentence says where and why. */
export async function writingLog<T>(log: KnownLog, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw error instanceof NewerFormatError
      ? newerFormat(log, error)
      : new UserError(
          vscode.l10n.t(
            '{0} couldn’t be written to {1}: {2}.',
            log.name,
            log.location.folder.path,
            messageOf(error),
          ),
          [],
          { cause: error },
        );
  }
}

/** Why nothing is written to a log beside what a newer version has written. */
export function newerFormat({ location }: KnownLog, cause?: unknown): UserError {
  return new UserError(
    vscode.l10n.t(
      'A newer version of Belay has written to {0}, so this one only reads it. Update Belay to change it.',
      location.folder.path,
    ),
    [],
    { cause },
  );
}
