import assert from 'node:assert/strict';
import type { Rehearsal } from '../../../../src/practice/entry';
import { RehearsalSession, type SessionPorts } from '../../../../src/practice/rehearsal/session';
import { aQuestion } from '../practiceMoments';

const questions = ['a', 'b', 'c'].map(id => aQuestion(id));

function start(options: { mock?: string; instead?: SessionPorts['instead'] } = {}) {
  const kept = new Map<string, Rehearsal>();
  let failure: Error | undefined;
  const ports: SessionPorts = {
    now: () => new Date(2026, 2, 1, 12),
    put: async entry => {
      if (failure) {
        throw failure;
      }
      kept.set(entry.id, entry);
    },
    delete: async id => {
      kept.delete(id);
    },
    ...(options.instead ? { instead: options.instead } : {}),
  };
  const session = new RehearsalSession(questions, ports, options.mock);
  const key = () => session.asked?.key ?? '';
  return {
    session,
    kept,
    key,
    fail: (error?: Error) => {
      failure = error;
    },
  };
}

describe('a session of rehearsals', () => {
  it('asks one after the other and keeps each answer as it is rated', async () => {
    const { session, kept, key } = start();
    assert.deepEqual(session.position, { at: 1, of: 3 });
    await session.rate(key(), { grade: 2, seconds: 61.6, note: ' Say the number. ', story: 's' });
    const [entry] = [...kept.values()];
    assert.ok(entry);
    const { id, rehearsed, ...rest } = entry;
    assert.deepEqual(rest, {
      type: 'rehearsal',
      question: 'a',
      rating: 2,
      seconds: 62,
      note: 'Say the number.',
      story: 's',
    });
    assert.equal(rehearsed.slice(0, 19), '2026-03-01T12:00:00');
    assert.equal(session.last, entry);
    assert.equal(session.asked?.question.id, 'b');
    assert.deepEqual(session.position, { at: 2, of: 3 });
    await session.rate(key(), { grade: 3, seconds: 1, note: '  ' });
    await session.rate(key(), { grade: 4, seconds: 1 });
    assert.equal(session.asked, undefined);
    assert.deepEqual(
      session.done.map(({ question, entry: one }) => [question.id, one.rating, one.note, one.mock]),
      [
        ['a', 2, 'Say the number.', undefined],
        ['b', 3, undefined, undefined],
        ['c', 4, undefined, undefined],
      ],
    );
  });

  it('takes a second press on one question for none', async () => {
    const { session, kept, key } = start();
    const before = key();
    await session.rate(before, { grade: 3, seconds: 1 });
    await session.rate(before, { grade: 3, seconds: 1 });
    session.skip(before);
    assert.equal(kept.size, 1);
    assert.equal(session.asked?.question.id, 'b');
  });

  it('stays at a question whose rating can’t be kept', async () => {
    const { session, key, fail } = start();
    const before = key();
    fail(new Error('full'));
    await assert.rejects(session.rate(before, { grade: 3, seconds: 1 }), /full/);
    assert.equal(key(), before);
    assert.equal(session.last, undefined);
    fail();
    await session.rate(before, { grade: 3, seconds: 1 });
    assert.equal(session.done.length, 1);
  });

  it('takes the last rating back, and asks that question again with what was said of it', async () => {
    const { session, kept, key } = start();
    await session.rate(key(), { grade: 3, seconds: 1 });
    await session.rate(key(), { grade: 1, seconds: 20, note: 'Slower', story: 's' });
    await session.undo();
    assert.equal(kept.size, 1);
    assert.equal(session.asked?.question.id, 'b');
    assert.deepEqual(session.given, { seconds: 20, note: 'Slower', story: 's' });
    assert.deepEqual(session.position, { at: 2, of: 3 });
    // There is nothing before that to take back: only the last one is offered.
    await session.undo();
    assert.equal(kept.size, 1);
    await session.rate(key(), { grade: 4, seconds: 20 });
    assert.equal(session.given, undefined);
    assert.equal(session.asked?.question.id, 'c');
  });

  it('takes the last one of all back, too', async () => {
    const { session, key } = start();
    for (const _ of questions) {
      await session.rate(key(), { grade: 3, seconds: 1 });
    }
    await session.undo();
    assert.equal(session.asked?.question.id, 'c');
    assert.deepEqual(session.position, { at: 3, of: 3 });
  });

  it('goes on without a question that is skipped, or with another one', async () => {
    const { session, key, kept } = start();
    session.skip(key());
    assert.deepEqual([session.asked?.question.id, session.position], ['b', { at: 1, of: 2 }]);
    const asked: string[][] = [];
    const other = start({
      mock: 'm',
      instead: (question, used) => {
        asked.push([question.id, ...used]);
        return used.has('d') ? undefined : aQuestion('d');
      },
    });
    other.session.skip(other.key());
    assert.deepEqual(asked, [['a', 'a', 'b', 'c']]);
    assert.deepEqual([other.session.asked?.question.id, other.session.position], ['d', { at: 1, of: 3 }]);
    await other.session.rate(other.key(), { grade: 3, seconds: 1 });
    assert.equal([...other.kept.values()][0]?.mock, 'm');
    assert.equal(kept.size, 0);
  });
});
