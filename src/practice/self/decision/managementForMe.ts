import * as vscode from 'vscode';
import { localDay } from '../../../platform/days';
import { formatDay } from '../../../platform/formatDay';
import type { Decision } from '../../content/decision';
import { createDocument, openDocument } from '../../documents';
import { decisionDraftId } from '../../entry';
import type { PracticeRoom } from '../../room';
import type { AskingPages } from '../asking/askingPages';
import { resume, withAnswer } from '../asking/progress';
import type { Progress } from '../asking/protocol';
import { chooseReflection } from './chooseReflection';
import { type ReflectionWords, reflectionText } from './reflection';
import { hasAnswers, situationCards } from './situations';

/** What the guide has on the question. */
const sections = [
  'why-engineers-become-managers',
  'manager-or-staff',
  'when-not-to',
  'a-shift-of-identity',
  'talk-with-your-manager',
];

type Room = Pick<PracticeRoom, 'library' | 'store' | 'ports' | 'reporter'>;

/** `Belay: Is Management for Me?`: situations to answer, of which a reflection is made; earlier ones can be opened. */
export async function managementForMe(room: Room, pages: AskingPages): Promise<void> {
  if (pages.reveal('decision')) {
    return;
  }
  // Other windows may have written meanwhile.
  await room.store.refresh();
  const progress = room.store.find('decisionDraft', decisionDraftId);
  const chosen = await chooseReflection(room.store, room.reporter, progress !== undefined);
  if (chosen === 'answer') {
    await askSituations(room, pages, progress);
  } else if (chosen) {
    await openDocument(chosen);
  }
}

async function askSituations(room: Room, pages: AskingPages, kept: Progress | undefined): Promise<void> {
  const { library, store } = room;
  const { decision } = library.content;
  const cards = situationCards(decision, {
    situation: (number, of) => vscode.l10n.t('Situation {0} of {1}', number, of),
    ownWords: (number, of) => vscode.l10n.t('In your own words · {0} of {1}', number, of),
    write: vscode.l10n.t('Your answer'),
  });
  let progress = resume(cards, kept);
  let known = kept;
  /** The progress, with what has become of it since it was kept last: somebody may have been forgotten in it. */
  const current = () => {
    const now = store.find('decisionDraft', decisionDraftId);
    if (now && now !== known) {
      progress = resume(cards, now);
      known = now;
    }
    return progress;
  };
  /** Keeps what isn't a document yet; nothing where nothing is answered. */
  const keep = async (next: Progress) => {
    progress = next;
    if (hasAnswers(next)) {
      await store.put({ type: 'decisionDraft', id: decisionDraftId, ...next });
      known = store.find('decisionDraft', decisionDraftId);
    } else if (store.find('decisionDraft', decisionDraftId)) {
      await store.delete(decisionDraftId);
    }
  };
  await pages.show('decision', {
    title: vscode.l10n.t('Is Management for Me?'),
    cards,
    progress,
    finish: vscode.l10n.t('Write My Reflection'),
    keep: (id, answer) => keep(withAnswer(current(), id, answer)),
    at: id => keep({ ...current(), at: id }),
    ended: async isFinished => {
      if (!hasAnswers(current())) {
        return;
      }
      if (isFinished) {
        await writeReflection(room, decision, progress);
        await store.delete(decisionDraftId);
      } else {
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('Your answers are kept: “Belay: Is Management for Me?” goes on from there'),
          5000,
        );
      }
    },
  });
}

async function writeReflection(
  { library, store, ports }: Room,
  decision: Decision,
  progress: Progress,
): Promise<void> {
  const day = formatDay(localDay(new Date()), { dateStyle: 'medium' });
  const title = vscode.l10n.t('Is management for me? {0}', day);
  const links = sections.flatMap(id => {
    const section = library.content.sections[id];
    return section === undefined ? [] : [{ title: section, address: ports.guideLink(id) }];
  });
  await createDocument(store, {
    kind: 'reflection',
    title,
    text: reflectionText({ title, decision, progress, links }, reflectionWords()),
  });
}

function reflectionWords(): ReflectionWords {
  return {
    intro: vscode.l10n.t(
      'This is what you answered, in the order of the situations. It decides nothing: change it, add to it, talk it over with somebody.',
    ),
    leanings: {
      management: vscode.l10n.t('What drew you'),
      craft: vscode.l10n.t('What would cost you'),
      open: vscode.l10n.t('Open'),
    },
    ownWords: vscode.l10n.t('In your own words'),
    tracks: vscode.l10n.t('The tracks'),
    tryIt: how => vscode.l10n.t('To try it within a month: {0}', how),
    readOn: vscode.l10n.t('To read on in the guide'),
  };
}
