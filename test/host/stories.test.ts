import * as vscode from 'vscode';
import { entryIdOf } from '../../src/platform/entryFiles';
import { UserError } from '../../src/platform/errors';
import { documentFiles, documentUri } from '../../src/practice/documents';
import type { PracticeDocument } from '../../src/practice/entry';
import { keptMoment } from '../../src/practice/moment';
import { prepareCareerConversation } from '../../src/practice/stories/careerConversation';
import {
  questionCompletions,
  questionHover,
  showMoments,
  storyLenses,
} from '../../src/practice/stories/editing';
import { makeStory, startStory } from '../../src/practice/stories/newStories';
import { openStory } from '../../src/practice/stories/openStories';
import { browseQuestions, fillGap } from '../../src/practice/stories/questionLists';
import type { StoriesRoom } from '../../src/practice/stories/storiesRoom';
import { storyCheck } from '../../src/practice/stories/storyCheck';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { aMoment } from './journals';
import { fired, held, recordCommands } from './perTest';
import { choosing, choosingTemplate, messages } from './questions';
import { openStories } from './storyRooms';

const paired = aMoment('paired', {
  what: 'Paired with Ana on retries',
  kind: 'pairing',
  skill: 'people-development',
});
const settled = aMoment('settled', {
  what: 'Settled the missed deadline with Jo',
  who: ['Jo'],
  kind: 'facilitation',
  dimension: 'execution',
});

const storiesOf = ({ practice }: StoriesRoom) => practice.store.all('document');

function theStory(stories: StoriesRoom): PracticeDocument {
  const [story, ...others] = storiesOf(stories);
  ok(story && others.length === 0, 'there is one story');
  return story;
}

/** A story that is kept. */
async function keepStory(
  stories: StoriesRoom,
  details: Partial<PracticeDocument> = {},
): Promise<PracticeDocument> {
  const story: PracticeDocument = {
    type: 'document',
    id: crypto.randomUUID(),
    kind: 'story',
    title: 'The retries',
    text: '---\ntitle: The retries\nanswers: []\n---\n\n## Task\nI had to.\n',
    created: '2026-03-01T10:00:00+01:00',
    moments: [keptMoment(paired)],
    ...details,
  };
  await stories.practice.store.put(story);
  return story;
}

/** What an editor of it has. */
function editorOf(story: PracticeDocument, text = story.text): vscode.TextDocument {
  return { uri: documentUri(story), getText: () => text } as vscode.TextDocument;
}

const textOf = (stories: StoriesRoom, file: string) =>
  stories.pages.provideTextDocumentContent(vscode.Uri.from({ scheme: 'belay-question', path: `/${file}` }));

