import { AnchorSchema } from '../../platform/anchors/anchor';
import type { ForgetKind } from '../../platform/forgetting/forgetSegment';
import { shapeOf } from '../../platform/forgetting/shape';
import type { Moment } from '../moment';
import { momentSegments } from '../segment';

/** Forgetting somebody in moments, and in drafts of them. */
export const momentKind: ForgetKind<Moment> = {
  codec: momentSegments,
  shape: shapeOf({
    people: ['who'],
    fixed: ['id', 'when', 'kind', 'skill', 'dimension', 'followUp.due', 'followUp.done', 'place.commit'],
    others: [
      ...['what', 'tags', 'minutes', 'learned', 'followUp', 'followUp.text'],
      ...['place', 'place.file', 'place.firstLine', 'place.lastLine', 'place.permalink', 'place.anchor'],
      ...Object.keys(AnchorSchema.entries).map(key => `place.anchor.${key}`),
    ],
    // An address that leads nowhere, and may be none at all, and lines of code that no file has.
    dropped: ['place.permalink', 'place.anchor'],
    oneWord: ['tags', 'place.file'],
  }),
};
