import * as vscode from 'vscode';
import { forgetPerson, type OpenPractice } from '../../src/journal/keeping/forgetPerson';
import { PreviewPages } from '../../src/journal/keeping/previewPage';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { documentFiles } from '../../src/practice/documents';
import type { PracticeDocument, PracticeEntry } from '../../src/practice/entry';
import { practiceSegments } from '../../src/practice/entry';
import { practiceForgetPlace } from '../../src/practice/forgetPlace';
import { PracticeStore } from '../../src/practice/store';
import { deepEqual, equal, match, ok, rejects, sorted } from './assert';
import { createContext, freshFolder } from './context';
import { aMoment, openJournal, writeText } from './journals';
import { atEnd, fired, held, replace } from './perTest';
import { focusOf, markOf, today } from './plan';
import { choosing, choosingTemplate } from './questions';
import { RecordingReporter } from './reporter';

const when = `${today}T10:00:00+01:00`;
const wish = { name: 'Zuleika', how: 'remove' } as const;

function aDocument(text: string, details: Partial<PracticeDocument> = {}): PracticeDocument {
  return { type: 'document', id: 'd', kind: 'story', title: 'T', text, created: when, ...details };
}

/** A window's practice log, in a folder that other windows may share. */
async function openStore(globalStorageUri: vscode.Uri): Promise<PracticeStore> {
  return held(await PracticeStore.open(createContext({ globalStorageUri }), new RecordingReporter()));
}

/** The texts of all segments of practice. */
async function segmentsIn(globalStorageUri: vscode.Uri): Promise<string[]> {
  const folder = vscode.Uri.joinPath(globalStorageUri, 'practice');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return Promise.all(entries.map(([name]) => readText(vscode.Uri.joinPath(folder, name))));
}

/** Every kind of entry, with Zuleika in all that people write. */
const everything: readonly PracticeEntry[] = [
  focusOf(['ask-first'], { intention: 'ask Zuleika' }),
  markOf('ask-first', 'both', { who: ['Zuleika', 'Jo'], what: 'with zuleika' }),
  markOf('ask-first', 'alone', { who: ['Zuleika'] }),
  { type: 'done', id: 'done ask-first', exercise: 'ask-first', done: when, note: 'Zuleika helped' },
  { type: 'rating', id: 'r', subject: 'skill:execution', level: 2, rated: when, why: 'Zuleika said so' },
  aDocument('# About Zuleika\n', {
    title: 'About Zuleika',
    moments: [{ id: 'both', when, what: 'with Zuleika', who: ['Zuleika', 'Jo'] }],
  }),
  {
    ...{ type: 'rehearsal', id: 'h', question: 'q', rehearsed: when, rating: 3, seconds: 60 },
    note: 'name Zuleika less',
  },
  {
    ...{ type: 'decisionDraft', id: 'decision draft', at: 's' },
    answers: { s: { words: 'Zuleika would stay' } },
  },
];

describe('forgetting a person in practice', () => {
  it('reaches every kind of entry, older versions and other windows’ files, and stays forgotten', async () => {
    const shared = freshFolder();
    const [one, two] = [await openStore(shared), await openStore(shared)];
    await two.put(...everything, aDocument('Zuleika first', { id: 'old' }));
    await two.put(aDocument('nobody', { id: 'old' }));
    await two.put(aDocument('of Zuleika', { id: 'gone' }));
    await two.delete('gone');
    const place = await practiceForgetPlace(one);
    // What the other window has written and deleted meanwhile is there.
    equal(place.plan(wish).length, everything.length + 1);
    await fired('views are told', one.onDidChange, async () => {
      deepEqual(await place.forget(wish), []);
    });
    equal(one.find('document', 'd')?.title, 'About someone');
    equal(one.find('evidence', 'evidence ask-first alone'), undefined);
    // The other window goes on from what is there now.
    await two.put(aDocument('later', { id: 'later' }));
    equal(two.find('document', 'd')?.text, '# About someone\n');
    for (const text of await segmentsIn(shared)) {
      ok(!/zuleika/i.test(text), text);
    }
    const next = await openStore(shared);
    deepEqual(
      sorted(next.entries().map(({ id }) => id)),
      sorted([
        ...everything.map(({ id }) => id).filter(id => id !== 'evidence ask-first alone'),
        ...['old', 'later'],
      ]),
    );
    equal(next.find('evidence', 'evidence ask-first both')?.moment.what, 'with someone');
  });

  it('shows an open document without them', async () => {
    const store = await openStore(freshFolder());
    await store.put(aDocument('of Zuleika'));
    const files = held(documentFiles(store, {}));
    const uri = vscode.Uri.parse('belay-practice:/d/T.md');
    equal(new TextDecoder().decode(files.readFile(uri)), 'of Zuleika');
    await (await practiceForgetPlace(store)).forget(wish);
    equal(new TextDecoder().decode(files.readFile(uri)), 'of someone');
  });

  it('tells the lines in which the name is left, and files that can’t be rewritten', async () => {
    const shared = freshFolder();
    const header = practiceSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
    await writeText(vscode.Uri.joinPath(shared, 'practice', 'w-0000.jsonl'), `${header}\n{"Zuleika\n`);
    const place = await practiceForgetPlace(await openStore(shared));
    const [left, ...more] = await place.forget(wish);
    deepEqual([left?.line, more.length], [2, 0]);
    match(left?.file ?? '', /practice.w-0000\.jsonl$/);

    const folder = vscode.Uri.joinPath(shared, 'practice');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await writeText(folder, 'in the way');
    const [failed] = await place.forget(wish);
    match(failed?.file ?? '', /practice$/);
    match(failed?.reason ?? '', /^Your practice log couldn’t be written to /);
  });
});

