/** The one line of a moment as people type it: reading it, printing it, and telling what was understood. */

export { describeShorthand, type ShorthandWords, type Understood } from './shorthand/describe';
export { parseShorthand, type Shorthand, type ShorthandField, type ShorthandPart } from './shorthand/parse';
export { printShorthand, type ShorthandFields } from './shorthand/print';
