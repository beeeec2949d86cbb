import * as vscode from 'vscode';
import { isPseudonymOf, NameMatcher } from '../../nameMatcher';
import { type Person, people, personKey } from '../../people';
import { askToConfirm } from '../../platform/askToConfirm';
import { dayOf } from '../../platform/days';
import { formatProblem, UserError } from '../../platform/errors';
import type { ForgetHow, ForgetOptions, ForgetWish } from '../../platform/forgetting/forgetting';
import type { ForgetPlace } from '../../platform/forgetting/place';
import { changesOf, countChanges, planForget } from '../../platform/forgetting/plan';
import { plainLabel } from '../../platform/plainMessage';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { chooseName } from './chooseName';
import { countedMoments } from './counted';
import { momentKind } from './forget';
import { forgetEverywhere } from './forgetEverywhere';
import { type ForgetPreview, type ForgetWords, forgetPage } from './forgetPage';
import type { PreviewPages } from './previewPage';

const title = () => vscode.l10n.t('Forget a Person');

/** Opens what practice keeps of people. */
export type OpenPractice = () => Promise<ForgetPlace>;

/**
 * Asks whom to forget and how, shows what that changes, asks once more, and does it in all files of the journal
 * and in what practice keeps.
 */
export async function forgetPerson(
  session: JournalSession,
  pages: PreviewPages,
  openPractice: OpenPractice,
): Promise<void> {
  session.assertWritable();
  // Other windows may have logged meanwhile.
  await session.refresh();
  // Before anything is asked: where it can't be changed, forgetting would be half done.
  const practice = await openPractice();
  const known = peopleOf(session, practice);
  const name = await chooseName(known, {
    title: title(),
    placeholder: vscode.l10n.t('Who is to be forgotten? Names that stand only in texts can be typed.'),
  });
  const how = name === undefined ? undefined : await chooseHow(name);
  const options = name === undefined || how === undefined ? undefined : await chooseOptions(known, name);
  if (name === undefined || how === undefined || options === undefined) {
    return;
  }
  const wish: ForgetWish = { name, how, options };
  const all = [...session.moments, ...session.deleted.map(({ entry }) => entry)];
  const preview: ForgetPreview = {
    moments: changesOf(
      planForget(momentKind.shape, all, wish),
      moment => `${dayOf(moment)} ${headlineOf(moment)}`,
    ),
    practice: practice.plan(wish),
  };
  const close = await pages.show(title(), forgetPage(preview, forgetWords(name)));
  const confirmed = await confirm(name, preview);
  await close();
  if (confirmed) {
    await carryOut(session, practice, wish);
  }
}

/** Everybody in the journal, then those whom only practice knows: from other workspaces' moments, say. */
function peopleOf(session: JournalSession, practice: ForgetPlace): Person[] {
  const elsewhere = practice.people.filter(({ id }) => !session.find(id));
  return people([...session.moments, ...elsewhere]);
}

async function chooseHow(name: string): Promise<ForgetHow | undefined> {
  const remove = {
    label: vscode.l10n.t('Remove'),
    detail: vscode.l10n.t('“someone” takes their place in texts; moments with nobody else are deleted'),
  };
  const replace = {
    label: vscode.l10n.t('Replace by Another Name…'),
    detail: vscode.l10n.t('Their moments stay, with a name that you choose'),
  };
  const chosen = await vscode.window.showQuickPick([remove, replace], {
    title: title(),
    placeHolder: vscode.l10n.t('What becomes of {0}?', name),
  });
  if (chosen !== replace) {
    return chosen && 'remove';
  }
  const pseudonym = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('What they are called from now on'),
    validateInput: value =>
      isPseudonymOf(value, name)
        ? undefined
        : vscode.l10n.t('It needs a name that has no word of “{0}” in it.', name),
  });
  return pseudonym === undefined ? undefined : { pseudonym };
}

interface Option extends vscode.QuickPickItem {
  readonly spare?: string;
  readonly firstName?: true;
  readonly exactCase?: true;
}

