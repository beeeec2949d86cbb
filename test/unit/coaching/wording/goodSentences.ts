/** Ordinary sentences of reviews: technical words that sound harsh elsewhere, questions, reasons, offers, thanks. */
export const goodSentences: readonly string[] = `
This is only just enough for the longest name we have.
The loop returns the wrong value for an empty list, because the index starts at 1.
You can also pass the handle itself, which saves the second look-up.
The watchdog has to kill the process after ten seconds.
There is dead code below the return; was it left for the next change?
A dumb terminal has no colours, so the progress bar needs a fallback.
The just-in-time compiler folds this away.
This function never returns null, so the check can go.
The wrong branch is taken when both flags are set.
What happens when the list is empty?
Could we move this into a helper?
How does this behave under load?
I wonder whether a map would be simpler here.
Nice catch on the off-by-one!
Thanks for splitting this up, it was easy to follow.
I like how the parser reports the line.
If the connection drops here, the lock stays held until the time-out.
Let's keep the old name until the next release, so that the clients don't break.
The parent exits before its children, which leaves them as orphans.
We abort the transaction and the caller retries.
The server refuses the hash because the salt is missing.
Please add a test for the time zone, because the last bug hid there.
Would it make sense to cache the result?
The garbage collector pauses here for about 20 ms.
The trash icon needs a label for screen readers.
Junk characters at the end of the header are dropped by the parser.
It is hard to see from here which thread owns the buffer.
The naming follows the style guide, except for this one.
This duplicates the check in the caller; one of the two can go.
We could reuse the retry helper, which already handles the jitter.
An invalid date throws in Safari and returns NaN in Chrome.
The error message should clearly state the file and the line.
Lazy loading would keep the start fast.
The lazy import breaks the cycle between the two modules.
Evaluating the property lazily avoids the round trip.
Is this even number check needed, or does the caller guarantee it?
The even rows get a grey background.
It always returns the same instance, so a plain field would do.
A always comes before B in the sort, as the key is unique.
The lock is never released when the callback throws.
This can never be negative, since the length is checked above.
I would prefer a list, because the order matters to the caller.
What do you think about a builder here?
How about we log the id as well, to find the request in the traces?
nit: a blank line before the return would match the rest of the file.
question: does the cache outlive the session?
suggestion (non-blocking): rename it to remaining, as it counts down.
praise: the table-driven test makes the edge cases visible.
thought: this might become a strategy once there is a third format.
Have you considered a generator here? It would keep the memory flat.
Did you run this on Windows as well? The path separator differs there.
I may have missed the place where this is initialised; can you point me to it?
I think I misread this at first: the order of the arguments differs from the other overload.
My mistake, the test above covers it.
Sorry for the late review, I was away last week.
Sorry if this is a silly question, but where is the buffer freed?
I should have asked earlier: which versions do we support?
I just noticed that the fixture is shared between the tests.
We just need the id here, so the join isn't necessary.
It just works, and the test shows it.
The list is just for the tests, so it can stay private.
The simplest fix is to swap the two lines, since the second depends on nothing.
This is a simple wrapper that adds the tenant to each call.
The clear button clears the filter as well; is that intended?
Clear the flag before the callback runs, otherwise a second event gets lost.
It isn't obvious to me where the stream ends; a comment could help.
The order of the two calls matters, of course, only when both write.
Yes, of course, that works too.
Of course, feel free to leave it for a follow-up.
As discussed, the migration comes in the next change.
As I understand it, the token is refreshed by the proxy.
The retry happens again after a minute.
Running it again gives the same result, so the call is idempotent.
Try again after the cache expires.
The user can try again later, the message says so.
Stop the timer before the view is disposed, otherwise it fires into nothing.
The worker stops when the queue is empty.
The period between two polls is configurable.
The trial period ends at midnight UTC.
The master key is derived once and kept in memory.
The execute flag is lost when the archive is unpacked.
The process is killed with SIGKILL after the grace period.
Killing the parent also kills the children, because they share a group.
Dying workers are replaced by the supervisor.
The zombie process is reaped by init.
The suite hangs when a test forgets to close the server.
The broken pipe error is expected when the client goes away.
The warning goes away once the type is exact.
A corrupted file is reported with its offset.
The bad request is answered with 400 and a reason.
Bad input ends up in the quarantine folder.
The worst case is quadratic, for a list that is sorted the wrong way round.
The worst latency came from the first request, which compiles the template.
The naive approach is fast enough here, as there are at most ten rows.
The dirty flag is reset after the flush.
Dirty pages are written back every five seconds.
The fat binary contains both architectures.
The blacklist is read once at start; a deny list in the database could be changed at run time.
The ugly-printer is a good name for the counterpart of the pretty-printer, by the way.
The hash is salted, so equal passwords differ.
The sanity check at the start saves us from a half-written file.
The null byte ends the string early.
The orphaned rows are removed by the nightly job.
The parser fails at the first error; collecting all of them would help the user more.
The failure mode is a partial write, which the checksum detects.
The test fails on a slow machine, since it waits for 100 ms only.
The fix is right, and the test would have caught the old bug.
The code is correct as it stands, the name made me look twice.
Reads well now, thank you!
Looks good to me.
LGTM, with one question below.
Much clearer than before, great work!
Good idea to measure first.
Great job splitting the two concerns.
That's a neat trick with the sentinel.
This makes the error much easier to find, thanks.
I learned something from the way you use the type here.
I didn't know about this flag; it saves a lot of code.
Would you mind adding a line to the changelog?
Do we need this in the release, or can it wait?
Do you think the limit should be configurable?
What do you expect to happen when two requests arrive at once?
Which of the two is meant by default?
Where does the 42 come from?
Why is this public? I only see one caller.
Why does this need a lock, is there a second writer?
Why don't we keep both for one release?
I'd like to understand why you chose a list here, since the look-ups dominate.
Can you help me understand the case that this protects against?
Let me know if I can help with the benchmark.
Happy to pair on this if you like.
Feel free to ignore this, it's a matter of taste.
Up to you, both work for me.
No strong opinion here; the first reads slightly better to me.
I'm not sure about the name, as it suggests that the call blocks.
I'd rather not expose the map, because callers could change it.
I would expect the cache to be cleared here; is that done elsewhere?
I don't see where the handle is closed; does the caller do it?
We still need to close the file when the parser throws.
I'm missing a test for the empty case, which broke last time.
This breaks when the name has a blank in it, see the issue.
The change looks complete to me, apart from the docs.
The docs still mention the old flag.
It still fails on Windows, with the log below.
The comment is out of date: the limit is 20 now.
The comment explains what the code does; why it does it would be more helpful to the next reader.
Perhaps the two branches can share the cleanup.
Maybe a guard clause would flatten this.
An early return would save a level of nesting.
Using a set would turn this from quadratic into linear.
Consider naming the constant, so that the next reader knows where it comes from.
A foreign key would let the database keep this consistent.
According to the RFC, the header is optional.
See the section on errors in our style guide, which has an example.
The same pattern is used in the importer, which might be worth a look.
For example, an input of zero divides by zero.
In case the file is missing, we fall back to the defaults.
Otherwise the second thread sees a half-built object.
This way, the caller can't forget the unlock.
The alternative would be a queue, at the cost of ordering.
Both are fine; the second is shorter.
Since the list is sorted already, a binary search would do.
Given the deadline, I'd merge this and open an issue for the rest.
Not blocking, but the two names differ by one letter only.
The variable shadows the parameter, which confused me for a moment.
That confused me at first, because the name says remove and the code hides.
The function is long; its second half reads like a helper of its own.
It would be nice to have a test for this one day.
Everybody agrees that the test helps, so let's keep it.
The dumb pipe in the diagram is the message bus.
Two processes race for the file, and the loser retries.
The jerk in the animation comes from the layout in each frame.
The muted colours fail the contrast check.
The balls in the demo bounce off the walls as expected.
The class hierarchy is flat, which I like.
The assertion passes for any input, as it compares the value with itself.
The shell expands the star before the command sees it.
Pass the handle on, so that the caller can close it.
The analysis takes an hour, since it reads the whole history.
The bypass is documented in the runbook.
The mass of the body is in kilograms, the rest in grams.
The screws in the model are metric.
The pump sucks in the whole table, so memory grows with it.
Cock-pit tests were renamed in the other branch, hence the conflict.
The gross salary includes the bonus, the net one doesn't.
The evil twin in the story of the test is the copied fixture.
The offensive security team found it last week.
The problem is embarrassingly parallel, so eight workers give eight times the speed.
`
  .split('\n')
  .filter(line => line !== '');
