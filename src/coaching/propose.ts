import type { Intent } from '../vocabulary';
import { previewOf } from './snippetBody';
import { linesOf, type OpeningStyle, type Template } from './template';

/** What a template is wanted for. */
export interface ProposalRequest {
  readonly intent?: Intent | undefined;
  /** A draft of the comment, or what it is to say. */
  readonly text?: string | undefined;
  /** So many proposals are wanted at most. */
  readonly most: number;
}

/** A template that fits. */
export interface Proposal {
  readonly template: string;
  readonly intent: Intent;
  readonly name: string;
  readonly when: string;
  /** What the author of the code learns from it. */
  readonly learns: string;
  /** The comment as it reads; what is to be filled in by words that stand for it, or by an ellipsis. */
  readonly text: string;
}

/** Words of fewer letters say little of what a comment is about. */
const shortestWord = 4;

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter(word => word.length >= shortestWord));
}

/** The templates that fit `request` best: of its intent where it has one, and those that share the most words with its text first. */
export function propose(
  templates: readonly Template[],
  { intent, text = '', most }: ProposalRequest,
  opening: OpeningStyle,
): Proposal[] {
  const wanted = wordsOf(text);
  const scoreOf = ({ name, when, learns, example }: Template) => {
    const own = wordsOf([name, when, learns, example?.correcting, example?.coaching].join(' '));
    return [...wanted].filter(word => own.has(word)).length;
  };
  return templates
    .filter(template => intent === undefined || template.intent === intent)
    .map(template => ({ template, score: scoreOf(template) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ template }) => ({
      template: template.prefix,
      intent: template.intent,
      name: template.name,
      when: template.when,
      learns: template.learns,
      text: previewOf(linesOf(template, opening)),
    }));
}
