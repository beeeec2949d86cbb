import * as vscode from 'vscode';
import { answer } from '../../src/models/chat/participant';
import { goodAnswers, plain } from '../fixtures/answers';
import { deepEqual, equal, match, ok } from './assert';
import { belay } from './context';
import { aMoment } from './journals';
import { fakeModel, letModelsUseJournal, modelsPorts, never, pieces } from './models';
import { replace } from './perTest';
import { messages } from './questions';

/** One turn of a chat, whose model answers by `answering`. */
async function chat(
  command: string | undefined,
  prompt: string,
  answering: Parameters<typeof fakeModel>[0],
  { history = [], moments = [aMoment('one', { what: 'Paired on retries' })], cancelled = false } = {} as {
    readonly history?: readonly unknown[];
    readonly moments?: ReturnType<typeof aMoment>[];
    readonly cancelled?: boolean;
  },
) {
  const { model, asked } = fakeModel(answering);
  const said: string[] = [];
  const buttons: string[] = [];
  const titles: string[] = [];
  const rows: unknown[] = [];
  const source = new vscode.CancellationTokenSource();
  if (cancelled) {
    source.cancel();
  }
  const result = await answer({
    request: { prompt, command, model },
    history,
    stream: {
      markdown: value => said.push(typeof value === 'string' ? value : value.value),
      button: ({ command, title, arguments: args = [] }) => {
        buttons.push(command);
        titles.push(title);
        rows.push(...args);
      },
      progress: () => undefined,
    },
    token: source.token,
    ports: modelsPorts(moments),
  });
  return { text: said.join(''), buttons, titles, rows, asked, result };
}

const says = (text: string) => () => pieces(text);
const throwing = async () => {
  throw vscode.LanguageModelError.Blocked();
};

