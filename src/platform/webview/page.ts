import * as v from 'valibot';
import { type Channel, openChannel } from '../channel';
import { messageOf } from '../errors';

/** What VS Code gives a webview page. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** A page's ties to the extension. */
export interface Page<Data, Out> {
  readonly vscode: VsCodeApi;
  /** What the page was born with. */
  readonly data: Data;
  readonly channel: Channel<Out>;
}

/** What a page can always say: that something went wrong in it, for the log. */
interface Problem {
  readonly type: 'problem';
  readonly message: string;
}

/** Ties the page to the extension. What breaks in the page from now on is told there. To be called once. */
export function connectPage<Out, Data extends v.GenericSchema, In extends v.GenericSchema>(
  schemas: { readonly data: Data; readonly incoming: In },
  receive: (message: v.InferOutput<In>) => void,
): Page<v.InferOutput<Data>, Out | Problem> {
  const vscode = acquireVsCodeApi();
  const tell = (message: string) => channel.send({ type: 'problem', message });
  const channel = openChannel<Out | Problem, In>(
    {
      post: message => vscode.postMessage(message),
      listen: listener => {
        const hear = (event: MessageEvent<unknown>) => listener(event.data);
        window.addEventListener('message', hear);
        return () => window.removeEventListener('message', hear);
      },
    },
    schemas.incoming,
    receive,
    tell,
  );
  window.addEventListener('error', event => tell(messageOf(event.error)));
  const data = v.parse(schemas.data, JSON.parse(document.getElementById('belay-data')?.textContent ?? ''));
  return { vscode, data, channel };
}
