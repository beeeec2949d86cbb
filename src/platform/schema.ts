import * as v from 'valibot';

/** What a schema found, in words for whoever wrote the data; valibot's own talk of types. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object' && issue.type !== 'object' && issue.type !== 'loose_object') {
    return issue.message;
  }
  if (issue.expected === 'never') {
    return 'unknown key';
  }
  if (issue.received !== 'undefined') {
    return 'it must be a map, key: value on a line each';
  }
  return issue.path ? 'it is missing' : issue.message;
}

/** The value of JSON `text`; `undefined` where it is no JSON or not what `schema` describes. */
export function parseJson<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = v.safeParse(schema, json);
  return result.success ? result.output : undefined;
}
