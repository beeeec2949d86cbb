import { entryId, type LogEvent, SegmentCodec } from '../platform/segment';
import { type Moment, MomentSchema } from './moment';

/** Something that happened to a moment. */
export type JournalEvent = LogEvent<Moment>;

const codec = new SegmentCodec<Moment>({ log: 'journal', key: 'moment', schema: MomentSchema });

/** The journal's segments: how they are read and printed. */
export const parseSegment = codec.parseSegment.bind(codec);
export const printEvent = codec.printEvent.bind(codec);
export const printHeader = codec.printHeader.bind(codec);

/** The id of the moment that an event is about. */
export const momentId = entryId;
