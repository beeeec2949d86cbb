import * as v from 'valibot';

/** What a schema found, in words for whoever wrote the data; valibot's own talk of types. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object' && issue.type !== 'object' && issue.type !== 'loose_object') {
    return issue.message.startsWith('Invalid ') ? plainReason(issue) : issue.message;
  }
  if (issue.expected === 'never') {
    return 'unknown key';
  }
  if (issue.received !== 'undefined') {
    return 'it must be a map, key: value on a line each';
  }
  return issue.path ? 'it is missing' : issue.message;
}

/** What the schema itself didn't put into words. */
function plainReason({ type, requirement, message }: v.BaseIssue<unknown>): string {
  switch (type) {
    case 'string':
      return 'it must be text';
    case 'number':
      return 'it must be a number';
    case 'array':
      return 'it must be a list';
    case 'integer':
      return 'it must be a whole number';
    case 'min_value':
      return `it must be at least ${requirement}`;
    case 'max_value':
      return `it must be at most ${requirement}`;
    case 'non_empty':
      return 'it must not be empty';
    case 'url':
      return 'it must be an address';
    case 'starts_with':
      return `it must begin with ${requirement}`;
    default:
      return message;
  }
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
