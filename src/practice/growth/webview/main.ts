import { connectPage } from '../../../platform/webview/page';
import { InitialDataSchema, type ToHost, ToPageSchema } from '../protocol';
import { App } from './app';
import { Memory } from './memory';

const schemas = { data: InitialDataSchema, incoming: ToPageSchema };
const { vscode, data, channel } = connectPage<ToHost, typeof schemas.data, typeof schemas.incoming>(
  schemas,
  message => app.receive(message),
);

const app = new App(data, new Memory(vscode), message => channel.send(message));
