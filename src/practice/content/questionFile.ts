import * as v from 'valibot';
import type { FileProblem } from '../../platform/errors';
import type { TextFile } from '../../platform/frontMatter';
import { problemsOf, readYaml } from '../../platform/yamlText';
import { type Question, QuestionFileSchema, QuestionFrontSchema } from './question';

/** Questions that could be read, and what is wrong in their files. */
export interface CompiledQuestions {
  readonly questions: readonly Question[];
  readonly problems: readonly FileProblem[];
}

/** Reads files of questions. A question with a problem is left out and named with its line; the others are there. */
export function compileQuestions(files: readonly TextFile[]): CompiledQuestions {
  const problems: FileProblem[] = [];
  const questions = new Map<string, Question>();
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const parsed = readYaml(QuestionFileSchema, file);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const { value, lineOf } = parsed;
    for (const [index, item] of value.questions.entries()) {
      const at = ['questions', index];
      const result = v.safeParse(QuestionFrontSchema, item);
      if (!result.success) {
        problems.push(...problemsOf(file.name, result.issues, lineOf, { at, whole: 'question' }));
      } else if (questions.has(result.output.id)) {
        const reason = `id: there is another question "${result.output.id}"`;
        problems.push({ file: file.name, line: lineOf([...at, 'id']), reason });
      } else {
        questions.set(result.output.id, { ...result.output, dimension: value.dimension });
      }
    }
  }
  return { questions: [...questions.values()], problems };
}