describe('starting a story', () => {
  it('takes over the moments of the rows, without names, and opens it', async () => {
    const { stories, opened } = await openStories([settled, paired]);
    await makeStory(stories, { moment: paired }, [{ moment: paired }, { moment: settled }, { group: {} }]);
    const story = theStory(stories);
    equal(story.kind, 'story');
    deepEqual(sorted(story.moments?.map(({ id }) => id) ?? []), ['paired', 'settled']);
    deepEqual(story.questions, []);
    match(
      story.text,
      /## Situation[\s\S]*> Mar 1, 2026, \w+: (?:Paired with|Settled the missed deadline with) \[who \d\?\]/,
    );
    ok(!/Ana|Jo/.test(story.text), story.text);
    deepEqual(opened.map(entryIdOf), [story.id]);
  });

  it('asks which moments where a row names none', async () => {
    const { stories } = await openStories([settled, paired]);
    for (const row of [undefined, null, 'x', { moment: {} }, { moment: { id: 7 } }]) {
      const asked = choosing(() => undefined);
      await makeStory(stories, row, undefined);
      deepEqual(
        asked.map(items => items.map(({ label }) => label)),
        [[settled.what, paired.what]],
      );
    }
    deepEqual(storiesOf(stories), []);
  });

  it('says so where the moment is gone', async () => {
    const { stories } = await openStories([settled]);
    await rejects(makeStory(stories, { moment: paired }, undefined), UserError);
    deepEqual(storiesOf(stories), []);
  });

  it('begins from nothing where nothing is ticked, without asking where there are no moments', async () => {
    const { stories, journal } = await openStories([settled]);
    choosing(() => []);
    await startStory(stories);
    journal.change([]);
    const asked = choosing(() => undefined);
    await startStory(stories);
    deepEqual(asked, []);
    deepEqual(
      storiesOf(stories).map(({ title, moments }) => [title, moments]),
      [
        ['A new story', []],
        ['A new story', []],
      ],
    );
  });

  it('fills a gap in two keys: the question that a moment fits best, and that moment', async () => {
    const { stories } = await openStories([settled, paired]);
    const asked = choosing(items => {
      const picked = items.filter(item => item.picked);
      return picked.length > 0
        ? picked
        : items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    });
    await fillGap(stories);
    const [questions = [], moments = []] = asked;
    equal(questions[0]?.label, 'No story yet, and a moment fits');
    match(questions[1]?.detail ?? '', /^Mar 1.*: Settled the missed deadline with Jo \(.*“deadline”.*\)$/);
    deepEqual(
      moments.map(({ label, picked }) => [label, picked === true]),
      [
        ['Moments that fit', false],
        [settled.what, true],
        ['Other moments', false],
        [paired.what, false],
      ],
    );
    const { questions: [answered] = [], moments: kept, text } = theStory(stories);
    equal(stories.practice.library.questions.get(answered ?? '')?.ask, questions[1]?.label);
    deepEqual(
      kept?.map(({ id }) => id),
      ['settled'],
    );
    ok(text.includes(`\n  - ${answered}\n`), text);
    // Now it has a story.
    const again = choosing(() => undefined);
    await fillGap(stories);
    const labels = again[0]?.map(({ label }) => label) ?? [];
    ok(labels.indexOf(questions[1]?.label ?? '') > labels.indexOf('With a story'), labels.join('\n'));
  });
});

describe('the list of stories', () => {
  it('has the one changed last first, and opens the chosen one', async () => {
    const { stories, opened } = await openStories();
    const older = await keepStory(stories);
    const newer = await keepStory(stories, {
      title: 'The $(x) newer',
      changed: '2026-03-02T10:00:00+01:00',
      questions: ['a', 'b'],
    });
    const [shown] = await listOf(stories, items => items[1]);
    deepEqual(
      shown?.slice(0, 2).map(({ label }) => label),
      ['The $\u200B(x) newer', 'The retries'],
    );
    match(
      shown?.[0]?.detail ?? '',
      /^answers 2 questions · told in 0:01 · changed on Mar 2.* · 4 things to look at$/,
    );
    deepEqual(opened.map(entryIdOf), [older.id]);
    ok(newer.id !== older.id, 'they are two');
  });

  it('offers to start one, also where there is none', async () => {
    const { stories } = await openStories();
    const commands = recordCommands('belay.newStory', 'belay.fillGap');
    await listOf(stories, items => items.at(-1));
    await listOf(stories, items => items.at(-2));
    deepEqual(commands, [['belay.fillGap'], ['belay.newStory']]);
  });

  it('deletes a story, and Undo brings it back', async () => {
    const { stories } = await openStories();
    const story = await keepStory(stories);
    const said = messages('showInformationMessage', 'Undo');
    const before: number[] = [];
    stories.onDidChange(() => before.push(storiesOf(stories).length));
    choosingTemplate(list => {
      const [item] = list.items;
      ok(item, 'there is a row');
      list.press(item);
      return undefined;
    });
    await openStory(stories);
    await until('it is back', () => before.length > 2 && storiesOf(stories).length === 1);
    ok(before.includes(0), 'it was gone');
    deepEqual(theStory(stories), story);
    equal(said[0]?.text, 'Story deleted: The retries');
  });
});

