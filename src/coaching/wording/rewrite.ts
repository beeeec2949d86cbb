import { sentencesOf } from './sentences';
import { type Token, tokenise } from './tokens';

/** Verbs with which reviewers begin a demand. What follows one of them can become a question. */
const verbs = new Set(
  (
    'add align allow annotate assert avoid break cache call capitalise capitalize catch change check clean clear close ' +
    'collapse combine compare consider convert copy create declare define delete disable document drop enable ensure ' +
    'escape expose extend extract fix flatten fold follow format get give group guard handle hide implement import ' +
    'include indent initialise initialize inject inline introduce invert keep lift limit link lock log lower make mark ' +
    'match merge mention mock move name nest normalise normalize order override parse pass pin prefer print put raise ' +
    'read rebase reduce refactor remove rename reorder rephrase replace rethrow return reuse revert reword rewrite run ' +
    'sanitise sanitize save separate set share shorten show simplify skip sort specify split squash start state stick ' +
    'stop store swap switch test throw trim try turn type undo unify update use validate verify wrap write'
  ).split(' '),
);

const polite = /^(?:please|pls|plz|also|then|just|simply|instead|now|and|so|but|always)(?:,)?\s+/i;

/**
 * A verdict or demand as a question that leaves the answer to the author, `undefined` where that takes more
 * than grammar. `sentence` is one sentence, with or without the sign that ends it.
 */
export function rewriteAsQuestion(sentence: string): string | undefined {
  const plain = sentence.trim().replace(/[.!?…\s]+$/, '');
  for (const [form, ask] of forms) {
    const match = form.exec(plain);
    const question = match ? ask(match) : undefined;
    if (question !== undefined) {
      return `${question.charAt(0).toUpperCase()}${question.slice(1)}?`;
    }
  }
  return fromDemand(plain);
}

/** Ways to begin a sentence and the question each of them hides. Each begins at the start, so none searches. */
const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => string | undefined])[] = [
  [
    /^why (?:did|do|would|have|must) you (?:just |even |always )?(\S.*)$/i,
    ([, what]) => `what was the reason to ${what}`,
  ],
  [
    /^why (?:didn['’]t|don['’]t|wouldn['’]t|did not|do not) you (?:just |simply |even )?(\S.*)$/i,
    ([, what = '']) => about(what),
  ],
  [/^you (?:have )?(?:forgot|forgotten|failed|neglected) to (\S.*)$/i, ([, what = '']) => about(what)],
  [/^you (?:have )?(?:forgot|forgotten|missed) (\S.*)$/i, ([, what]) => `does this need ${what}`],
  [
    /^you (?:should|must|have to|need to|ought to|could) (not )?(?:always |just |simply |really )?(\S.*)$/i,
    ([, not = '', what = '']) => about(what, not !== ''),
  ],
  [/^you (?:shouldn['’]t|mustn['’]t|should never|must never) (\S.*)$/i, ([, what = '']) => about(what, true)],
  [
    /^(this|that|it|these|those) (?:should|must|has to|have to|ought to) (\S.*)$/i,
    ([, subject = '', what]) => `should ${subject.toLowerCase()} ${what}`,
  ],
  [
    /^(this|that|it) needs (\S.*)$/i,
    ([, subject = '', what]) => `does ${subject.toLowerCase()} need ${what}`,
  ],
  [
    /^(?:this|that|it) (?:is|looks|seems) (?:\S+ )?(?:wrong|incorrect|broken|not right|not correct)$/i,
    () => 'what should happen here when …',
  ],
  [
    /^(?:this|that|it) (?:is|looks|seems) (?:\S+ )?(?:confusing|unclear|unreadable|hard to read|hard to follow|messy|ugly)$/i,
    () => 'what would make this easier to follow',
  ],
  [
    /^(?:this|that|it) (?:makes no sense|doesn['’]t make (?:any )?sense|does not make (?:any )?sense)$/i,
    () => 'what is the idea behind this',
  ],
];

/** `Use a map here` as `What do you think about using a map here?` */
function fromDemand(plain: string): string | undefined {
  let rest = plain;
  while (polite.test(rest)) {
    rest = rest.replace(polite, '');
  }
  const negated = /^(?:don['’]t|do not|never)\s+(\S.*)$/i.exec(rest);
  const question = negated ? about(negated[1] ?? '', true) : about(rest);
  return question === undefined ? undefined : `W${question.slice(1)}?`;
}

/** A question about doing what `demand`, which begins with a verb, asks for. */
function about(demand: string, negated = false): string | undefined {
  const [verb = '', ...rest] = demand.split(/\s+/);
  if (!verbs.has(verb.toLowerCase()) || rest.length === 0) {
    return undefined;
  }
  const doing = [gerund(verb.toLowerCase()), ...rest].join(' ');
  return `what do you think about ${negated ? 'not ' : ''}${doing}`;
}

const doubling = new Set([
  'get',
  'put',
  'set',
  'cut',
  'run',
  'drop',
  'wrap',
  'split',
  'swap',
  'skip',
  'trim',
  'stop',
  'log',
  'pin',
]);

function gerund(verb: string): string {
  if (doubling.has(verb)) {
    return `${verb}${verb.at(-1)}ing`;
  }
  return verb.endsWith('e') && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

const duty = new Set(['should', 'must', 'need', 'needs', 'ought', "shouldn't", "mustn't"]);

/**
 * The text with room for a reason, `, because …`, at the end of the sentence that demands something: the
 * first that begins with a verb or says that something should be; otherwise the last one.
 */
export function addReason(text: string): string {
  const sentences = sentencesOf(tokenise(text));
  const sentence = sentences.find(isDemand) ?? sentences.at(-1);
  const last = sentence?.findLast(token => token.kind !== 'mark');
  return last ? `${text.slice(0, last.end)}, because …${text.slice(last.end)}` : text;
}

function isDemand(sentence: readonly Token[]): boolean {
  const words = sentence.filter(token => token.kind === 'word').map(token => token.text);
  const [first] = words.filter(word => !polite.test(`${word} `));
  return (
    (first !== undefined && (verbs.has(first) || first === "don't")) || words.some(word => duty.has(word))
  );
}
