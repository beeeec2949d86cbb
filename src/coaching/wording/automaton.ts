import type { Pattern } from './pattern';
import { has, joinWords, withRange } from './patternShape';
import type { Token } from './tokens';

/** A stretch of tokens that a pattern describes. `to` is exclusive. */
export interface Match {
  /** Which pattern, by its place in the list. */
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/** A word that no pattern mentions, code, a break between sentences, punctuation that no pattern mentions. */
const other = 0;
const code = 1;
const boundary = 2;
const otherMark = 3;

type Step = { readonly kind: 'step'; readonly on: ReadonlySet<number> | 'gap'; readonly next: number };
type Node =
  | Step
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'open' | 'close'; readonly next: number }
  | { readonly kind: 'accept'; readonly pattern: number };

/** A set of nodes that are reached together; where a symbol leads from there is worked out once. */
interface State {
  readonly steps: readonly Step[];
  readonly accepts: readonly number[];
  readonly next: Map<number, State | undefined>;
}

/** States are made on demand. So many are enough for any prose; past that they are made anew. */
const mostStates = 20_000;

/**
 * All patterns as one machine that reads tokens: a state for each set of patterns that are still
 * possible, so that a token costs one look-up however many patterns there are. From each token it reads on
 * until no pattern is possible any more, which the longest pattern bounds: the whole is linear in the text.
 */
export class Automaton {
  private readonly nodes: Node[] = [];
  private readonly symbols = new Map<string, number>();
  private readonly marks = new Set<number>();
  private readonly roots: number[] = [];
  /** Whether all that a pattern describes is its finding, so that nobody has to work out which part. */
  private readonly whole: boolean[] = [];
  private readonly states = new Map<string, State>();
  private first: State;

  constructor(patterns: readonly Pattern[]) {
    patterns.forEach((pattern, index) => {
      const accept = this.node({ kind: 'accept', pattern: index });
      this.roots.push(this.build(withRange(pattern), accept));
      this.whole.push(!has(pattern, 'open', 'start', 'end'));
    });
    this.first = this.stateOf(this.roots);
  }

  /** For each token and pattern the longest match that begins there. */
  run(tokens: readonly Token[]): Match[] {
    const symbols = tokens.map(token => this.symbolOf(token));
    const matches: Match[] = [];
    const longest = new Map<number, number>();
    for (let start = 0; start < tokens.length; start++) {
      longest.clear();
      let state: State | undefined = this.first;
      for (let at = start; at < tokens.length; at++) {
        state = this.advance(state, symbols[at] ?? other);
        if (!state) {
          break;
        }
        for (const pattern of state.accepts) {
          longest.set(pattern, at + 1);
        }
      }
      for (const [pattern, end] of longest) {
        matches.push({ pattern, ...this.rangeOf(pattern, symbols, start, end) });
      }
    }
    return matches;
  }

  private node(node: Node): number {
    return this.nodes.push(node) - 1;
  }

  /** Builds the nodes of `pattern` that lead to `next`; returns the first of them. */
  private build(pattern: Pattern, next: number): number {
    switch (pattern.kind) {
      case 'words':
        return this.node({ kind: 'step', on: new Set(pattern.words.map(word => this.learn(word))), next });
      case 'code':
        return this.node({ kind: 'step', on: new Set([code]), next });
      case 'start':
        return this.node({ kind: 'step', on: new Set([boundary]), next });
      case 'end': {
        const boundaryNode = this.node({ kind: 'step', on: new Set([boundary]), next });
        const marks = ['.', '!', '!!', '…', ')'].map(mark => this.learn(mark));
        const mark = this.node({ kind: 'step', on: new Set(marks), next: boundaryNode });
        return this.node({ kind: 'split', next: [boundaryNode, mark] });
      }
      case 'gap': {
        let from = next;
        for (let count = 0; count < pattern.upTo; count++) {
          from = this.node({
            kind: 'split',
            next: [next, this.node({ kind: 'step', on: 'gap', next: from })],
          });
        }
        return from;
      }
      case 'open':
      case 'close':
        return this.node({ kind: pattern.kind, next });
      case 'sequence':
        return pattern.parts.reduceRight((to, part) => this.build(part, to), next);
      case 'either':
        return this.node({
          kind: 'split',
          next: joinWords(pattern.options).map(option => this.build(option, next)),
        });
      case 'maybe':
        return this.node({ kind: 'split', next: [this.build(pattern.part, next), next] });
    }
  }

