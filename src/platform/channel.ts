import * as v from 'valibot';

/** One end of a message pipe, as both `vscode.Webview` and a page's window can offer it. */
export interface MessagePort {
  post(message: unknown): void;
  /** Calls `listener` for each arriving message until the returned function is called. */
  listen(listener: (message: unknown) => void): () => void;
}

/** Sends messages of one schema and receives those of another. */
export interface Channel<Out> {
  send(message: Out): void;
  dispose(): void;
}

/**
 * Opens a typed channel over `port`. Nothing reaches `receive` that `incoming` doesn't accept; what it
 * refuses goes to `refused` with the reason, since the two ends may be of different versions.
 */
export function openChannel<Out, In extends v.GenericSchema>(
  port: MessagePort,
  incoming: In,
  receive: (message: v.InferOutput<In>) => void,
  refused: (reason: string) => void,
): Channel<Out> {
  const dispose = port.listen(message => {
    const result = v.safeParse(incoming, message);
    if (result.success) {
      receive(result.output);
    } else {
      refused(v.summarize(result.issues));
    }
  });
  return { send: message => port.post(message), dispose };
}
