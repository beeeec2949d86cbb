import assert from 'node:assert/strict';
import { NoteKeeper } from '../../../src/guide/webview/note';
import { open } from './noteHost';

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
    // Timers of the same length come in their order: one of the texts before would have come first.
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

  it('is on the disk as it was typed last although the same was typed before', () => {
    const { keeper, sent } = open();
    let disk = '';
    const answer = () => {
      const { id, text } = sent.shift() ?? { id: '', text: '' };
      disk = text;
      keeper.answered(id, text, undefined);
    };
    keeper.show('one');
    keeper.write('one', 'a');
    keeper.flush();
    keeper.write('one', 'ab');
    keeper.flush();
    keeper.write('one', 'a');
    answer();
    assert.equal(keeper.note?.kept, false);
    keeper.flush();
    while (sent.length > 0) {
      answer();
    }
    assert.equal(disk, 'a');
    assert.equal(keeper.note?.kept, true);
    assert.deepEqual(unkeptOf(keeper), {});
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
