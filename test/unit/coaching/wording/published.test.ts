import assert from 'node:assert/strict';
import { flagged } from './rulesOnDisk';

/** Comments that guides to code review advise against, with the better form that each of them gives. */
const pairs: readonly { readonly from: string; readonly bad: string; readonly good: string }[] = [
  {
    from: 'Google, How to write code review comments',
    bad: 'Why did you use threads here when there’s obviously no benefit to be gained from concurrency?',
    good: 'The concurrency model here is adding complexity to the system without any actual performance benefit that I can see. Because there’s no performance benefit, it’s best for this code to be single-threaded instead of using multiple threads.',
  },
  {
    from: 'Conventional Comments',
    bad: 'This is not worded correctly.',
    good: 'suggestion: This is not worded correctly. Can we change this to match the wording of the marketing page?',
  },
  {
    from: 'thoughtbot, Guide to code review: ask, don’t tell',
    bad: 'You should name this something else.',
    good: 'What do you think about naming this `:user_id`?',
  },
  {
    from: 'thoughtbot, Guide to code review: personal traits',
    bad: 'This is dumb.',
    good: "I didn't understand. Can you clarify?",
  },
  {
    from: 'Sankarram, Unlearning toxic behaviors: opinion as fact',
    bad: 'This component should be stateless.',
    good: 'Since this component doesn’t have any lifecycle methods or state, it could be made a stateless functional component. This will improve performance and readability.',
  },
  {
    from: 'Sankarram, Unlearning toxic behaviors: judgmental questions',
    bad: 'Why didn’t you just extract this?',
    good: 'You can also extract this, which has the benefit of a shorter loop.',
  },
  {
    from: 'Sankarram, Unlearning toxic behaviors: sarcasm',
    bad: 'Did you even test this code before you checked it in?',
    good: 'This breaks when you enter a negative number. Can you please address this case?',
  },
];

describe('Published pairs of comments', () => {
  for (const { from, bad, good } of pairs) {
    it(`${from}: finds the bad one`, () => {
      assert.notDeepEqual(flagged(bad), []);
    });

    it(`${from}: leaves the good one alone`, () => {
      assert.deepEqual(flagged(good), []);
    });
  }
});
