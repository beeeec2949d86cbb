import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Workbench } from '../workbench/workbench';

/** Themes by the name of their kind in a webview. */
export const themes = {
  'vscode-dark': 'Default Dark Modern',
  'vscode-light': 'Default Light Modern',
  'vscode-high-contrast': 'Default High Contrast',
  'vscode-high-contrast-light': 'Default High Contrast Light',
};

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The part of axe's result that is asserted on. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * Runs axe-core in the open webview and gives what it finds, as `rule: element`; nothing found is an empty list.
 * `behind` is the theme's colour of what the webview lies on.
 */
export async function axeViolations(
  window: Workbench,
  behind: 'sideBar' | 'editor' = 'sideBar',
): Promise<string[]> {
  const source = await readFile(axeFile, 'utf8');
  const body = window.webview.locator('body');
  // Evaluated by the debugger, which the page's content security policy doesn't bind.
  const run = async (_body: Element, [script, surface]: [string, string]): Promise<AxeResult> => {
    // The page is transparent; axe would take what lies behind it for white.
    document.documentElement.style.background = `var(--vscode-${surface}-background)`;
    new Function(script)();
    const { axe } = globalThis as unknown as { axe: { run(context: Document): Promise<AxeResult> } };
    return axe.run(document);
  };
  const result = await body.evaluate(run, [source, behind] as [string, string]);
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
