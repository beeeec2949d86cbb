import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { filters, type View } from '../../../src/guide/protocol';
import {
  back,
  forward,
  type History,
  HistorySchema,
  keepOnly,
  visit,
} from '../../../src/guide/webview/history';

const at = (id: string, scroll = 0): View => ({ show: 'section', place: { id, scroll } });
const contents = (filter: (typeof filters)[number] = 'all'): View => ({ show: 'contents', filter });
const search = (query: string): View => ({ show: 'search', query });

const start: History = { past: [], now: at('start'), future: [] };

function through(...views: readonly View[]): History {
  return views.reduce(visit, start);
}

const anyView: fc.Arbitrary<View> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'tostring'), fc.constantFrom(0, 0.5, 1))
    .map(([id, scroll]) => at(id, scroll)),
  fc.constantFrom(...filters).map(contents),
  fc.string({ maxLength: 3 }).map(search),
);

type Step = View | 'back' | 'forward';
const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: anyView },
    { weight: 2, arbitrary: fc.constantFrom<Step[]>('back', 'forward') },
  ),
  { maxLength: 150, size: 'max' },
);

function after(steps: readonly Step[]): History {
  return steps.reduce<History>((history, step) => {
    if (step === 'back') {
      return back(history);
    }
    return step === 'forward' ? forward(history) : visit(history, step);
  }, start);
}

/** Any history that a reader can come to. */
const anyHistory = anySteps.map(after);

describe('the way a reader came', () => {
  it('leads back through each view and forward again', () => {
    const history = through(at('a'), contents(), at('b'));
    const views: View[] = [];
    let step = history;
    while (step.past.length > 0) {
      step = back(step);
      views.push(step.now);
    }
    assert.deepEqual(views, [contents(), at('a'), at('start')]);
    assert.deepEqual(forward(forward(forward(step))), history);
  });

  it('has no step back at its start and none forward at its end', () => {
    assert.equal(back(start), start);
    assert.equal(forward(start), start);
    const history = through(at('a'));
    assert.equal(forward(history), history);
  });

  it('leads back to where the reader had scrolled', () => {
    const history = visit(visit(start, at('start', 0.7)), at('a'));
    assert.deepEqual(back(history).now, at('start', 0.7));
  });

  it('loses the way forward where the reader turns off', () => {
    const history = visit(back(through(at('a'), at('b'))), at('c'));
    assert.deepEqual(history, { past: [at('start'), at('a')], now: at('c'), future: [] });
  });

  it('takes typing on in a search for one step', () => {
    const history = through(search('d'), search('de'), search('del'));
    assert.deepEqual(history, { past: [at('start')], now: search('del'), future: [] });
  });

  it('takes two searches with something between them for two', () => {
    assert.equal(through(search('d'), at('a'), search('e')).past.length, 3);
  });

  it('takes another filter for no step', () => {
    const history = through(contents('all'), contents('unread'));
    assert.deepEqual(history, { past: [at('start')], now: contents('unread'), future: [] });
  });

  it('takes scrolling for no step, and keeps the way forward', () => {
    const history = back(through(at('a')));
    assert.deepEqual(visit(history, at('start', 1)), { ...history, now: at('start', 1) });
  });

  it('keeps fifty steps back and lets go of older ones', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const history = through(...ids.map(id => at(id)));
    assert.equal(history.past.length, 50);
    assert.deepEqual(history.past.at(-1), at('s58'));
    assert.deepEqual(history.past[0], at('s9'));
  });

  it('leads back and forward again to where the reader was, from any place', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        if (history.past.length > 0) {
          assert.deepEqual(forward(back(history)), history);
        }
        if (history.future.length > 0) {
          assert.deepEqual(back(forward(history)), history);
        }
      }),
    );
  });

  it('leads back to the view before each new step', () => {
    fc.assert(
      fc.property(anyHistory, anyView, (history, view) => {
        const visited = visit(history, view);
        assert.deepEqual(visited.now, view);
        if (visited.past === history.past) {
          assert.equal(visited.now.show, history.now.show);
          assert.deepEqual(visited.future, history.future);
        } else {
          assert.deepEqual(back(visited).now, history.now);
          assert.deepEqual(visited.future, []);
        }
      }),
    );
  });

  it('never has more than fifty steps, back and forward together', () => {
    fc.assert(
      fc.property(anyHistory, ({ past, future }) => {
        assert.ok(past.length + future.length <= 50, `${past.length} and ${future.length}`);
      }),
    );
  });

  it('never changes a history that it was given', () => {
    fc.assert(
      fc.property(anyHistory, anyView, (history, view) => {
        const copy = structuredClone(history);
        visit(history, view);
        back(history);
        forward(history);
        keepOnly(history, () => false);
        assert.deepEqual(history, copy);
      }),
    );
  });

  it('is the same after the page was stored and read', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        assert.deepEqual(v.parse(HistorySchema, JSON.parse(JSON.stringify(history))), history);
      }),
    );
  });
});

