import * as vscode from 'vscode';
import type { Strings } from './protocol';

/** The words of the guide's page in the user's language. What stands in braces is filled in by the page. */
export function pageStrings(): Strings {
  const { t } = vscode.l10n;
  return {
    guide: t('Guide'),
    contents: t('Contents'),
    back: t('Back'),
    forward: t('Forward'),
    search: t('Search the guide'),
    searchShort: t('Search'),
    searchResults: t('Search results'),
    found: t('{0} sections found', '{0}'),
    foundOne: t('1 section found'),
    foundNone: t('Nothing found'),
    foundNoneHelp: t(
      'Nothing in the guide matches “{0}”. Try fewer or shorter words; the beginning of a word is enough.',
      '{0}',
    ),
    searchHelp: t('Type a word or two: delegate, feedback, missed deadline.'),
    all: t('All'),
    unread: t('Not read yet'),
    bookmarks: t('Bookmarks'),
    show: t('Show'),
    noBookmarks: t(
      'No bookmarks yet. Open a section and press the bookmark beside its title; it is then listed here.',
    ),
    noUnread: t('You have read every section. Practising them is where the rest is learned.'),
    progress: t('{0} of {1} read, {2} practised', '{0}', '{1}', '{2}'),
    continueWith: t('Continue: {0}', '{0}'),
    started: t('Started'),
    read: t('Read'),
    practised: t('Practised'),
    unopened: t('Not opened yet'),
    bookmarked: t('Bookmarked'),
    bookmark: t('Bookmark this section'),
    copyLink: t('Copy link to this section'),
    openInEditor: t('Open in the editor area'),
    onThisPage: t('On this page'),
    previous: t('Previous: {0}', '{0}'),
    next: t('Next: {0}', '{0}'),
    around: t('Sections before and after this one'),
    reading: t('You are reading this'),
    teamPage: t('A page of your team'),
    untrustedPage: t('A page of this workspace, shown as plain text because you don’t trust the workspace.'),
    notes: t('Your notes'),
    notesHelp: t('Private: they stay on this machine.'),
    notesKept: t('Kept'),
    notesNotKept: t('Not kept yet: {0}', '{0}'),
    practise: t('Practise it'),
    check: t('Check yourself'),
    right: t('Right.'),
    wrong: t('Not quite.'),
    sources: t('Sources'),
    iHaveRead: t('I have read this'),
  };
}
