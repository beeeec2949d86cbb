import { normaliseBreaks } from '../../platform/lineBreaks';
import { type ExportedNote, groupByFile, type NoteWords, withoutEnd } from './exportNotes';

/** Lines of code shown before and after a note's, as in a patch. */
const contextLines = 3;
/** What begins a line that isn't code. Code begins with a blank, as in a patch, so that no line can be taken for the other. */
const noteMark = '# ';

/**
 * Notes in the form of a patch that changes nothing, as reviews by e-mail have it: for each file the lines
 * around its notes, and each note below the lines that it is about, behind `# `. Orphans come before a file's
 * first lines, with what they were about.
 */
export function notesToPatch(notes: readonly ExportedNote[], words: NoteWords): string {
  const files = groupByFile(notes).map(({ path, notes: list }) => {
    const placed = list.filter(({ at }) => at);
    const orphans = list.filter(({ at }) => !at);
    return [
      `--- ${patchPath('a/', path)}`,
      `+++ ${patchPath('b/', path)}`,
      ...orphans.flatMap(note => orphanLines(note, words)),
      ...hunksOf(placed).flatMap(hunk => hunkLines(hunk, words)),
    ].join('\n');
  });
  return files.length === 0 ? '' : `${files.join('\n')}\n`;
}

/** Lines of a file, both ends included, with the notes on them. */
interface Hunk {
  readonly first: number;
  last: number;
  readonly notes: ExportedNote[];
}

function hunksOf(notes: readonly ExportedNote[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const note of notes) {
    const first = Math.max(0, Math.min(note.at?.start ?? 0, lastLineOf(note)) - contextLines);
    const last = Math.min(Math.max(0, note.lines.length - 1), lastLineOf(note) + contextLines);
    const hunk = hunks.at(-1);
    if (hunk && first <= hunk.last + 1) {
      hunk.last = Math.max(hunk.last, last);
      hunk.notes.push(note);
    } else {
      hunks.push({ first, last, notes: [note] });
    }
  }
  return hunks;
}

/** The line that a note stands below: the last of its own that the file has. */
function lastLineOf({ at, lines }: ExportedNote): number {
  return Math.max(0, Math.min(at?.end ?? 0, lines.length - 1));
}

function hunkLines({ first, last, notes }: Hunk, words: NoteWords): string[] {
  const place = `${first + 1},${last - first + 1}`;
  const out = [`@@ -${place} +${place} @@`];
  const lines = notes[0]?.lines ?? [];
  for (let line = first; line <= last; line += 1) {
    out.push(` ${withoutEnd(lines[line] ?? '')}`);
    for (const note of notes.filter(each => lastLineOf(each) === line)) {
      out.push(...noteLines(note, words));
    }
  }
  return out;
}

function orphanLines(exported: ExportedNote, words: NoteWords): string[] {
  const code = exported.note.place.anchor.lines.map(line => `${noteMark}> ${line}`.trimEnd());
  return [`${noteMark}${words.orphan}`, ...code, ...noteLines(exported, words)];
}

function noteLines({ note, at }: ExportedNote, words: NoteWords): string[] {
  const about = at && at.end > at.start ? [`[${words.line(at.start + 1, at.end + 1)}]`] : [];
  const state = note.resolved ? [`[${words.resolved}]`] : [];
  const head = [...about, ...state].join(' ');
  const texts = [note.body, ...note.replies.map(reply => `${words.reply} ${reply.body}`)];
  const lines = texts
    .map(text => normaliseBreaks(text).trim())
    .join('\n\n')
    .split('\n');
  return (head === '' ? lines : [head, ...lines]).map(line => `${noteMark}${line}`.trimEnd());
}

/**
 * A path as Git writes it in a patch: in quotes, with C's escapes, where it has a quote, a backslash or a
 * control character; followed by a tab where it has a blank, so that its end is known.
 */
function patchPath(prefix: string, path: string): string {
  const whole = prefix + path;
  if (/["\\\p{Cc}]/u.test(path)) {
    const escaped = whole.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, char => escapes[char] ?? octal(char));
    return `"${escaped}"`;
  }
  return path.includes(' ') ? `${whole}\t` : whole;
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The bytes of a character in UTF-8, as octal escapes. */
function octal(char: string): string {
  return [...new TextEncoder().encode(char)].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
