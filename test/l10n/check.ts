// Checks the texts for people: that the English list is the sources', and each language has all of it and nothing else.
import { findProblems } from './findProblems';

const problems = await findProblems();
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`\n${problems.length} problems with texts. npm run l10n writes the English list anew.`);
  process.exitCode = 1;
}
