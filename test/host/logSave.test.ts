import * as vscode from 'vscode';
import type { Draft } from '../../src/journal/logging/draft';
import { logMoment } from '../../src/journal/logging/logMoment';
import { UserError } from '../../src/platform/errors';
import { finishSteps } from '../../src/platform/steps';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { freshFolder } from './context';
import { offersNothing, openJournal, writeText } from './journals';
import { contextsIn, held, recordCommands, replace } from './perTest';
import { accept, answering, close, typing } from './questions';

// Nothing can be typed into a question from here, but a kept draft fills it in and commands answer it.
const draft: Draft = {
  id: 'd',
  what: 'she found the race herself',
  who: ['Ana', 'Jo'],
  kind: 'pairing',
  learned: 'ask first',
  followUp: 'ask how it went',
};

/** Belay's own command has the dialogue of the installed extension; the tests' dialogue is of their own bundle. */
const finish = 'belay.test.finish';

describe('logging a moment', () => {
  let storageUri: vscode.Uri;
  let obstacle: vscode.Uri;
  beforeEach(() => {
    storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    obstacle = vscode.Uri.joinPath(storageUri, 'journal');
  });
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  it('from a kept draft writes the moment and forgets the draft', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    await answering(logMoment(session, undefined, offersNothing(reporter)), accept);
    const [moment, ...more] = session.moments;
    deepEqual(more, []);
    deepEqual<unknown>([moment?.what, moment?.who, moment?.kind], [draft.what, ['Ana', 'Jo'], 'pairing']);
    equal((await session.drafts.load()).draft, undefined);
    const next = await openJournal({ storageUri });
    deepEqual(next.session.moments, session.moments);
    equal((await next.session.drafts.load()).draft, undefined);
  });

  it('that is left keeps the draft, for the next window too, and logs nothing', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    await answering(logMoment(session, undefined, offersNothing(reporter)), close);
    deepEqual(session.moments, []);
    const next = await openJournal({ storageUri });
    deepEqual((await next.session.drafts.load()).draft, draft);
  });

  it('is taken back with Undo, but not where it was edited since', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    for (const isEdited of [false, true]) {
      const said: string[] = [];
      replace(vscode.window, 'showInformationMessage', async (text: string) => {
        said.push(text);
        const [moment] = session.moments;
        if (moment && isEdited && said.length === 1) {
          await session.put({ ...moment, what: 'edited' });
        }
        return said.length === 1 ? 'Undo' : undefined;
      });
      await session.drafts.keep(draft);
      await answering(logMoment(session, undefined, offersNothing(reporter)), accept);
      await until('it is taken back or said', () => session.moments.length === 0 || said.length === 2);
      deepEqual(
        session.moments.map(({ what }) => what),
        isEdited ? ['edited'] : [],
      );
    }
  });

  it('from a line writes all that it says', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    typing('reviewed with @Ana #coaching 2h #retries !follow-up 2026-12-01 ask again');
    await answering(logMoment(session, undefined, offersNothing(reporter)), accept);
    const { id: _, when: __, ...moment } = session.moments[0] ?? {};
    deepEqual<unknown>(moment, {
      what: 'reviewed with Ana',
      who: ['Ana'],
      kind: 'review',
      dimension: 'coaching',
      tags: ['retries'],
      minutes: 120,
      followUp: { due: '2026-12-01', text: 'ask again' },
    });
  });

  it('from a comment waits with the kept draft, and goes on with it when the comment’s is logged', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    const source = { what: 'Why twice?', quote: 'Why twice?\nOnce would do.', offered: ['Lee'] };
    await answering(logMoment(session, undefined, offersNothing(reporter), undefined, source), accept);
    deepEqual(
      session.moments.map(({ what, who }) => [what, who]),
      [['Why twice?\n\n> Once would do.', []]],
    );
    deepEqual((await session.drafts.load()).draft, draft);
  });

  it('from a comment that is left unchanged keeps no draft of it, but the one that was kept', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    await answering(
      logMoment(session, undefined, offersNothing(reporter), undefined, { what: 'Why?' }),
      close,
    );
    deepEqual((await session.drafts.load()).draft, draft);
  });

  it('from a comment that was changed and left keeps both', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    typing('she asked why');
    await answering(
      logMoment(session, undefined, offersNothing(reporter), undefined, { what: 'Why?' }),
      close,
    );
    const next = await openJournal({ storageUri });
    const { draft: kept } = await next.session.drafts.load();
    deepEqual<unknown>([kept?.what, kept?.earlier], ['she asked why', [draft]]);
    await answering(logMoment(next.session, undefined, offersNothing(next.reporter)), accept);
    deepEqual((await next.session.drafts.load()).draft, draft);
  });

  it('can be finished at any step by the command that a key runs', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    const commands = recordCommands();
    held(vscode.commands.registerCommand(finish, finishSteps));
    await session.drafts.keep(draft);
    await answering(logMoment(session, undefined, offersNothing(reporter)), finish);
    equal(session.moments[0]?.what, draft.what);
    deepEqual(
      contextsIn(commands).filter(context => context.startsWith('belay.isLogging')),
      ['belay.isLogging=true', 'belay.isLogging=false'],
    );
  });

  it('adds the place that was selected, with its commit', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await session.drafts.keep(draft);
    const place = { file: 'src/retry.ts', firstLine: 1, lastLine: 4 };
    const selected = { place, whole: async () => ({ ...place, commit: '0123abc' }) };
    await answering(logMoment(session, selected, offersNothing(reporter)), accept);
    deepEqual(session.moments[0]?.place, { ...place, commit: '0123abc' });
  });

  it('that is left while Git still looks for the commit keeps the draft at once, and the commit when it is known', async () => {
    const place = { file: 'src/retry.ts', firstLine: 1, lastLine: 4 };
    for (const isNewer of [false, true]) {
      const { session, reporter } = await openJournal();
      await session.drafts.keep(draft);
      let answer: (commit: string) => void = () => undefined;
      const commit = new Promise<string>(resolve => {
        answer = resolve;
      });
      const selected = { place, whole: async () => ({ ...place, commit: await commit }) };
      const left = answering(logMoment(session, selected, offersNothing(reporter)), close);
      await until('it is kept', async () => (await session.drafts.load()).draft?.place !== undefined);
      const kept = async () => (await session.drafts.load()).draft;
      deepEqual((await kept())?.place, place);
      const newer = { ...draft, what: 'typed since' };
      if (isNewer) {
        await session.drafts.keep(newer);
      }
      answer('0123abc');
      await left;
      deepEqual(await kept(), isNewer ? newer : { ...draft, place: { ...place, commit: '0123abc' } });
    }
  });

  it('can be finished by the key also in a dialogue that was opened over another', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    const commands = recordCommands();
    await session.drafts.keep(draft);
    const shown: vscode.InputBox[] = [];
    const create = vscode.window.createInputBox;
    replace(vscode.window, 'createInputBox', () => {
      const box = create();
      shown.push(box);
      return box;
    });
    const first = logMoment(session, undefined, offersNothing(reporter));
    await until('the first is open', () => shown.length === 1);
    const second = logMoment(session, undefined, offersNothing(reporter));
    await first;
    equal(contextsIn(commands).at(-1), 'belay.isLogging=true');
    await answering(second, close);
    equal(contextsIn(commands).at(-1), 'belay.isLogging=false');
  });

  it('sets a draft that can’t be read aside and says where it is', async () => {
    const { session, reporter } = await openJournal({ storageUri });
    await writeText(vscode.Uri.joinPath(obstacle, 'draft.json'), '{"what":');
    await answering(logMoment(session, undefined, offersNothing(reporter)), close);
    const [error] = reporter.reported;
    ok(error instanceof UserError, 'it is for the user');
    match(error.message, /can’t be read\. It is kept in .*journal.*draft-unreadable\.json/);
    deepEqual(session.moments, []);
  });

  describe('where the journal can’t be written', () => {
    const fail = async () => {
      const opened = await openJournal({ storageUri });
      await writeText(obstacle, 'in the way');
      await rejects(opened.session.drafts.keep(draft), Error);
      const error = await rejects(
        answering(logMoment(opened.session, undefined, offersNothing(opened.reporter)), accept),
        UserError,
      );
      return { ...opened, error };
    };
    const run = (error: UserError, title: string) =>
      error.actions.find(action => action.title === title)?.run();

    it('says where and why, and keeps the draft', async () => {
      const { session, error } = await fail();
      match(error.message, /couldn’t be written to .*journal: .*not a directory.*kept as a draft\.$/);
      deepEqual(session.moments, []);
      equal((await session.drafts.load()).draft?.what, draft.what);
    });

    it('says so in a plain sentence when the questions are left', async () => {
      const { session, reporter } = await openJournal({ storageUri });
      await writeText(obstacle, 'in the way');
      await rejects(session.drafts.keep(draft), Error);
      await rejects(answering(logMoment(session, undefined, offersNothing(reporter)), close), UserError);
    });

    it('keeps the draft in this window when the questions are left', async () => {
      const { session, reporter } = await openJournal({ storageUri });
      await writeText(obstacle, 'in the way');
      await rejects(session.drafts.keep(draft), Error);
      await rejects(answering(logMoment(session, undefined, offersNothing(reporter)), close), Error);
      deepEqual((await session.drafts.load()).draft, draft);
    });

    it('offers to copy the words, those of all steps', async () => {
      const { error } = await fail();
      await run(error, 'Copy Text');
      match(
        await vscode.env.clipboard.readText(),
        /^she found the race herself\n\n.*Kind: Pairing\nWho: Ana, Jo\nFollow-up: ask how it went\nWhat I learned: ask first\n$/s,
      );
    });

    it('offers to try again, which fails the same way while nothing has changed', async () => {
      const { session, error } = await fail();
      await rejects(Promise.resolve(run(error, 'Try Again')), UserError);
      equal((await session.drafts.load()).draft?.what, draft.what);
    });

    it('doesn’t try again over what was logged of the draft meanwhile', async () => {
      const { session, reporter, error } = await fail();
      await vscode.workspace.fs.delete(obstacle);
      await session.drafts.keep({ ...draft, what: 'she found it, and said how' });
      await answering(logMoment(session, undefined, offersNothing(reporter)), accept);
      await run(error, 'Try Again');
      deepEqual(
        session.moments.map(({ what }) => what),
        ['she found it, and said how'],
      );
    });

    it('writes the moment once, and forgets the draft, when trying again works', async () => {
      const { session, error } = await fail();
      await vscode.workspace.fs.delete(obstacle);
      await run(error, 'Try Again');
      deepEqual(
        session.moments.map(({ what }) => what),
        [draft.what],
      );
      equal((await session.drafts.load()).draft, undefined);
      equal((await openJournal({ storageUri })).session.moments.length, 1);
    });
  });
});
