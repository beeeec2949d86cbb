import * as vscode from 'vscode';
import { until } from './assert';
import { workspaceFolder } from './context';
import { writeText } from './journals';
import { atEnd } from './perTest';

const folder = (...below: string[]) => vscode.Uri.joinPath(workspaceFolder(), '.belay', ...below);

/** Where the workspace has its pages, and one of them. */
export const pagesFolder = () => folder('guide');
export const pageAt = (name: string) => folder('guide', name);

/** Where the workspace has that exercise of its team. */
export const exerciseAt = (name: string) => folder('practice', name);

/** An exercise as a team writes it. Its text begins on line 13. */
export function exerciseText(id: string, { title = `Ours: ${id}`, text = `Text of ${id}.` } = {}): string {
  return [
    '---',
    `id: ${id}`,
    `title: "${title}"`,
    'step: start-mentoring',
    'purpose: What it trains.',
    'first: How to begin.',
    'done: When it is done.',
    'evidence:',
    '  counts: What counts.',
    '  kinds: [pairing]',
    '  moments: 2',
    '---',
    text,
    '',
  ].join('\n');
}

/** Writes an exercise of the team into the workspace, for the length of the test. */
export async function writeExercise(name: string, text: string): Promise<void> {
  removeAtEnd();
  await writeText(exerciseAt(name), text);
}

/** Where the workspace has that template of its team. */
export const templateAt = (name: string) => folder('templates', name);

/** A template as people write it. Its text begins on line 5. */
export function templateText(name: string, ...more: string[]): string {
  return ['---', `name: ${name}`, 'label: note', ...more, '---', `Text of ${name}.`, ''].join('\n');
}

/** Writes a template of the team into the workspace, for the length of the test. */
export async function writeTemplate(name: string, text: string): Promise<void> {
  removeAtEnd();
  await writeText(templateAt(name), text);
}

/** A page as a team writes it. Its text begins on line 7. */
export function pageText(id: string, { part = 'Our team', text = `Text of ${id}.` } = {}): string {
  return `---\nid: ${id}\ntitle: Ours\npart: ${part}\nsummary: How we do it.\n---\n${text}\n`;
}

/** Writes a page into the workspace, for the length of the test. */
export async function writePage(name: string, text: string): Promise<void> {
  removeAtEnd();
  await writeText(pageAt(name), text);
}

/** Has all that is the team's gone from the workspace when the test has ended. */
export function removeAtEnd(): void {
  atEnd(async () => {
    const entries = await vscode.workspace.fs.readDirectory(workspaceFolder());
    if (entries.some(([name]) => name === '.belay')) {
      await vscode.workspace.fs.delete(folder(), { recursive: true });
    }
  });
}

/** What the Problems panel says of a file of the team: `line: reason`, the line from 1. */
export function problemsOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/**
 * Makes the folder of the pages, or of another kind of files, and waits until VS Code watches it. Folder by folder: of one that appears with
 * something in it, its watcher misses what is in it for good.
 */
export async function watchedPagesFolder(kind: 'guide' | 'templates' | 'practice' = 'guide'): Promise<void> {
  removeAtEnd();
  const probes = vscode.workspace.createFileSystemWatcher('**/.belay/**/*.probe');
  try {
    const seen = new Set<string>();
    probes.onDidCreate(uri => seen.add(uri.path));
    for (const path of [folder(), folder(kind)]) {
      await vscode.workspace.fs.createDirectory(path);
      const written: string[] = [];
      await until(`${path.path} is watched`, async () => {
        const probe = vscode.Uri.joinPath(path, `${written.length}.probe`);
        await writeText(probe, '');
        written.push(probe.path);
        return written.some(name => seen.has(name));
      });
    }
  } finally {
    probes.dispose();
  }
}
