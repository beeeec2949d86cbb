import type * as vscode from 'vscode';
import type { Intent } from '../vocabulary';
import type { RehearsalQuestion } from './chat/turns';

/** What models need of other rooms: no more than this can reach one. */

/** A section of the guide that was found. */
export interface GuideHit {
  readonly title: string;
  readonly part: string;
  readonly summary: string;
  readonly excerpt: string;
  /** Opens it in VS Code. */
  readonly link: string;
}

/** What the wording check found in a comment. */
export interface WordingFinding {
  readonly rule: string;
  /** UTF-16 offsets into the comment. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly rephrasings: readonly string[];
}

/** A template as it reads, with when to use it. */
export interface CommentProposal {
  readonly template: string;
  readonly name: string;
  readonly when: string;
  readonly learns: string;
  readonly text: string;
}

/** A moment, as far as a model may be told of it. */
export interface ToldMoment {
  readonly id: string;
  readonly when: string;
  readonly what: string;
  readonly who: readonly string[];
  readonly kind?: string | undefined;
  readonly skill?: string | undefined;
  readonly dimension?: string | undefined;
  readonly learned?: string | undefined;
  readonly followUp?: { readonly due?: string | undefined; readonly done?: string | undefined } | undefined;
}

/** What is kept in the journal for a model. */
export interface NewMoment {
  readonly what: string;
  readonly who: readonly string[];
  readonly kind?: string | undefined;
  readonly skill?: string | undefined;
  readonly learned?: string | undefined;
  readonly minutes?: number | undefined;
}

export interface ModelsPorts {
  readonly guide: {
    open(): Promise<{ find(query: string, most: number): Promise<readonly GuideHit[]> }>;
  };
  readonly coaching: {
    open(): Promise<{
      /** The reply box of a comment thread, or the one that is open. */
      boxOf(thread: unknown): vscode.TextDocument | undefined;
      /** What is found in a comment, without what the user has silenced. */
      check(text: string): Promise<readonly WordingFinding[]>;
      propose(request: {
        readonly intent?: Intent | undefined;
        readonly text?: string | undefined;
        readonly most: number;
      }): Promise<readonly CommentProposal[]>;
    }>;
  };
  readonly practice: {
    open(): Promise<{
      readonly library: { readonly content: { readonly questions: readonly RehearsalQuestion[] } };
    }>;
  };
  readonly journal: {
    /** This workspace's moments that match all words of `query`, the best first; all of them, the latest first, where it has no words. */
    find(query: string): Promise<readonly ToldMoment[]>;
  };
}
