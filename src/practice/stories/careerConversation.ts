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
  const { t } = vscode.l10n;
  const moments = await withLateProgress(t('Reading the journals of all workspaces…'), async token => {
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
  });
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
  await createDocument(store, { kind: 'career', title: headingOf(text) ?? t('Career conversation'), text });
}

function careerWords(): CareerWords {
  const { t } = vscode.l10n;
  const { dimensions, skills } = vocabularyWords();
  return {
    dimensions,
    skills,
    title: day => t('Career conversation, {0}', day),
    day: day => formatDay(day, { dateStyle: 'medium' }),
    howTo: t(
      'Strike out what doesn’t belong into this talk, and decide whom to name. Lines like this one stay out when you run Belay: Export Document…',
    ),
    want: t('What I want'),
    wantHint: t(
      'Which role, and why, in two sentences. “I want to find out whether it suits me” is a clear request.',
    ),
    feedback: t('Growth feedback that I ask for'),
    hesitate: t('If a team needed a manager tomorrow, what would make you hesitate to give it to me?'),
    thin: (subject, level, moments) =>
      moments === 0
        ? t(
            '{0}: I rate myself “{1}”, and noted nothing in three months that shows it. What have you seen?',
            subject,
            level,
          )
        : moments === 1
          ? t(
              '{0}: I rate myself “{1}”, and noted one moment in three months that shows it. What have you seen?',
              subject,
              level,
            )
          : t(
              '{0}: I rate myself “{1}”, and noted {2} moments in three months that show it. What have you seen?',
              subject,
              level,
              moments,
            ),
    learned: (day, learned) =>
      t('On {0} I noted that I learned this: “{1}” Has it shown since?', day, learned),
    opportunities: t('Opportunities and stretch assignments that I ask for'),
    done: text => t('Done looks like this: {0}', text),
    allDone: t('The plan’s exercises for this are all done. What would be a size larger?'),
    evidence: t('What I did in the last three months'),
    noMoments: t('The journal has no moments of this time. Which two or three come to mind?'),
    other: t('Other moments'),
    counts: exercise => t('evidence for “{0}”', exercise),
    gone: goneText(),
    more: count => (count === 1 ? t('… and 1 more.') : t('… and {0} more.', count)),
    questionsToEnd: t('Questions to end with'),
    questions: [
      t('What would you need to see from me before you backed this?'),
      t('What should I stop doing, so that there is room for it?'),
      t('Who else should hear of it, and from whom?'),
      t('When do we look at it again?'),
    ],
    agreed: t('What we agreed'),
    agreedColumns: [t('What'), t('Who'), t('Until')],
  };
}
