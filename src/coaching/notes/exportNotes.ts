import type { LineRange } from '../../platform/anchors/anchor';
import { normaliseBreaks } from '../../platform/lineBreaks';
import { asInlineCode, fence, quote } from '../../platform/markdownText';
import type { ReviewNote } from './note';

/** A note to export, as it was found. */
export interface ExportedNote {
  readonly note: ReviewNote;
  /** The file as readers of the export call it: within the repository for GitHub, with `/`. */
  readonly path: string;
  /** The file's lines without their line ends, and where the note is in them. An orphan has no place. */
  readonly lines: readonly string[];
  readonly at: LineRange | undefined;
}

/** Words of an export, in the user's language. */
export interface NoteWords {
  readonly title: string;
  /** A line, or lines: `line 3`, `lines 3–5`. */
  readonly line: (first: number, last: number) => string;
  readonly resolved: string;
  readonly reply: string;
  /** The code isn't there any more; what is quoted was there. */
  readonly orphan: string;
}

/** Lines quoted of a long range: the comment is the point. */
const quotedLimit = 30;

/** Notes by file in the order given, those of a file by line, orphans last. */
export function groupByFile(notes: readonly ExportedNote[]): { path: string; notes: ExportedNote[] }[] {
  const files = new Map<string, ExportedNote[]>();
  for (const note of notes) {
    files.set(note.path, [...(files.get(note.path) ?? []), note]);
  }
  const startOf = ({ at }: ExportedNote) => at?.start ?? Number.MAX_SAFE_INTEGER;
  return [...files].map(([path, list]) => ({
    path,
    notes: list.sort((a, b) => startOf(a) - startOf(b)),
  }));
}

/** Notes as a Markdown document: by file and line, with the code, the comment, its answers and whether it is resolved. */
export function notesToMarkdown(notes: readonly ExportedNote[], words: NoteWords): string {
  const files = groupByFile(notes).map(({ path, notes: list }) =>
    [`## ${asInlineCode(path)}`, ...list.map(note => noteToMarkdown(note, words))].join('\n\n'),
  );
  return `${[`# ${words.title}`, ...files].join('\n\n')}\n`;
}

function noteToMarkdown(exported: ExportedNote, words: NoteWords): string {
  const { note, path } = exported;
  const mark = note.resolved ? ` (${words.resolved})` : '';
  return [
    `### ${placeText(exported, words)}${mark}`,
    fence(quotedCode(exported), languageOf(path)),
    ...threadOf(note, words),
  ].join('\n\n');
}

function placeText({ at }: ExportedNote, words: NoteWords): string {
  return at ? words.line(at.start + 1, at.end + 1) : words.orphan;
}

/** The comment and its answers, each a block. */
function threadOf({ body, replies }: ReviewNote, words: NoteWords): string[] {
  return [
    normaliseBreaks(body).trim(),
    ...replies.map(reply => quote(`**${words.reply}** ${normaliseBreaks(reply.body).trim()}`)),
  ];
}

/** The lines that a note is about, or was about where they are gone. */
function quotedCode({ note, lines, at }: ExportedNote): string {
  const code = at ? lines.slice(at.start, at.end + 1).map(withoutEnd) : note.place.anchor.lines;
  const shown = code.length > quotedLimit ? [...code.slice(0, quotedLimit - 1), '…'] : code;
  return shown.join('\n');
}

/** A review as `POST /repos/{owner}/{repo}/pulls/{n}/reviews` takes it (docs.github.com, "Create a review for a pull request"). */
export interface GitHubReview {
  commit_id?: string;
  event: 'COMMENT';
  /** Required with this event. */
  body: string;
  comments: GitHubReviewComment[];
}

/** A comment of a review: `line` counts from 1 in the new file; `start_line` is there for several lines only. */
export interface GitHubReviewComment {
  path: string;
  line: number;
  side: 'RIGHT';
  start_line?: number;
  start_side?: 'RIGHT';
  body: string;
}

/** What a review needs to know of its pull request. */
export interface ReviewOptions {
  /** The commit that the lines are those of. */
  readonly commit?: string;
  /**
   * Whether the pull request shows a line of a file, from 1. GitHub refuses a whole review with 422 where one
   * comment is on a line that the diff doesn't show; such a note goes into the body.
   */
  readonly shows?: (path: string, line: number) => boolean;
}

/** Notes as a review of a pull request on GitHub. Those that have no place in it are told in its body. */
export function notesToGitHubReview(
  notes: readonly ExportedNote[],
  words: NoteWords,
  { commit, shows = () => true }: ReviewOptions = {},
): GitHubReview {
  const comments: GitHubReviewComment[] = [];
  const others: ExportedNote[] = [];
  for (const exported of groupByFile(notes).flatMap(file => file.notes)) {
    const { at, path } = exported;
    if (!at || !shows(path, at.start + 1) || !shows(path, at.end + 1)) {
      others.push(exported);
      continue;
    }
    comments.push({
      path,
      line: at.end + 1,
      side: 'RIGHT',
      ...(at.end > at.start ? { start_line: at.start + 1, start_side: 'RIGHT' as const } : {}),
      body: [
        ...(exported.note.resolved ? [`_${words.resolved}_`] : []),
        ...threadOf(exported.note, words),
      ].join('\n\n'),
    });
  }
  const rest = others.map(
    exported => `#### ${asInlineCode(exported.path)}\n\n${noteToMarkdown(exported, words)}`,
  );
  return {
    ...(commit === undefined ? {} : { commit_id: commit }),
    event: 'COMMENT',
    body: [words.title, ...rest].join('\n\n'),
    comments,
  };
}

function languageOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1] ?? '';
}

/** A line without a `\r` that was left of its end. */
export function withoutEnd(line: string): string {
  return line.replace(/\r+$/, '');
}
