import * as vscode from 'vscode';
import { guideLink } from './link';
import { GuideSearch } from './search';
import type { Guide } from './section';

/** A section that was found, for whoever shows it elsewhere. */
export interface FoundSection {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly summary: string;
  /** The place in its text that says most about what was searched for. */
  readonly excerpt: string;
  /** Opens it in VS Code. */
  readonly link: string;
}

/** At most `most` sections of `guide` that match `query`, best first; `extensionId` is Belay's. */
export function findSections(guide: Guide, query: string, most: number, extensionId: string): FoundSection[] {
  return new GuideSearch(guide.filter(({ origin }) => origin !== 'untrusted'))
    .find(query)
    .slice(0, most)
    .map(({ section: { id, title, part, summary }, excerpt }) => ({
      ...{ id, title, part, summary },
      excerpt: excerpt.map(({ text }) => text).join(''),
      link: guideLink(vscode.env.uriScheme, extensionId, { id }),
    }));
}
