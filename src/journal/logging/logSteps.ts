import * as vscode from 'vscode';
import { people, spellingIn } from '../../people';
import { dayOf } from '../../platform/days';
import { formatDay } from '../../platform/formatDay';
import { askChoice, askText, type Step, type StepButton } from '../../platform/steps';
import { dimensions, kinds, skills } from '../../vocabulary';
import type { Moment } from '../moment';
import { formatPlace } from '../momentText';
import { shorthandWords } from '../words';
import type { Draft } from './draft';
import {
  byHand,
  type DraftFields,
  type DraftReading,
  isLineQuoted,
  namesByHand,
  parseFollowUp,
  printFollowUp,
  readDraft,
} from './draftMoment';
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

/** A value of a field that has one of a few. */
type Chosen<F extends keyof DraftFields> = NonNullable<DraftFields[F]>;

/** The steps of logging a moment: the line, in which all may be said, then a field each. */
export function logSteps(dialogue: LogDialogue): Step[] {
  const { draft, keep } = dialogue;
  const words = shorthandWords();
  const spell = spellingIn(dialogue.moments);
  const read = () => readDraft(draft, new Date(), spell);
  const finish: StepButton = {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: vscode.l10n.t('Log it now, skip the rest (Ctrl+Enter, ⌘Enter)'),
    ends: 'finish',
  };
  const skipText = vscode.l10n.t('Enter with nothing typed skips this');
  const choice =
    <F extends 'kind' | 'skill' | 'dimension'>(
      field: F,
      placeholder: string,
      values: readonly Chosen<F>[],
      labels: Readonly<Record<Chosen<F>, string>>,
    ): Step =>
    frame =>
      askChoice(frame, {
        placeholder,
        skip: vscode.l10n.t('Skip'),
        choices: values.map(value => ({ value, label: labels[value] })),
        value: read().fields[field] ?? undefined,
        buttons: [finish],
        chosen: value => {
          Object.assign(draft, { [field]: byHand(value, read().given[field]) });
          keep();
        },
      });
  return [
    frame => askLine(frame, dialogue, finish, read),
    frame =>
      askWho(frame, {
        placeholder: vscode.l10n.t('Who did you help? Tick names, or type some: Ana, Jo'),
        value: read().fields.who,
        offered: (draft.offered ?? []).map(name => ({ name, why: vscode.l10n.t('wrote it') })),
        known: people(dialogue.moments),
        describe: ({ last }) =>
          formatDay(dayOf({ when: last }), { day: 'numeric', month: 'short', year: 'numeric' }),
        buttons: [finish],
        changed: names => {
          draft.who = namesByHand(names, read().given.who);
          keep();
        },
      }),
    choice('kind', vscode.l10n.t('What kind of moment was it?'), kinds, words.kinds),
    choice('skill', vscode.l10n.t('Which of your skills did it practise?'), skills, words.skills),
    choice(
      'dimension',
      vscode.l10n.t('Which question of an interview could it answer?'),
      dimensions,
      words.dimensions,
    ),
    frame =>
      askText(frame, {
        prompt: skipText,
        placeholder: vscode.l10n.t('What did you learn from it?'),
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
        placeholder: vscode.l10n.t(
          'Is there something to follow up, and when? friday: ask how the rollout went',
        ),
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
  read: () => DraftReading,
): ReturnType<Step> {
  const about = [draft.place && formatPlace(draft.place), draft.link].filter(Boolean);
  const where = about.map(one => ` · ${one}`).join('');
  const begun = draft.what;
  return askText(frame, {
    prompt: isKept
      ? vscode.l10n.t('Your draft is still here; Escape keeps it{0}', where)
      : vscode.l10n.t('Ctrl+Enter (⌘Enter) logs it at once, Escape keeps a draft{0}', where),
    // Also what the input is called where it is read aloud.
    placeholder: vscode.l10n.t(
      'What happened? paired with @Ana on retry logic #execution 30m !follow-up friday',
    ),
    value: begun,
    typeOver: isLineQuoted(draft),
    buttons: [finish],
    changed: value => {
      draft.what = value;
      draft.typedAt = new Date().toISOString();
      keep();
    },
    understood: value => {
      const { line, fields } = read();
      const said = describe({ ...line, ...fields });
      return isKept && said && value === begun ? vscode.l10n.t('Your draft is still here · {0}', said) : said;
    },
    refuse: value => {
      if (value.trim() === '') {
        return vscode.l10n.t('Write what happened, or press Escape to leave');
      }
      return read().line.what === ''
        ? vscode.l10n.t('All of this line is shorthand: say in a few words what happened, too')
        : undefined;
    },
  });
}

function describe(understood: Understood): string {
  return describeShorthand(understood, shorthandWords(), new Date());
}
