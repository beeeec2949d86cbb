import type { ForgetKind } from '../platform/forgetting/forgetSegment';
import { shapeOf } from '../platform/forgetting/shape';
import { type PracticeEntry, practiceSegments } from './entry';

/** A moment that is kept in another entry. */
const keptMoment = (path: string) => ({
  people: [`${path}.who`],
  fixed: [`${path}.id`, `${path}.when`],
  others: [path, `${path}.what`, `${path}.workspace`],
});
const evidence = keptMoment('moment');
const grownFrom = keptMoment('moments');

/**
 * Forgetting somebody in what practice keeps. As a moment with nobody else is deleted from the journal, so is what
 * is kept of it here: the mark of evidence that it is, or its place among the moments that a document grew from.
 */
export const practiceKind: ForgetKind<PracticeEntry> = {
  codec: practiceSegments,
  shape: shapeOf(
    {
      people: [...evidence.people, ...grownFrom.people],
      fixed: [
        ...['type', 'id', 'week', 'exercise', 'exercises', 'added', 'done', 'subject', 'rated'],
        ...['kind', 'created', 'changed', 'question', 'rehearsed', 'story', 'mock'],
        // Questions of the decision that Belay asks, and the choices there are.
        ...['at', 'answers.*.choice'],
        ...evidence.fixed,
        ...grownFrom.fixed,
      ],
      others: [
        ...['intention', 'note', 'level', 'why', 'title', 'text', 'questions', 'rating', 'seconds'],
        ...['answers', 'answers.*', 'answers.*.words'],
        ...evidence.others,
        ...grownFrom.others,
      ],
      // A story's text says them too: they are to agree.
      oneWord: ['questions'],
    },
    entry => idsIn(entry as PracticeEntry),
  ),
};

/** Ids that a team or somebody who logs a moment chooses. That of the entry itself isn't among them. */
function idsIn(entry: PracticeEntry): readonly string[] {
  switch (entry.type) {
    case 'focus':
      return entry.exercises;
    case 'evidence':
      return [entry.exercise, entry.moment.id];
    case 'done':
      return [entry.exercise];
    case 'document':
      return (entry.moments ?? []).map(({ id }) => id);
    default:
      return [];
  }
}
