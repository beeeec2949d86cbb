import * as vscode from 'vscode';
import { type StepButton, type StepEnd, type StepFrame, showStep } from '../platform/steps';
import { parseNames } from './moment';
import { type Person, personKey } from './people';

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
  /** What a name that is typed and not known is called. */
  readonly newName: string;
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
  let typed: NameItem[] = [];

  const draw = () => {
    const typedKeys = new Set(typed.map(({ name }) => personKey(name)));
    const [active] = pick.activeItems;
    const others = [...listed].filter(([key]) => ticked.has(key) || !typedKeys.has(key));
    pick.items = [...others.map(([, item]) => item), ...typed];
    pick.selectedItems = pick.items.filter(item => typed.includes(item) || ticked.has(personKey(item.name)));
    if (active && pick.items.includes(active)) {
      pick.activeItems = [active];
    }
  };
  const names = () => [
    ...[...listed].filter(([key]) => ticked.has(key)).map(([, { name }]) => name),
    ...typed.map(({ name }) => name),
  ];
  const readTyped = (value: string) => {
    typed = parseNames(value)
      .filter(name => !ticked.has(personKey(name)))
      // A known name is written as it is known.
      .map(name => ({ ...(listed.get(personKey(name)) ?? newItem(name)), alwaysShow: true }));
  };
  const newItem = (name: string): NameItem => ({ name, label: name, description: options.newName });
  pick.onDidChangeValue(value => {
    readTyped(value);
    draw();
    options.changed(names());
  });
  pick.onDidChangeSelection(selected => {
    const keys = new Set(selected.filter(item => !typed.includes(item)).map(({ name }) => personKey(name)));
    const isNew = [...keys].some(key => !ticked.has(key));
    for (const key of listed.keys()) {
      if (keys.has(key)) {
        ticked.add(key);
      } else {
        ticked.delete(key);
      }
    }
    if (isNew && typed.length > 0) {
      // What was typed was for finding somebody.
      pick.value = '';
      typed = [];
      draw();
    }
    options.changed(names());
  });
  draw();
  return showStep(pick, frame, options.buttons, () => {
    options.changed(names());
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
      listed.set(key, { name, label: name, ...(description ? { description } : {}) });
    }
  }
  return listed;
}
