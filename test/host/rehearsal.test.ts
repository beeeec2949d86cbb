import * as vscode from 'vscode';
import { addDays, localDay } from '../../src/platform/days';
import type { Rehearsal } from '../../src/practice/entry';
import { type Screen, type ToHost, type ToPage, ToPageSchema } from '../../src/practice/rehearsal/protocol';
import { Rehearsals } from '../../src/practice/rehearsal/rehearsals';
import { browseQuestions } from '../../src/practice/stories/questionLists';
import { deepEqual, equal, match, ok, until } from './assert';
import { held, recordCommands, replace } from './perTest';
import { choosingTemplate, statusTexts } from './questions';
import { openStories } from './storyRooms';
import { FakePanelOf, FakeWebviewOf } from './webviews';

class RehearsalPanel extends FakePanelOf<FakeWebviewOf<ToPage>> {
  constructor() {
    super(new FakeWebviewOf(ToPageSchema));
  }

  /** What the page shows. */
  get screen(): Screen | undefined {
    return this.webview.sentOf('screen').at(-1)?.screen;
  }

  get question() {
    const { screen } = this;
    ok(screen?.kind === 'question', `a question, not ${JSON.stringify(screen)}`);
    return screen;
  }

  get end() {
    const { screen } = this;
    ok(screen?.kind === 'end', `the end, not ${JSON.stringify(screen)}`);
    return screen;
  }

  /** Has the page say something, and waits for what it is told. */
  async say(message: ToHost): Promise<void> {
    const before = this.webview.sent.length;
    this.webview.say(message);
    await until('the page is answered', () => this.webview.sent.length > before);
  }

  rate(grade: 1 | 2 | 3 | 4, rest: { readonly note?: string; readonly story?: string } = {}): Promise<void> {
    return this.say({ type: 'rated', key: this.question.key, grade, seconds: 75, ...rest });
  }
}

/** Rehearsals on storage of their own, and the pages that were opened. */
async function openRehearsals() {
  const { practice, stories, reporter, opened } = await openStories();
  const panels: RehearsalPanel[] = [];
  replace(vscode.window, 'createWebviewPanel', () => {
    const panel = new RehearsalPanel();
    panels.push(panel);
    return panel;
  });
  const rehearsals = held(new Rehearsals(practice));
  const page = async () => {
    const panel = panels.at(-1);
    ok(panel, 'a page was opened');
    if (!panel.screen) {
      await panel.say({ type: 'ready' });
    }
    return panel;
  };
  const kept = () => practice.store.all('rehearsal');
  const rehearsedOn = (question: string, daysAgo: number, rating: number): Rehearsal => ({
    type: 'rehearsal',
    id: crypto.randomUUID(),
    question,
    rehearsed: `${addDays(localDay(new Date()), -daysAgo)}T12:00:00+00:00`,
    rating,
    seconds: 60,
  });
  return { practice, stories, reporter, opened, panels, rehearsals, page, kept, rehearsedOn };
}

