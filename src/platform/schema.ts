import type * as v from 'valibot';

/** What a schema found, in words for whoever wrote the data; valibot's own talk of types. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object' && issue.type !== 'object' && issue.type !== 'loose_object') {
    return issue.message;
  }
  if (issue.expected === 'never') {
    return 'unknown key';
  }
  return issue.path ? 'it is missing' : issue.message;
}
