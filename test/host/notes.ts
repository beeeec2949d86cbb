import * as vscode from 'vscode';
import { NoteComment } from '../../src/coaching/notes/comment';
import { NotesRoom } from '../../src/coaching/notes/room';
import { ok, until } from './assert';
import { type ContextOptions, createContext, freshFolder } from './context';
import { writeText } from './journals';
import { held, replace } from './perTest';
import { RecordingReporter } from './reporter';

/** Code with lines that can't be mistaken for each other. */
export const code = [
  'export function sum(numbers: number[]): number {',
  '  let total = 0;',
  '  for (const number of numbers) {',
  '    total += number;',
  '  }',
  '  return total;',
  '}',
  '',
  'export function mean(numbers: number[]): number {',
  '  return sum(numbers) / numbers.length;',
  '}',
  '',
].join('\n');

/** A window's review notes on storage of its own or on that of `options`, with the threads that VS Code is given. */
export class NotesWindow {
  private constructor(
    readonly room: NotesRoom,
    readonly reporter: RecordingReporter,
    readonly made: readonly vscode.CommentThread[],
  ) {}

  static async open(options: ContextOptions = {}): Promise<NotesWindow> {
    const reporter = new RecordingReporter();
    const made: vscode.CommentThread[] = [];
    const create = vscode.comments.createCommentController;
    replace(vscode.comments, 'createCommentController', (id: string, label: string) => {
      const controller = create(id, label);
      // VS Code's own object takes no changes.
      return Object.create(controller, {
        createCommentThread: {
          value: (...rest: Parameters<vscode.CommentController['createCommentThread']>) => {
            const thread = controller.createCommentThread(...rest);
            made.push(thread);
            return thread;
          },
        },
        dispose: { value: () => controller.dispose() },
      });
    });
    const room = held(await NotesRoom.open(createContext(options), reporter));
    return new NotesWindow(room, reporter, made);
  }

  /** The comments of a thread, all of them Belay's. */
  comments(thread: vscode.CommentThread): NoteComment[] {
    return thread.comments.filter(comment => comment instanceof NoteComment);
  }

  /** Writes a note on the selected lines of a file, and gives its thread. */
  async add(uri: vscode.Uri, line: number, text: string): Promise<vscode.CommentThread> {
    const thread = await this.begin(uri, line);
    await this.room.newNotes.save(type(this.comments(thread)[0], text));
    return thread;
  }

  /** Begins a note on a line from 0, and gives its thread. */
  async begin(uri: vscode.Uri, line: number): Promise<vscode.CommentThread> {
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(uri, { selection });
    await this.room.newNotes.add();
    const thread = this.made.at(-1);
    ok(thread, 'a thread was made');
    return thread;
  }

  /** The thread on `uri` that shows `text`, once there is one. */
  async threadOf(uri: vscode.Uri, text: string): Promise<vscode.CommentThread> {
    const find = () =>
      this.made.findLast(
        thread => thread.uri.toString() === uri.toString() && this.comments(thread)[0]?.kept === text,
      );
    await until(`there is a thread of ${text}`, () => find() !== undefined);
    return find() as vscode.CommentThread;
  }
}

/** A comment as VS Code hands it to a command: with what stands in its box. */
export function type(comment: NoteComment | undefined, text: string): NoteComment {
  ok(comment, 'there is a comment');
  comment.body = new vscode.MarkdownString(text);
  return comment;
}

/** A file of `code` in a folder of the test's own. */
export async function codeFile(name = 'numbers.ts', text = code): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(freshFolder(), name);
  await writeText(uri, text);
  return uri;
}

/** Storage as VS Code gives it to a window. */
export function freshStorage(): vscode.Uri {
  return vscode.Uri.joinPath(freshFolder(), 'a1b2c3', 'belay.belay');
}

/** Puts lines above a line of a file. */
export async function insertAbove(uri: vscode.Uri, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, 0), text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit is applied');
}
