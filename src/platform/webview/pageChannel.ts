import * as v from 'valibot';
import { type Channel, openChannel } from '../channel';
import { messageOf } from '../errors';

/** What VS Code gives a webview page. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What a page was born with. */
export function initialData<S extends v.GenericSchema>(schema: S): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(document.getElementById('belay-data')?.textContent ?? ''));
}

/** A page's end of its channel. What goes wrong in the page, a message that it doesn't know say, is told the extension. */
export function openPageChannel<Out, In extends v.GenericSchema>(
  vscode: VsCodeApi,
  incoming: In,
  receive: (message: v.InferOutput<In>) => void,
): Channel<Out | { readonly type: 'problem'; readonly message: string }> {
  const channel = openChannel<Out | { readonly type: 'problem'; readonly message: string }, In>(
    {
      post: message => vscode.postMessage(message),
      listen: listener => {
        const hear = (event: MessageEvent<unknown>) => listener(event.data);
        window.addEventListener('message', hear);
        return () => window.removeEventListener('message', hear);
      },
    },
    incoming,
    receive,
    reason => channel.send({ type: 'problem', message: reason }),
  );
  window.addEventListener('error', event =>
    channel.send({ type: 'problem', message: messageOf(event.error) }),
  );
  return channel;
}
