import * as vscode from 'vscode';
import { offerSoon } from '../../src/practice/plan/offerSoon';
import { EvidenceOffers } from '../../src/practice/plan/offers';
import type { PracticeRoom } from '../../src/practice/room';
import { deepEqual, equal, match, ok, until } from './assert';
import { atEnd, contextsIn, held, recordCommands } from './perTest';
import { focusOf, markOf, momentOf, openPlan } from './plan';
import { messages } from './questions';
import { RecordingReporter } from './reporter';

const teach = 'teach-in-one-comment';
const fitting = momentOf('m', { what: 'left a comment with the reason', kind: 'review' });

async function setOffers(value: boolean): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace
      .getConfiguration('belay.practice')
      .update('offerEvidence', to, vscode.ConfigurationTarget.Global);
  atEnd(() => set(undefined));
  await set(value);
}

const offered = (asked: readonly unknown[][]) =>
  contextsIn(asked).filter(context => context.startsWith('belay.evidenceOffered'));

describe('a moment that was logged', () => {
  it('is offered to the exercise that it fits, counted with the key, and that is said', async () => {
    const asked = recordCommands('notifications.hideToasts');
    const said = messages('showInformationMessage');
    const { room, plan } = await openPlan();
    const offer = await room.offers.offer(fitting);
    match(offer?.text ?? '', /^It fits “Turn one correction into a lesson”: Ctrl\+K E \(⌘K E\) counts it\.$/);
    equal(offer?.title, 'Count as Evidence');
    deepEqual(offered(asked), ['belay.evidenceOffered=true']);
    await room.offers.accept();
    deepEqual(
      plan.state(teach)?.evidence.map(({ moment }) => moment.id),
      ['m'],
    );
    equal(said[0]?.text, 'Counted as evidence for “Turn one correction into a lesson”: 1 of 3 moments.');
    deepEqual(offered(asked), ['belay.evidenceOffered=true', 'belay.evidenceOffered=false']);
    // The message may still be there: its button does nothing more.
    await offer?.run();
    await room.offers.accept();
    equal(said.length, 1);
  });

  it('is counted with the button too, and no more once its message is gone', async () => {
    messages('showInformationMessage');
    const { room, plan } = await openPlan();
    await (await room.offers.offer(fitting))?.run();
    equal(plan.state(teach)?.evidence.length, 1);
    const next = await room.offers.offer(
      momentOf('n', { what: 'left a comment with the reason', kind: 'review' }),
    );
    next?.ended();
    await room.offers.accept();
    equal(plan.state(teach)?.evidence.length, 1);
  });

  it('isn’t counted with the key any more after a while, but still with the button', async () => {
    messages('showInformationMessage');
    const asked = recordCommands('notifications.hideToasts');
    const { plan } = await openPlan();
    const offers = held(new EvidenceOffers(plan, 10));
    const offer = await offers.offer(fitting);
    await until('the key is free', () => offered(asked).includes('belay.evidenceOffered=false'));
    await offers.accept();
    equal(plan.state(teach)?.evidence.length, 0);
    await offer?.run();
    equal(plan.state(teach)?.evidence.length, 1);
  });

  it('leaves the key to the latest offer when an older message goes', async () => {
    messages('showInformationMessage');
    const { room, plan } = await openPlan();
    const older = await room.offers.offer(fitting);
    await room.offers.offer({ ...fitting, id: 'newer' });
    older?.ended();
    await room.offers.accept();
    deepEqual(
      plan.state(teach)?.evidence.map(({ moment }) => moment.id),
      ['newer'],
    );
  });

  it('is offered to what the user has picked, also where it fits only so so', async () => {
    const { room } = await openPlan({ entries: [focusOf(['ask-before-you-answer'])] });
    const offer = await room.offers.offer(momentOf('m', { kind: 'unblocking' }));
    match(offer?.text ?? '', /Ask one question before you answer/);
  });

  it('isn’t offered where it fits nothing, and never to what is done', async () => {
    const { room } = await openPlan({ entries: ['a', 'b', 'c'].map(id => markOf(teach, id)) });
    equal(await room.offers.offer(momentOf('m', { kind: 'pairing' })), undefined);
    ok(!(await room.offers.offer(fitting))?.text.includes('Turn one'), 'not to what is done');
  });

  it('is offered to the exercise that it was logged for, whatever it says', async () => {
    const { room, plan } = await openPlan();
    const state = plan.state('tell-your-manager');
    ok(state, 'it is there');
    await setOffers(false);
    equal(await room.offers.offer(fitting), undefined);
    await room.offers.logFor(state);
    match((await room.offers.offer(momentOf('m')))?.text ?? '', /Say it to your manager|manager/i);
    equal(await room.offers.offer(fitting), undefined);
  });
});

describe('what is offered soon', () => {
  const room = async () => {
    const { room: plan } = await openPlan();
    return { plan } as PracticeRoom;
  };

  it('is what fits, also where nobody has opened practice before', async () => {
    const offer = await offerSoon(fitting, { enter: room, isOpen: () => false }, new RecordingReporter());
    match(offer?.text ?? '', /Turn one correction/);
  });

  it('is nothing where it takes long, and the offer that comes later isn’t made', async () => {
    const opened = await room();
    const asked = recordCommands();
    let open: (() => void) | undefined;
    const slow = new Promise<PracticeRoom>(resolve => {
      open = () => void resolve(opened);
    });
    const door = { enter: () => slow, isOpen: () => true };
    equal(await offerSoon(fitting, door, new RecordingReporter(), 10), undefined);
    open?.();
    await slow;
    deepEqual(offered(asked), []);
  });

  it('is nothing where practice can’t be opened, which the log says', async () => {
    const reporter = new RecordingReporter();
    const door = { enter: () => Promise.reject(new Error('no disk')), isOpen: () => false };
    equal(await offerSoon(fitting, door, reporter), undefined);
    match(reporter.log.lines.join(), /no disk/);
  });

  it('is nothing, and nothing is opened for it, where the user doesn’t want it', async () => {
    await setOffers(false);
    let entered = false;
    const enter = () => {
      entered = true;
      return room();
    };
    equal(await offerSoon(fitting, { enter, isOpen: () => false }, new RecordingReporter()), undefined);
    equal(entered, false);
  });
});
