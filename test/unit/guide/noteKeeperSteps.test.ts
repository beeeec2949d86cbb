import assert from 'node:assert/strict';
import fc from 'fast-check';
import { open } from './noteHost';

describe('what a reader typed', () => {
  type Step =
    | { do: 'show' | 'flush'; id: string }
    | { do: 'write' | 'arrived'; id: string; text: string }
    | { do: 'answer'; which: number; problem: string | undefined };

  const id = fc.constantFrom('one', 'two', 'tostring');
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

  it('is what a slow disk has in the end that takes all in order', () => {
    const step = fc.oneof(
      fc.constantFrom('a', 'b', 'c').map(typed => ({ typed })),
      fc.constantFrom('flush' as const, 'answer' as const),
    );
    fc.assert(
      fc.property(fc.array(step), steps => {
        const { keeper, sent } = open();
        let disk = '';
        let last = '';
        const answer = () => {
          const next = sent.shift();
          if (next) {
            disk = next.text;
            keeper.answered(next.id, next.text, undefined);
          }
        };
        keeper.show('one');
        for (const one of steps) {
          if (one === 'flush') {
            keeper.flush();
          } else if (one === 'answer') {
            answer();
          } else {
            last = one.typed;
            keeper.write('one', last);
          }
        }
        keeper.flush();
        while (sent.length > 0) {
          answer();
        }
        assert.equal(disk, last);
        assert.equal(keeper.unkept.size, 0);
      }),
      { numRuns: 20_000 },
    );
  }).timeout(10_000);
});
