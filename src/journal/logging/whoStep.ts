import * as vscode from 'vscode';
import { type Person, personKey } from '../../people';
import { plainLabel } from '../../platform/plainMessage';
import { type StepButton, type StepEnd, type StepFrame, showStep } from '../../platform/steps';
import { parseNames } from '../moment';

/** A step that asks for people: known ones to tick, new ones to type. */
export interface WhoStep {
  readonly placeholder: string;
  /** Who is ticked. */
  readonly value: readonly string[];
  /** Who is listed before the others, with why. */
  readonly offered: readonly { readonly name: string; readonly why: string }[];
  /** Everybody in the journal, in the order in which they are listed. */
  readonly known: readonly Person[];
  readonly buttons: readonly StepButton[];
  describe(person: Person): string;
  changed(names: string[]): void;
}

type NameItem = vscode.QuickPickItem & { readonly name: string };

/** Asks a `WhoStep`. Names that are typed count without being ticked, several with commas between. */
export function askWho(frame: StepFrame, options: WhoStep): Promise<StepEnd> {
  const pick = vscode.window.createQuickPick<NameItem>();
  pick.canSelectMany = true;
  pick.placeholder = options.placeholder;
  const listed = listPeople(options);
  const ticked = new Set(options.value.map(personKey));
  // The list is filled once: VS Code unticks what is filled again, and tells so late.
  pick.items = [...listed.values()];
  pick.selectedItems = pick.items.filter(({ name }) => ticked.has(personKey(name)));

  /** The names that are typed and not ticked, a known one as it is known. */
  const typed = () =>
    parseNames(pick.value)
      .filter(name => !ticked.has(personKey(name)))
      .map(name => listed.get(personKey(name))?.name ?? name);
  const changed = () => {
    const added = typed();
    pick.title = added.length > 0 ? `${frame.title} · + ${added.join(', ')}` : frame.title;
    options.changed([
      ...[...listed].filter(([key]) => ticked.has(key)).map(([, { name }]) => name),
      ...added,
    ]);
  };
  pick.onDidChangeValue(changed);
  pick.onDidChangeSelection(selected => {
    const keys = selected.map(({ name }) => personKey(name));
    if (pick.value !== '' && keys.some(key => !ticked.has(key))) {
      // What was typed was for finding somebody.
      pick.value = '';
    }
    ticked.clear();
    for (const key of keys) {
      ticked.add(key);
    }
    changed();
  });
  return showStep(pick, frame, options.buttons, () => {
    changed();
    return true;
  });
}

/** Who is listed, by key: those ticked, those offered, then everybody known. */
function listPeople({ value, offered, known, describe }: WhoStep): Map<string, NameItem> {
  const listed = new Map<string, NameItem>();
  const told = new Map(known.map(person => [personKey(person.name), describe(person)]));
  for (const { name, why } of [
    ...value.map(name => ({ name, why: undefined })),
    ...offered,
    ...known.map(({ name }) => ({ name, why: undefined })),
  ]) {
    const key = personKey(name);
    const description = why ?? told.get(key);
    if (key !== '' && !listed.has(key)) {
      listed.set(key, { name, label: plainLabel(name), ...(description ? { description } : {}) });
    }
  }
  return listed;
}
