import * as v from 'valibot';
import { openChannel } from '../../platform/channel';
import { messageOf } from '../../platform/errors';
import { InitialDataSchema, type ToHost, ToPageSchema } from '../protocol';
import { App } from './app';
import { Memory, type VsCodeApi } from './memory';

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const initial = v.parse(
  InitialDataSchema,
  JSON.parse(document.getElementById('belay-data')?.textContent ?? ''),
);

const channel = openChannel<ToHost, typeof ToPageSchema>(
  {
    post: message => vscode.postMessage(message),
    listen: listener => {
      const receive = (event: MessageEvent<unknown>) => listener(event.data);
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  },
  ToPageSchema,
  message => app.receive(message),
  reason => channel.send({ type: 'problem', message: reason }),
);
window.addEventListener('error', event => channel.send({ type: 'problem', message: messageOf(event.error) }));

const app = new App(initial, new Memory(vscode), message => channel.send(message));
channel.send({ type: 'ready' });
