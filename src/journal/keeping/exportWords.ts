import * as vscode from 'vscode';
import type { ExportWords } from '../text/exportMarkdown';
import { momentWords, shorthandWords } from '../words';

/** The words of a journal that is exported for reading, in the user's language. */
export function exportWords(): ExportWords {
  const { t } = vscode.l10n;
  return {
    ...momentWords(),
    title: t('Mentoring moments'),
    dimension: t('Dimension'),
    tags: t('Tags'),
    minutes: t('Minutes'),
    learned: t('What I learned'),
    followUp: t('Follow-up'),
    due: day => t('due {0}', day),
    done: day => t('done {0}', day),
    dimensions: shorthandWords().dimensions,
  };
}
