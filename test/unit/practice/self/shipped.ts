import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { formatProblems } from '../../../../src/platform/errors';
import { readYaml } from '../../../../src/platform/yamlText';
import { type Decision, DecisionSchema } from '../../../../src/practice/content/decision';
import { type Levels, LevelsFileSchema } from '../../../../src/practice/content/levels';

function shipped<S extends v.GenericSchema>(schema: S, name: string): v.InferOutput<S> {
  const file = { name, text: readFileSync(join(process.cwd(), 'media', 'practice', name), 'utf8') };
  const read = readYaml(schema, file);
  if ('problems' in read) {
    throw new Error(formatProblems(read.problems));
  }
  return read.value;
}

/** The levels as they lie in the repository. */
export const shippedLevels: Levels = shipped(LevelsFileSchema, 'levels.yaml');

/** The situations as they lie in the repository. */
export const shippedDecision: Decision = shipped(DecisionSchema, 'decision.yaml');
