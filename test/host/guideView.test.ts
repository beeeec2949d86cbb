import * as vscode from 'vscode';
import { GuideView } from '../../src/guide/guideView';
import type { Place } from '../../src/guide/section';
import { deepEqual, equal, until } from './assert';
import { closeEditors } from './editors';
import { openGuide, ready } from './guides';
import { contextsIn, recordCommands, replace } from './perTest';
import { pageAt, pageText, writePage } from './teamFolder';
import { FakeView } from './webviews';

/** The guide’s view, resolved by VS Code. */
async function openView() {
  const guide = await openGuide();
  const commands = recordCommands();
  const view = new GuideView(guide.services);
  const shown = new FakeView();
  await view.resolve(shown);
  return { ...guide, commands, view, shown };
}

const at = (id: string, scroll = 0) => ({ type: 'view', view: { show: 'section', place: { id, scroll } } });

describe('the guide’s view', () => {
  it('shows the guide where the reader was', async () => {
    const guide = await openGuide();
    await guide.services.state.setPlace({ id: 'two', scroll: 0.5 });
    const shown = new FakeView();
    await new GuideView(guide.services).resolve(shown);
    deepEqual(shown.webview.data.place, { id: 'two', scroll: 0.5 });
    deepEqual([shown.webview.data.surface, shown.description], ['view', '']);
    deepEqual(guide.reporter.reported, []);
  });

  it('remembers where the reader goes, for the next window', async () => {
    const { shown, memory } = await openView();
    shown.webview.say(at('three', 0.75));
    await until('it is remembered', () => memory.get<Place>('guide.place')?.id === 'three');
    deepEqual(memory.get('guide.place'), { id: 'three', scroll: 0.75 });
  });

  it('remembers no place for the contents or a search', async () => {
    const { shown, memory } = await openView();
    shown.webview.say({ type: 'view', view: { show: 'contents', filter: 'all' } });
    shown.webview.say({ type: 'view', view: { show: 'search', query: 'x' } });
    shown.webview.say({ type: 'bookmark', id: 'one', on: true });
    await until('what came last is done', () => memory.keys().includes('guide.bookmarks'));
    deepEqual(memory.keys(), ['guide.bookmarks']);
  });

  it('greys out what leads beyond the two ends, and tells VS Code of changes only', async () => {
    const { shown, commands } = await openView();
    const positions = () => contextsIn(commands).filter(context => context.startsWith('belay.guide.'));
    const told = ['belay.guide.atStart=true', 'belay.guide.atEnd=false'];
    deepEqual(positions(), told);
    for (const [id, ...changes] of [
      ['two', 'atStart=false'],
      ['three', 'atEnd=true'],
      ['one', 'atStart=true', 'atEnd=false'],
    ] as const) {
      shown.webview.say(at(id));
      shown.webview.say(at(id, 0.5));
      told.push(...changes.map(change => `belay.guide.${change}`));
      await until(`${id} is told of`, () => positions().length >= told.length);
      deepEqual(positions(), told);
    }
  });

  it('has a way on as soon as a team’s page stands behind the last section', async () => {
    const { shown, commands } = await openView();
    shown.webview.say(at('three'));
    const told = (context: string) => until(context, () => contextsIn(commands).at(-1) === context);
    await told('belay.guide.atEnd=true');
    await writePage('a.md', pageText('four'));
    const page = await vscode.window.showTextDocument(pageAt('a.md'));
    await page.edit(edit => edit.insert(new vscode.Position(6, 0), 'Saved. '));
    await page.document.save();
    await told('belay.guide.atEnd=false');
    await closeEditors();
  });

  it('gives the page, once it is ready, what it was to be sent before the view was there', async () => {
    const { services } = await openGuide();
    const view = new GuideView(services);
    view.send({ type: 'go', to: 'search' });
    view.send({ type: 'open', id: 'two' });
    const shown = new FakeView();
    await view.resolve(shown);
    deepEqual(shown.webview.sent, []);
    await ready(shown.webview);
    view.send({ type: 'go', to: 'back' });
    deepEqual<unknown>(shown.webview.sent.slice(2), [
      { type: 'go', to: 'search' },
      { type: 'open', id: 'two' },
      { type: 'go', to: 'back' },
    ]);
  });

  it('that is hidden takes what it is sent when it is shown again', async () => {
    const { view, shown } = await openView();
    await ready(shown.webview);
    shown.setVisible(false);
    shown.webview.sent.length = 0;
    view.send({ type: 'go', to: 'next' });
    deepEqual(shown.webview.sent, []);
    shown.setVisible(true);
    await ready(shown.webview);
    deepEqual(
      shown.webview.sent.map(({ type }) => type),
      ['guide', 'reader', 'go'],
    );
  });

  it('that is closed listens no more, and the next one gets what is sent', async () => {
    const { view, shown, memory } = await openView();
    await ready(shown.webview);
    shown.dispose();
    equal(shown.webview.listeners, 0);
    shown.webview.say(at('three'));
    view.send({ type: 'go', to: 'next' });
    const next = new FakeView();
    await view.resolve(next);
    await ready(next.webview);
    deepEqual<unknown>(next.webview.sent.slice(2), [{ type: 'go', to: 'next' }]);
    equal(memory.get('guide.place'), undefined);
  });

  it('stays the one that is sent to when an older one is closed after it', async () => {
    const { view, shown } = await openView();
    const next = new FakeView();
    await view.resolve(next);
    await ready(next.webview);
    shown.dispose();
    view.send({ type: 'go', to: 'next' });
    deepEqual(next.webview.sent.at(-1), { type: 'go', to: 'next' });
  });

  it('may be closed while it loads', async () => {
    const { services, reporter } = await openGuide();
    const shown = new FakeView();
    const resolving = new GuideView(services).resolve(shown);
    shown.dispose();
    await resolving;
    deepEqual(reporter.reported, []);
  });

  it('logs a place that can’t be remembered, without a message each time', async () => {
    const { shown, memory, reporter } = await openView();
    replace(memory, 'update', async () => {
      throw new TypeError('full');
    });
    shown.webview.say(at('two'));
    await until('it is logged', () => reporter.log.lines.length > 0);
    deepEqual(reporter.log.lines, ['error full']);
    deepEqual(reporter.reported, []);
  });
});
