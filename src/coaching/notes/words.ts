import * as vscode from 'vscode';
import { splitLines } from '../../platform/lineBreaks';
import type { NoteWords } from './exportNotes';
import type { SurveyedNote } from './survey';

/** The words of exports, in the user's language. */
export function noteWords(): NoteWords {
  return {
    title: vscode.l10n.t('Review notes'),
    line: (first, last) =>
      first === last ? vscode.l10n.t('line {0}', first) : vscode.l10n.t('lines {0}–{1}', first, last),
    resolved: vscode.l10n.t('resolved'),
    reply: vscode.l10n.t('Reply:'),
    orphan: vscode.l10n.t('no place any more; it was about'),
  };
}

/** `file:line` where the note is, or was. */
export function placeText({ path, at, note }: SurveyedNote): string {
  return `${path}:${(at?.start ?? note.place.anchor.start) + 1}`;
}

/** What there is to say of a note's state, if anything. */
export function stateText({ note, state }: SurveyedNote): string {
  const place = {
    exact: '',
    likely: vscode.l10n.t('place is likely'),
    unsure: vscode.l10n.t('place is unsure'),
    gone: vscode.l10n.t('its code is gone'),
    missing: vscode.l10n.t('its file is gone'),
    unreadable: vscode.l10n.t('its file can’t be read'),
  }[state];
  return [note.resolved ? vscode.l10n.t('resolved') : '', place].filter(text => text !== '').join(' · ');
}

/** A note's text on one line. */
export function firstLineOf({ note }: SurveyedNote): string {
  return splitLines(note.body.trim())[0] ?? '';
}
