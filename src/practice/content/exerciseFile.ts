import type { FileProblem } from '../../platform/errors';
import type { Origin } from '../../platform/fields';
import { parseFrontMatter, type TextFile } from '../../platform/frontMatter';
import { type Exercise, ExerciseFrontSchema } from './exercise';

/** Exercises that could be read, and what is wrong in their files. */
export interface CompiledExercises {
  readonly exercises: readonly Exercise[];
  readonly problems: readonly FileProblem[];
}

/** What exercises may refer to beside each other. */
export interface KnownToExercises {
  /** Ids of the guide's sections. */
  readonly sections: ReadonlySet<string>;
}

/**
 * Adds the exercises of `files`, in the order of their names, to `known` ones. One with the id of a known one
 * takes its place. A file that can't be read and a second one of the same id are left out and named; named, but
 * not left out, is one that refers to an exercise or a section that there isn't.
 */
export function addExercises(
  known: readonly Exercise[],
  files: readonly TextFile[],
  origin: Origin,
  { sections }: KnownToExercises,
): CompiledExercises {
  const problems: FileProblem[] = [];
  const exercises = new Map(known.map(exercise => [exercise.id, exercise]));
  const fileOf = new Map<string, string>();
  const references: {
    reason: string;
    file: string;
    line: number;
    id: string;
    among: 'exercise' | 'guide';
  }[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const parsed = parseFrontMatter(ExerciseFrontSchema, file);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const { front, body, lineOf } = parsed;
    const first = fileOf.get(front.id);
    if (first !== undefined) {
      const reason = `id: "${front.id}" is already the id of ${first}`;
      problems.push({ file: file.name, line: lineOf(['id']), reason });
      continue;
    }
    fileOf.set(front.id, file.name);
    exercises.set(front.id, { ...front, origin, markdown: body });
    for (const [index, id] of front.after.entries()) {
      const line = lineOf(['after', index]);
      references.push({
        file: file.name,
        line,
        id,
        among: 'exercise',
        reason: `after: there is no exercise "${id}"`,
      });
    }
    if (front.guide !== undefined) {
      references.push({
        file: file.name,
        line: lineOf(['guide']),
        id: front.guide,
        among: 'guide',
        reason: `guide: there is no section "${front.guide}"`,
      });
    }
  }
  for (const { file, line, id, among, reason } of references) {
    if (!(among === 'guide' ? sections.has(id) : exercises.has(id))) {
      problems.push({ file, line, reason });
    }
  }
  return { exercises: [...exercises.values()], problems };
}
