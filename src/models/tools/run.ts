import * as vscode from 'vscode';
import { isOff, journalSetting, mayUseJournal } from '../consent';
import type { ModelsPorts } from '../ports';
import { coachingComment, searchGuide } from './guideTools';
import { logMoment, searchMoments, startStory } from './journalTools';
import type { ToolName } from './names';
import type { CheckedTool } from './tool';

const tools: Readonly<Record<ToolName, CheckedTool>> = {
  belay_search_guide: searchGuide,
  belay_coaching_comment: coachingComment,
  belay_search_moments: searchMoments,
  belay_log_moment: logMoment,
  belay_start_story: startStory,
};

/** What VS Code asks before it runs a tool; nothing where the tool will only say that it is off. */
export function prepareTool(name: ToolName, input: unknown): vscode.PreparedToolInvocation | undefined {
  return refusalOf(tools[name]) === undefined ? tools[name].prepare(input) : undefined;
}

/** Runs a tool with what a model gave it. Fails, with what the model may know of it, where it can't be done. */
export async function runTool(
  name: ToolName,
  input: unknown,
  ports: ModelsPorts,
): Promise<vscode.LanguageModelToolResult> {
  const refusal = refusalOf(tools[name]);
  if (refusal !== undefined) {
    throw new Error(refusal);
  }
  const result = await tools[name].run(input, ports);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(result))]);
}

/** Why a tool isn't run. */
function refusalOf({ isOverJournal }: CheckedTool): string | undefined {
  if (isOff()) {
    return vscode.l10n.t('AI features are turned off in VS Code’s settings.');
  }
  return isOverJournal && !mayUseJournal()
    ? vscode.l10n.t(
        'Tools over the journal are off: moments are notes about people. The user can turn them on for this workspace with the setting {0}.',
        journalSetting,
      )
    : undefined;
}
