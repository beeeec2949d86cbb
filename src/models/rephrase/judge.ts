import * as v from 'valibot';
import {
  allOf,
  beyond,
  html,
  identifiers,
  indented,
  links,
  mentions,
  numbers,
  type Parts,
  partsOf,
  quickActions,
  unseen,
} from './marks';
import type { RephraseRequest } from './request';

/** Why an answer isn't offered. */
export type Fault =
  /** It isn't one comment between the two tags and nothing else. */
  | 'form'
  | 'long'
  /** Nothing changed. */
  | 'same'
  /** It says something other than the comment did. */
  | 'point'
  /** Names, numbers, links or the label of the comment are gone or changed. */
  | 'lost'
  /** It has links, HTML, mentions, names or numbers that weren't there. */
  | 'added'
  /** Code of the comment was changed, or there is code that wasn't. */
  | 'code'
  /** It has characters that nobody can see. */
  | 'unseen';

/** A model's answer: the comment, or why there is none to offer. */
export type Judged = { readonly comment: string } | { readonly fault: Fault };

/** Answers may be so long, in UTF-16 characters; for long comments, so many times as long. */
const roomFor = (comment: string) => Math.max(400, comment.length * 2 + 200);

const AnswerSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^<comment>[\s\S]*<\/comment>$/),
  v.transform(text => text.slice('<comment>'.length, -'</comment>'.length).replaceAll('\r\n', '\n').trim()),
  v.nonEmpty(),
  v.check(text => !/<\/?comment/i.test(text)),
);

/**
 * Looks at what a model answered as at any text of a stranger's. Gives the comment only where all that the
 * reviewer wrote is still in it and nothing came in that they would have to look for.
 */
export function judge(answer: string, { comment: original, code }: RephraseRequest): Judged {
  const parsed = v.safeParse(AnswerSchema, answer);
  if (!parsed.success) {
    return { fault: 'form' };
  }
  const comment = parsed.output;
  const fault = faultOf(comment, original, code);
  return fault === undefined ? { comment } : { fault };
}

function faultOf(comment: string, original: string, code: string): Fault | undefined {
  if (comment.length > roomFor(original)) {
    return 'long';
  }
  if (blanksAside(comment) === blanksAside(original)) {
    return 'same';
  }
  if (beyond(allOf(unseen, comment), allOf(unseen, original)).length > 0) {
    return 'unseen';
  }
  const before = partsOf(original);
  const after = partsOf(comment);
  return (
    codeFault(after, before, `${original}\n${code}`) ??
    (openingChanged(comment, original) ? 'lost' : undefined) ??
    lostFault(after, before, comment) ??
    addedFault(after, before, `${original}\n${code}`) ??
    pointFault(after.prose, before)
  );
}

const blanksAside = (text: string) => text.trim().replace(/\s+/g, ' ');

/** `known` is all that names may come from. */
function codeFault(after: Parts, before: Parts, known: string): Fault | undefined {
  const isSame = JSON.stringify(after.blocks) === JSON.stringify(before.blocks);
  const lines = beyond(allOf(indented, after.prose), allOf(indented, before.prose));
  const invented = after.inline.filter(name => !known.includes(name));
  return isSame && lines.length === 0 && invented.length === 0 ? undefined : 'code';
}

const opening = /^(?:\*\*)?[a-z]+(?: \([^)\n]{1,60}\))?:(?:\*\*)?(?=\s)/;
const weight = /\b(?:non-blocking|blocking|if-minor)\b/gi;

/** Whether a comment's label, or how much weight it has, isn't what it was. */
function openingChanged(comment: string, original: string): boolean {
  const [was] = opening.exec(original.trim()) ?? [];
  return (
    (was !== undefined && !comment.startsWith(was)) ||
    beyond(allOf(weight, comment), allOf(weight, original)).length > 0
  );
}

function lostFault(after: Parts, before: Parts, comment: string): Fault | undefined {
  const names = [...before.inline, ...allOf(identifiers, before.prose)];
  // In backticks or not, a name is kept.
  const isLost = names.some(name => !comment.includes(name));
  const marks = [links, mentions, numbers].some(
    pattern =>
      beyond(allOf(pattern, before.prose), allOf(pattern, `${after.prose} ${after.inline.join(' ')}`))
        .length > 0,
  );
  return isLost || marks ? 'lost' : undefined;
}

function addedFault({ prose }: Parts, before: Parts, known: string): Fault | undefined {
  const marks = [links, html, mentions, quickActions, /!\[/g].some(
    pattern => beyond(allOf(pattern, prose), allOf(pattern, before.prose)).length > 0,
  );
  const names = beyond(allOf(identifiers, prose), new Set()).filter(name => !known.includes(name));
  const invented = beyond(allOf(numbers, prose), allOf(numbers, known));
  return marks || names.length > 0 || invented.length > 0 ? 'added' : undefined;
}

/** What decides a review, or speaks of the rephrasing itself: no rephrasing needs it where the comment hadn't got it. */
const foreign =
  /\b(?:lgtm|ship it|approv\w+|looks good to me|safe to merge|merge (?:it|this|now|away)|no (?:changes|issues|problems|concerns) (?:\w+ )?(?:needed|required|found|here)|ignore (?:this|all|the|any|previous)|disregard|as an? (?:ai|assistant)|language model|system prompt|my instructions|i (?:can(?:no|')t|am unable to|won't) |here(?:'s| is) (?:a|the|your) (?:rephras|rewrit|revis|comment)\w*|rephras\w+|password|credential|api key|paste (?:it|your|the)|click)\b/gi;

/** Words that say how somebody feels about code rather than what is the matter with it. */
const feelings = new Set(
  'about again always anything because could doing every really should simply something terrible their there these thing think those understand wrong would write wrote'.split(
    ' ',
  ),
);

/** Words as they are compared: their first letters, since endings change in a rephrasing. */
function stemsOf(prose: string): Set<string> {
  const words = prose.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return new Set(words.filter(word => !feelings.has(word)).map(word => word.slice(0, 5)));
}

/** How many of a comment's words a rephrasing keeps at least. */
const leastKept = 0.2;

function pointFault(prose: string, before: Parts): Fault | undefined {
  const lower = (text: string) => text.toLowerCase().replaceAll('’', "'");
  if (beyond(allOf(foreign, lower(prose)), allOf(foreign, lower(before.prose))).length > 0) {
    return 'point';
  }
  const stems = stemsOf(before.prose);
  const kept = stemsOf(prose);
  const share = [...stems].filter(stem => kept.has(stem)).length / stems.size;
  return stems.size >= 3 && share < leastKept ? 'point' : undefined;
}
