import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { PracticePorts } from '../ports';
import type { GrowthTab } from './growthTab';
import { growthPanelType } from './panelType';

/** The picture of growth and the report. Their code is loaded at first use, charts with the first look at them. */
export function registerGrowth(
  { extensionUri }: Pick<vscode.ExtensionContext, 'extensionUri'>,
  reporter: Reporter,
  ports: PracticePorts,
): Disposable {
  const store = new DisposableStore();
  let tab: Promise<GrowthTab> | undefined;
  const enter = () => {
    tab ??= import('./growthTab').then(({ GrowthTab }) =>
      store.add(new GrowthTab(extensionUri, reporter, ports)),
    );
    return tab;
  };
  store.add(registerCommand('belay.showGrowth', reporter, async () => (await enter()).show()));
  store.add(
    vscode.window.registerWebviewPanelSerializer(growthPanelType, {
      deserializeWebviewPanel: async panel => (await enter()).fill(panel),
    }),
  );
  let reports: Promise<Disposable & { write(): Promise<void> }> | undefined;
  store.add(
    registerCommand('belay.growthReport', reporter, async () => {
      reports ??= import('./report/reports').then(({ Reports }) => store.add(new Reports(reporter, ports)));
      await (await reports).write();
    }),
  );
  return store;
}
