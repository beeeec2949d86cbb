import { html, nothing, render } from 'lit-html';
import { contentsPage } from './contentsPage';
import { header } from './header';
import type { Actions, Model } from './model';
import { searchPage } from './searchPage';
import { sectionPage } from './sectionPage';

/** Draws what the model says into `root`; leaves it as it is while the guide that the view needs is on its way. */
export function draw(model: Model, actions: Actions, root: HTMLElement): void {
  const main = mainOf(model, actions);
  if (main !== nothing) {
    render(html`${header(model, actions)}${main}`, root);
  }
}

function mainOf(model: Model, actions: Actions): unknown {
  const { view, guide, current } = model;
  switch (view.show) {
    case 'contents':
      return guide ? contentsPage(guide, view.filter, model, actions) : nothing;
    case 'search':
      return searchPage(model, actions);
    case 'section':
      return view.place.id === current.id ? sectionPage(current, model, actions) : nothing;
  }
}
