import assert from 'node:assert/strict';
import { openContents, openSection, practiseButton, teamPage, untilTitle, writeTeamPage } from './guideJobs';
import { openGuide } from './jobs';
import { describeOnStage, eventually, untrusted } from './support';

const actions = ['practise:', '  - do: exercise', '    label: Write a handover', '    sheet: "# Handover"'];

describeOnStage('A team’s own pages', {}, stage => {
  it('add a section and replace one, live; a broken one is named in Problems and leaves the rest', async () => {
    const { folder } = stage.workspace;
    await writeTeamPage(folder, 'on-call.md', teamPage('on-call', 'We rotate weekly.', actions));
    const window = await stage.open();
    await openSection(window, 'Page on-call');
    await window.webview.getByText('A page of your team').waitFor();
    await practiseButton(window, 'Write a handover').click();
    await window.page.locator('.editor-instance .view-line', { hasText: 'Handover' }).waitFor();

    await writeTeamPage(folder, 'on-call.md', teamPage('on-call', 'We rotate daily.', actions));
    await window.webview.getByText('We rotate daily.').waitFor();

    await writeTeamPage(folder, 'ours.md', teamPage('execution', 'How we deliver.'));
    await writeTeamPage(folder, 'broken.md', '---\nid: broken\ntitle: Broken\npart: Our team\n---\n');
    await openContents(window);
    await window.webview.locator('.contents a', { hasText: 'Page execution' }).waitFor();
    assert.equal(
      await window.webview.locator('.contents a', { hasText: 'Execution and project management' }).count(),
      0,
    );
    assert.ok((await window.webview.locator('.contents a').count()) >= 45);
    await window.press('Control+Shift+M');
    const problem = window.page.locator('.markers-panel .monaco-list-row', {
      hasText: 'summary: it is missing',
    });
    await problem.waitFor();
    await problem.dblclick();
    await window.page.locator('.tab.active', { hasText: 'broken.md' }).waitFor();

    await writeTeamPage(folder, 'broken.md', undefined);
    await problem.waitFor({ state: 'detached' });
    await writeTeamPage(folder, 'on-call.md', undefined);
    await window.webview.locator('.contents a', { hasText: 'Page on-call' }).waitFor({ state: 'detached' });
  });

  it('show the next section where the one that is being read goes', async () => {
    const { folder } = stage.workspace;
    await writeTeamPage(folder, 'on-call.md', teamPage('on-call', 'We rotate weekly.'));
    const window = await stage.open();
    await openSection(window, 'Page on-call');
    await writeTeamPage(folder, 'on-call.md', undefined);
    await untilTitle(window, 'A change of role');
  });
});

describeOnStage('A team’s pages in an untrusted workspace', untrusted, stage => {
  it('are plain text without actions, until the workspace is trusted', async () => {
    const { folder } = stage.workspace;
    await writeTeamPage(
      folder,
      'on-call.md',
      teamPage('on-call', 'See **[this](https://x.invalid)**.', actions),
    );
    const window = await stage.open();
    await window.page.getByText('Restricted Mode').first().waitFor();
    await openGuide(window);
    await openSection(window, 'Page on-call');
    await window.webview.getByText('See **[this](https://x.invalid)**.').waitFor();
    await window.webview.getByText('shown as plain text because you don’t trust').waitFor();
    assert.equal(await window.webview.locator('.practise, .text a').count(), 0);
    await window.runCommand('Workspaces: Manage Workspace Trust');
    await window.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await eventually(
      'the page’s actions',
      async () => (await practiseButton(window, 'Write a handover').count()) === 1,
    );
    assert.equal(await window.webview.locator('.text a').getAttribute('href'), 'https://x.invalid');
  });
});
