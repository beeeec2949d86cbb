import * as vscode from 'vscode';
import { addDays, localDay } from '../../platform/days';
import { formatDay } from '../../platform/formatDay';
import { withLateProgress } from '../../platform/lateProgress';
import { vocabularyWords } from '../../vocabularyWords';
import { createDocument, headingOf } from '../documents';
import type { PracticeRoom } from '../room';
import { type CareerWords, careerAgenda } from './career';
import { goneText } from './words';

/** So many days before it count: about three months. */
const daysBack = 92;

/** `Belay: Prepare a Career Conversation`: an agenda made from all journals and the plan, to be edited. */
export async function prepareCareerConversation({ store, library, ports }: PracticeRoom): Promise<void> {
  const moments = await withLateProgress(
    vscode.l10n.t('Reading the journals of all workspaces…'),
    async token => {
      const signal = { aborted: false };
      token.onCancellationRequested(() => {
        signal.aborted = true;
      });
      const [here, elsewhere] = await Promise.all([
        ports.journal.moments(),
        ports.journal.elsewhere({ signal }),
      ]);
      return [...here, ...elsewhere.flatMap(journal => journal.moments)].sort(
        (a, b) => Date.parse(b.when) - Date.parse(a.when),
      );
    },
  );
  const today = localDay(new Date());
  const text = careerAgenda(
    {
      today,
      since: addDays(today, -daysBack),
      moments,
      evidence: store.all('evidence'),
      done: store.all('done'),
      exercises: library.exercises,
      ratings: store.all('rating'),
      levels: library.content.levels,
    },
    careerWords(),
  );
  await createDocument(store, {
    kind: 'career',
    title: headingOf(text) ?? vscode.l10n.t('Career conversation'),
    text,
  });
}

function careerWords(): CareerWords {
  const { dimensions, skills } = vocabularyWords();
  return {
    dimensions,
    skills,
    title: day => vscode.l10n.t('Career conversation, {0}', day),
    day: day => formatDay(day, { dateStyle: 'medium' }),
    howTo: vscode.l10n.t(
      'Strike out what doesn’t belong into this talk, and decide whom to name. Lines like this one stay out when you run Belay: Export Document…',
    ),
    want: vscode.l10n.t('What I want'),
    wantHint: vscode.l10n.t(
      'Which role, and why, in two sentences. “I want to find out whether it suits me” is a clear request.',
    ),
    feedback: vscode.l10n.t('Growth feedback that I ask for'),
    hesitate: vscode.l10n.t(
      'If a team needed a manager tomorrow, what would make you hesitate to give it to me?',
    ),
    thin: (subject, level, moments) =>
      moments === 0
        ? vscode.l10n.t(
            '{0}: I rate myself “{1}”, and noted nothing in three months that shows it. What have you seen?',
            subject,
            level,
          )
        : moments === 1
          ? vscode.l10n.t(
              '{0}: I rate myself “{1}”, and noted one moment in three months that shows it. What have you seen?',
              subject,
              level,
            )
          : vscode.l10n.t(
              '{0}: I rate myself “{1}”, and noted {2} moments in three months that show it. What have you seen?',
              subject,
              level,
              moments,
            ),
    learned: (day, learned) =>
      vscode.l10n.t('On {0} I noted that I learned this: “{1}” Has it shown since?', day, learned),
    opportunities: vscode.l10n.t('Opportunities and stretch assignments that I ask for'),
    done: text => vscode.l10n.t('Done looks like this: {0}', text),
    allDone: vscode.l10n.t('The plan’s exercises for this are all done. What would be a size larger?'),
    evidence: vscode.l10n.t('What I did in the last three months'),
    noMoments: vscode.l10n.t('The journal has no moments of this time. Which two or three come to mind?'),
    other: vscode.l10n.t('Other moments'),
    counts: exercise => vscode.l10n.t('evidence for “{0}”', exercise),
    gone: goneText(),
    more: count => (count === 1 ? vscode.l10n.t('… and 1 more.') : vscode.l10n.t('… and {0} more.', count)),
    questionsToEnd: vscode.l10n.t('Questions to end with'),
    questions: [
      vscode.l10n.t('What would you need to see from me before you backed this?'),
      vscode.l10n.t('What should I stop doing, so that there is room for it?'),
      vscode.l10n.t('Who else should hear of it, and from whom?'),
      vscode.l10n.t('When do we look at it again?'),
    ],
    agreed: vscode.l10n.t('What we agreed'),
    agreedColumns: [vscode.l10n.t('What'), vscode.l10n.t('Who'), vscode.l10n.t('Until')],
  };
}