  private learn(word: string): number {
    const known = this.symbols.get(word);
    if (known !== undefined) {
      return known;
    }
    const symbol = otherMark + 1 + this.symbols.size;
    this.symbols.set(word, symbol);
    if (!/[\p{L}\p{N}]/u.test(word) && word !== ',') {
      this.marks.add(symbol);
    }
    return symbol;
  }

  private symbolOf({ kind, text }: Token): number {
    if (kind === 'code') {
      return code;
    }
    if (kind === 'break') {
      return boundary;
    }
    const known = this.symbols.get(text);
    if (known !== undefined) {
      return known;
    }
    if (kind === 'mark') {
      return text === ',' ? other : otherMark;
    }
    return this.stretched(text) ?? other;
  }

  /** `soooo` and `stuuupid` are the words they stretch. */
  private stretched(text: string): number | undefined {
    if (text.length > 40 || !/(.)\1\1/u.test(text)) {
      return undefined;
    }
    return (
      this.symbols.get(text.replace(/(.)\1{2,}/gu, '$1')) ??
      this.symbols.get(text.replace(/(.)\1{2,}/gu, '$1$1'))
    );
  }

  private takes(step: Step, symbol: number): boolean {
    return step.on === 'gap'
      ? symbol !== boundary && symbol !== otherMark && !this.marks.has(symbol)
      : step.on.has(symbol);
  }

  private advance(state: State, symbol: number): State | undefined {
    if (state.next.has(symbol)) {
      return state.next.get(symbol);
    }
    const reached = state.steps.filter(step => this.takes(step, symbol)).map(step => step.next);
    const next = reached.length > 0 ? this.stateOf(reached) : undefined;
    state.next.set(symbol, next);
    return next;
  }

  private stateOf(from: readonly number[]): State {
    const seen = new Set<number>();
    const steps: Step[] = [];
    const accepts: number[] = [];
    const stack = [...from];
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      const node = this.nodes[index];
      if (!node || seen.has(index)) {
        continue;
      }
      seen.add(index);
      if (node.kind === 'step') {
        steps.push(node);
      } else if (node.kind === 'accept') {
        accepts.push(node.pattern);
      } else if (node.kind === 'split') {
        stack.push(...node.next);
      } else {
        stack.push(node.next);
      }
    }
    const key = [...seen].sort((a, b) => a - b).join();
    const known = this.states.get(key);
    if (known) {
      return known;
    }
    if (this.states.size >= mostStates) {
      this.states.clear();
      this.first.next.clear();
    }
    const state: State = { steps, accepts, next: new Map() };
    this.states.set(key, state);
    return state;
  }

  /** Which of the tokens from `start` to `end`, all of which the pattern describes, are its finding. */
  private rangeOf(
    pattern: number,
    symbols: readonly number[],
    start: number,
    end: number,
  ): { from: number; to: number } {
    if (this.whole[pattern]) {
      return { from: start, to: end };
    }
    type Thread = { readonly node: number; readonly from: number; readonly to: number };
    let threads: Thread[] = [{ node: this.roots[pattern] ?? 0, from: start, to: end }];
    for (let at = start; at <= end; at++) {
      const seen = new Set<number>();
      const moved: Thread[] = [];
      const stack = threads.reverse();
      for (let thread = stack.pop(); thread; thread = stack.pop()) {
        const node = this.nodes[thread.node];
        if (!node || seen.has(thread.node)) {
          continue;
        }
        seen.add(thread.node);
        const { from, to } = thread;
        if (node.kind === 'accept') {
          if (at === end) {
            return { from, to };
          }
        } else if (node.kind === 'split') {
          stack.push(...node.next.map(next => ({ node: next, from, to })).reverse());
        } else if (node.kind === 'open') {
          stack.push({ node: node.next, from: at, to });
        } else if (node.kind === 'close') {
          stack.push({ node: node.next, from, to: at });
        } else if (node.kind === 'step' && at < end && this.takes(node, symbols[at] ?? other)) {
          moved.push({ node: node.next, from, to });
        }
      }
      threads = moved;
    }
    return { from: start, to: end };
  }
}
