import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pageAddress } from './address';
import { launchBrowser } from './browser';
import { createHome, type Home } from './home';
import { installVsCode } from './install';
import { addFixture } from './installed';
import { startServer } from './server';
import { versions } from './versions';
import { installExtension, packageExtension } from './vsix';
import { Workbench } from './workbench';

/** `npm run screenshots`: makes the README's pictures from the running product. */
const folder = resolve('media', 'screenshots');
await mkdir(folder, { recursive: true });
const vscode = await installVsCode(versions.newest);
const vsix = await packageExtension();
const browser = await launchBrowser();

/** Has a window in a home of its own shown to `look`, which takes pictures. */
async function picture(
  {
    settings,
    prepare,
  }: { settings?: Readonly<Record<string, unknown>>; prepare?(home: Home): Promise<void> },
  look: (window: Workbench, take: (name: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const home = await createHome('screenshots', {
    'workbench.colorTheme': 'Default Dark Modern',
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    ...settings,
  });
  // First: installing writes the list of all that is there.
  await prepare?.(home);
  await installExtension(vscode, vsix, home.dataFolder, home.extensionsFolder);
  const server = await startServer(vscode, home);
  const window = await Workbench.create(browser, { width: 1200, height: 720 });
  try {
    await window.open(pageAddress(server, { folder: (await home.createWorkspace()).folder }));
    await look(window, name => window.page.screenshot({ path: join(folder, `${name}.png`) }));
  } finally {
    await window.close();
    await server.stop();
    await home.remove();
  }
}

async function showBelay(window: Workbench, take: (name: string) => Promise<unknown>): Promise<void> {
  const step = (number: number) =>
    window.quickInput.getByText(`Log Mentoring Moment (${number}/7)`).waitFor();

  await window.openFile('retry.ts');
  await window.goTo(9);
  await window.press('Shift+ArrowDown', 'Shift+ArrowDown');
  await window.runCommand('Belay: Log Mentoring Moment…');
  await step(1);
  await window.type('Ana found the race herself, I only asked');
  await take('log');
  await window.press('Enter');
  await step(2);
  await window.type('Ana');
  await window.press('Enter');
  await step(3);
  await window.type('pairing');
  await window.press('Enter');
  await step(4);
  await window.type('people');
  await window.press('Control+Enter');
  const logged = window.notification('Moment logged');
  await logged.waitFor();
  await logged.hover();
  await logged.locator('.codicon-notifications-clear').click();
  await logged.waitFor({ state: 'hidden' });

  await window.runCommand('Belay: Open Guide');
  await window.webview.locator('h1').waitFor();
  await window.resizeSideBar(340);
  await window.openFile('retry.ts');
  await window.goTo(9);
  await window.runCommand('Belay: Insert Coaching Comment…');
  await window.quickInput.getByText('Insert Coaching Comment', { exact: true }).waitFor();
  await take('templates');
  await window.type('edge case');
  await window.press('Enter');
  await window.page.locator('.snippet-placeholder').first().waitFor({ state: 'attached' });
  await window.type('the list of attempts');
  await window.runCommand('Belay: Open Guide');
  await take('belay');

  await window.runCommand('Belay: Guide: Show Contents');
  await window.webview.locator('.contents a', { hasText: 'Levels of delegation' }).click();
  await window.runCommand('Belay: Guide: Open Section in Editor');
  await window.page.locator('.tab.active', { hasText: 'Levels of delegation' }).waitFor();
  await window.runCommand('Belay: Guide: Search…');
  const search = window.page
    .frameLocator('.webview[src*="purpose=webviewView"]')
    .frameLocator('iframe#active-frame')
    .locator('#search');
  await search.fill('delegate');
  await take('guide');

  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await window.runCommand('View: Close All Editors');
  await window.runCommand('Belay: Rehearse Interview Questions');
  await window.webview.getByRole('button', { name: 'I Have Answered' }).click();
  const note = window.webview.getByRole('textbox');
  await note.fill('Begin with the result, then how I got there.');
  await window.webview
    .getByRole('heading', { name: 'What they may ask next' })
    .evaluate(heading => heading.scrollIntoView());
  await take('rehearsal');
}

/** A comment and a model's rephrasing of it; the model is that of the tests. */
async function showModels(window: Workbench, take: (name: string) => Promise<unknown>): Promise<void> {
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await window.openFile('retry.ts');
  await window.goTo(11);
  await window.runCommand('Belay: Add Review Note');
  await window.page.locator('.review-widget .edit-textarea .monaco-editor.focused').waitFor();
  await window.type('This catch is wrong: it just swallows the first error.');
  await window.runCommand('Belay: Rephrase as a Coach');
  await window.notification('A language model’s rephrasing').waitFor();
  await window.page.locator('.editor-actions .codicon-check').waitFor();
  await take('rephrase');
}

try {
  await picture({}, showBelay);
  await picture(
    {
      settings: {
        'chat.disableAIFeatures': false,
        'belayTestModel.answers': {
          'You help a code reviewer':
            '<comment>What should a caller see when all attempts fail? This `catch` keeps the latest error, so the first one, which is often the cause, is lost.</comment>',
        },
      },
      prepare: ({ extensionsFolder }) => addFixture(extensionsFolder, 'model'),
    },
    showModels,
  );
} finally {
  await browser.close();
}
