import * as vscode from 'vscode';
import { addDays } from '../../platform/days';
import { formatDay, formatShortDay } from '../../platform/formatDay';
import { withLateProgress } from '../../platform/lateProgress';
import { vocabularyWords } from '../../vocabularyWords';
import { createDocument, openDocument } from '../documents';
import { focusId } from '../entry';
import { weekFocus } from './focus';
import type { Plan } from './plan';
import { stateText } from './planWords';
import { mondayOf } from './week';
import {
  intentionIn,
  type ReviewMoment,
  type ReviewWords,
  reviewedMonday,
  reviewId,
  weeklyReview,
  weekToReview,
} from './weeklyReview';

/** What begins the line of a review that says the intention. */
function intentionWord(): string {
  return vscode.l10n.t('Intention');
}

/** `Belay: Weekly Review`: opens the week's review, which is begun from the journals where there is none yet. */
export async function writeReview(plan: Plan): Promise<void> {
  const { store } = plan.parts;
  const { today } = plan;
  const reviewOf = (week: string) => store.find('document', reviewId(week));
  const begun = reviewOf(mondayOf(today));
  if (begun) {
    await openDocument(begun);
    return;
  }
  const moments = await momentsEverywhere(plan);
  const monday = weekToReview(today, moments, week => reviewOf(week) !== undefined);
  const focus = weekFocus(plan.states, week => plan.focusOf(week), monday);
  const words = reviewWords(monday);
  await createDocument(store, {
    id: reviewId(monday),
    kind: 'review',
    title: words.title,
    text: weeklyReview({ monday, today, moments, states: plan.states, focus }, words),
  });
}

/** The moments of all workspaces, the latest first: a week is spent in several. */
async function momentsEverywhere({ parts: { ports } }: Plan): Promise<ReviewMoment[]> {
  const here = await ports.journal.moments();
  const others = await withLateProgress(vscode.l10n.t('Reading the journals of all workspaces…'), token => {
    const signal = {
      get aborted() {
        return token.isCancellationRequested;
      },
    };
    return ports.journal.elsewhere({ signal });
  });
  const elsewhere = others.flatMap(({ name, moments }) =>
    moments.map(moment => ({ ...moment, workspace: name })),
  );
  return [...here, ...elsewhere].sort((a, b) => Date.parse(b.when) - Date.parse(a.when));
}

/** Takes the intention of a review that was saved over into the week after it, which shows it. */
export async function takeIntention(plan: Plan, id: string): Promise<void> {
  const { store } = plan.parts;
  const monday = reviewedMonday(id);
  const review = store.find('document', id);
  if (monday === undefined || review?.kind !== 'review') {
    return;
  }
  const next = addDays(monday, 7);
  const before = plan.focusOf(next);
  const intention = intentionIn(review.text, intentionWord());
  if (before?.intention === intention) {
    return;
  }
  const { intention: _before, ...rest } = before ?? {
    type: 'focus' as const,
    id: focusId(next),
    week: next,
    exercises: [],
  };
  await store.put({ ...rest, ...(intention === undefined ? {} : { intention }) });
}

function reviewWords(monday: string): ReviewWords {
  const sunday = addDays(monday, 6);
  const from = formatDay(monday, { day: 'numeric', month: 'long' });
  const to = formatDay(sunday, { day: 'numeric', month: 'long', year: 'numeric' });
  return {
    title: vscode.l10n.t('Weekly review: {0} – {1}', from, to),
    happened: vscode.l10n.t('What happened'),
    nothingHappened: vscode.l10n.t('Nothing was logged. Whom did you help, and what can they do now?'),
    mattered: vscode.l10n.t('Which of these mattered most, and what would you do differently?'),
    day: day => formatDay(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: formatShortDay,
    kinds: vocabularyWords().kinds,
    more: count => vscode.l10n.t('… and {0} more', count),
    away: vscode.l10n.t('Not met for more than three weeks'),
    nobodyAway: vscode.l10n.t('Nobody.'),
    last: (name, day) => vscode.l10n.t('{0} (last on {1})', name, day),
    followUps: vscode.l10n.t('Follow-ups due'),
    noFollowUps: vscode.l10n.t('None.'),
    due: day => vscode.l10n.t('due {0}', day),
    evidence: vscode.l10n.t('Evidence gained'),
    noEvidence: vscode.l10n.t('None this week.'),
    state: stateText,
    focus: vscode.l10n.t('The week’s focus'),
    noFocus: vscode.l10n.t('You chose none. “Belay: Choose This Week’s Focus…” proposes exercises.'),
    howItWent: vscode.l10n.t('How it went'),
    next: vscode.l10n.t('Next week'),
    nextAsks: vscode.l10n.t('One thing that you intend to do. The view Practice shows it all week.'),
    intention: intentionWord(),
  };
}
