import * as vscode from 'vscode';
import { people } from '../../people';
import { dayOf } from '../../platform/days';
import { formatDay } from '../../platform/formatDay';
import { askChoice, askText, type Step, type StepButton } from '../../platform/steps';
import { dimensions, kinds, skills } from '../../vocabulary';
import type { Moment } from '../moment';
import { formatPlace } from '../momentText';
import { shorthandWords } from '../words';
import type { Draft } from './draft';
import { byHand, namesByHand, parseFollowUp, printFollowUp, readDraft } from './draftMoment';
import { describeShorthand, type Understood } from './shorthand';
import { askWho } from './whoStep';

/** What the steps are about. */
export interface LogDialogue {
  /** Changed as the steps are answered. */
  readonly draft: Draft;
  /** Whether somebody has begun to write it before. */
  readonly isKept: boolean;
  /** The journal, the latest moment first. */
  readonly moments: readonly Moment[];
  /** Keeps the draft as it is now. */
  keep(): void;
}

/** The steps of logging a moment: the line, in which all may be said, then a field each. */
export function logSteps(dialogue: LogDialogue): Step[] {
  const { draft, keep } = dialogue;
  const { t } = vscode.l10n;
  const words = shorthandWords();
  const read = () => readDraft(draft, new Date());
  const finish: StepButton = {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: t('Log it now, skip the rest (Ctrl+Enter, ⌘Enter)'),
    ends: 'finish',
  };
  const skipText = t('Enter with nothing typed skips this');
  return [
    frame => askLine(frame, dialogue, finish),
    frame =>
      askWho(frame, {
        placeholder: t('Who did you help? Tick names, or type some: Ana, Jo'),
        value: read().fields.who,
        offered: (draft.offered ?? []).map(name => ({ name, why: t('wrote the comment') })),
        known: people(dialogue.moments),
        describe: ({ last }) =>
          formatDay(dayOf({ when: last }), { day: 'numeric', month: 'short', year: 'numeric' }),
        buttons: [finish],
        changed: names => {
          draft.who = namesByHand(names, read().given.who);
          keep();
        },
      }),
    frame =>
      askChoice(frame, {
        placeholder: t('What kind of moment was it?'),
        skip: t('Skip'),
        choices: kinds.map(value => ({ value, label: words.kinds[value] })),
        value: read().fields.kind,
        buttons: [finish],
        chosen: value => {
          draft.kind = byHand(value, read().given.kind);
          keep();
        },
      }),
    frame =>
      askChoice(frame, {
        placeholder: t('Which of your skills did it practise?'),
        skip: t('Skip'),
        choices: skills.map(value => ({ value, label: words.skills[value] })),
        value: read().fields.skill,
        buttons: [finish],
        chosen: value => {
          draft.skill = byHand(value, read().given.skill);
          keep();
        },
      }),
    frame =>
      askChoice(frame, {
        placeholder: t('Which question of an interview could it answer?'),
        skip: t('Skip'),
        choices: dimensions.map(value => ({ value, label: words.dimensions[value] })),
        value: read().fields.dimension,
        buttons: [finish],
        chosen: value => {
          draft.dimension = byHand(value, read().given.dimension);
          keep();
        },
      }),
    frame =>
      askText(frame, {
        prompt: skipText,
        placeholder: t('What did you learn from it?'),
        value: draft.learned ?? '',
        buttons: [finish],
        changed: value => {
          draft.learned = value;
          keep();
        },
      }),
    frame =>
      askText(frame, {
        prompt: skipText,
        placeholder: t('Is there something to follow up, and when? friday: ask how the rollout went'),
        value: draft.followUp ?? printFollowUp(read().given.followUp),
        buttons: [finish],
        changed: value => {
          draft.followUp = byHand(value, printFollowUp(read().given.followUp)) ?? undefined;
          keep();
        },
        understood: value => {
          const followUp = parseFollowUp(value, new Date());
          return followUp ? describe({ followUp }) : '';
        },
      }),
  ];
}

/** The first step: one line of text and shorthand, and below it what is understood of it. */
function askLine(
  frame: Parameters<Step>[0],
  { draft, isKept, keep }: LogDialogue,
  finish: StepButton,
): ReturnType<Step> {
  const { t } = vscode.l10n;
  const where = draft.place ? ` · ${formatPlace(draft.place)}` : '';
  return askText(frame, {
    prompt: isKept
      ? t('Your draft is still here; Escape keeps it{0}', where)
      : t('Escape keeps what you typed as a draft{0}', where),
    placeholder: t('paired with @Ana on retry logic #execution 30m yesterday !follow-up friday'),
    value: draft.what,
    buttons: [finish],
    changed: value => {
      draft.what = value;
      draft.typedAt = new Date().toISOString();
      keep();
    },
    understood: () => {
      const { line, fields } = readDraft(draft, new Date());
      return describe({ ...line, ...fields });
    },
    refuse: value => {
      if (value.trim() === '') {
        return t('Write what happened, or press Escape to leave');
      }
      return readDraft(draft, new Date()).line.what === ''
        ? t('All of this line is shorthand: say in a few words what happened, too')
        : undefined;
    },
  });
}

function describe(understood: Understood): string {
  return describeShorthand(understood, shorthandWords(), new Date());
}
