/** Words that several rooms share: the guide presets them, the journal keeps them. */

/** What kind of mentoring a moment was. */
export const kinds = [
  'pairing',
  'review',
  '1:1',
  'feedback',
  'delegation',
  'unblocking',
  'facilitation',
  'recognition',
  'interviewing',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** The guide's four core skills. */
export const skills = [
  'leadership-communication',
  'people-development',
  'execution',
  'technical-credibility',
] as const;
export type Skill = (typeof skills)[number];

/** What interviews assess, as the guide has it. */
export const dimensions = [
  'leadership',
  'conflict-resolution',
  'execution',
  'coaching',
  'strategic-thinking',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What a reviewer wants with a comment; templates are grouped by it, in this order. */
export const intents = [
  'ask',
  'suggest',
  'explain',
  'principle',
  'options',
  'risk',
  'praise',
  'pair',
  'unblock',
  'park',
  'optional',
] as const;
export type Intent = (typeof intents)[number];