/** The rows of the list of stories; `answer` chooses one. */
async function listOf(
  stories: StoriesRoom,
  answer: (items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | undefined,
) {
  const shown = choosingTemplate(list => answer(list.items));
  await openStory(stories);
  return shown.map(({ items }) => items);
}

describe('a story as a file', () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it('is saved with all its mistakes, which are marked as what they are', async () => {
    const { stories } = await openStories();
    const { practice } = stories;
    const files = held(documentFiles(practice.store, { story: storyCheck(practice.library) }));
    const story = await keepStory(stories);
    const uri = documentUri(story);
    const marks = () =>
      vscode.languages
        .getDiagnostics(uri)
        .map(
          ({ range, severity, message }) =>
            [range.start.line, range.start.character, severity, message] as const,
        );
    const save = async (front: string, action: string) => {
      const text = `---\n${front}\n---\n\n## Action\n${action}\n`;
      await files.writeFile(uri, encode(text));
      equal(practice.store.find('document', story.id)?.text, text);
    };
    await save('title: Other\nanswers: [chosen-by-nobody]', 'We asked Ana.');
    const { Warning, Information } = vscode.DiagnosticSeverity;
    deepEqual(
      marks().map(([line, character, severity]) => [line, character, severity]),
      [[2, 0, Warning], ...[1, 2, 3, 4].map(() => [4, 0, Warning]), [6, 0, Information], [6, 9, Warning]],
    );
    ok(
      marks().some(([, , , message]) => message.includes('“chosen-by-nobody”')),
      'it is named',
    );
    const { title, questions, changed } = practice.store.find('document', story.id) ?? {};
    deepEqual([title, questions], ['Other', ['chosen-by-nobody']]);
    ok(changed !== undefined, 'it is known when');
    await save('title: [', 'I asked.');
    match(marks()[0]?.[3] ?? '', /The text is kept; title and answers stay as they were\.$/);
    equal(practice.store.find('document', story.id)?.title, 'Other');
  });

  it('says above it how long it takes, what was found and what is behind it', async () => {
    const { stories, journal } = await openStories([paired]);
    const story = await keepStory(stories);
    const titles = async (text?: string) =>
      (await storyLenses(stories, editorOf(story, text))).map(({ command }) => command?.title);
    deepEqual(await titles(), ['Told in 0:01 of 2:00', '4 things to look at', 'From 1 moment']);
    equal((await titles(''))[0], 'Nothing to tell yet');
    // As it says now, saved or not; ids that there are none of are passed by.
    const lenses = await storyLenses(
      stories,
      editorOf(story, '---\ntitle: T\nanswers: [nothing, followed-without-a-title]\n---\n'),
    );
    deepEqual(lenses.at(-1)?.command, {
      title: 'Rehearse',
      command: 'belay.rehearse',
      arguments: ['followed-without-a-title'],
    });
    journal.change([]);
    equal((await titles())[2], 'From 1 moment (1 deleted since)');
    const other = await keepStory(stories, { kind: 'career' });
    deepEqual(await storyLenses(stories, editorOf(other)), []);
  });

  it('leads to the moments behind it, and says which are in no journal any more', async () => {
    const elsewhere = aMoment('elsewhere');
    const { stories, journal } = await openStories([paired]);
    journal.elsewhere = [{ name: 'shop', moments: [elsewhere] }];
    const story = await keepStory(stories, {
      moments: [paired, settled, elsewhere].map(one => keptMoment(one)),
    });
    const said = messages('showInformationMessage');
    const asked = choosing(items => items[0]);
    await showMoments(stories, story.id);
    deepEqual(
      asked[0]?.map(({ description }) => description?.split(' · ').at(-1)),
      ['Ana', 'deleted from the journal; this text was kept', 'in the journal of shop'],
    );
    deepEqual([journal.opened, said.length], [['paired'], 0]);
    choosing(items => items[1]);
    await showMoments(stories, story.id);
    deepEqual([journal.opened, said.length], [['paired', 'settled'], 1]);
  });

  it('completes ids of questions in its answers, and shows the question behind one', async () => {
    const { stories } = await openStories();
    const id = 'followed-without-a-title';
    const story = await keepStory(stories);
    const document = editorOf(story, `---\r\ntitle: x\r\nanswers: [${id}]\r\n---\r\n\r\n${id}`);
    const place = new vscode.Position(2, 15);
    const all = questionCompletions(stories, document, place);
    equal(all.length, stories.practice.library.questions.size);
    const item = all.find(({ label }) => label === id);
    match(String(item?.documentation), /people followed you/);
    deepEqual(item?.range, new vscode.Range(2, 10, 2, 10 + id.length));
    const hover = questionHover(stories, document, place)?.contents[0] as vscode.MarkdownString;
    match(
      hover.value,
      /people followed you[\s\S]*Leadership · Behavioural[\s\S]*command:belay\.browseQuestions\?/,
    );
    for (const [line, character] of [
      [1, 3],
      [5, 3],
    ] as const) {
      const elsewhere = new vscode.Position(line, character);
      deepEqual(questionCompletions(stories, document, elsewhere), []);
      equal(questionHover(stories, document, elsewhere), undefined);
    }
  });
});

