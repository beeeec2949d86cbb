import * as v from 'valibot';
import { intents } from '../../vocabulary';
import { checked, text } from './tool';

/** So many sections or templates are worth a model's while. */
const mostHits = 5;
const mostProposals = 3;

export const searchGuide = checked({
  input: v.object({ query: text(200) }),
  isOverJournal: false,
  run: async ({ query }, { guide }) => {
    const found = await (await guide.open()).find(query, mostHits);
    return {
      sections: found.map(({ title, part, summary, excerpt, link }) => ({
        ...{ title, part, summary, excerpt, link },
      })),
    };
  },
});

export const coachingComment = checked({
  input: v.pipe(
    v.object({
      draft: v.optional(text(4000)),
      code: v.optional(text(4000)),
      about: v.optional(text(500)),
      intent: v.optional(v.picklist(intents)),
    }),
    v.check(
      ({ draft, code, about, intent }) => [draft, code, about, intent].some(Boolean),
      'give a draft, code, what the comment is about, or an intent',
    ),
  ),
  isOverJournal: false,
  run: async ({ draft, code, about, intent }, { coaching }) => {
    const room = await coaching.open();
    const findings = draft === undefined ? [] : await room.check(draft);
    const wanted = [draft, about, code].filter(Boolean).join('\n');
    const proposals = await room.propose({ intent, text: wanted, most: mostProposals });
    return {
      ...(draft === undefined
        ? {}
        : {
            findings: findings.map(({ rule, start, end, message, rephrasings }) => ({
              rule,
              words: draft.slice(start, end),
              why: message,
              instead: rephrasings,
            })),
          }),
      templates: proposals.map(({ template, name, when, learns, text }) => ({
        ...{ template, name, when, learns, text },
      })),
    };
  },
});