/** Names that contain this one, and how strictly it is looked for. */
async function chooseOptions(known: readonly Person[], name: string): Promise<ForgetOptions | undefined> {
  const matcher = new NameMatcher(name);
  const longer = known
    .map(person => person.name)
    .filter(one => personKey(one) !== personKey(name) && matcher.mentions(one).some(({ isWeak }) => !isWeak));
  const [first = '', ...more] = name.trim().split(/\s+/);
  const choices: Option[] = [
    ...longer.map(spare => ({
      label: vscode.l10n.t('“{0}” is somebody else and stays', plainLabel(spare)),
      picked: true,
      spare,
    })),
    ...(more.length > 0
      ? [
          {
            label: vscode.l10n.t('Also where only “{0}” stands', plainLabel(first)),
            firstName: true as const,
          },
        ]
      : []),
    {
      label: vscode.l10n.t('Only where upper and lower case agree'),
      detail: vscode.l10n.t('For names that are words too, such as Mark or Will'),
      exactCase: true,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: title(),
    placeHolder: vscode.l10n.t('What counts as {0}? Nothing needs to be chosen.', name),
    canPickMany: true,
  });
  return (
    chosen && {
      someone: vscode.l10n.t('someone'),
      spare: chosen.flatMap(({ spare }) => spare ?? []),
      firstName: chosen.some(({ firstName }) => firstName),
      exactCase: chosen.some(({ exactCase }) => exactCase),
    }
  );
}

/** Two questions: the first leaves the page behind it to be read. */
async function confirm(name: string, { moments, practice }: ForgetPreview): Promise<boolean> {
  const [counted, inPractice] = [countedMoments(countChanges(moments)), countChanges(practice)];
  const go = {
    label: vscode.l10n.t('Forget {0}…', plainLabel(name)),
    description: inPractice > 0 ? vscode.l10n.t('{0}, {1} in practice', counted, inPractice) : counted,
  };
  const chosen = await vscode.window.showQuickPick([go, { label: vscode.l10n.t('Cancel') }], {
    title: title(),
    placeHolder: vscode.l10n.t('The page behind shows each change.'),
    ignoreFocusOut: true,
  });
  if (chosen !== go) {
    return false;
  }
  return askToConfirm(
    vscode.l10n.t('Forget {0} in this journal and in practice?', name),
    vscode.l10n.t(
      'This can’t be undone. It rewrites all files of this journal: moments, their older versions, backups and drafts; and all that practice keeps, for every workspace: evidence, documents, ratings and notes, with their older versions. Exports, copies elsewhere and the history of a Git repository aren’t reached.',
    ),
    vscode.l10n.t('Forget'),
  );
}

async function carryOut(session: JournalSession, practice: ForgetPlace, wish: ForgetWish): Promise<void> {
  const left = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Forgetting…') },
    async () => [...(await forgetEverywhere(session, wish)).left, ...(await practice.forget(wish))],
  );
  const [first] = left;
  if (first) {
    throw new UserError(
      left.length === 1
        ? vscode.l10n.t('The name is left in one place: {0}', formatProblem(first))
        : vscode.l10n.t('The name is left in {0} places, the first: {1}', left.length, formatProblem(first)),
      [
        {
          title: vscode.l10n.t('Show All'),
          run: async () =>
            vscode.window.showTextDocument(
              await vscode.workspace.openTextDocument({ content: left.map(formatProblem).join('\n') }),
            ),
        },
      ],
    );
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Forgotten. Nothing in this journal and in practice names them any more.'),
  );
}

function forgetWords(name: string): ForgetWords {
  return {
    title: vscode.l10n.t('What forgetting would change'),
    nothing: vscode.l10n.t('Nothing in this journal and in practice names {0}.', name),
    moments: {
      deleted: vscode.l10n.t('Moments that are deleted'),
      changed: vscode.l10n.t('Moments that are changed'),
      stays: vscode.l10n.t('Moments that stay, with only the first name in them'),
    },
    practice: {
      deleted: vscode.l10n.t('In practice, deleted'),
      changed: vscode.l10n.t('In practice, changed'),
      stays: vscode.l10n.t('In practice, staying with only the first name in it'),
    },
    weak: vscode.l10n.t('only the first name'),
    also: vscode.l10n.t(
      'Older versions of all this, backups and drafts are changed as well. What was deleted and can be brought back is among it below.',
    ),
  };
}
