import { commentFormFor } from '../../src/coaching/languages';
import { deepEqual, equal } from './assert';
import { workspaceFolder } from './context';
import { seesLanguages } from './editors';
import { RecordingLog } from './reporter';

describe('the form of a comment', () => {
  // Over a connection the browser's own extension host is shown those extensions only that run in it.
  it('can be looked up wherever the languages’ extensions are seen: in all hosts but a remote’s browser', () => {
    const inRemotesBrowser = workspaceFolder().scheme === 'vscode-remote';
    equal(seesLanguages(), !inRemotesBrowser);
  });

  const forms = [
    ['typescript', 'line'],
    ['python', 'line'],
    // JSON proper has none, but VS Code's configuration gives it those of JSON with comments.
    ['json', 'line'],
    ['css', 'block'],
    ['html', 'block'],
    ['no-such-language', 'line'],
  ] as const;
  for (const [language, form] of forms) {
    it(`in ${language} is ${form}, whether its extension is seen or not`, async () => {
      const log = new RecordingLog();
      equal(await commentFormFor(language, log), form);
      deepEqual(log.lines, []);
    });
  }
});
