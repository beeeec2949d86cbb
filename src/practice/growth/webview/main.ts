import { initialData, openPageChannel, type VsCodeApi } from '../../../platform/webview/pageChannel';
import { InitialDataSchema, type ToHost, ToPageSchema } from '../protocol';
import { App } from './app';
import { Memory } from './memory';

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const initial = initialData(InitialDataSchema);
const channel = openPageChannel<ToHost, typeof ToPageSchema>(vscode, ToPageSchema, message =>
  app.receive(message),
);
const app = new App(initial, new Memory(vscode), message => channel.send(message));