describe('rehearsing', () => {
  it('asks a question, keeps how it went with its note, and asks the next', async () => {
    const { rehearsals, page, kept } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    match(panel.webview.html, /<title>Rehearsal<\/title>/);
    const first = panel.question;
    match(first.position, /Question 1 of 3/);
    match(first.about, /new to you$/);
    await panel.rate(3, { note: 'Name the number first' });
    const [entry] = kept();
    ok(entry, 'it is kept');
    deepEqual([entry.rating, entry.seconds, entry.note], [3, 75, 'Name the number first']);
    match(panel.question.position, /Question 2 of 3/);
    match(panel.question.said ?? '', /Kept as “Good”\. That question comes again on /);
    ok(panel.question.key !== first.key, 'another question');
    await panel.rate(4);
    await panel.rate(1);
    deepEqual(
      panel.end.rows.map(({ grade, next, note }) => [grade, next, note]),
      [
        ['Good', 'in 3 days', 'Name the number first'],
        ['Easy', 'in 8 days', undefined],
        ['Again', 'tomorrow', undefined],
      ],
    );
  });

  it('takes a rating back with Undo', async () => {
    const { rehearsals, page, kept } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    const { ask } = panel.question;
    await panel.rate(4, { note: 'Too soon' });
    ok(panel.question.canUndo, 'it can be taken back');
    await panel.say({ type: 'undo', key: panel.question.key });
    deepEqual([panel.question.ask, panel.question.given], [ask, { seconds: 75, note: 'Too soon' }]);
    deepEqual(kept(), []);
  });

  it('says on the page why a rating isn’t kept, and keeps it when it is rated again', async () => {
    const { rehearsals, page, kept, practice } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    const { put } = practice.store;
    practice.store.put = async () => {
      throw new Error('the disk is full');
    };
    const { key } = panel.question;
    await panel.rate(3);
    deepEqual(
      panel.webview.sentOf('notKept').map(({ reason }) => reason),
      ['the disk is full'],
    );
    practice.store.put = put;
    await panel.rate(3);
    equal(kept().length, 1);
    ok(panel.question.key !== key, 'it goes on');
  });

  it('hears one rating of two that come at once', async () => {
    const { rehearsals, page, kept } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    const { key } = panel.question;
    panel.webview.say({ type: 'rated', key, grade: 3, seconds: 1 });
    await panel.say({ type: 'rated', key, grade: 1, seconds: 1 });
    await until('the page goes on', () => panel.question.key !== key);
    await panel.say({ type: 'ready' });
    deepEqual(
      kept().map(({ rating }) => rating),
      [3],
    );
  });

  it('asks what is due first, and shows what was noted then', async () => {
    const { rehearsals, page, practice, rehearsedOn } = await openRehearsals();
    await practice.store.put(
      rehearsedOn('two-who-stopped-talking', 3, 1),
      { ...rehearsedOn('followed-without-a-title', 30, 3), note: 'Slower' },
      rehearsedOn('against-the-team', 0, 4),
    );
    await rehearsals.rehearse(undefined);
    const panel = await page();
    deepEqual([panel.question.position, panel.question.lastNote], ['Question 1 of 2', 'Slower']);
    match(panel.question.about, /rehearsed once, on /);
    await panel.rate(4);
    equal(panel.question.lastNote, undefined);
    match(panel.question.ask, /two people in your team/);
  });

  it('goes on where it is when it is asked for again, or with the question that is named', async () => {
    const { rehearsals, page, panels } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    const { key } = panel.question;
    await rehearsals.rehearse(undefined);
    deepEqual([panels.length, panel.revealed, panel.question.key], [1, 1, key]);
    await rehearsals.rehearse('followed-without-a-title');
    match(panel.question.ask, /people followed you/);
    equal(panel.question.position, 'Question 1 of 1');
    await rehearsals.rehearse('there is no such question');
    match(panel.question.ask, /people followed you/);
  });

  it('keeps what was rated when the page is closed, and says so', async () => {
    const { rehearsals, page, panels, kept } = await openRehearsals();
    const said = statusTexts();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    await panel.rate(3);
    panel.webview.say({ type: 'leave' });
    await until('it is closed', () => panel.isDisposed);
    equal(kept().length, 1);
    match(said.at(-1) ?? '', /question that you rated is kept/);
    await rehearsals.rehearse(undefined);
    equal(panels.length, 2);
    equal((await page()).question.position, 'Question 1 of 3');
  });

  it('offers stories, opens the one that was told and keeps that it was', async () => {
    const { rehearsals, page, practice, opened, kept } = await openRehearsals();
    const created = '2026-03-01T12:00:00+01:00';
    await practice.store.put({
      type: 'document',
      id: 's',
      kind: 'story',
      title: 'The retries',
      text: '',
      created,
      questions: ['against-the-team'],
    });
    await rehearsals.rehearse(undefined);
    const panel = await page();
    // A story waits for it.
    match(panel.question.ask, /against the wishes of your team/);
    deepEqual(panel.question.stories, [{ id: 's', title: 'The retries' }]);
    await panel.say({ type: 'openStory', id: 's' });
    equal(opened.length, 1);
    await panel.rate(3, { story: 's' });
    equal(kept()[0]?.story, 's');
  });

  it('names what the page says that isn’t of its protocol in the log', async () => {
    const { rehearsals, page, reporter } = await openRehearsals();
    await rehearsals.rehearse(undefined);
    const panel = await page();
    panel.webview.say({ type: 'rated', key: panel.question.key, grade: 7, seconds: 1 });
    await until('the log names it', () =>
      reporter.log.lines.some(line => /Rehearsal sent an unknown/.test(line)),
    );
    deepEqual(reporter.reported, []);
  });
});

describe('a mock interview', () => {
  it('asks five questions of five dimensions, without sketches, and keeps them as one', async () => {
    const { rehearsals, page, kept, practice } = await openRehearsals();
    await rehearsals.mockInterview();
    const panel = await page();
    for (let number = 1; number <= 5; number += 1) {
      equal(panel.question.position, `Mock interview · question ${number} of 5`);
      equal(panel.question.notes.length, 2);
      await panel.rate(3);
    }
    match(panel.end.title, /interview is over/);
    equal(new Set(kept().map(({ mock }) => mock)).size, 1);
    const dimensions = kept().map(({ question }) => practice.library.questions.get(question)?.dimension);
    equal(new Set(dimensions).size, 5);
  });

  it('asks another question of the dimension in the place of one that is skipped', async () => {
    const { rehearsals, page } = await openRehearsals();
    await rehearsals.mockInterview();
    const panel = await page();
    const { ask, about, key } = panel.question;
    await panel.say({ type: 'skip', key });
    ok(panel.question.ask !== ask, 'another question');
    equal(panel.question.about.split(' · ')[0], about.split(' · ')[0]);
    equal(panel.question.position, 'Mock interview · question 1 of 5');
  });
});

describe('what was rehearsed', () => {
  it('is a page that follows it', async () => {
    const { stories, practice, rehearsedOn } = await openRehearsals();
    const uri = vscode.Uri.parse('belay-question:/Rehearsals.md');
    const text = () => stories.pages.provideTextDocumentContent(uri);
    match(await text(), /Nothing rehearsed yet\. \*\*Belay: Rehearse/);
    const changed: string[] = [];
    held(stories.pages.onDidChange(one => changed.push(one.path)));
    await practice.store.put(rehearsedOn('followed-without-a-title', 3, 1), rehearsedOn('gone', 1, 3));
    await until('the page is told', () => changed.includes('/Rehearsals.md'));
    const page = await text();
    match(page, /2 rehearsals of 2 of 70 questions\\?\. 1 is due/);
    match(page, /\[Tell me about a time when people followed you[^\]]*\]\(followed-without-a-title\.md\)/);
    match(page, /a question that there is no more \\?\(gone/);
    const commands = recordCommands('markdown.showPreview');
    await stories.pages.showRehearsals();
    equal((commands[0]?.[1] as vscode.Uri).path, '/Rehearsals.md');
  });

  it('can be begun from the list of questions', async () => {
    const { stories } = await openRehearsals();
    const commands = recordCommands('belay.rehearse');
    choosingTemplate(list => {
      const [, second] = list.items;
      ok(second, 'an item');
      list.press(second);
      return undefined;
    });
    await browseQuestions(stories, undefined);
    deepEqual(commands, [['belay.rehearse', stories.practice.library.content.questions[1]?.id]]);
  });
});
