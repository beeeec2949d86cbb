// Assertions for every extension host: Node's own aren't there in the browser's.

/** A failed assertion, and nothing else. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** What a test says of its subject when it fails, before the values. */
function fail(message: string | undefined, problem: string): never {
  throw new AssertionError(message === undefined ? problem : `${message}: ${problem}`);
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) => (part === undefined ? '<undefined>' : part), 1);
  return text ?? String(value);
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) {
    fail(message, `got ${show(value)}`);
  }
}

export function equal<T>(actual: T, expected: T, message?: string): void {
  if (!Object.is(actual, expected)) {
    fail(message, `expected ${show(expected)}, got ${show(actual)}`);
  }
}

/** Compares data: arrays and objects by what is in them, everything else as `equal`. */
export function deepEqual<T>(actual: T, expected: T, message?: string): void {
  const path = difference(actual, expected, '');
  if (path !== undefined) {
    fail(message, `differs${path && ` at ${path}`}: expected ${show(expected)}, got ${show(actual)}`);
  }
}

/** Where the two differ first; `undefined` where they don't. */
function difference(a: unknown, b: unknown, path: string): string | undefined {
  if (Object.is(a, b)) {
    return undefined;
  }
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    return path;
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map(key => (key in a && key in b ? difference(a[key], b[key], `${path}/${key}`) : `${path}/${key}`))
    .find(found => found !== undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) {
    fail(message, `expected something like ${String(pattern)}, got ${show(text)}`);
  }
}

/** Waits for `work` to fail with an error of class `kind`, which it gives back. */
export async function rejects<E extends Error>(
  work: PromiseLike<unknown>,
  kind: abstract new (...args: never[]) => E,
): Promise<E> {
  let result: unknown;
  try {
    result = await work;
  } catch (error) {
    if (error instanceof kind) {
      return error;
    }
    return fail(`expected a ${kind.name}`, `got ${String(error)}`);
  }
  return fail(`expected a ${kind.name}`, `it resolved with ${show(result)}`);
}

/** For comparing what has no order of its own. */
export function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

const patienceMs = 10_000;

/** Waits for something that comes by itself, and looks again as soon as the host has done other work. */
export async function until(what: string, condition: () => boolean | PromiseLike<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      fail(undefined, `waited in vain until ${what}`);
    }
    await new Promise(again => setTimeout(again, 20));
  }
}
