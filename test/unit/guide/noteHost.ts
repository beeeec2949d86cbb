import { NoteKeeper } from '../../../src/guide/webview/note';

/** A page's note with what it asked of its host. */
export function open(unkept: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const sent: { id: string; text: string }[] = [];
  let changes = 0;
  const keeper = new NoteKeeper(
    new Map(Object.entries(unkept)),
    {
      read: id => asked.push(id),
      keep: (id, text) => sent.push({ id, text }),
    },
    () => {
      changes += 1;
    },
  );
  return { keeper, asked, sent, changes: () => changes };
}
