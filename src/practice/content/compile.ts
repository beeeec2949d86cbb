import * as v from 'valibot';
import type { FileProblem } from '../../platform/errors';
import type { TextFile } from '../../platform/frontMatter';
import { readYaml } from '../../platform/yamlText';
import { DecisionSchema } from './decision';
import { ExerciseSchema } from './exercise';
import { addExercises, type KnownToExercises } from './exerciseFile';
import { LevelsFileSchema } from './levels';
import { QuestionSchema } from './question';
import { compileQuestions } from './questionFile';

/** What the build makes of `media/practice`. */
export const PracticeContentSchema = v.object({
  exercises: v.array(ExerciseSchema),
  questions: v.array(QuestionSchema),
  levels: LevelsFileSchema,
  decision: DecisionSchema,
  /** Titles of the guide's sections, by their ids: what exercises lead to. */
  sections: v.record(v.string(), v.string()),
});
export type PracticeContent = v.InferOutput<typeof PracticeContentSchema>;

/** The files of `media/practice`. */
export interface PracticeFiles {
  readonly exercises: readonly TextFile[];
  readonly questions: readonly TextFile[];
  readonly levels: TextFile;
  readonly decision: TextFile;
}

/** Compiles Belay's own exercises, questions, levels and situations, or says what is wrong with them. */
export function compilePractice(
  files: PracticeFiles,
  known: KnownToExercises,
): Omit<PracticeContent, 'sections'> | { readonly problems: readonly FileProblem[] } {
  const { exercises, problems: wrongExercises } = addExercises([], files.exercises, 'belay', known);
  const { questions, problems: wrongQuestions } = compileQuestions(files.questions);
  const levels = readYaml(LevelsFileSchema, files.levels);
  const decision = readYaml(DecisionSchema, files.decision);
  const problems = [
    ...wrongExercises,
    ...wrongQuestions,
    ...('problems' in levels ? levels.problems : []),
    ...('problems' in decision ? decision.problems : []),
  ];
  return problems.length > 0 || 'problems' in levels || 'problems' in decision
    ? { problems }
    : {
        exercises: [...exercises],
        questions: [...questions],
        levels: levels.value,
        decision: decision.value,
      };
}
