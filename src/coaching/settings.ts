import * as vscode from 'vscode';
import { type LabelStyle, labelStyles } from './label';
import type { OpeningStyle } from './template';

/** How comments open, as the settings say for the place at `uri`; what isn't one of the choices counts as the default. */
export function openingStyle(uri?: vscode.Uri): OpeningStyle {
  const configuration = vscode.workspace.getConfiguration('belay.comments', uri);
  const wanted: unknown = configuration.get('labelStyle');
  const style: LabelStyle = labelStyles.find(known => known === wanted) ?? 'plain';
  return { style, withDecorations: configuration.get('decorations') !== false };
}
