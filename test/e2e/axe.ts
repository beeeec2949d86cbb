import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Workbench } from '../workbench/workbench';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The part of axe's result that is asserted on. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * Runs axe-core in the open webview, which lies in that part of the workbench, and gives what it finds, as
 * `rule: element`; nothing found is an empty list.
 */
export async function axeViolations(window: Workbench, part = 'sidebar'): Promise<string[]> {
  const source = await readFile(axeFile, 'utf8');
  const body = window.webview.locator('body');
  // The page is transparent; axe would take what lies behind it for white.
  const behind = await window.page
    .locator(`.part.${part}`)
    .evaluate(part => getComputedStyle(part).backgroundColor);
  // Evaluated by the debugger, which the page's content security policy doesn't bind.
  const run = async (_body: Element, [script, background]: [string, string]): Promise<AxeResult> => {
    document.documentElement.style.background = background;
    new Function(script)();
    const { axe } = globalThis as unknown as { axe: { run(context: Document): Promise<AxeResult> } };
    return axe.run(document);
  };
  const result = await body.evaluate(run, [source, behind] as [string, string]);
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
