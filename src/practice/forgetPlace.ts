import * as vscode from 'vscode';
import { dayOf } from '../platform/days';
import { messageOf } from '../platform/errors';
import { forgetInSegments } from '../platform/forgetting/forgetSegment';
import type { ForgetPlace } from '../platform/forgetting/place';
import { changesOf, planForget } from '../platform/forgetting/plan';
import type { Dimension, Skill } from '../vocabulary';
import { vocabularyWords } from '../vocabularyWords';
import type { KeptMoment, PracticeEntry, Rating } from './entry';
import { practiceKind } from './forget';
import type { PracticeStore } from './store';

/** What practice keeps of people, read anew. Fails where it can't be read or changed. */
export async function practiceForgetPlace(store: PracticeStore): Promise<ForgetPlace> {
  // Other windows may have written meanwhile.
  await store.refresh();
  store.assertWritable();
  const entries = [...store.entries(), ...store.deleted().map(({ entry }) => entry)];
  return {
    people: keptMoments(entries),
    plan: wish => changesOf(planForget(practiceKind.shape, entries, wish), titleOf),
    async forget(wish) {
      try {
        return await forgetInSegments(practiceKind, wish, transform => store.rewrite(transform));
      } catch (error) {
        return [{ file: store.location.folder.path, reason: messageOf(error) }];
      }
    },
  };
}

/** The moments of which something is kept, the latest first, each once. */
function keptMoments(entries: readonly PracticeEntry[]): KeptMoment[] {
  const byId = new Map<string, KeptMoment>();
  for (const entry of entries) {
    const moments =
      entry.type === 'evidence' ? [entry.moment] : entry.type === 'document' ? (entry.moments ?? []) : [];
    for (const moment of moments) {
      byId.set(moment.id, moment);
    }
  }
  return [...byId.values()].sort((a, b) => Date.parse(b.when) - Date.parse(a.when));
}

/** What an entry is, on one line. */
function titleOf(entry: PracticeEntry): string {
  switch (entry.type) {
    case 'focus':
      return vscode.l10n.t('Focus of the week from {0}', entry.week);
    case 'evidence':
      return vscode.l10n.t(
        'Evidence for “{0}”: {1} {2}',
        entry.exercise,
        dayOf(entry.moment),
        entry.moment.what,
      );
    case 'done':
      return vscode.l10n.t('“{0}” is done', entry.exercise);
    case 'rating':
      return vscode.l10n.t('Rating: {0} {1}', entry.rated.slice(0, 10), subjectName(entry.subject));
    case 'document':
      return vscode.l10n.t('Document: {0} {1}', (entry.changed ?? entry.created).slice(0, 10), entry.title);
    case 'rehearsal':
      return vscode.l10n.t('Rehearsal of “{0}”: {1}', entry.question, entry.rehearsed.slice(0, 10));
    case 'decisionDraft':
      return vscode.l10n.t('Answers on whether management is for you');
  }
}

function subjectName(id: Rating['subject']): string {
  const [list, name] = id.split(':') as ['skill', Skill] | ['dimension', Dimension];
  const { skills, dimensions } = vocabularyWords();
  return list === 'skill' ? skills[name as Skill] : dimensions[name as Dimension];
}
