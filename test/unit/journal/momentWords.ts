import type { MomentWords } from '../../../src/journal/momentText';
import { dimensions, kinds, skills } from '../../../src/vocabulary';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map(name => [name, `The ${name}`])) as Record<Name, string>;

/** Words of no language that anybody is shown. */
export const momentWords: MomentWords = {
  when: 'When',
  who: 'With',
  kind: 'Kind',
  skill: 'Skill',
  dimension: 'Dimension',
  tags: 'Tags',
  minutes: 'Minutes',
  where: 'Where',
  learned: 'Learned',
  followUp: 'Follow-up',
  due: day => `due ${day}`,
  done: day => `done ${day}`,
  kinds: named(kinds),
  skills: named(skills),
  dimensions: named(dimensions),
};
