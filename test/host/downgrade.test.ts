import * as vscode from 'vscode';
import { forgetPerson } from '../../src/journal/keeping/forgetPerson';
import { PreviewPages } from '../../src/journal/keeping/previewPage';
import { logMoment } from '../../src/journal/logging/logMoment';
import { putMoment } from '../../src/journal/logging/putCommand';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { deepEqual, equal, match, rejects } from './assert';
import { freshFolder } from './context';
import { idsOf, nothingInPractice, offersNothing, openJournal, segmentWith, writeText } from './journals';
import { held } from './perTest';
import { accept, answering } from './questions';

describe('a journal that a newer version of Belay has written to', () => {
  it('is shown and can’t be changed: a moment is refused with the reason, the file stays as it is', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const segment = vscode.Uri.joinPath(storageUri, 'journal', 'newer-0000.jsonl');
    const text = segmentWith('future').replace('"version":1', '"version":2');
    await writeText(segment, `${text}{"op":"merge","ids":["a","b"]}\n`);
    const { session, reporter } = await openJournal({ storageUri });
    deepEqual([idsOf(session), session.readOnly, reporter.reported], [['future'], true, []]);

    const forgetting = forgetPerson(session, held(new PreviewPages()), nothingInPractice);
    for (const work of [putMoment(session, { what: 'x' }), session.delete('future'), forgetting]) {
      const error = await rejects(work, UserError);
      match(error.message, /^A newer version of Belay .* only reads it\. Update Belay to change it\.$/);
    }
    deepEqual(idsOf(session), ['future']);
    equal(await readText(segment), `${text}{"op":"merge","ids":["a","b"]}\n`);
  });

  it('keeps the words of who logs one as a draft, for the time after the update', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    await writeText(
      vscode.Uri.joinPath(storageUri, 'journal', 'newer-0000.jsonl'),
      segmentWith('future').replace('"version":1', '"version":2'),
    );
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep({ id: 'd', what: 'words worth keeping', who: [] });
    const error = await rejects(
      answering(logMoment(session, undefined, offersNothing(reporter)), accept),
      UserError,
    );
    match(error.message, /^A newer version of Belay .*Your words are kept as a draft\.$/);
    const next = await openJournal({ storageUri });
    equal((await next.session.drafts.load()).draft?.what, 'words worth keeping');
  });
});
