import * as v from 'valibot';
import { line, listOf, oneOf } from '../../platform/fields';
import { dimensions, kinds, skills } from '../../vocabulary';

/** What one rates oneself on: `skill:execution`, `dimension:execution`. */
export const subjectIds = [
  ...skills.map(skill => `skill:${skill}` as const),
  ...dimensions.map(dimension => `dimension:${dimension}` as const),
] as const;
export type SubjectId = (typeof subjectIds)[number];

/** How many levels there are. */
export const levelCount = 4;

const about = {
  /** A question to ask oneself. */
  asks: line(140, 'a question'),
  /** What one does on each level, the first one first. */
  behaviours: listOf(line(240, 'a behaviour'), levelCount, levelCount),
  evidence: v.strictObject({
    /** Kinds of moments that show it. */
    kinds: listOf(oneOf(kinds), 1, 4),
  }),
};

/** The file of levels: their names, and what each looks like in each skill and dimension. */
export const LevelsFileSchema = v.strictObject({
  levels: listOf(
    v.strictObject({ name: line(40, 'a name'), means: line(140, 'what it means') }),
    levelCount,
    levelCount,
  ),
  subjects: v.pipe(
    v.array(
      v.union([
        v.strictObject({ skill: oneOf(skills), ...about }),
        v.strictObject({ dimension: oneOf(dimensions), ...about }),
      ]),
    ),
    v.check(
      subjects => new Set(subjects.map(subjectOf)).size === subjectIds.length,
      'each skill and each dimension, once',
    ),
    v.length(subjectIds.length, 'each skill and each dimension, once'),
  ),
});
export type Levels = v.InferOutput<typeof LevelsFileSchema>;
export type Subject = Levels['subjects'][number];

/** The id of a skill's or dimension's entry in the file of levels. */
export function subjectOf(subject: { readonly skill: string } | { readonly dimension: string }): SubjectId {
  return ('skill' in subject ? `skill:${subject.skill}` : `dimension:${subject.dimension}`) as SubjectId;
}
