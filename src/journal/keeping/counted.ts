import * as vscode from 'vscode';
import { formatNumber } from '../../platform/formatNumber';

/** So many moments, in the user's language, as a sentence begins. */
export function countedMoments(count: number): string {
  return count === 1 ? vscode.l10n.t('One moment') : vscode.l10n.t('{0} moments', formatNumber(count));
}
