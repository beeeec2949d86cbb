export interface RetryOptions {
  attempts: number;
  delayMs: number;
}

export async function retry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  let last: unknown;
  for (let i = 0; i < options.attempts; i++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      await new Promise(resolve => setTimeout(resolve, options.delayMs));
    }
  }
  throw last;
}
