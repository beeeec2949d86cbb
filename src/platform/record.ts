/** What `value` has beside the keys that `schema` knows. */
export function unknownKeys(
  schema: { readonly entries: object },
  value: object = {},
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !Object.hasOwn(schema.entries, key)));
}

/** `value` without the keys that have no value. */
export function withoutUndefined(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

/** Whether `value` is an object that has keys of its own kind: no list, not `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
