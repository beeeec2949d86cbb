import * as vscode from 'vscode';
import { CoachingRoom } from '../../src/coaching/room';
import type { Moment } from '../../src/journal/moment';
import { createFinder } from '../../src/journal/views/find';
import type { ModelsPorts } from '../../src/models/ports';
import { createContext } from './context';
import { atEnd, held } from './perTest';
import { RecordingReporter } from './reporter';

/** What models need of other rooms: coaching as it is, a guide of one section, and a journal of `moments`. */
export function modelsPorts(moments: readonly Moment[] = []): ModelsPorts {
  const reporter = new RecordingReporter();
  const coaching = held(new CoachingRoom(createContext(), reporter, { openGuide: async () => undefined }));
  return {
    guide: { open: async () => ({ find: async () => [] }) },
    coaching: { open: async () => coaching },
    journal: {
      find: async query =>
        createFinder(moments)
          .find(query)
          .map(({ moment }) => moment),
    },
  };
}

/** Turns the tools over the journal on for the open workspace, as long as the test lasts. */
export async function letModelsUseJournal(): Promise<void> {
  const set = (value: true | undefined) =>
    vscode.workspace
      .getConfiguration('belay')
      .update('models.journal', value, vscode.ConfigurationTarget.Workspace);
  atEnd(() => set(undefined));
  await set(true);
}
