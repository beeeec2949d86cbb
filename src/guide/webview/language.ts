import { nothing } from 'lit-html';
import type { Section } from '../section';

/**
 * The `lang` of these sections' own words: Belay's guide is English whatever the words around it are; a team's may
 * be anything.
 */
export function languageOf(...sections: readonly Pick<Section, 'origin'>[]): 'en' | typeof nothing {
  return sections.every(({ origin }) => origin === 'belay') ? 'en' : nothing;
}
