import * as vscode from 'vscode';
import { isPseudonymOf, NameMatcher } from '../../nameMatcher';
import { people, personKey } from '../../people';
import { formatProblem, UserError } from '../../platform/errors';
import type { JournalSession } from '../session';
import { chooseName } from './chooseName';
import { countedMoments } from './counted';
import { planForget } from './forget';
import { type ForgetWish, forgetEverywhere } from './forgetEverywhere';
import { type ForgetWords, forgetPage } from './forgetPage';
import type { ForgetHow, ForgetOptions } from './forgetting';
import type { PreviewPages } from './previewPage';

const title = () => vscode.l10n.t('Forget a Person');

/** Asks whom to forget and how, shows what that changes, asks once more, and does it in all files of the journal. */
export async function forgetPerson(session: JournalSession, pages: PreviewPages): Promise<void> {
  const { t } = vscode.l10n;
  if (session.readOnly) {
    throw new UserError(
      t(
        'A newer version of Belay has written to this journal, so this one only reads it. Update Belay to change it.',
      ),
    );
  }
  // Other windows may have logged meanwhile.
  await session.refresh();
  const name = await chooseName(people(session.moments), {
    title: title(),
    placeholder: t('Who is to be forgotten? Names that stand only in texts can be typed.'),
  });
  const how = name === undefined ? undefined : await chooseHow(name);
  const options = name === undefined || how === undefined ? undefined : await chooseOptions(session, name);
  if (name === undefined || how === undefined || options === undefined) {
    return;
  }
  const wish: ForgetWish = { name, how, options };
  const all = [...session.moments, ...session.deleted.map(({ entry }) => entry)];
  const steps = planForget(all, name, how, options);
  const close = await pages.show(title(), forgetPage(steps, forgetWords(name)));
  const confirmed = await confirm(name, steps.filter(({ moment, after }) => after !== moment).length);
  await close();
  if (confirmed) {
    await carryOut(session, wish);
  }
}

async function chooseHow(name: string): Promise<ForgetHow | undefined> {
  const { t } = vscode.l10n;
  const remove = {
    label: t('Remove'),
    detail: t('“someone” takes their place in texts; moments with nobody else are deleted'),
  };
  const replace = {
    label: t('Replace by Another Name…'),
    detail: t('Their moments stay, with a name that you choose'),
  };
  const chosen = await vscode.window.showQuickPick([remove, replace], {
    title: title(),
    placeHolder: t('What becomes of {0}?', name),
  });
  if (chosen !== replace) {
    return chosen && 'remove';
  }
  const pseudonym = await vscode.window.showInputBox({
    title: title(),
    prompt: t('What they are called from now on'),
    validateInput: value =>
      isPseudonymOf(value, name) ? undefined : t('It needs a name that has no word of “{0}” in it.', name),
  });
  return pseudonym === undefined ? undefined : { pseudonym };
}

interface Option extends vscode.QuickPickItem {
  readonly spare?: string;
  readonly firstName?: true;
  readonly exactCase?: true;
}

/** Names that contain this one, and how strictly it is looked for. */
async function chooseOptions(session: JournalSession, name: string): Promise<ForgetOptions | undefined> {
  const { t } = vscode.l10n;
  const matcher = new NameMatcher(name);
  const longer = people(session.moments)
    .map(person => person.name)
    .filter(one => personKey(one) !== personKey(name) && matcher.mentions(one).some(({ isWeak }) => !isWeak));
  const [first = '', ...more] = name.trim().split(/\s+/);
  const choices: Option[] = [
    ...longer.map(spare => ({ label: t('“{0}” is somebody else and stays', spare), picked: true, spare })),
    ...(more.length > 0
      ? [{ label: t('Also where only “{0}” stands', first), firstName: true as const }]
      : []),
    {
      label: t('Only where upper and lower case agree'),
      detail: t('For names that are words too, such as Mark or Will'),
      exactCase: true,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: title(),
    placeHolder: t('What counts as {0}? Nothing needs to be chosen.', name),
    canPickMany: true,
  });
  return (
    chosen && {
      someone: t('someone'),
      spare: chosen.flatMap(({ spare }) => spare ?? []),
      firstName: chosen.some(({ firstName }) => firstName),
      exactCase: chosen.some(({ exactCase }) => exactCase),
    }
  );
}

/** Two questions: the first leaves the page behind it to be read. */
async function confirm(name: string, count: number): Promise<boolean> {
  const { t } = vscode.l10n;
  const go = { label: t('Forget {0}…', name), description: countedMoments(count) };
  const chosen = await vscode.window.showQuickPick([go, { label: t('Cancel') }], {
    title: title(),
    placeHolder: t('The page behind shows each change.'),
    ignoreFocusOut: true,
  });
  if (chosen !== go) {
    return false;
  }
  const forget = t('Forget');
  const answer = await vscode.window.showWarningMessage(
    t('Forget {0} in this journal?', name),
    {
      modal: true,
      detail: t(
        'This can’t be undone. It rewrites all files of this journal: moments, their older versions, backups and drafts. Exports, copies elsewhere and the history of a Git repository aren’t reached.',
      ),
    },
    forget,
  );
  return answer === forget;
}

async function carryOut(session: JournalSession, wish: ForgetWish): Promise<void> {
  const { t } = vscode.l10n;
  const { left } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: t('Forgetting…') },
    () => forgetEverywhere(session, wish),
  );
  const [first] = left;
  if (first) {
    throw new UserError(
      left.length === 1
        ? t('The name is left in one place: {0}', formatProblem(first))
        : t('The name is left in {0} places, the first: {1}', left.length, formatProblem(first)),
      [
        {
          title: t('Show All'),
          run: async () =>
            vscode.window.showTextDocument(
              await vscode.workspace.openTextDocument({ content: left.map(formatProblem).join('\n') }),
            ),
        },
      ],
    );
  }
  void vscode.window.showInformationMessage(t('Forgotten. Nothing in this journal names them any more.'));
}

function forgetWords(name: string): ForgetWords {
  const { t } = vscode.l10n;
  return {
    title: t('What forgetting would change'),
    nothing: t('No moment names {0}.', name),
    deleted: t('Moments that are deleted'),
    changed: t('Moments that are changed'),
    stays: t('Moments that stay, with only the first name in them'),
    weak: t('only the first name'),
    also: t(
      'Older versions of moments, backups and drafts are changed as well. Deleted moments are among these below.',
    ),
  };
}
