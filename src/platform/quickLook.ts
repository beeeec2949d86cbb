import * as v from 'valibot';

/** Whether a schema surely takes a value, which came from JSON, and gives it back as it is. */
export type QuickLook = (json: unknown) => boolean;

/** The schemas that a quick look knows its way in. */
type KnownSchema =
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.PicklistSchema<v.PicklistOptions, undefined>
  | v.OptionalSchema<v.GenericSchema, undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.LooseObjectSchema<v.ObjectEntries, undefined>;

/** The conditions on texts and numbers that are known likewise. */
type KnownCondition =
  | v.NonEmptyAction<string, undefined>
  | v.MinLengthAction<unknown[], number, undefined>
  | v.MinValueAction<number, number, undefined>
  | v.MaxValueAction<number, number, undefined>
  | v.IntegerAction<number, undefined>
  | v.CheckAction<unknown, undefined>
  | v.RegexAction<string, undefined>
  | v.IsoDateAction<string, undefined>
  | v.IsoTimestampAction<string, undefined>;

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
  const conditions = actions.filter(({ kind }) => kind === 'validation').map(quickCondition);
  const isTyped =
    first.type === 'string'
      ? (json: unknown) => typeof json === 'string'
      : (json: unknown) => typeof json === 'number' && !Number.isNaN(json);
  return conditions.every(condition => condition !== undefined)
    ? allOf([isTyped, ...conditions])
    : json => v.is(schema, json);
}

/** All of `looks`, in their order: a later one is asked only of what those before it take. */
function allOf([first = unsure, second, third, ...rest]: readonly QuickLook[]): QuickLook {
  // Most have two or three, which cost less than a list of them.
  if (!second) {
    return first;
  }
  if (!third) {
    return json => first(json) && second(json);
  }
  const further = rest.length > 0 ? allOf(rest) : undefined;
  return json => first(json) && second(json) && third(json) && (!further || further(json));
}

/** What the validation of a text or a number asks, without a dataset around it; `undefined` where that isn't known here. */
function quickCondition(action: v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>): QuickLook | undefined {
  const known = action as KnownCondition;
  switch (known.type) {
    case 'non_empty':
      return json => json !== '';
    case 'min_value':
      return json => (json as number) >= known.requirement;
    case 'max_value':
      return json => (json as number) <= known.requirement;
    case 'integer':
    case 'check':
      return json => known.requirement(json as never);
    case 'regex':
    case 'iso_date':
    case 'iso_timestamp':
      return json => known.requirement.test(json as string);
    default:
      return undefined;
  }
}

/**
 * A field of an object. The usual kinds are looked at by one loop over the fields: with a call to a function of
 * its own for each of them, a journal's hundred thousand moments take nearly twice as long.
 */
interface Field {
  readonly kind: 'text' | 'texts' | 'word' | 'number' | 'other';
  readonly isRequired: boolean;
  /** The least number; how long the text, or each of the texts, is at least. */
  readonly least: number;
  /** How many texts there are at least. */
  readonly fewest: number;
  readonly words: readonly unknown[];
  /** For other kinds. */
  readonly look: QuickLook;
}

function fieldOf(schema: KnownSchema): Field {
  const value = schema.type === 'optional' && !('pipe' in schema) ? schema.wrapped : schema;
  const other: Field = {
    kind: 'other',
    isRequired: !mayBeMissing(schema),
    least: 0,
    fewest: 0,
    words: [],
    look: quickLook(value),
  };
  return { ...other, ...usualKind(value as KnownSchema) };
}

/** What tells a field of a usual kind from others; nothing where `schema` asks more than its loop looks at. */
function usualKind(schema: KnownSchema): Partial<Field> {
  const { first, actions } = partsOf(schema);
  const [action, second] = actions as readonly KnownCondition[];
  switch (first.type) {
    case 'string': {
      const least = leastLength(schema);
      return least === undefined ? {} : { kind: 'text', least };
    }
    case 'picklist':
      return actions.length === 0 ? { kind: 'word', words: first.options } : {};
    case 'number':
      return actions.length === 2 && action?.type === 'integer' && second?.type === 'min_value'
        ? { kind: 'number', least: second.requirement }
        : {};
    case 'array': {
      const least = leastLength(first.item);
      const fewest = action?.type === 'min_length' ? action.requirement : 0;
      const isUsual = actions.length === 0 || (actions.length === 1 && action?.type === 'min_length');
      return isUsual && least !== undefined ? { kind: 'texts', least, fewest } : {};
    }
    default:
      return {};
  }
}

/** How long a text is at least, where `schema` is of texts and asks no more than that. */
function leastLength(schema: v.GenericSchema): number | undefined {
  const { first, actions } = partsOf(schema as KnownSchema);
  if (first.type !== 'string') {
    return undefined;
  }
  const isNonEmpty = actions.length === 1 && actions[0]?.type === 'non_empty';
  return actions.length === 0 ? 0 : isNonEmpty ? 1 : undefined;
}

/** A schema and what else is asked of its values. One whose pipe begins with a pipe is of no known kind. */
function partsOf(schema: KnownSchema): { first: KnownSchema | { type: 'unknown' }; actions: Pipe } {
  const [first, ...actions] = 'pipe' in schema ? (schema.pipe as Pipe) : [schema];
  return {
    first: first === undefined || 'pipe' in first ? { type: 'unknown' } : (first as KnownSchema),
    actions,
  };
}

function quickLookAtFields(entries: v.ObjectEntries): QuickLook {
  const fields = new Map(Object.entries(entries).map(([key, field]) => [key, fieldOf(field as KnownSchema)]));
  const required = [...fields.values()].filter(({ isRequired }) => isRequired).length;
  return json => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return false;
    }
    const values = json as Readonly<Record<string, unknown>>;
    let missing = required;
    for (const key in values) {
      const field = fields.get(key);
      if (!field || !takes(field, values[key])) {
        return false;
      }
      if (field.isRequired) {
        missing -= 1;
      }
    }
    return missing === 0;
  };
}

/** Whether a field may have that value. */
function takes({ kind, least, fewest, words, look }: Field, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.length >= least;
    case 'texts':
      return Array.isArray(value) && value.length >= fewest && areTexts(value, least);
    case 'word':
      return words.includes(value);
    case 'number':
      return Number.isInteger(value) && (value as number) >= least;
    default:
      return look(value);
  }
}

/** Whether all of `values` are texts of at least that length. A plain loop: `every` calls a function for each. */
function areTexts(values: readonly unknown[], least: number): boolean {
  for (const value of values) {
    if (typeof value !== 'string' || value.length < least) {
      return false;
    }
  }
  return true;
}

/** Without anything being put in its place. */
function mayBeMissing(field: KnownSchema): boolean {
  return field.type === 'optional' && field.default === undefined;
}
