import { initialData, openPageChannel, type VsCodeApi } from '../../../platform/webview/pageChannel';
import { InitialDataSchema, type ToHost, ToPageSchema } from '../protocol';
import { Page } from './page';

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const channel = openPageChannel<ToHost, typeof ToPageSchema>(vscode, ToPageSchema, message =>
  page.receive(message),
);
const page = new Page(initialData(InitialDataSchema), vscode, message => channel.send(message));
channel.send({ type: 'ready' });
