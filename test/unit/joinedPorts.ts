import type { MessagePort } from '../../src/platform/channel';

/** Two ports joined in memory. Messages are cloned on the way, as between two real processes. */
export function joinedPorts(): [host: MessagePort, page: MessagePort] {
  const toHost = new Set<(message: unknown) => void>();
  const toPage = new Set<(message: unknown) => void>();
  const port = (out: typeof toHost, incoming: typeof toHost): MessagePort => ({
    post: message => {
      for (const listener of out) {
        listener(structuredClone(message));
      }
    },
    listen: listener => {
      incoming.add(listener);
      return () => incoming.delete(listener);
    },
  });
  return [port(toPage, toHost), port(toHost, toPage)];
}
