import * as vscode from 'vscode';
import type { Kind, Skill } from '../vocabulary';
import type { Practise } from './section';

/** What the guide needs of other rooms. Each gives whether the user went through with it. */
export interface GuidePorts {
  /** Inserts the template with that snippet prefix where the cursor is. */
  insertTemplate(prefix: string): Promise<boolean>;
  /** Asks for a mentoring moment, its kind and skill preset. */
  logMoment(preset: { readonly kind: Kind; readonly skill?: Skill | undefined }): Promise<boolean>;
}

/** Does what a "Practise it" button says; gives whether it was done rather than cancelled. */
export async function practise(action: Practise, ports: GuidePorts): Promise<boolean> {
  switch (action.do) {
    case 'insert':
      return ports.insertTemplate(action.template);
    case 'log':
      return ports.logMoment({ kind: action.kind, skill: action.skill });
    case 'exercise': {
      const sheet = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: `${action.sheet.trim()}\n`,
      });
      await vscode.window.showTextDocument(sheet);
      return true;
    }
  }
}
