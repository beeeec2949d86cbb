import * as v from 'valibot';
import * as vscode from 'vscode';
import { GrowthTab } from '../../src/practice/growth/growthTab';
import {
  type InitialData,
  InitialDataSchema,
  type ToPage,
  ToPageSchema,
} from '../../src/practice/growth/protocol';
import type { PracticeMoment } from '../../src/practice/moment';
import type { MomentsElsewhere, PracticePorts } from '../../src/practice/ports';
import { until } from './assert';
import { belay } from './context';
import { held, replace } from './perTest';
import { RecordingReporter } from './reporter';
import { FakePanelOf, FakeWebviewOf } from './webviews';

/** A webview that the page of the growth tab could be in. */
export class GrowthWebview extends FakeWebviewOf<ToPage> {
  constructor() {
    super(ToPageSchema);
  }

  get data(): InitialData {
    return v.parse(InitialDataSchema, this.born);
  }
}

/** What practice is given of other rooms, as a test has it. */
export class FakePorts implements PracticePorts {
  here: readonly PracticeMoment[] = [];
  others: readonly MomentsElsewhere[] = [];
  /** What was asked of other rooms. */
  readonly asked: unknown[] = [];
  readonly #changed = held(new vscode.EventEmitter<void>());
  /** Runs before moments are given. */
  before: () => Promise<void> = async () => undefined;

  readonly journal: PracticePorts['journal'] = {
    moments: async () => {
      await this.before();
      return this.here;
    },
    elsewhere: async () => {
      this.asked.push('elsewhere');
      await this.before();
      return this.others;
    },
    onDidChange: listener => this.#changed.event(listener),
    open: async id => {
      this.asked.push(['open', id]);
      return this.here.some(moment => moment.id === id);
    },
  };

  guideLink(section: string): string {
    return `vscode://belay.belay/guide/${section}`;
  }

  /** Has the journal be that from now on, and tells so. */
  change(here: readonly PracticeMoment[]): void {
    this.here = here;
    this.#changed.fire();
  }

  async logMoment(preset: unknown): Promise<boolean> {
    this.asked.push(['log', preset]);
    return true;
  }

  async openGuide(section: string): Promise<void> {
    this.asked.push(['guide', section]);
  }

  async reviewMix() {
    const month = { praise: 1, question: 2, suggestion: 3, issue: 4, other: 5, findings: 6, heeded: 7 };
    return { '2026-03': month };
  }
}

/** The growth tab over what a test says, and the panels as they are made. */
export function openGrowthTab() {
  const ports = new FakePorts();
  const reporter = new RecordingReporter();
  const made: FakePanelOf<GrowthWebview>[] = [];
  replace(vscode.window, 'createWebviewPanel', (_type: string, title: string) => {
    const panel = growthPanel();
    panel.title = title;
    made.push(panel);
    return panel;
  });
  return { ports, reporter, made, tab: held(new GrowthTab(belay().extensionUri, reporter, ports)) };
}

export function growthPanel(): FakePanelOf<GrowthWebview> {
  return new FakePanelOf(new GrowthWebview());
}

/** Has the page in `webview` ask for moments, and gives what it is told. */
export async function read(webview: GrowthWebview, scope: 'here' | 'everywhere' = 'here') {
  const before = webview.sentOf('data').length;
  webview.say({ type: 'read', scope });
  await until('the page has data', () => webview.sentOf('data').length > before);
  return lastData(webview);
}

/** What the page was told last. */
export function lastData(webview: GrowthWebview) {
  const data = webview.sentOf('data').at(-1);
  if (!data) {
    throw new Error('The page was told nothing');
  }
  return data;
}
