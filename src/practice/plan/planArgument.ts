import * as v from 'valibot';

const ExerciseArgument = v.union([
  v.pipe(
    v.object({ state: v.object({ exercise: v.object({ id: v.string() }) }) }),
    v.transform(({ state }) => state.exercise.id),
  ),
  v.pipe(
    v.object({ exercise: v.string() }),
    v.transform(({ exercise }) => exercise),
  ),
  v.pipe(
    v.object({ missing: v.string() }),
    v.transform(({ missing }) => missing),
  ),
]);

const EvidenceArgument = v.object({
  shown: v.object({ evidence: v.object({ id: v.string(), exercise: v.string() }) }),
});

/** The exercise that a command is given: that of a row, or by its id, as `{ "exercise": "teach-in-one-comment" }`. */
export function exerciseIdIn(argument: unknown): string | undefined {
  const parsed = v.safeParse(ExerciseArgument, argument);
  return parsed.success ? parsed.output : undefined;
}

/** The id of the mark of evidence that a command is given, a row's. */
export function evidenceIdIn(argument: unknown): string | undefined {
  const parsed = v.safeParse(EvidenceArgument, argument);
  return parsed.success ? parsed.output.shown.evidence.id : undefined;
}
