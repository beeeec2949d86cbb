import * as v from 'valibot';
import * as vscode from 'vscode';
import type { PracticePorts } from '../../src/practice/ports';
import { PracticeRoom } from '../../src/practice/room';
import {
  type InitialData,
  InitialDataSchema,
  type ToHost,
  type ToPage,
  ToPageSchema,
} from '../../src/practice/self/asking/protocol';
import { SelfRoom } from '../../src/practice/self/selfRoom';
import { type ContextOptions, createContext } from './context';
import type { aMoment } from './journals';
import { held, replace } from './perTest';
import { RecordingReporter } from './reporter';
import { FakePanel } from './webviews';

/** A page that asks, as its extension sees it. */
export class AskingPanel extends FakePanel {
  /** What it was told. */
  readonly told: ToPage[] = [];

  constructor() {
    super();
    replace(this.webview, 'postMessage', async (message: unknown) => {
      this.told.push(v.parse(ToPageSchema, message));
      return true;
    });
  }

  /** What the page was born with. */
  get born(): InitialData {
    const [, json = ''] = /id="belay-data"[^>]*>([^<]*)</.exec(this.webview.html) ?? [];
    return v.parse(InitialDataSchema, JSON.parse(json));
  }

  say(...messages: ToHost[]): void {
    for (const message of messages) {
      this.webview.say(message);
    }
  }
}

/** Takes the place of VS Code's webview panels; gives those that were opened. */
export function askingPanels(): AskingPanel[] {
  const opened: AskingPanel[] = [];
  replace(vscode.window, 'createWebviewPanel', () => {
    const panel = new AskingPanel();
    opened.push(panel);
    return panel;
  });
  return opened;
}

/** Practice on storage of its own, with a journal that a test fills. */
export async function openSelf(options: ContextOptions = {}) {
  const reporter = new RecordingReporter();
  const changed = held(new vscode.EventEmitter<void>());
  const moments: ReturnType<typeof aMoment>[] = [];
  const ports: PracticePorts = {
    journal: {
      moments: async () => moments,
      elsewhere: async () => [],
      onDidChange: changed.event,
      open: async () => false,
    },
    logMoment: async () => false,
    openGuide: async () => undefined,
    guideLink: section => `vscode://belay.belay/guide/${section}`,
    reviewMix: async () => ({}),
  };
  const practice = held(await PracticeRoom.open(createContext(options), reporter, ports));
  const self = held(new SelfRoom(practice));
  const log = (moment: ReturnType<typeof aMoment>) => {
    moments.unshift(moment);
    changed.fire();
  };
  return { practice, self, reporter, ports, log };
}
