import assert from 'node:assert/strict';
import type { View } from '../../../src/guide/protocol';
import type { History } from '../../../src/guide/webview/history';
import { Trail } from '../../../src/guide/webview/trail';

const at = (id: string, scroll = 0): View => ({ show: 'section', place: { id, scroll } });

class Remembered {
  history: History | undefined;
}

describe('a reader’s trail', () => {
  it('goes back and forward as far as there are steps, and says whether there was one', () => {
    const trail = new Trail(new Remembered(), at('a'));
    assert.deepEqual([trail.back(), trail.forward(), trail.now], [false, false, at('a')]);
    trail.visit(at('b'));
    assert.deepEqual([trail.canGoBack, trail.canGoForward], [true, false]);
    assert.deepEqual([trail.back(), trail.now, trail.canGoForward], [true, at('a'), true]);
    assert.deepEqual([trail.forward(), trail.forward(), trail.now], [true, false, at('b')]);
  });

  it('is remembered with each step, and by the page that comes after', () => {
    const memory = new Remembered();
    const trail = new Trail(memory, at('a'));
    trail.visit(at('b'));
    trail.scrolled(at('b', 7));
    const later = new Trail(memory, at('start'));
    assert.deepEqual([later.now, later.back(), later.now], [at('b', 7), true, at('a')]);
    assert.deepEqual(new Trail(memory, at('start')).now, at('a'));
  });

  it('leads home from a section that isn’t there any more, and past those that were', () => {
    const trail = new Trail(new Remembered(), at('a'));
    trail.visit(at('gone'));
    trail.visit({ show: 'contents', filter: 'all' });
    trail.keepOnly(id => id === 'a', at('home'));
    assert.deepEqual([trail.now.show, trail.back(), trail.now], ['contents', true, at('a')]);
    trail.visit(at('gone'));
    trail.keepOnly(id => id === 'a', at('home'));
    assert.deepEqual(trail.now, at('home'));
  });
});
