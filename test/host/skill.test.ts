import * as v from 'valibot';
import * as vscode from 'vscode';
import { toolNames } from '../../src/models/tools/names';
import { readText } from '../../src/platform/files';
import { intents } from '../../src/vocabulary';
import { equal, match, ok, until } from './assert';
import { belay } from './context';

const SkillsSchema = v.array(v.object({ path: v.string(), when: v.string() }));
const ListedSchema = v.array(
  v.object({ uri: v.looseObject({ path: v.string() }), type: v.string(), extensionId: v.string() }),
);

const path = 'skills/coaching-review/SKILL.md';
const skillText = () => readText(vscode.Uri.joinPath(belay().extensionUri, path));

describe('the skill for agents', () => {
  it('is in the manifest, named as its folder and described in what agents read of it', async () => {
    const [skill] = v.parse(SkillsSchema, belay().packageJSON.contributes.chatSkills);
    equal(skill?.path, `./${path}`);
    match(skill?.when ?? '', /!config\.chat\.disableAIFeatures/);
    const [, name, description = ''] =
      /^---\nname: (.*)\ndescription: (.*)\n---\n/.exec(await skillText()) ?? [];
    equal(name, 'coaching-review');
    ok(description.length > 100 && description.length <= 1024, `${description.length} characters`);
  });

  it('names only tools that there are, and every intent', async () => {
    const text = await skillText();
    const named = [...text.matchAll(/belay_\w+/g)].map(([tool]) => tool);
    ok(named.length > 0, 'it names tools');
    for (const tool of named) {
      ok(
        toolNames.some(known => known === tool),
        tool,
      );
    }
    // As words of its sentence about them.
    for (const intent of intents) {
      match(text, new RegExp(`\\b${intent}`), intent);
    }
  });

  it('keeps to a length that doesn’t crowd out what an agent is to review', async () => {
    ok((await skillText()).length < 4000, 'it is short');
  });

  it('is known to VS Code where that has skills of extensions', async function () {
    const list = '_listExtensionPromptFiles';
    if (!(await vscode.commands.getCommands()).includes(list)) {
      this.skip();
    }
    await until('it is listed', async () => {
      const listed = v.parse(ListedSchema, await vscode.commands.executeCommand(list));
      return listed.some(
        ({ uri, type, extensionId }) =>
          type === 'skill' && extensionId === 'belay.belay' && uri.path.endsWith(path),
      );
    });
  });
});
