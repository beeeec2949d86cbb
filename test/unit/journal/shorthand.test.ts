import assert from 'node:assert/strict';
import { parseShorthand, type Shorthand } from '../../../src/journal/logging/shorthand';
import { toLocalIso } from '../../../src/platform/time';

/** A Wednesday. */
const now = new Date(2026, 10, 25, 15, 30, 20);
const noon = (year: number, month: number, day: number) => time(year, month, day, 12);
const time = (year: number, month: number, day: number, hour: number, minute = 0, second = 0) =>
  toLocalIso(new Date(year, month - 1, day, hour, minute, second));

type Fields = Partial<Omit<Shorthand, 'parts'>>;

/** `line` is understood as the fields; what isn't said is nothing, and the text the whole line. */
function reads(line: string, fields: Fields): void {
  it(`understands "${line}"`, () => {
    const { parts: _, ...read } = parseShorthand(line, now);
    assert.deepEqual(read, { what: line, who: [], tags: [], ...fields });
  });
}

function allRead(rows: readonly (readonly [string, Fields])[]): void {
  for (const [line, fields] of rows) {
    reads(line, fields);
  }
}

describe('shorthand', () => {
  describe('as a whole', () => {
    allRead([
      [
        'paired with @Ana on retry logic #execution 30m yesterday !follow-up friday',
        {
          what: 'paired with Ana on retry logic',
          who: ['Ana'],
          kind: 'pairing',
          skill: 'execution',
          minutes: 30,
          when: noon(2026, 11, 24),
          followUp: { due: '2026-11-27' },
        },
      ],
      ['', {}],
      ['   ', { what: '' }],
      ['the build broke twice', {}],
      ['@Ana #pairing', { what: '', who: ['Ana'], kind: 'pairing' }],
      ['@Ana @Jo', { what: '', who: ['Ana', 'Jo'] }],
      ['  met   @Ana  ', { what: 'met   Ana', who: ['Ana'] }],
      [
        'met @Ana 30m\nShe asked @Jo #later 5m',
        { what: 'met Ana\nShe asked @Jo #later 5m', who: ['Ana'], minutes: 30 },
      ],
      ['met @Ana, 30m, yesterday.', { what: 'met Ana', who: ['Ana'], minutes: 30, when: noon(2026, 11, 24) }],
      ['done - 30m', { what: 'done', minutes: 30 }],
    ]);
  });

  describe('of people', () => {
    allRead([
      ['met @ana.maria and @Jo-Ann', { what: 'met ana.maria and Jo-Ann', who: ['ana.maria', 'Jo-Ann'] }],
      ['met @"Ana Maria" again', { what: 'met Ana Maria again', who: ['Ana Maria'] }],
      ['met @"Ana ""Nina"" M"', { what: 'met Ana "Nina" M', who: ['Ana "Nina" M'] }],
      ['met @Lucía, @李雷 and @Åse', { what: 'met Lucía, 李雷 and Åse', who: ['Lucía', '李雷', 'Åse'] }],
      ['met @Ana,@Jo', { what: 'met Ana,Jo', who: ['Ana', 'Jo'] }],
      ['@Ana’s idea, @Ana’s win', { what: 'Ana’s idea, Ana’s win', who: ['Ana'] }],
      ['met @Ana @ana', { what: 'met Ana ana', who: ['Ana', 'ana'] }],
      ['the fix (by @Ana).', { what: 'the fix (by Ana).', who: ['Ana'] }],
      ['talked about scope #1:1 @Ana', { what: 'talked about scope', who: ['Ana'], kind: '1:1' }],
      ['talked about scope @Ana #1:1', { what: 'talked about scope Ana', who: ['Ana'], kind: '1:1' }],
      ['wrote to jo@example.org', {}],
      ['bumped @types/node and @vscode/vsce', {}],
      ['moved @Injectable() up', {}],
      ['called @foo.bar() there', {}],
      ['explained `@Injectable` and `x @Ana y`', {}],
      ['she said "ask @Ana #now 30m"', {}],
      ['she said “ask @Ana”', {}],
      ['see https://example.org/@ana#execution', {}],
      ['drawn @2x', {}],
      ['an @ alone', {}],
      ['an @"" empty', {}],
      ['an open `tick and @Ana', { what: 'an open `tick and Ana', who: ['Ana'] }],
    ]);
  });

  describe('of kinds, skills, dimensions and tags', () => {
    allRead([
      ['x #pairing', { what: 'x', kind: 'pairing' }],
      ['x #1on1', { what: 'x', kind: '1:1' }],
      ['x #Review', { what: 'x', kind: 'review' }],
      ['x #feedback', { what: 'x', kind: 'feedback' }],
      ['x #execution', { what: 'x', skill: 'execution' }],
      ['x #communication', { what: 'x', skill: 'leadership-communication' }],
      ['x #people', { what: 'x', skill: 'people-development' }],
      ['x #technical', { what: 'x', skill: 'technical-credibility' }],
      ['x #leadership', { what: 'x', dimension: 'leadership' }],
      ['x #coaching', { what: 'x', dimension: 'coaching' }],
      ['x #conflict', { what: 'x', dimension: 'conflict-resolution' }],
      ['x #strategy', { what: 'x', dimension: 'strategic-thinking' }],
      ['x #dimension:execution', { what: 'x', dimension: 'execution' }],
      ['x #skill:execution', { what: 'x', skill: 'execution' }],
      ['x #tag:pairing', { what: 'x', tags: ['pairing'] }],
      ['x #retries #a/b.c #retries', { what: 'x', tags: ['retries', 'a/b.c'] }],
      ['x #Cafe\u0301', { what: 'x', tags: ['Café'] }],
      ['x #pairing #review', { what: 'x', kind: 'pairing', tags: ['review'] }],
      ['x #pairing #1:1', { what: 'x', kind: 'pairing', tags: ['1on1'] }],
      ['x #constructor #__proto__', { what: 'x constructor #__proto__', tags: ['constructor'] }],
      ['worked on #execution of the plan', { what: 'worked on execution of the plan', skill: 'execution' }],
      ['x, #retries.', { what: 'x', tags: ['retries'] }],
      ['x (#ci 30m', { what: 'x (ci', tags: ['ci'], minutes: 30 }],
      ['fixed #123 and #1234', {}],
      ['fixed owner/repo#12', {}],
      ['wrote C# and # alone', {}],
      ['x #skill:nothing', {}],
      ['x ##a', {}],
    ]);
  });

  describe('of kinds that the first words suggest', () => {
    for (const [what, kind] of [
      ['Paired on retries', 'pairing'],
      ['pairing on retries', 'pairing'],
      ['I reviewed the design', 'review'],
      ['1:1 with Ana', '1:1'],
      ['had our weekly 1:1', '1:1'],
      ['unblocked the release', 'unblocking'],
      ['delegated the rollout', 'delegation'],
      ['thanked the team', 'recognition'],
      ['interviewed a candidate', 'interviewing'],
      ['facilitated planning', 'facilitation'],
      ['ran the retro', 'facilitation'],
      ['gave Ana some feedback', 'feedback'],
    ] as const) {
      reads(what, { kind });
    }
    allRead([
      ['paired on retries #1:1', { what: 'paired on retries', kind: '1:1' }],
      ['paired on retries #kind:none', { what: 'paired on retries' }],
      ['the pairing went well', {}],
      ['pairings are rare', {}],
      ['she reviewed it', {}],
    ]);
  });

  describe('of how long it took', () => {
    allRead([
      ['x 30m', { what: 'x', minutes: 30 }],
      ['x 30 min', { what: 'x', minutes: 30 }],
      ['x 90min', { what: 'x', minutes: 90 }],
      ['x 1h', { what: 'x', minutes: 60 }],
      ['x 1h30', { what: 'x', minutes: 90 }],
      ['x 1h 30m', { what: 'x', minutes: 90 }],
      ['x 1.5h', { what: 'x', minutes: 90 }],
      ['x 2 hrs', { what: 'x', minutes: 120 }],
      ['x for 30m', { what: 'x', minutes: 30 }],
      ['x 10000m', { what: 'x', minutes: 10_000 }],
      ['met @Ana 2 hours', { what: 'met Ana', who: ['Ana'], minutes: 120 }],
      ['spent 30m with @Ana', { what: 'spent 30m with Ana', who: ['Ana'], minutes: 30 }],
      ['met @Ana 30m on scope', { what: 'met Ana on scope', who: ['Ana'], minutes: 30 }],
      ['talked for 2 hours', { minutes: 120 }],
      ['met @Ana for 2 hours again', { what: 'met Ana for 2 hours again', who: ['Ana'], minutes: 120 }],
      ['x 20m 1h', { what: 'x 20m', minutes: 60 }],
      ['talked for half an hour about it', { minutes: 30 }],
      ['cut 20m off it #ci 1h', { what: 'cut 20m off it', tags: ['ci'], minutes: 60 }],
      ['deploys took 30 minutes', {}],
      ['the outage was 2 hours', {}],
      ['it waited 30 minutes', {}],
      ['deploys took 30m', {}],
      ['raised it to 30m', {}],
      ['3m of cable', {}],
      ['30M users', {}],
      ['30 m away', {}],
      ['x 0m', {}],
      ['x 10001m', {}],
      ['x 30mm and a30m', {}],
    ]);
  });

  describe('of when it was', () => {
    allRead([
      ['x yesterday', { what: 'x', when: noon(2026, 11, 24) }],
      ['x today', { what: 'x', when: toLocalIso(now) }],
      ['x last friday', { what: 'x', when: noon(2026, 11, 20) }],
      ['x friday', { what: 'x', when: noon(2026, 11, 20) }],
      ['x on monday', { what: 'x', when: noon(2026, 11, 23) }],
      ['x wednesday', { what: 'x', when: toLocalIso(now) }],
      ['x 2 days ago', { what: 'x', when: noon(2026, 11, 23) }],
      ['x the day before yesterday', { what: 'x', when: noon(2026, 11, 23) }],
      ['x day before yesterday', { what: 'x', when: noon(2026, 11, 23) }],
      ['x 2 hours ago', { what: 'x', when: time(2026, 11, 25, 13, 30, 20) }],
      ['x an hour ago', { what: 'x', when: time(2026, 11, 25, 14, 30, 20) }],
      ['x this morning', { what: 'x', when: time(2026, 11, 25, 6) }],
      ['x this evening', { what: 'x', when: toLocalIso(now) }],
      ['x yesterday morning', { what: 'x', when: time(2026, 11, 24, 6) }],
      ['x last night', { what: 'x', when: parseShorthand('x yesterday night', now).when ?? '' }],
      ['x 2026-11-20', { what: 'x', when: noon(2026, 11, 20) }],
      ['x 2026-11-20 14:30', { what: 'x', when: time(2026, 11, 20, 14, 30) }],
      ['x 2026-11-20T14:30:15+05:30', { what: 'x', when: '2026-11-20T14:30:15+05:30' }],
      ['x on Nov 20', { what: 'x', when: noon(2026, 11, 20) }],
      ['x on the 20th of Nov', { what: 'x', when: noon(2026, 11, 20) }],
      ['x 3 Dec', { what: 'x', when: noon(2025, 12, 3) }],
      ['x at 14:30', { what: 'x', when: time(2026, 11, 25, 14, 30) }],
      ['x yesterday at 3pm', { what: 'x', when: time(2026, 11, 24, 15) }],
      ['x earlier today at 9:00', { what: 'x', when: time(2026, 11, 25, 9) }],
      [
        'met @Ana yesterday, then left',
        { what: 'met Ana, then left', who: ['Ana'], when: noon(2026, 11, 24) },
      ],
      ['30m yesterday on scope', { what: '30m on scope', minutes: 30, when: noon(2026, 11, 24) }],
      ['met @Ana yesterday: she knew', { what: 'met Ana: she knew', who: ['Ana'], when: noon(2026, 11, 24) }],
      ['fix what broke yesterday in the parser', {}],
      ['moved it to friday', {}],
      ['the deploy of yesterday', {}],
      ['x at 16:30', {}],
      ['x tomorrow', {}],
      ['x this friday', {}],
      ['x 2026-11-26', {}],
      ['x 2026-13-01', {}],
      ['x 2026-02-30', {}],
      ['x Feb 30', {}],
      ['x yesterday 13:30pm', {}],
      ['x 20/11/2026', {}],
      ['the tests may', {}],
      ['out in the sun', {}],
      ['yesterday was long', {}],
    ]);
  });

  describe('of follow-ups', () => {
    const followUp = (due?: string, text?: string): Fields => ({
      what: 'x',
      followUp: { ...(due ? { due } : {}), ...(text ? { text } : {}) },
    });
    allRead([
      ['x !follow-up friday', followUp('2026-11-27')],
      ['x !followup on friday', followUp('2026-11-27')],
      ['x !fu next week', followUp('2026-12-02')],
      ['x !FU', followUp()],
      ['x !follow-up wednesday', followUp('2026-12-02')],
      ['x !fu today', followUp('2026-11-25')],
      ['x !fu in two weeks', followUp('2026-12-09')],
      ['x !fu day after tomorrow', followUp('2026-11-27')],
      ['x !fu 20 Nov', followUp('2027-11-20')],
      ['x !2026-12-01', followUp('2026-12-01')],
      ['x !2026-12-01 check it', followUp('2026-12-01', 'check it')],
      ['x !2026-12-01 @Jo', { ...followUp('2026-12-01'), who: ['Jo'] }],
      ['x !fu 2026-11-01', followUp('2026-11-01')],
      ['x !follow-up ask about the tests friday', followUp('2026-11-27', 'ask about the tests')],
      ['x !follow-up friday: ask about the tests', followUp('2026-11-27', 'ask about the tests')],
      ['x !follow-up friday, ask about the tests', followUp('2026-11-27', 'ask about the tests')],
      ['x !fu slides for friday', followUp('2026-11-27', 'slides')],
      ['x !fu tests by friday', followUp('2026-11-27', 'tests')],
      ['x !fu meet friday to see the tests', followUp('2026-11-27', 'meet friday to see the tests')],
      ['x !fu ask @Jo friday', followUp('2026-11-27', 'ask Jo')],
      ['x !fu what broke yesterday', followUp(undefined, 'what broke yesterday')],
      ['x !fu "ask about #5 on friday" monday', followUp('2026-11-30', 'ask about #5 on friday')],
      ['x !fu friday @Jo 30m', { ...followUp('2026-11-27'), who: ['Jo'], minutes: 30 }],
      [
        'x !fu tests friday #people 2 hours yesterday',
        {
          ...followUp('2026-11-27', 'tests'),
          skill: 'people-development',
          minutes: 120,
          when: noon(2026, 11, 24),
        },
      ],
      ['x #ci !fu 5m', { ...followUp(), tags: ['ci'], minutes: 5 }],
      ['x !fu a !fu b', followUp(undefined, 'a !fu b')],
      ['nice! !important ! !2026-99-99', {}],
    ]);
  });

  describe('after a bar', () => {
    allRead([
      ['talked about scope | @Ana', { what: 'talked about scope', who: ['Ana'] }],
      ['cut 20m off, yesterday | #ci', { what: 'cut 20m off, yesterday', tags: ['ci'] }],
      ['it was 30m | ', { what: 'it was 30m' }],
      ['a | b | 30m', { what: 'a | b', minutes: 30 }],
      ['a | b 30m', { what: 'a | b', minutes: 30 }],
      ['a | b', {}],
    ]);
  });

  it('says which characters were understood as what', () => {
    const line = 'met @Ana for 1h 30m, last friday. #execution !fu ask friday #ci';
    const parts = parseShorthand(line, now).parts.map(({ start, end, field }) => [
      field,
      line.slice(start, end),
    ]);
    assert.deepEqual(parts, [
      ['who', '@Ana'],
      ['minutes', 'for 1h 30m'],
      ['when', 'last friday'],
      ['skill', '#execution'],
      ['followUp', '!fu ask friday'],
      ['tags', '#ci'],
    ]);
  });
});
