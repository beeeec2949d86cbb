import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { readText, readTextIfThere } from '../../src/platform/files';
import { Reports } from '../../src/practice/growth/report/reports';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { freshFolder } from './context';
import { closeEditors } from './editors';
import { FakePorts } from './growths';
import { aMoment } from './journals';
import { held, recordCommands, replace } from './perTest';
import { accept, answering, close, messages } from './questions';
import { RecordingReporter } from './reporter';

const today = new Date().toISOString().slice(0, 10);

/** Reports on a journal with one moment of today. */
function openReports() {
  const ports = new FakePorts();
  ports.here = [aMoment('a', { when: `${today}T10:00:00Z`, what: 'Paired with Ana', who: ['Ana'] })];
  const reporter = new RecordingReporter();
  return { ports, reporter, reports: held(new Reports(reporter, ports)) };
}

/** Has the next lists end with the item of that label, one each; those without a label as they are. */
function choosing(...labels: (string | undefined)[]) {
  const create = vscode.window.createQuickPick;
  replace(vscode.window, 'createQuickPick', () => {
    const pick = create();
    const label = labels.shift();
    const show = pick.show.bind(pick);
    Object.defineProperty(pick, 'show', {
      value: () => {
        const item = pick.items.find(one => one.label === label);
        if (item) {
          // Not set: VS Code first makes another one active, and tells of that at any time.
          Object.defineProperty(pick, 'activeItems', { value: [item] });
        }
        show();
      },
    });
    return pick;
  });
}

/** Has the next dialogue for saving give that file. */
function saveTo(file: vscode.Uri | undefined): vscode.SaveDialogOptions[] {
  const asked: vscode.SaveDialogOptions[] = [];
  replace(vscode.window, 'showSaveDialog', async (options: vscode.SaveDialogOptions) => {
    asked.push(options);
    return file;
  });
  return asked;
}

describe('writing a growth report', () => {
  afterEach(closeEditors);

  it('shows it first, and writes it where the user says', async () => {
    const { reports, reporter } = openReports();
    const commands = recordCommands('markdown.showPreview');
    const said = messages('showInformationMessage', 'Save…');
    const file = vscode.Uri.joinPath(freshFolder(), 'report.md');
    const asked = saveTo(file);
    await answering(reports.write(), accept);
    await until('it is written', async () => (await readTextIfThere(file)) !== undefined);
    const [preview] = commands.filter(([id]) => id === 'markdown.showPreview');
    const uri = preview?.[1];
    ok(uri instanceof vscode.Uri, 'a page is shown');
    const shown = (await vscode.workspace.openTextDocument(uri)).getText();
    match(shown, /^# What I did for others: .+\n\n- 1 moment with 1 person\n/);
    match(shown, /Paired with Ana/);
    equal(await readText(file), shown);
    match(said[0]?.text ?? '', /isn’t written anywhere yet/);
    match(asked[0]?.defaultUri?.path ?? '', new RegExp(`/growth-report-.+-to-${today}\\.md$`));
    deepEqual(reporter.reported, []);
  });

  it('writes HTML to print, with nobody named where that is wanted', async () => {
    const { reports } = openReports();
    recordCommands('markdown.showPreview');
    messages('showInformationMessage', 'Save…');
    const file = vscode.Uri.joinPath(freshFolder(), 'report.html');
    saveTo(file);
    choosing('All time', undefined, 'By dimension', 'Not at all', 'HTML');
    await answering(reports.write(), accept);
    await until('it is written', async () => (await readTextIfThere(file)) !== undefined);
    const html = await readText(file);
    match(html, /^<!DOCTYPE html>\n<html lang="en/);
    match(html, /<p>Paired with a colleague<\/p>/);
    match(html, /<h2>No dimension<\/h2>/);
    ok(!html.includes('Ana'), 'nobody is named');
  });

  it('has the moments of all workspaces where that is wanted', async () => {
    const { reports, ports } = openReports();
    ports.others = [
      { name: 'billing', moments: [aMoment('b', { when: `${today}T09:00:00Z`, what: 'Elsewhere' })] },
    ];
    const commands = recordCommands('markdown.showPreview');
    messages('showInformationMessage');
    choosing(undefined, 'All workspaces');
    await answering(reports.write(), accept);
    const uri = commands.find(([id]) => id === 'markdown.showPreview')?.[1];
    ok(uri instanceof vscode.Uri, 'a page is shown');
    match((await vscode.workspace.openTextDocument(uri)).getText(), /2 moments[\s\S]*Paired[\s\S]*Elsewhere/);
  });

  it('shows and writes nothing where it is closed', async () => {
    const { reports } = openReports();
    const commands = recordCommands('markdown.showPreview');
    const said = messages('showInformationMessage', 'Save…');
    const asked = saveTo(undefined);
    await answering(reports.write(), close);
    deepEqual([commands.filter(([id]) => id === 'markdown.showPreview'), said, asked], [[], [], []]);
  });

  it('is still to be had when the dialogue for saving is closed', async () => {
    const { reports } = openReports();
    recordCommands('markdown.showPreview');
    const file = vscode.Uri.joinPath(freshFolder(), 'report.md');
    const asked = saveTo(undefined);
    const said = messages('showInformationMessage', 'Save…');
    replace(vscode.window, 'showSaveDialog', async () => (asked.push({}) > 1 ? file : undefined));
    await answering(reports.write(), accept);
    await until('it is written', async () => (await readTextIfThere(file)) !== undefined);
    deepEqual([asked.length, said.length >= 2], [2, true]);
  });

  it('says so where there is nothing to report', async () => {
    const { reports, ports } = openReports();
    ports.here = [];
    const error = await rejects(answering(reports.write(), accept), UserError);
    match(error.message, /no moment in that period/);
  });

  it('reads well where VS Code’s Markdown preview is off', async () => {
    const { reports } = openReports();
    messages('showInformationMessage');
    const run = vscode.commands.executeCommand;
    replace(vscode.commands, 'executeCommand', async (id: string, ...rest: unknown[]) => {
      if (id === 'markdown.showPreview') {
        throw new Error('command not found');
      }
      return run(id, ...rest);
    });
    await answering(reports.write(), accept);
    await until(
      'it is in an editor',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'belay-report',
    );
    match(vscode.window.activeTextEditor?.document.getText() ?? '', /Paired with Ana/);
  });
});
