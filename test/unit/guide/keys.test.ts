import assert from 'node:assert/strict';
import fc from 'fast-check';
import { destinationOf, type Keys } from '../../../src/guide/webview/keys';

const none: Keys = { key: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (key: string, ...held: readonly ('alt' | 'ctrl' | 'meta' | 'shift')[]): Keys => ({
  key,
  altKey: held.includes('alt'),
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
});

const onPc = (keys: Keys) => destinationOf(keys, 'view', false);
const onMac = (keys: Keys) => destinationOf(keys, 'view', true);

describe('a key in the page', () => {
  it('leads back and forward with Alt and an arrow', () => {
    assert.equal(onPc(press('ArrowLeft', 'alt')), 'back');
    assert.equal(onPc(press('ArrowRight', 'alt')), 'forward');
  });

  it('leads back and forward with ⌘ and a bracket on a Mac', () => {
    assert.equal(onMac(press('[', 'meta')), 'back');
    assert.equal(onMac(press(']', 'meta')), 'forward');
  });

  it('leads back and forward in an editor too', () => {
    assert.equal(destinationOf(press('ArrowLeft', 'alt'), 'editor', false), 'back');
    assert.equal(destinationOf(press(']', 'meta'), 'editor', true), 'forward');
  });

  it('leads to the search box with Ctrl+F, on a Mac with ⌘F, also with Caps Lock', () => {
    for (const key of ['f', 'F']) {
      assert.equal(onPc(press(key, 'ctrl')), 'search');
      assert.equal(onMac(press(key, 'meta')), 'search');
    }
  });

  it('leaves searching in an editor to VS Code', () => {
    assert.equal(destinationOf(press('f', 'ctrl'), 'editor', false), undefined);
    assert.equal(destinationOf(press('f', 'meta'), 'editor', true), undefined);
  });

  it('keeps what it means to those who write on a Mac: a word back, a sign', () => {
    assert.equal(onMac(press('ArrowLeft', 'alt')), undefined);
    assert.equal(onMac(press('ArrowLeft', 'meta')), undefined);
    assert.equal(onMac(press('[', 'alt')), undefined);
    assert.equal(onMac(press('f', 'ctrl')), undefined);
  });

  for (const keys of [
    press('ArrowLeft'),
    press('f'),
    press('['),
    press('ArrowUp', 'alt'),
    press('f', 'alt'),
    press('ArrowLeft', 'ctrl'),
    press('[', 'ctrl'),
    press('f', 'meta'),
    press('ArrowLeft', 'meta'),
    press('g', 'ctrl'),
    press('Left', 'alt'),
    // Alt and Ctrl together are AltGr, with which people write.
    press('f', 'alt', 'ctrl'),
    press('ArrowLeft', 'alt', 'ctrl'),
  ]) {
    const held = [keys.altKey && 'Alt', keys.ctrlKey && 'Ctrl', keys.metaKey && 'Meta', keys.key];
    it(`leads nowhere: ${held.filter(Boolean).join('+')}`, () => {
      assert.equal(onPc(keys), undefined);
    });
  }

  it('leads somewhere only with exactly the right keys held, for any key', () => {
    const anyKeys = fc.record({
      key: fc.oneof(fc.constantFrom('f', 'F', '[', ']', 'ArrowLeft', 'ArrowRight', 'Enter'), fc.string()),
      altKey: fc.boolean(),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      shiftKey: fc.boolean(),
    });
    fc.assert(
      fc.property(anyKeys, fc.constantFrom('view', 'editor'), fc.boolean(), (keys, surface, isMac) => {
        const to = destinationOf(keys, surface, isMac);
        if (to !== undefined) {
          const held = isMac ? 'metaKey' : to === 'search' ? 'ctrlKey' : 'altKey';
          assert.deepEqual({ ...keys, key: '' }, { ...none, [held]: true });
          assert.ok(to !== 'search' || surface === 'view');
        }
      }),
    );
  });
});
