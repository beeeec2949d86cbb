import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NoteKeeper } from '../../../src/guide/webview/note';

/** A page's note with what it asked of its host. */
function open(unkept: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const sent: { id: string; text: string }[] = [];
  let changes = 0;
  const keeper = new NoteKeeper(
    new Map(Object.entries(unkept)),
    {
      read: id => asked.push(id),
      keep: (id, text) => sent.push({ id, text }),
    },
    () => {
      changes += 1;
    },
  );
  return { keeper, asked, sent, changes: () => changes };
}

const unkeptOf = (keeper: NoteKeeper) => Object.fromEntries(keeper.unkept);

describe('the note that a page shows', () => {
  it('is none before the host has read it, and is asked for once', () => {
    const { keeper, asked } = open();
    keeper.show('one');
    keeper.show('one');
    assert.equal(keeper.note, undefined);
    assert.deepEqual(asked, ['one']);
  });

  it('is what the host has read', () => {
    const { keeper, changes } = open();
    keeper.show('one');
    keeper.arrived('one', 'stored');
    assert.deepEqual(keeper.note, { id: 'one', text: 'stored', kept: false, problem: undefined });
    assert.equal(changes(), 1);
  });

  it('may be empty', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.arrived('one', '');
    assert.equal(keeper.note?.text, '');
  });

  it('is read anew when its section is shown again', () => {
    const { keeper, asked } = open();
    keeper.show('one');
    keeper.arrived('one', 'stored');
    keeper.show('two');
    assert.equal(keeper.note, undefined);
    keeper.show('one');
    assert.equal(keeper.note, undefined);
    assert.deepEqual(asked, ['one', 'two', 'one']);
  });

  it('stays that of its section when another one’s arrives late', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.show('two');
    keeper.arrived('two', 'second');
    keeper.arrived('one', 'first');
    assert.equal(keeper.note?.id, 'two');
  });

  it('is what another page has written since', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.arrived('one', 'stored');
    keeper.arrived('one', 'from another page');
    assert.equal(keeper.note?.text, 'from another page');
  });

  it('stays what is being typed when the stored one arrives', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    keeper.arrived('one', 'stored');
    assert.equal(keeper.note?.text, 'typed');
    assert.deepEqual(unkeptOf(keeper), { one: 'typed' });
    keeper.flush();
  });
});

describe('a note that is typed', () => {
  it('is sent once it rests, and not at each key', async () => {
    let arrived = (_text: string): void => undefined;
    const sent = new Promise<string>(resolve => {
      arrived = resolve;
    });
    const texts: string[] = [];
    const keeper = new NoteKeeper(
      new Map(),
      {
        read: () => undefined,
        keep: (_id, text) => {
          texts.push(text);
          arrived(text);
        },
      },
      () => undefined,
    );
    for (const text of ['m', 'mi', 'mine']) {
      keeper.write('one', text);
    }
    assert.deepEqual(texts, []);
    assert.equal(await sent, 'mine');
    // Whatever else was due by then has come.
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.deepEqual(texts, ['mine']);
  });

  it('is shown at once and not called kept', () => {
    const { keeper, changes } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    assert.deepEqual(keeper.note, { id: 'one', text: 'typed', kept: false, problem: undefined });
    assert.equal(changes(), 1);
    keeper.flush();
  });

  it('is kept once the host says so of exactly that text', () => {
    const { keeper, sent } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    keeper.flush();
    assert.deepEqual(sent, [{ id: 'one', text: 'typed' }]);
    assert.deepEqual(unkeptOf(keeper), { one: 'typed' });
    keeper.answered('one', 'typed', undefined);
    assert.equal(keeper.note?.kept, true);
    assert.deepEqual(unkeptOf(keeper), {});
  });

  it('isn’t kept where the host speaks of what was typed before', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'first');
    keeper.flush();
    keeper.write('one', 'second');
    keeper.answered('one', 'first', undefined);
    assert.equal(keeper.note?.kept, false);
    assert.deepEqual(unkeptOf(keeper), { one: 'second' });
    keeper.flush();
  });

  it('isn’t kept where the host speaks of another section', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'same');
    keeper.answered('two', 'same', undefined);
    assert.equal(keeper.note?.kept, false);
    assert.deepEqual(unkeptOf(keeper), { one: 'same' });
    keeper.flush();
  });

  it('isn’t kept any more when the reader types on', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'first');
    keeper.answered('one', 'first', undefined);
    assert.equal(keeper.note?.kept, true);
    keeper.write('one', 'second');
    assert.equal(keeper.note?.kept, false);
    keeper.flush();
  });

  it('stays with the reason where it can’t be kept, and is sent again', () => {
    const { keeper, sent } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    keeper.flush();
    keeper.answered('one', 'typed', 'the disk is full');
    assert.deepEqual(keeper.note, { id: 'one', text: 'typed', kept: false, problem: 'the disk is full' });
    assert.deepEqual(unkeptOf(keeper), { one: 'typed' });
    keeper.flush();
    assert.equal(sent.length, 2);
    keeper.answered('one', 'typed', undefined);
    assert.deepEqual(keeper.note, { id: 'one', text: 'typed', kept: true, problem: undefined });
  });

  it('shows the reason also while the reader types on, until it is kept', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'first');
    keeper.answered('one', 'first', 'the disk is full');
    keeper.write('one', 'second');
    assert.equal(keeper.note?.problem, 'the disk is full');
    keeper.answered('one', 'second', undefined);
    assert.equal(keeper.note?.problem, undefined);
    keeper.flush();
  });

  it('is sent at once when the reader goes elsewhere, and is there when they come back', () => {
    const { keeper, sent } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    keeper.show('two');
    assert.deepEqual(sent, [{ id: 'one', text: 'typed' }]);
    keeper.show('one');
    assert.equal(keeper.note?.text, 'typed');
    keeper.arrived('one', 'as it was stored');
    assert.equal(keeper.note?.text, 'typed');
    keeper.flush();
  });

  it('is kept also when the answer comes while another section is shown', () => {
    const { keeper } = open();
    keeper.show('one');
    keeper.write('one', 'typed');
    keeper.show('two');
    keeper.arrived('two', 'second');
    keeper.answered('one', 'typed', undefined);
    assert.deepEqual(unkeptOf(keeper), {});
    assert.deepEqual(keeper.note, { id: 'two', text: 'second', kept: false, problem: undefined });
  });

  it('may be taken back to nothing, and that is kept too', () => {
    const { keeper, sent } = open();
    keeper.show('one');
    keeper.arrived('one', 'stored');
    keeper.write('one', '');
    keeper.flush();
    assert.deepEqual(sent, [{ id: 'one', text: '' }]);
    keeper.answered('one', '', undefined);
    assert.equal(keeper.note?.kept, true);
  });
});

