import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readManifest } from '../../l10n/manifest';

describe('The manifest’s texts', () => {
  const { keys, literals } = readManifest({
    name: 'belay',
    displayName: '%displayName%',
    contributes: {
      commands: [
        { command: 'belay.a', title: '%a%', category: 'Belay' },
        { command: 'belay.b', title: 'Do B' },
      ],
      languageModelTools: [
        { name: 'belay_a', displayName: '%tool%', inputSchema: { description: 'For models.' } },
      ],
      chatParticipants: [{ name: 'belay', commands: [{ name: 'story', description: 'Ask.' }] }],
      configuration: {
        properties: { 'belay.x': { enum: ['on', 'off'], enumDescriptions: ['%on%', 'Off.'] } },
      },
    },
  });

  it('are keys of package.nls.json', () => {
    assert.deepEqual(keys, ['displayName', 'a', 'tool', 'on']);
  });

  it('are told where they are written out', () => {
    assert.deepEqual(literals, [
      'contributes.commands[1].title: "Do B"',
      'contributes.chatParticipants[0].commands[0].description: "Ask."',
      'contributes.configuration.properties.belay.x.enumDescriptions[1]: "Off."',
    ]);
  });

  it('mark code in the walkthrough as VS Code reads it there: between two backticks on each side', () => {
    const files = readdirSync('.').filter(name => /^package\.nls.*\.json$/.test(name));
    assert.equal(files.length, 6);
    for (const file of files) {
      const texts = Object.entries(
        JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>,
      );
      for (const [key, text] of texts.filter(([name]) => name.startsWith('walkthrough.'))) {
        assert.doesNotMatch(text.replace(/``[^`]+``/g, ''), /`/, `${file}: ${key}`);
      }
    }
  });
});
