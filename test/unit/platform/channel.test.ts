import assert from 'node:assert/strict';
import {
  destinations,
  filters,
  type ToHost,
  ToHostSchema,
  type ToPage,
  ToPageSchema,
} from '../../../src/guide/protocol';
import { type Channel, type MessagePort, openChannel } from '../../../src/platform/channel';
import { aSection } from '../../fixtures/section';
import { joinedPorts } from '../joinedPorts';

const guide = [aSection('one')];

const toPageMessages: ToPage[] = [
  { type: 'guide', guide },
  ...destinations.map(to => ({ type: 'go' as const, to })),
  { type: 'reader', reader: { progress: { one: { read: '2026-01-02T03:04:05.000Z' } }, bookmarks: ['one'] } },
  { type: 'open', id: 'one' },
  { type: 'open', id: 'one', heading: 'for-example' },
  { type: 'note', id: 'one', text: '' },
  { type: 'noteKept', id: 'one', text: 'Ask more' },
  { type: 'noteKept', id: 'one', text: 'Ask more', problem: 'the disk is full' },
];

const toHostMessages: ToHost[] = [
  { type: 'ready' },
  ...filters.map(filter => ({ type: 'view' as const, view: { show: 'contents' as const, filter } })),
  { type: 'view', view: { show: 'search', query: 'delegate' } },
  { type: 'mark', id: 'one', mark: 'read', on: true },
  { type: 'bookmark', id: 'one', on: false },
  { type: 'practise', id: 'one', action: 0 },
  { type: 'readNote', id: 'one' },
  { type: 'keepNote', id: 'one', text: 'Ask more' },
  { type: 'copyLink', id: 'one', heading: 'for-example' },
  { type: 'openInEditor', id: 'one' },
  { type: 'view', view: { show: 'section', place: { id: 'one', scroll: 0.5 } } },
  { type: 'problem', message: 'it broke' },
];

const badForPage: unknown[] = [
  undefined,
  null,
  'go',
  {},
  { type: 'ready' },
  { type: 'go' },
  { type: 'go', to: 'away' },
  { type: 'guide', guide: [] },
  { type: 'guide', guide: [{ ...guide[0], id: 'Not An Id' }] },
];

const badForHost: unknown[] = [
  undefined,
  7,
  [],
  { type: 'guide', guide },
  { type: 'view' },
  { type: 'view', view: { show: 'section' } },
  { type: 'view', view: { show: 'section', place: { id: 'one', scroll: 2 } } },
  { type: 'view', view: { show: 'elsewhere' } },
  { type: 'problem', message: 5 },
  { type: 'mark', id: 'one', mark: 'liked', on: true },
  { type: 'mark', id: '../one', mark: 'read', on: true },
  { type: 'bookmark', id: 'one' },
  { type: 'practise', id: 'one', action: -1 },
  { type: 'practise', id: 'one', action: 'log' },
  { type: 'keepNote', id: '../../settings', text: 'x' },
  { type: 'keepNote', id: 'one', text: 'x'.repeat(100_001) },
  { type: 'openInEditor', id: 'command:x' },
];

describe('a channel between the guide and its page', () => {
  let ports: [host: MessagePort, page: MessagePort];
  let host: Channel<ToPage>;
  let page: Channel<ToHost>;
  let atHost: ToHost[];
  let atPage: ToPage[];
  let refused: string[];

  beforeEach(() => {
    ports = joinedPorts();
    [atHost, atPage, refused] = [[], [], []];
    host = openChannel<ToPage, typeof ToHostSchema>(
      ports[0],
      ToHostSchema,
      message => atHost.push(message),
      reason => refused.push(`host: ${reason}`),
    );
    page = openChannel<ToHost, typeof ToPageSchema>(
      ports[1],
      ToPageSchema,
      message => atPage.push(message),
      reason => refused.push(`page: ${reason}`),
    );
  });

  it('brings every kind of message to the page, in order', () => {
    for (const message of toPageMessages) {
      host.send(message);
    }
    assert.deepEqual(atPage, toPageMessages);
    assert.deepEqual([atHost, refused], [[], []]);
  });

  it('brings every kind of message to the host, in order', () => {
    for (const message of toHostMessages) {
      page.send(message);
    }
    assert.deepEqual(atHost, toHostMessages);
    assert.deepEqual([atPage, refused], [[], []]);
  });

  for (const message of badForPage) {
    it(`keeps ${JSON.stringify(message)} from the page and says why`, () => {
      ports[0].post(message);
      assert.deepEqual([atPage, refused.length], [[], 1]);
      assert.match(refused[0] ?? '', /^page: .*\S/);
    });
  }

  for (const message of badForHost) {
    it(`keeps ${JSON.stringify(message)} from the host and says why`, () => {
      ports[1].post(message);
      assert.deepEqual([atHost, refused.length], [[], 1]);
      assert.match(refused[0] ?? '', /^host: .*\S/);
    });
  }

  it('goes on after a message that was refused', () => {
    ports[1].post({ type: 'unheard of' });
    page.send({ type: 'ready' });
    assert.deepEqual(atHost, [{ type: 'ready' }]);
  });

  it('names what is wrong in a refused message', () => {
    ports[0].post({ type: 'go', to: 'away' });
    assert.match(refused[0] ?? '', /away/);
  });

  it('lets only what the schema knows through', () => {
    ports[1].post({ type: 'ready', extra: 1 });
    assert.deepEqual(atHost, [{ type: 'ready' }]);
  });

  it('hears nothing more once it is disposed, while the other end still does', () => {
    host.dispose();
    page.send({ type: 'ready' });
    host.send({ type: 'go', to: 'next' });
    assert.deepEqual(atHost, []);
    assert.deepEqual(atPage, [{ type: 'go', to: 'next' }]);
  });
});
