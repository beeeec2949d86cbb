/** Runs tasks one after the other, in the order in which they were given. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Settles as `task` does, whose failure is its caller's to handle: the next task starts afresh. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const work = this.#last.then(task);
    this.#last = work.catch(() => undefined);
    return work;
  }
}
