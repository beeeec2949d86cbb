import * as vscode from 'vscode';
import type { Reporter } from '../../src/platform/reporting';

/** A log that keeps what it is told. */
export class RecordingLog implements vscode.LogOutputChannel {
  readonly name = 'recording';
  readonly logLevel = vscode.LogLevel.Trace;
  readonly onDidChangeLogLevel = new vscode.EventEmitter<vscode.LogLevel>().event;
  readonly lines: string[] = [];

  readonly trace = this.#write('trace');
  readonly debug = this.#write('debug');
  readonly info = this.#write('info');
  readonly warn = this.#write('warn');
  readonly error = this.#write('error');
  readonly append = this.#write('append');
  readonly appendLine = this.#write('append');
  readonly replace = this.#write('replace');
  readonly clear = this.#write('clear');
  readonly show = this.#write('show');
  readonly hide = this.#write('hide');
  readonly dispose = this.#write('dispose');

  #write(level: string): (...parts: unknown[]) => void {
    return (...parts) => {
      this.lines.push([level, ...parts.map(String)].join(' '));
    };
  }
}

/** A reporter that shows nobody anything and keeps it all. */
export class RecordingReporter implements Reporter {
  readonly log = new RecordingLog();
  readonly reported: unknown[] = [];

  async report(error: unknown): Promise<void> {
    this.reported.push(error);
  }
}
