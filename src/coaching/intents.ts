import type { Intent } from '../vocabulary';

/** The section of the guide that shows the templates of an intent. */
export function pageIdOf(intent: Intent): string {
  return `comments-${intent}`;
}

/** What reviewers want with comments, in the words of the picker and of the guide's pages. */
export const intentTexts: Readonly<
  Record<Intent, { readonly title: string; readonly summary: string; readonly intro: string }>
> = {
  ask: {
    title: 'Ask',
    summary: 'Questions that you don’t know the answer to, and what they are good for.',
    intro:
      'A question is a coaching comment when you don’t know the answer. It lets the author explain, and often find what you would have told them. Say what you looked at and what you expected, so that the question can’t be taken for a verdict with a question mark.',
  },
  suggest: {
    title: 'Suggest',
    summary: 'Changes offered with their reason, for the author to weigh.',
    intro:
      'A suggestion teaches by its reason: the change helps once, the reason helps again wherever it holds. Say what gets better for whom, and leave room for what you can’t see from the review.',
  },
  explain: {
    title: 'Explain why',
    summary: 'What stands behind a convention, a wish or a different view.',
    intro:
      'What everybody on the team knows is news to somebody. An explanation in the review reaches its reader at the moment of need, with their own code as the example.',
  },
  principle: {
    title: 'Point to a principle',
    summary: 'One idea that the code at hand is an example of.',
    intro:
      'A principle is worth naming when it makes the next decision easier without you. Name one, show it in this very code, and say what it costs to ignore it here; a name alone is a verdict in disguise.',
  },
  options: {
    title: 'Offer options',
    summary: 'Two or three ways, each with what it costs; the author decides.',
    intro:
      'Whoever chooses, learns to choose. Give the options that you see with their consequences, say which facts would decide, and leave the decision where the code’s responsibility is.',
  },
  risk: {
    title: 'Raise a risk',
    summary: 'What can go wrong, for whom, how likely, and what would tell us.',
    intro:
      'A risk is easier to hear when it is about what happens, not about what somebody did. Tell the story: the situation, what the user or the colleague meets then, and what would make it safe enough.',
  },
  praise: {
    title: 'Praise something specific',
    summary: 'What works, and why it works, so that it is done again on purpose.',
    intro:
      'Praise is information: which of the author’s many choices was the good one. Name the choice and its effect. It needs no decoration and no “but”.',
  },
  pair: {
    title: 'Pair up',
    summary: 'When talking is quicker, or kinder, than another round of comments.',
    intro:
      'After the second round in a thread, writing costs more than it explains. Offer a short talk with a purpose, and put what came out of it where the next reader finds it.',
  },
  unblock: {
    title: 'Unblock',
    summary: 'Help a change on its way: approve, trust, find the one who knows.',
    intro:
      'A review that waits costs more than most of what it finds. Say what is still needed and what isn’t, and trust the author with the rest.',
  },
  park: {
    title: 'Park for later',
    summary: 'Good ideas that don’t belong in this change, kept where they’re found again.',
    intro:
      'Some of what you see isn’t this change’s to solve. Write down where it goes, so that the idea is kept and the change stays small.',
  },
  optional: {
    title: 'Mark as optional',
    summary: 'Taste, trifles and tips that nobody has to act on.',
    intro:
      'Authors can’t see how much a comment matters to you unless you say it. What is optional says so first, takes one line, and never holds up a change.',
  },
};