describe('notes that an earlier life of the page left', () => {
  it('are sent at once and stay until they are kept', () => {
    const { keeper, sent } = open({ one: 'first', two: 'second' });
    assert.deepEqual(sent, [
      { id: 'one', text: 'first' },
      { id: 'two', text: 'second' },
    ]);
    keeper.answered('one', 'first', undefined);
    assert.deepEqual(unkeptOf(keeper), { two: 'second' });
  });

  it('are shown before the stored ones', () => {
    const { keeper } = open({ one: 'typed' });
    keeper.show('one');
    keeper.arrived('one', 'stored');
    assert.equal(keeper.note?.text, 'typed');
  });

  it('leave the list that they came in as it was', () => {
    const given = new Map([['one', 'typed']]);
    const keeper = new NoteKeeper(given, { read: () => undefined, keep: () => undefined }, () => undefined);
    keeper.answered('one', 'typed', undefined);
    assert.deepEqual([...given], [['one', 'typed']]);
  });
});

describe('what a reader typed', () => {
  type Step =
    | { do: 'show' | 'flush'; id: string }
    | { do: 'write' | 'arrived'; id: string; text: string }
    | { do: 'answer'; which: number; problem: string | undefined };

  const id = fc.constantFrom('one', 'two', 'constructor');
  const text = fc.constantFrom('', 'a', 'ab', 'b');
  const anyStep: fc.Arbitrary<Step> = fc.oneof(
    fc
      .tuple(fc.constantFrom('show' as const, 'flush' as const), id)
      .map(([step, on]) => ({ do: step, id: on })),
    fc
      .tuple(fc.constantFrom('write' as const, 'arrived' as const), id, text)
      .map(([step, on, what]) => ({ do: step, id: on, text: what })),
    fc
      .tuple(fc.nat(), fc.constantFrom(undefined, undefined, 'the disk is full'))
      .map(([which, problem]) => ({ do: 'answer' as const, which, problem })),
  );

  it('is still there, or was kept just as it is, after any steps and answers in any order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), steps => {
        const { keeper, sent } = open();
        const typed = new Map<string, string>();
        const kept = new Set<string>();
        let shown: string | undefined;
        for (const step of steps) {
          switch (step.do) {
            case 'show':
              shown = step.id;
              keeper.show(step.id);
              break;
            case 'flush':
              keeper.flush();
              break;
            case 'arrived':
              keeper.arrived(step.id, step.text);
              break;
            case 'write':
              // The page lets its reader write only where it shows them the section.
              shown = step.id;
              keeper.show(step.id);
              keeper.write(step.id, step.text);
              typed.set(step.id, step.text);
              kept.delete(step.id);
              break;
            case 'answer': {
              const [answer] = sent.splice(step.which % Math.max(1, sent.length), 1);
              if (answer) {
                keeper.answered(answer.id, answer.text, step.problem);
                if (step.problem === undefined && typed.get(answer.id) === answer.text) {
                  kept.add(answer.id);
                }
              }
            }
          }
          for (const [on, what] of typed) {
            assert.ok(keeper.unkept.get(on) === what || kept.has(on), `"${what}" is lost`);
          }
          const waiting = shown === undefined ? undefined : keeper.unkept.get(shown);
          if (waiting !== undefined) {
            assert.equal(keeper.note?.text, waiting);
            assert.equal(keeper.note?.kept, false);
          }
          assert.ok(keeper.note === undefined || keeper.note.id === shown);
        }
        keeper.flush();
      }),
      { numRuns: 500 },
    );
  });
});
