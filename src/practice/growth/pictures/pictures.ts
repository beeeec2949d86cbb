import { numberOfDay } from '../dayNumbers';
import type { Shown } from '../filters';
import type { Order } from '../lastTimes';
import type { PageWords } from '../pageWords';
import type { Data } from '../protocol';
import { barPictures } from './barPictures';
import { calendarPicture } from './calendarPicture';
import { monthPictures } from './monthPictures';
import { peoplePicture } from './peoplePicture';
import { type Picture, pictureIds } from './picture';

/** How the page wants its pictures. */
export interface PictureOptions {
  readonly order: Order;
  /** So many people are drawn. */
  readonly mostPeople: number;
  /** So many columns fit the calendar. */
  readonly room: number;
}

/** All pictures of what is shown of `data`, in the order of the page. */
export function picturesOf(data: Data, shown: Shown, options: PictureOptions, words: PageWords): Picture[] {
  const { rows, people, mix, today } = data;
  const { order, mostPeople, room } = options;
  const all = [
    calendarPicture(rows, shown, room, words),
    ...barPictures(rows, shown, words),
    peoplePicture(rows, shown, { people, order, most: mostPeople, today: numberOfDay(today) }, words),
    ...monthPictures(rows, shown, mix, words),
  ];
  return pictureIds.flatMap(id => all.find(picture => picture.id === id) ?? []);
}
