import * as vscode from 'vscode';

/** How a step ended. */
export type StepEnd = 'next' | 'back' | 'cancel' | 'finish';

/** What every step shows around its question. */
export interface StepFrame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One step: asks, and stores what it was told. */
export type Step = (frame: StepFrame) => Promise<StepEnd>;

/** Ends the step that is open, as its buttons do. */
let endOpenStep: ((how: StepEnd) => void) | undefined;

/** Has the step that is open finish its dialogue, where it may; for a key that does what its button does. */
export function finishSteps(): void {
  endOpenStep?.('finish');
}

/**
 * Runs steps as one dialogue: Enter goes on, Back goes back, finishing skips what is left. True when it came to
 * its end, false when it was closed.
 */
export async function runSteps(title: string, steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  for (let step = steps[at]; step; step = steps[at]) {
    switch (await step({ title, step: at + 1, totalSteps: steps.length })) {
      case 'next':
        at += 1;
        break;
      case 'back':
        at -= 1;
        break;
      case 'finish':
        return true;
      case 'cancel':
        return false;
    }
  }
  return true;
}

/** A button of a step, and how it ends the step. */
export interface StepButton extends vscode.QuickInputButton {
  readonly ends: StepEnd;
}

/**
 * A step that asks for a line of text. `changed` hears every keystroke; `refuse` gives the reason why a value can't
 * be accepted; `understood` tells, in the place of the prompt, what the value says, '' where that is nothing.
 */
export interface TextStep {
  readonly prompt: string;
  readonly placeholder: string;
  readonly value: string;
  /** Whether the first key replaces the value; otherwise the cursor is at its end, and nothing is lost by a key. */
  readonly typeOver?: boolean;
  readonly buttons?: readonly StepButton[];
  changed(value: string): void;
  refuse?(value: string): string | undefined;
  understood?(value: string): string;
}

/** Asks a `TextStep`. */
export function askText(frame: StepFrame, options: TextStep): Promise<StepEnd> {
  const input = vscode.window.createInputBox();
  const promptFor = (value: string) => options.understood?.(value) || options.prompt;
  input.prompt = promptFor(options.value);
  input.placeholder = options.placeholder;
  input.value = options.value;
  if (!options.typeOver) {
    input.valueSelection = [options.value.length, options.value.length];
  }
  input.onDidChangeValue(value => {
    input.validationMessage = undefined;
    options.changed(value);
    input.prompt = promptFor(value);
  });
  const isAccepted = () => {
    const reason = options.refuse?.(input.value);
    input.validationMessage = reason;
    return reason === undefined;
  };
  return showStep(input, frame, options.buttons ?? [], isAccepted, isAccepted);
}

/** A step that asks for one of a few. With `skip` the first entry is that. */
export interface ChoiceStep<T extends string> {
  readonly placeholder: string;
  readonly skip?: string;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly detail?: string }[];
  readonly value: T | undefined;
  readonly buttons?: readonly StepButton[];
  chosen(value: T | undefined): void;
}

/** Asks a `ChoiceStep`. */
export function askChoice<T extends string>(frame: StepFrame, options: ChoiceStep<T>): Promise<StepEnd> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T | undefined }>();
  pick.placeholder = options.placeholder;
  // An icon within the label would be read aloud by its name.
  const skip =
    options.skip === undefined
      ? []
      : [{ label: options.skip, iconPath: new vscode.ThemeIcon('dash'), value: undefined }];
  pick.items = [...skip, ...options.choices];
  pick.activeItems = pick.items.filter(item => item.value === options.value);
  const accept = () => {
    const [item] = pick.activeItems;
    if (item) {
      options.chosen(item.value);
    }
    return item !== undefined;
  };
  // Finishing takes what is marked, too: whoever went there means it.
  return showStep(pick, frame, options.buttons ?? [], accept, () => {
    accept();
    return true;
  });
}

/** What an input box and a list have in common. */
export interface StepInput extends vscode.QuickInput {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

/** Shows `input` until it ends; `accept` says whether Enter may go on, `mayFinish` whether what is left may be skipped. */
export function showStep(
  input: StepInput,
  frame: StepFrame,
  buttons: readonly StepButton[],
  accept: () => boolean,
  mayFinish: () => boolean = () => true,
): Promise<StepEnd> {
  return new Promise(resolve => {
    const end = (how: StepEnd) => {
      if (how === 'finish' && !mayFinish()) {
        return;
      }
      if (endOpenStep === end) {
        endOpenStep = undefined;
      }
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve(how);
      input.dispose();
    };
    input.title = frame.title;
    input.step = frame.step;
    input.totalSteps = frame.totalSteps;
    input.buttons = [...(frame.step > 1 ? [vscode.QuickInputButtons.Back] : []), ...buttons];
    input.onDidAccept(() => {
      if (accept()) {
        end('next');
      }
    });
    input.onDidTriggerButton(button => {
      const how =
        button === vscode.QuickInputButtons.Back
          ? 'back'
          : buttons.find(candidate => candidate === button)?.ends;
      if (how) {
        end(how);
      }
    });
    input.onDidHide(() => end('cancel'));
    endOpenStep = end;
    input.show();
  });
}
