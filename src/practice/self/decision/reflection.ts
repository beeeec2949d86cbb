import { bulletList as list, plainLines as plain } from '../../../platform/markdownText';
import type { Decision, Leaning } from '../../content/decision';
import { answerTo } from '../asking/progress';
import type { Progress } from '../asking/protocol';
import { capitalised, ownWordsId } from './situations';

/** The words of the document in the user's language: plain text, which the document escapes. */
export interface ReflectionWords {
  /** What the document is. */
  readonly intro: string;
  /** The headings of what was answered, in this order. */
  readonly leanings: Readonly<Record<Leaning, string>>;
  readonly ownWords: string;
  readonly tracks: string;
  readonly tryIt: (how: string) => string;
  readonly readOn: string;
}

/** A section of the guide to read on in. */
export interface GuideLink {
  readonly title: string;
  readonly address: string;
}

/** What the document is made of. */
export interface Reflection {
  readonly title: string;
  readonly decision: Decision;
  readonly progress: Progress;
  readonly links: readonly GuideLink[];
}

/**
 * What somebody answered on `Is management for me?` as a Markdown document: the sentences of their answers by
 * where they lean, uncounted, their own words, and the tracks there are. It concludes nothing.
 */
export function reflectionText(
  { title, decision, progress, links }: Reflection,
  words: ReflectionWords,
): string {
  const leanings: readonly Leaning[] = ['management', 'craft', 'open'];
  const given = decision.situations.flatMap(({ id, about, answers }) => {
    const answer = answers.find(({ say }) => say === answerTo(progress, id).choice);
    return answer ? [{ about, ...answer }] : [];
  });
  const blocks = [
    `# ${plain(title)}`,
    plain(words.intro),
    ...leanings.flatMap(leaning => {
      const items = given.filter(({ towards }) => towards === leaning);
      return items.length === 0
        ? []
        : [
            `## ${plain(words.leanings[leaning])}`,
            list(items.map(({ about, reflects }) => `**${plain(capitalised(about))}.** ${plain(reflects)}`)),
          ];
    }),
    `## ${plain(words.ownWords)}`,
    ...decision['own-words'].flatMap(question => [
      `### ${plain(question)}`,
      plain(answerTo(progress, ownWordsId(question)).words ?? ''),
    ]),
    `## ${plain(words.tracks)}`,
    ...decision.tracks.flatMap(({ name, fits, try: how }) => [
      `### ${plain(name)}`,
      plain(fits),
      plain(words.tryIt(how)),
    ]),
    ...(links.length === 0
      ? []
      : [`## ${plain(words.readOn)}`, list(links.map(link => `[${plain(link.title)}](${link.address})`))]),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}