describe('Belay: Forget a Person', () => {
  const pages = () => held(new PreviewPages());

  beforeEach(() => {
    atEnd(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
    replace(vscode.window, 'showInformationMessage', async () => undefined);
  });

  /** Answers the questions: whom, how, what counts, and go on. Gives what was seen. */
  function answering(name: string, last: string) {
    const seen = { people: [] as string[], counts: [] as string[], page: '', go: '', asked: '' };
    choosingTemplate(({ items }) => {
      seen.people = items.map(({ label, description }) => `${label} ${description}`);
      return items.find(({ label }) => label === name);
    });
    choosing(items => {
      const [first] = items;
      if (first?.label === 'Remove') {
        return first;
      }
      if (first?.label.startsWith('Forget ')) {
        seen.page = vscode.window.activeTextEditor?.document.getText() ?? '';
        seen.go = first.description ?? '';
        return first;
      }
      seen.counts = items.map(({ label }) => label);
      return items.filter(({ picked }) => picked);
    });
    replace(vscode.window, 'showWarningMessage', async (text: string, { detail }: { detail: string }) => {
      seen.asked = `${text} ${detail}`;
      return last;
    });
    return seen;
  }

  async function openBoth() {
    const store = await openStore(freshFolder());
    await store.put(...everything, markOf('ask-first', 'other', { who: ['Zuleika Costa'], what: 'x' }));
    const { session } = await openJournal();
    await session.put(aMoment('both', { who: ['Zuleika', 'Jo'] }));
    await session.put(aMoment('weekly', { who: ['Jo'], what: 'asked Zuleika' }));
    const openPractice: OpenPractice = () => practiceForgetPlace(store);
    return { store, session, openPractice };
  }

  it('shows what changes in practice beside the moments, counts it, and forgets in both', async () => {
    const { store, session, openPractice } = await openBoth();
    const seen = answering('Zuleika', 'Forget');
    await forgetPerson(session, pages(), openPractice);
    // A moment that is both in the journal and evidence counts once; who is in practice alone is there too.
    deepEqual(sorted(seen.people), ['Jo 2', 'Zuleika 2', 'Zuleika Costa 1']);
    equal(seen.counts[0], '“Zuleika Costa” is somebody else and stays');
    match(seen.page, /## Moments that are changed: 2\n/);
    match(
      seen.page,
      /## In practice, deleted: 1\n\n- Evidence for “ask-first”: 2026-11-25 what happened in alone\n/,
    );
    match(seen.page, /## In practice, changed: 7\n/);
    match(seen.page, /\n- Document: 2026-11-25 About Zuleika\n {2}- title: About \*\*Zuleika\*\*\n/);
    match(seen.page, /\n- Focus of the week from 2026-11-23\n {2}- intention: ask \*\*Zuleika\*\*\n/);
    match(seen.page, /\n- Rating: 2026-11-25 Execution\n {2}- why: /);
    equal(seen.go, '2 moments, 8 in practice');
    match(seen.asked, /practice keeps/);
    equal(session.find('weekly')?.what, 'asked someone');
    equal(store.find('rating', 'r')?.why, 'someone said so');
    deepEqual(store.find('evidence', 'evidence ask-first other')?.moment.who, ['Zuleika Costa']);
  });

  it('changes nothing where it isn’t confirmed', async () => {
    const { store, session, openPractice } = await openBoth();
    answering('Zuleika', 'Cancel');
    await forgetPerson(session, pages(), openPractice);
    equal(session.find('weekly')?.what, 'asked Zuleika');
    equal(store.find('rating', 'r')?.why, 'Zuleika said so');
  });

  it('asks nothing where practice can’t be changed: a newer version has written there', async () => {
    const shared = freshFolder();
    const header = practiceSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
    const newer = `${header.replace('"version":1', '"version":2')}\n`;
    await writeText(vscode.Uri.joinPath(shared, 'practice', 'w-0000.jsonl'), newer);
    const store = await openStore(shared);
    const { session } = await openJournal();
    await session.put(aMoment('a', { who: ['Zuleika'] }));
    const seen = answering('Zuleika', 'Forget');
    const error = await rejects(
      forgetPerson(session, pages(), () => practiceForgetPlace(store)),
      UserError,
    );
    match(error.message, /^A newer version of Belay has written to .*practice, so this one only reads it\./);
    deepEqual(seen.people, []);
    deepEqual(session.find('a')?.who, ['Zuleika']);
  });
});
