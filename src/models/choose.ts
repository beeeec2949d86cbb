import * as vscode from 'vscode';

const setting = 'models.model';

/**
 * The model to ask: the one that the setting names, else the only one, else the one that the user chooses now,
 * which the setting then names. `'none'` where there is no model, `undefined` where none was chosen.
 */
export async function chooseModel(): Promise<vscode.LanguageModelChat | 'none' | undefined> {
  let models: vscode.LanguageModelChat[];
  try {
    models = await vscode.lm.selectChatModels();
  } catch {
    // Whatever a provider does when it is asked: there is nobody to ask.
    models = [];
  }
  const configuration = vscode.workspace.getConfiguration('belay');
  const wanted = configuration.get(setting);
  const [first, ...others] = models;
  const named = models.find(model => nameOf(model) === wanted);
  if (!first) {
    return 'none';
  }
  if (named || others.length === 0) {
    return named ?? first;
  }
  const items = models.map(model => ({ label: model.name, description: nameOf(model), model }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which language model may rephrase your comments?'),
    placeHolder: vscode.l10n.t('The setting {0} keeps it', `belay.${setting}`),
  });
  if (chosen) {
    await configuration.update(setting, nameOf(chosen.model), vscode.ConfigurationTarget.Global);
  }
  return chosen?.model;
}

const nameOf = ({ vendor, id }: vscode.LanguageModelChat) => `${vendor}/${id}`;
