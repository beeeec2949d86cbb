import { KeptMomentSchema } from '../moment';
import { parseExport, printExport } from '../text/exchange';
import { type ForgetHow, type ForgetOptions, Forgetting } from './forgetting';

/** The text of a backup without the person, or the same text; `undefined` where it can't be read whole and mentions them. */
export function forgetInBackup(
  text: string,
  name: string,
  how: ForgetHow,
  options: ForgetOptions = {},
): string | undefined {
  const forgetting = new Forgetting(name, how, options);
  const { header, moments, problems } = parseExport('', text, KeptMomentSchema);
  if (!header || problems.length > 0) {
    return forgetting.isIn(text) ? undefined : text;
  }
  const after = moments.flatMap(({ moment }) => forgetting.inMoment(moment) ?? []);
  const isSame =
    after.length === moments.length && after.every((moment, at) => moment === moments[at]?.moment);
  return isSame ? text : printExport(after, header);
}
