import * as v from 'valibot';

/** Whether a schema surely takes a value, which came from JSON, and gives it back as it is. */
export type QuickLook = (json: unknown) => boolean;

/** The schemas that a quick look knows its way in. */
type KnownSchema =
  | v.StringSchema<undefined>
  | v.PicklistSchema<v.PicklistOptions, undefined>
  | v.OptionalSchema<v.GenericSchema, undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.LooseObjectSchema<v.ObjectEntries, undefined>;

type Pipe = readonly v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>[];

/** For what only the schema can judge. */
const unsure: QuickLook = () => false;

/**
 * A check for the many values that are as they should be, which costs less than `schema`: that one copies what
 * it takes. A "no" says nothing: the value may be wrong or only unusual, an unknown key in it say, and is for
 * the schema itself to judge. Since the check is made of the schema, the two can't come to differ.
 */
export function quickLook(schema: v.GenericSchema): QuickLook {
  const known = schema as KnownSchema;
  if ('pipe' in known) {
    return quickLookAtPipe(schema, known.pipe as Pipe);
  }
  switch (known.type) {
    case 'string':
      return json => typeof json === 'string';
    case 'picklist':
      return json => known.options.includes(json as string);
    case 'optional':
      // JSON has no `undefined`; a missing field is seen where its object is looked at.
      return quickLook(known.wrapped);
    case 'array': {
      const lookAtItem = quickLook(known.item);
      return json => Array.isArray(json) && json.every(lookAtItem);
    }
    case 'loose_object':
      return quickLookAtFields(known.entries);
    default:
      return unsure;
  }
}

/** A text or a number that has to meet conditions, or a list that mustn't be too short. */
function quickLookAtPipe(schema: v.GenericSchema, [first, ...actions]: Pipe): QuickLook {
  const [action] = actions;
  if (first?.type === 'array' && actions.length === 1 && action?.type === 'min_length') {
    const { requirement } = action as v.MinLengthAction<unknown[], number, undefined>;
    const lookAtList = quickLook(first as v.GenericSchema);
    return json => lookAtList(json) && (json as unknown[]).length >= requirement;
  }
  // Of a pipe within the pipe only its type would be seen, not that it changes what it takes.
  const isScalar = (first?.type === 'string' || first?.type === 'number') && !('pipe' in first);
  if (!isScalar || !actions.every(({ kind }) => kind === 'validation' || kind === 'metadata')) {
    return unsure;
  }
  // Most texts, and nothing but that is asked of them.
  return first.type === 'string' && actions.length === 1 && actions[0]?.type === 'non_empty'
    ? json => typeof json === 'string' && json !== ''
    : json => v.is(schema, json);
}

function quickLookAtFields(entries: v.ObjectEntries): QuickLook {
  const looks = new Map(
    Object.entries(entries).map(([key, field]) => [key, quickLook(field as v.GenericSchema)]),
  );
  const required = Object.keys(entries).filter(key => !mayBeMissing(entries[key] as KnownSchema));
  return json => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return false;
    }
    const fields = json as Readonly<Record<string, unknown>>;
    for (const key in fields) {
      if (!looks.get(key)?.(fields[key])) {
        return false;
      }
    }
    return required.every(key => Object.hasOwn(fields, key));
  };
}

/** Without anything being put in its place. */
function mayBeMissing(field: KnownSchema): boolean {
  return field.type === 'optional' && field.default === undefined;
}
