import { GuideSearch, type Hit } from '../search';
import { type Guide, neighbours, type Section } from '../section';

/** The guide as the page has it: until it arrives that is the one section that the page was born with. */
export class ShownGuide {
  #sections: Guide | undefined;
  #search: GuideSearch | undefined;

  constructor(private readonly born: Section) {}

  /** Missing until the guide has arrived. */
  get sections(): Guide | undefined {
    return this.#sections;
  }

  /** The guide is here, or another one. */
  arrived(guide: Guide): void {
    this.#sections = guide;
    this.#search = undefined;
  }

  section(id: string): Section | undefined {
    return (this.#sections ?? [this.born]).find(section => section.id === id);
  }

  neighbours(id: string): ReturnType<typeof neighbours> {
    return neighbours(this.#sections ?? [], id);
  }

  /** Builds what searching needs, which takes longer than a keystroke may. */
  prepareSearch(): GuideSearch {
    this.#search ??= new GuideSearch(this.#sections ?? []);
    return this.#search;
  }

  find(query: string): readonly Hit[] {
    return this.prepareSearch().find(query);
  }
}