describe('a way where sections have gone', () => {
  it('leads past them in both directions, and keeps lists and searches', () => {
    const history: History = {
      past: [at('a'), contents(), at('gone'), search('gone')],
      now: at('b'),
      future: [at('gone', 1), at('c'), contents('bookmarks')],
    };
    assert.deepEqual(
      keepOnly(history, id => id !== 'gone'),
      {
        past: [at('a'), contents(), search('gone')],
        now: at('b'),
        future: [at('c'), contents('bookmarks')],
      },
    );
  });

  it('has no step to the place that is shown', () => {
    const history: History = {
      past: [at('a'), at('gone')],
      now: at('a', 0.5),
      future: [at('gone'), at('a')],
    };
    assert.deepEqual(
      keepOnly(history, id => id !== 'gone'),
      { past: [], now: at('a', 0.5), future: [] },
    );
  });

  it('has one step for what has become the same place, the one next to the reader', () => {
    const history: History = {
      past: [at('a', 0.1), at('gone'), at('a', 0.2), search('d'), at('gone'), search('de')],
      now: at('b'),
      future: [contents('all'), at('gone'), contents('unread'), at('gone'), at('c'), at('gone'), at('c', 1)],
    };
    assert.deepEqual(
      keepOnly(history, id => id !== 'gone'),
      { past: [at('a', 0.2), search('de')], now: at('b'), future: [contents('all'), at('c')] },
    );
  });

  it('still says where the reader is, also where that has gone', () => {
    assert.deepEqual(
      keepOnly(start, () => false),
      start,
    );
  });

  it('is as it was where all is there', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        assert.deepEqual(
          keepOnly(history, () => true),
          history,
        );
      }),
    );
  });

  it('has exactly the steps to other places that are left, in their order', () => {
    // Two searches are the same place, and so are two lists.
    const placeOf = (view: View) => (view.show === 'section' ? `section ${view.place.id}` : view.show);
    const withoutRepeats = (places: readonly string[]) =>
      places.filter((place, index) => place !== places[index - 1]);
    fc.assert(
      fc.property(anyHistory, fc.subarray(['a', 'b', 'c', 'start', 'tostring']), (history, there) => {
        const isThere = (view: View) => view.show !== 'section' || there.includes(view.place.id);
        const { past, now, future } = keepOnly(history, id => there.includes(id));
        assert.equal(now, history.now);
        const left = [...history.past.filter(isThere), now, ...history.future.filter(isThere)];
        assert.deepEqual([...past, now, ...future].map(placeOf), withoutRepeats(left.map(placeOf)));
        for (const [kept, given] of [
          [past, history.past],
          [future, history.future],
        ] as const) {
          assert.deepEqual(
            kept,
            given.filter(view => kept.includes(view)),
          );
        }
      }),
    );
  });
});
