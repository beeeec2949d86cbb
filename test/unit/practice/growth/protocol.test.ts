import assert from 'node:assert/strict';
import { openChannel } from '../../../../src/platform/channel';
import {
  mostTexts,
  scopes,
  type ToHost,
  ToHostSchema,
  type ToPage,
  ToPageSchema,
} from '../../../../src/practice/growth/protocol';
import { packMoments } from '../../../../src/practice/growth/rows';
import { joinedPorts } from '../../joinedPorts';
import { moment } from './moments';

const { rows } = packMoments([moment('2026-03-01', { kind: 'pairing' })], [], '2026-03-02');
const month = { praise: 1, question: 2, suggestion: 3, issue: 4, other: 5, findings: 6, heeded: 7 };
const data: ToPage = {
  type: 'data',
  revision: 1,
  scope: 'here',
  rows,
  people: ['Ana'],
  workspaces: [],
  mix: { '2026-03': month },
  today: '2026-03-02',
  isPartial: false,
};

const toPage: ToPage[] = [
  data,
  { type: 'failed', message: 'the disk is gone' },
  { type: 'texts', revision: 1, texts: [[0, 'Paired']] },
];
const toHost: ToHost[] = [
  ...scopes.map(scope => ({ type: 'read' as const, scope })),
  { type: 'texts', revision: 1, rows: [0] },
  { type: 'open', revision: 1, row: 0 },
  { type: 'logMoment' },
  { type: 'writeReport' },
  { type: 'problem', message: 'it broke' },
];

/** Both ends of a channel, and what has arrived. */
function open() {
  const ports = joinedPorts();
  const arrived = { host: [] as ToHost[], page: [] as ToPage[], refused: [] as string[] };
  const refuse = (reason: string) => arrived.refused.push(reason);
  const host = openChannel<ToPage, typeof ToHostSchema>(
    ports[0],
    ToHostSchema,
    one => arrived.host.push(one),
    refuse,
  );
  const page = openChannel<ToHost, typeof ToPageSchema>(
    ports[1],
    ToPageSchema,
    one => arrived.page.push(one),
    refuse,
  );
  return { ports, host, page, arrived };
}

describe('a channel between the growth tab and its page', () => {
  it('brings every kind of message, both ways', () => {
    const { host, page, arrived } = open();
    for (const message of toPage) {
      host.send(message);
    }
    for (const message of toHost) {
      page.send(message);
    }
    assert.deepEqual(arrived, { host: toHost, page: toPage, refused: [] });
  });

  for (const message of [
    { ...data, rows: { ...rows, days: [] } },
    { ...data, today: 'today' },
    { ...data, mix: { '2026-03': { praise: 1 } } },
    { type: 'texts', revision: 1, texts: [['a', 'b']] },
    { type: 'read', scope: 'here' },
  ]) {
    it(`keeps ${JSON.stringify(message).slice(0, 60)} from the page`, () => {
      const { ports, arrived } = open();
      ports[0].post(message);
      assert.deepEqual([arrived.page, arrived.refused.length], [[], 1]);
    });
  }

  for (const message of [
    data,
    { type: 'read', scope: 'somewhere' },
    { type: 'open', revision: 1, row: -1 },
    { type: 'open', revision: 1, row: 'command:x' },
    { type: 'texts', revision: 1, rows: Array.from({ length: mostTexts + 1 }, () => 0) },
    { type: 'problem' },
  ]) {
    it(`keeps ${JSON.stringify(message).slice(0, 60)} from the host`, () => {
      const { ports, arrived } = open();
      ports[1].post(message);
      assert.deepEqual([arrived.host, arrived.refused.length], [[], 1]);
    });
  }
});
