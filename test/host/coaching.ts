import type * as vscode from 'vscode';
import { CoachingRoom } from '../../src/coaching/room';
import { createContext } from './context';
import { held } from './perTest';
import { RecordingReporter } from './reporter';

/** Coaching comments with storage of their own, which nobody else has used; `opened` is what was opened in the guide. */
export function openCoaching(context: vscode.ExtensionContext = createContext()) {
  const reporter = new RecordingReporter();
  const opened: string[] = [];
  const openGuide = async (section: string, heading: string) => {
    opened.push(`${section}#${heading}`);
  };
  return { room: held(new CoachingRoom(context, reporter, { openGuide })), reporter, opened, context };
}
