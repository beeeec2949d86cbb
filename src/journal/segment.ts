import { entryId, type LogEvent, SegmentCodec, type SegmentFormat } from '../platform/segment';
import { KeptMomentSchema, type Moment } from './moment';

/** Something that happened to a moment. */
export type JournalEvent = LogEvent<Moment>;

/** What the journal's segments hold. */
export const momentFormat: SegmentFormat<Moment> = {
  log: 'journal',
  key: 'moment',
  schema: KeptMomentSchema,
};

/** The journal's segments: how they are read and printed. */
export const momentSegments = new SegmentCodec(momentFormat);
export const parseSegment = momentSegments.parseSegment.bind(momentSegments);
export const printEvent = momentSegments.printEvent.bind(momentSegments);
export const printHeader = momentSegments.printHeader.bind(momentSegments);

/** The id of the moment that an event is about. */
export const momentId = entryId;
