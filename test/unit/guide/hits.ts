import assert from 'node:assert/strict';
import { GuideSearch, type Hit, type Piece } from '../../../src/guide/search';
import type { Section } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';

export function find(query: string, ...sections: Section[]): Hit[] {
  return new GuideSearch(sections).find(query);
}

export const textOf = (all: readonly Piece[]) => all.map(({ text }) => text).join('');
export const matchesOf = (all: readonly Piece[]) =>
  all.filter(({ isMatch }) => isMatch).map(({ text }) => text);

/** The excerpt for `query` from a section of that text. */
export function excerptFrom(
  markdown: string,
  query: string,
  details: Partial<Section> = {},
): readonly Piece[] {
  const [hit] = find(query, aSection('one', { markdown, ...details }));
  assert.ok(hit, `"${query}" isn’t found`);
  return hit.excerpt;
}