describe('pages of stories and questions', () => {
  it('follow stories and the journal, and say what was deleted', async () => {
    const { stories, journal } = await openStories([paired, settled]);
    match(
      await textOf(stories, 'Stories.md'),
      /0 stories answer 0 of \d+ questions\.[\s\S]*Settled the missed deadline/,
    );
    equal(journal.readElsewhere, 0);
    const kept = () => keepStory(stories, { questions: ['followed-without-a-title'] });
    await fired(
      'the page has changed',
      stories.pages.onDidChange,
      kept,
      ({ path }) => path === '/Stories.md',
    );
    const page = await textOf(stories, 'Stories.md');
    match(page, /1 story answers 1 of \d+ questions\./);
    match(page, /\*\*The retries\*\*[\s\S]*Grew from:\n\n- Mar 1, 2026: Paired with Ana on retries\n/);
    await fired('the page has changed', stories.pages.onDidChange, () => journal.change([settled]));
    match(
      await textOf(stories, 'Stories.md'),
      /Paired with Ana on retries _\(deleted from the journal; this text was kept\)_/,
    );
    equal(journal.readElsewhere, 1);
  });

  it('say nothing wrong of moments where other journals can’t be read', async () => {
    const { stories, journal, reporter } = await openStories([]);
    journal.elsewhere = new Error('the disk');
    await keepStory(stories);
    match(await textOf(stories, 'Stories.md'), /- Mar 1, 2026: Paired with Ana on retries\n/);
    match(reporter.log.lines.join('\n'), /other journals can’t be read: the disk/);
  });

  it('have one for each question', async () => {
    const { stories } = await openStories();
    await keepStory(stories, { questions: ['followed-without-a-title'] });
    match(
      await textOf(stories, 'followed-without-a-title.md'),
      /^# Tell me about a time[\s\S]*- \*\*The retries\*\*/,
    );
    match(await textOf(stories, 'nothing.md'), /no such question/);
  });

  it('open from the list, or for the question that a link names', async () => {
    const { stories } = await openStories();
    const commands = recordCommands('markdown.showPreview');
    const shown = () => commands.splice(0).map(([, uri]) => (uri as vscode.Uri).path);
    const asked = choosingTemplate(({ items }) => items[2]);
    await browseQuestions(stories, undefined);
    match(asked[0]?.items[2]?.detail ?? '', / · /);
    const third = stories.practice.library.content.questions[2]?.id;
    deepEqual(shown(), [`/${third}.md`]);
    await browseQuestions(stories, 'followed-without-a-title');
    deepEqual([shown(), asked.length], [['/followed-without-a-title.md'], 1]);
    await stories.pages.showStories();
    deepEqual(shown(), ['/Stories.md']);
  });
});

describe('a career conversation', () => {
  it('is prepared as a document of all journals’ moments', async () => {
    const { stories, practice, journal, opened } = await openStories();
    const now = new Date().toISOString();
    journal.moments = [aMoment('here', { when: now, dimension: 'coaching' })];
    journal.elsewhere = [{ name: 'shop', moments: [aMoment('there', { when: now, skill: 'execution' })] }];
    await prepareCareerConversation(practice);
    const document = theStory(stories);
    equal(document.kind, 'career');
    match(document.title, /^Career conversation, /);
    match(
      document.text,
      /### Execution\n\n- .*: what happened in there\n\n### Coaching\n\n- .*: what happened in here\n/,
    );
    match(document.text, /\*\*Take on one loose end and see it closed\*\*/);
    deepEqual(opened.map(entryIdOf), [document.id]);
    deepEqual(stories.stories(), []);
  });
});
