import type * as vscode from 'vscode';
import { dayOf } from '../../platform/days';
import { EntryFiles, entryUri } from '../../platform/entryFiles';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';
import { parseMomentFile, printMomentFile } from './momentFile';

/** The scheme of moments' files. */
export const momentScheme = 'belay-moment';

/** The address of a moment's file; its tab says the day and the first words. */
export function momentUri(moment: Moment): vscode.Uri {
  const words = moment.what.match(/[\p{L}\p{N}]+/gu)?.slice(0, 5) ?? [];
  return entryUri(momentScheme, moment.id, [dayOf(moment), ...words].join(' '));
}

/** The journal's moments as Markdown files. */
export function momentFiles(session: JournalSession): EntryFiles<Moment> {
  return new EntryFiles<Moment>({
    scheme: momentScheme,
    onDidChange: session.onDidChange,
    get readOnly() {
      return session.readOnly;
    },
    find: id => session.find(id),
    print: printMomentFile,
    parse: (file, before) => {
      const parsed = parseMomentFile(file, before);
      return 'problems' in parsed ? parsed : { entry: parsed.moment, problems: [] };
    },
    put: moment => session.put(moment),
    delete: id => session.delete(id),
  });
}
