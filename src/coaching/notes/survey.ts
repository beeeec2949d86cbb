import * as vscode from 'vscode';
import type { Sureness } from '../../platform/anchors/sureness';
import { linesOf } from '../../platform/codePlace';
import { isThere, readTextIfThere } from '../../platform/files';
import { splitLines } from '../../platform/lineBreaks';
import type { ExportedNote } from './exportNotes';
import { uriOf } from './files';
import { FollowedNote } from './followed';
import type { NoteFollower } from './follower';
import type { ReviewNote } from './note';

/** A note as it stands now, wherever its file is. */
export interface SurveyedNote extends ExportedNote {
  readonly uri: vscode.Uri;
  /** `missing` where there is no such file, `unreadable` where it can't be read. */
  readonly state: Sureness | 'missing' | 'unreadable';
}

/** Whether a note has no code any more. */
export function isOrphan({ state }: SurveyedNote): boolean {
  return state === 'gone' || state === 'missing' || state === 'unreadable';
}

/** Finds `notes` in their files; open ones as they are in the editor. */
export async function survey(notes: readonly ReviewNote[], follower: NoteFollower): Promise<SurveyedNote[]> {
  const files = new Map<string, Promise<readonly string[] | 'missing' | 'unreadable'>>();
  return Promise.all(
    notes.map(async note => {
      const uri = uriOf(note.place);
      const key = uri.toString();
      const path = note.place.file;
      const document = vscode.workspace.textDocuments.find(
        one => one.uri.toString() === key && !one.isClosed,
      );
      const known = document && follower.in(document).find(here => here.note.id === note.id)?.followed;
      // A document may outlive its file for a while.
      const isLost = document && !document.isDirty && (await isThere(uri)) === false;
      if (document && known && !isLost) {
        const at = known.sureness === 'gone' ? undefined : known.at;
        return { note, uri, path, lines: linesOf(document), at, state: known.sureness };
      }
      const reading = files.get(key) ?? readLines(uri);
      files.set(key, reading);
      const lines = await reading;
      if (typeof lines === 'string') {
        return { note, uri, path, lines: [], at: undefined, state: lines };
      }
      const followed = new FollowedNote(note.place);
      followed.find(note.place, lines);
      const at = followed.sureness === 'gone' ? undefined : followed.at;
      return { note, uri, path, lines, at, state: followed.sureness };
    }),
  );
}

async function readLines(uri: vscode.Uri): Promise<readonly string[] | 'missing' | 'unreadable'> {
  try {
    const text = await readTextIfThere(uri);
    return text === undefined ? 'missing' : splitLines(text);
  } catch {
    return 'unreadable';
  }
}
