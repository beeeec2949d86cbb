/** The shape that VS Code's own disposables have. */
export interface Disposable {
  dispose(): unknown;
}

/** Collects disposables and disposes all of them, newest first; errors are gathered, not hidden. */
export class DisposableStore implements Disposable {
  readonly #items: Disposable[] = [];

  add<T extends Disposable>(item: T): T {
    this.#items.push(item);
    return item;
  }

  dispose(): void {
    const errors: unknown[] = [];
    for (const item of this.#items.splice(0).reverse()) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Disposing failed');
    }
  }
}