describe('the chat participant', () => {
  it('is in the manifest with its commands, hidden where AI features are turned off', () => {
    const [participant] = belay().packageJSON.contributes.chatParticipants;
    deepEqual(
      [participant.name, participant.when, participant.commands.map(({ name }: { name: string }) => name)],
      ['belay', '!config.chat.disableAIFeatures', ['rephrase', 'prepare', 'story', 'rehearse']],
    );
  });

  it('rephrases what is typed, as the command does', async () => {
    const [{ answer: good } = { answer: '' }] = goodAnswers;
    const { text, asked } = await chat(
      'rephrase',
      plain.comment.replace(' on line 42', ''),
      says(good.replace(' on line 42', '')),
    );
    match(text, /^What should happen to the `reader`/);
    equal(asked.length, 1);
  });

  it('shows a rephrasing as it stands where a page could make something of it', async () => {
    const { text } = await chat(
      'rephrase',
      'You broke <b>every</b> test of the parser here.',
      says('<comment>What would help <b>every</b> test of the parser to pass here?</comment>'),
    );
    match(text, /^```text\nWhat would help <b>every<\/b> test/);
  });

  it('tells what the wording check says where an answer isn’t fit', async () => {
    const { text } = await chat('rephrase', 'You forgot the null check.', says('<comment>LGTM</comment>'));
    match(text, /says something else than your comment\. The wording check says/);
    match(text, /- `You forgot.*`: /);
  });

  it('prepares without the journal while that is off, and says so', async () => {
    const { text, asked, buttons } = await chat('prepare', 'a 1:1 with Ana', says('- Open with thanks'));
    match(text, /^- Open with thanks\n\n_Your journal wasn’t used: `belay\.models\.journal` is off/);
    ok(!asked[0]?.includes('Paired on retries'), 'no moment is sent');
    deepEqual(buttons, ['belay.openPerson']);
  });

  it('prepares a 1:1 from the moments with that person once the journal may be used', async () => {
    await letModelsUseJournal();
    const moments = [
      aMoment('one', { what: 'Paired on retries' }),
      aMoment('two', { what: 'About Jo alone', who: ['Jo'] }),
    ];
    const questions = messages('showInformationMessage', 'Send');
    const { text, asked } = await chat('prepare', 'a 1:1 with Ana', says('- Open'), { moments });
    deepEqual(
      questions.map(question => question.text),
      ['Send moments of your journal to Fake? Found: 1'],
    );
    equal(text, '- Open');
    match(asked[0] ?? '', /\[\{"id":"one","day":"2026-03-01","what":"Paired on retries"/);
    ok(!asked[0]?.includes('About Jo'), 'nobody else’s');
  });

  it('sends no moment where the user doesn’t agree, though the setting is on', async () => {
    await letModelsUseJournal();
    messages('showInformationMessage');
    for (const command of ['prepare', 'story']) {
      const { asked } = await chat(command, 'Ana', says('- Open'));
      equal(asked.length, 1);
      ok(!asked[0]?.includes('Paired on retries'), 'no moment is sent');
    }
  });

  it('prepares a career conversation, and asks for a story, without the journal while that is off', async () => {
    for (const [command, button] of [
      ['prepare', 'belay.careerConversation'],
      ['story', 'belay.newStory'],
    ] as const) {
      const { asked, buttons } = await chat(command, 'my career', says('- Open'));
      ok(!asked[0]?.includes('Paired on retries'), 'no moment is sent');
      deepEqual(buttons, [button]);
    }
  });

  it('begins a story from the moments that the user let it use, the best of them first', async () => {
    await letModelsUseJournal();
    messages('showInformationMessage', 'Send');
    const moments = [
      aMoment('one', { what: 'Paired on retries' }),
      aMoment('two', {
        what: 'Taught Ana retries\n$(trash) with the whole release crew, for the second time this year',
      }),
      ...['three', 'four'].map(id => aMoment(id, { what: `Release ${id}` })),
      aMoment('five', { what: 'About something else' }),
    ];
    const { buttons, titles, rows } = await chat('story', 'retries of a release', says('Which?'), {
      moments,
    });
    deepEqual(buttons, ['belay.makeStory', 'belay.makeStory', 'belay.makeStory', 'belay.newStory']);
    equal(titles[0], 'Start a Story: Taught someone retries $ (trash) with the whole release cre…');
    deepEqual(rows[0], { moment: { id: 'two' } });
    ok(!titles.some(title => title.includes('something else')), titles.join());
  });

  it('begins no story from moments that the user didn’t let it use', async () => {
    await letModelsUseJournal();
    messages('showInformationMessage');
    deepEqual((await chat('story', 'retries', says('Which?'))).buttons, ['belay.newStory']);
  });

  it('leads to what needs no model where there is no answer', async () => {
    for (const command of ['prepare', 'story']) {
      const { text, buttons } = await chat(command, 'retries', throwing);
      equal(text, 'The language model’s quota is used up for now. This needs no model:');
      equal(buttons.length, 1);
    }
    match((await chat('story', 'retries', never, { cancelled: true })).text, /^Cancelled\./);
  });

  it('shows nothing of an answer that could do something', async () => {
    const { text } = await chat(
      'prepare',
      'x',
      says('- Open ![](https://evil.example/?q=1) [x](command:y)<b>'),
    );
    match(text, /^- Open {2}x&lt;b>/);
  });

  it('plays the interviewer: a question as it stands, two follow-ups, and what was heard', async () => {
    const first = await chat('rehearse', '', never);
    match(first.text, /^\*\*Tell me about a time when you found out too late\.\*\*/);
    deepEqual(first.asked, []);
    let history: unknown[] = [{ result: first.result }];
    for (const round of [1, 2]) {
      const turn = await chat('rehearse', `answer ${round}`, says(`Why ${round}?`), { history });
      equal(turn.text, `Why ${round}?`);
      match(turn.asked[0] ?? '', new RegExp(`exchange ${round} of 3`));
      history = [...history, { prompt: 'x' }, { result: turn.result }];
    }
    const last = await chat(undefined, 'answer 3', says('- Strong: it.'), { history });
    equal(last.text, '- Strong: it.');
    match(last.asked[0] ?? '', /"answer 1","Why 1\?","answer 2","Why 2\?","answer 3"\]/);
    deepEqual([last.buttons, last.result.metadata], [['belay.rehearse'], {}]);
  });

  it('asks on with Belay’s own follow-ups where the model can’t', async () => {
    const history = [{ result: { metadata: { rehearsal: { question: 'late', round: 1, said: ['q'] } } } }];
    const { text, result } = await chat('rehearse', 'my answer', throwing, { history });
    match(text, /quota is used up for now\. What would you do today\?$/);
    equal(result.metadata.rehearsal?.round, 2);
    const end = [{ result: { metadata: { rehearsal: { question: 'late', round: 3, said: ['q'] } } } }];
    match(
      (await chat('rehearse', 'x', throwing, { history: end })).text,
      /look for:\n\n- Says what they missed$/,
    );
  });

  it('says what the guide has without a command, which no model is asked for', async () => {
    const { text, asked } = await chat(undefined, 'delegation', never);
    match(text, /^- \[.+\]\(.+:\/\/belay\.belay\/guide\/.+\): /);
    match((await chat(undefined, 'qqqqq', never)).text, /The guide says nothing of that/);
    deepEqual(asked, []);
  });

  it('does nothing where AI features are turned off', async () => {
    const get = vscode.workspace.getConfiguration;
    replace(vscode.workspace, 'getConfiguration', (section?: string, scope?: vscode.ConfigurationScope) =>
      section === 'chat' ? { get: () => true } : get(section, scope),
    );
    const { text, asked } = await chat('prepare', 'x', says('y'));
    match(text, /turned off/);
    deepEqual(asked, []);
  });
});
