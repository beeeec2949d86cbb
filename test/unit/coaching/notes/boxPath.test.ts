import assert from 'node:assert/strict';
import { boxKind, matchBoxes } from '../../../../src/coaching/notes/boxPath';

const id = 'belay-notes';
const uuid = '4e1ba140-b74c-4169-969c-f64e94f953ba';

describe('the path of a comment box', () => {
  const cases: [title: string, authority: string, path: string, kind: unknown][] = [
    ['of a new thread', id, `/belay.belay/commentinput-${uuid}-3.md`, { of: 'new' }],
    ['of a reply', id, `/belay.belay/commentinput-${uuid}-${id}.12.md`, { of: 'reply', thread: 12 }],
    [
      'of a reply in VS Code 1.100',
      id,
      `/belay.belay/commentinput-${uuid}-${id}.12.md?{"commentThreadId":"${id}.12"}`,
      { of: 'reply', thread: 12 },
    ],
    ['to edit in', '', '/commentinput-1-1795379392239.md', { of: 'edit' }],
    ['of another controller', 'github-review', `/x/commentinput-${uuid}-github-review.1.md`, undefined],
    ['of something else', '', '/notes.md', undefined],
  ];
  for (const [title, authority, path, kind] of cases) {
    it(`is understood: ${title}`, () => {
      assert.deepEqual(boxKind(id, authority, path), kind);
    });
  }
});

describe('reply boxes', () => {
  const thread = (name: string, isExpanded: boolean, number?: number) => ({
    thread: name,
    isExpanded,
    number,
  });
  const matched = (numbers: number[], ...threads: ReturnType<typeof thread>[]) =>
    Object.fromEntries(matchBoxes(numbers, threads));

  it('belong to the threads that are open, in their order', () => {
    const threads = [thread('a', true), thread('b', false), thread('c', true)];
    assert.deepEqual(matched([9, 4], ...threads), { 4: 'a', 9: 'c' });
  });

  it('belong to nobody where they could be of several threads', () => {
    assert.deepEqual(matched([4], thread('a', true), thread('b', true)), {});
  });

  it('lie between those that are known', () => {
    const threads = [thread('a', true), thread('b', true, 5), thread('c', true), thread('d', true)];
    assert.deepEqual(matched([3, 5, 8], ...threads), { 3: 'a' });
  });
});
