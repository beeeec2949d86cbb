import { render } from 'lit-html';
import * as v from 'valibot';
import { openChannel } from '../../platform/channel';
import { messageOf } from '../../platform/errors';
import { InitialDataSchema, type ToHost, ToPageSchema, type View, ViewSchema } from '../protocol';
import { type Guide, neighbours, type Section } from '../section';
import { createMarkdownRenderer } from './markdown';
import { contentsPage, sectionPage } from './page';
import { ScrollPlace } from './scroll';

/** What VS Code gives a webview page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const initial = v.parse(
  InitialDataSchema,
  JSON.parse(document.getElementById('belay-data')?.textContent ?? ''),
);
const { strings } = initial;
const toFragment = createMarkdownRenderer(strings.table);
const root = document.createElement('div');
document.body.append(root);

let guide: Guide | undefined;
// A page that was hidden and comes back is loaded anew with the data it was first born with; what the
// reader did since then is in its state.
const stored = v.safeParse(ViewSchema, vscode.getState());
let view: View = stored.success ? stored.output : { show: 'section', place: initial.place };
let current = view.show === 'section' ? view.place.id : initial.place.id;

const channel = openChannel<ToHost, typeof ToPageSchema>(
  {
    post: message => vscode.postMessage(message),
    listen: listener => {
      const receive = (event: MessageEvent<unknown>) => listener(event.data);
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  },
  ToPageSchema,
  message => {
    if (message.type === 'guide') {
      guide = message.guide;
      begin();
    } else {
      go(message.to);
    }
  },
  reason => channel.send({ type: 'problem', message: reason }),
);
window.addEventListener('error', event => channel.send({ type: 'problem', message: messageOf(event.error) }));

const scrollPlace = new ScrollPlace(
  scroll => {
    if (view.show === 'section') {
      view = { show: 'section', place: { id: current, scroll } };
      vscode.setState(view);
    }
  },
  () => channel.send({ type: 'view', view }),
);

const actions = { openSection: (id: string) => openSection(id, 0), openContents: () => go('contents') };

/** The guide is here: what the page remembers may be a section that this guide no longer has. */
function begin(): void {
  if (view.show === 'section' && !findSection(view.place.id)) {
    openSection(initial.section.id, 0);
  } else {
    remember(view);
    paint();
  }
}

function findSection(id: string): Section | undefined {
  return (
    guide?.find(section => section.id === id) ?? (initial.section.id === id ? initial.section : undefined)
  );
}

/** Draws what `view` says; draws nothing while the guide that it needs is still on its way. */
function paint(): void {
  if (view.show === 'contents') {
    if (guide) {
      render(contentsPage(guide, current, strings, actions), root);
    }
    return;
  }
  const section = findSection(view.place.id);
  if (section) {
    render(sectionPage(section, toFragment(section.markdown), guide, strings, actions), root);
    scrollPlace.goTo(view.place.scroll);
  }
}

/** Shows `next` and puts the focus on its title, where a screen reader begins to read. */
function show(next: View): void {
  remember(next);
  paint();
  if (next.show === 'contents') {
    scrollPlace.goTo(0);
  }
  document.getElementById('title')?.focus({ preventScroll: true });
  if (next.show === 'contents') {
    document.querySelector('.current')?.scrollIntoView({ block: 'center' });
  }
}

function remember(next: View): void {
  view = next;
  vscode.setState(view);
  channel.send({ type: 'view', view });
}

function openSection(id: string, scroll: number): void {
  if (findSection(id)) {
    current = id;
    show({ show: 'section', place: { id, scroll } });
  }
}

function go(to: 'contents' | 'previous' | 'next'): void {
  if (to === 'contents') {
    show({ show: 'contents' });
    return;
  }
  const target = neighbours(guide ?? [], current)[to];
  if (target) {
    openSection(target.id, 0);
  }
}

root.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="guide:"]') : null;
  if (link) {
    event.preventDefault();
    openSection((link.getAttribute('href') ?? '').slice('guide:'.length), 0);
  }
});

paint();
channel.send({ type: 'ready' });
