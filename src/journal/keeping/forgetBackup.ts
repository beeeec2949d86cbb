import { Forgetting, type ForgetWish } from '../../platform/forgetting/forgetting';
import { KeptMomentSchema } from '../moment';
import { parseExport, printExport } from '../text/exchange';
import { momentKind } from './forget';

/** The text of a backup without the person, or the same text; `undefined` where it can't be read whole and mentions them. */
export function forgetInBackup(text: string, wish: ForgetWish): string | undefined {
  const forgetting = new Forgetting(momentKind.shape, wish);
  const { header, moments, problems } = parseExport('', text, KeptMomentSchema);
  if (!header || problems.length > 0) {
    return forgetting.isIn(text) ? undefined : text;
  }
  const after = moments.flatMap(({ moment }) => forgetting.inEntry(moment) ?? []);
  const isSame =
    after.length === moments.length && after.every((moment, at) => moment === moments[at]?.moment);
  return isSame ? text : printExport(after, header);
}
