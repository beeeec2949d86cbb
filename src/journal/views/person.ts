import { momentsWith, peopleByKey, personKey } from '../../people';
import { dayOf, daysBetween } from '../../platform/days';
import { bulletList, lineBreak, plainLines } from '../../platform/markdownText';
import { kinds } from '../../vocabulary';
import type { Moment } from '../moment';
import { formatPlace, headlineOf } from '../momentText';
import { agendaOf } from './agenda';
import type { PersonWords } from './personWords';

/** An agenda lists so many things that they worked on: a 1:1 has no room for more, and all moments stand below. */
const mostWork = 10;

/**
 * Everything about one person as Markdown, with an agenda for the next 1:1. `moments` are the latest first,
 * `today` is the user's day. What people wrote is shown as they wrote it: nothing in it becomes HTML, a picture
 * or a heading, and no link but those that Markdown makes of plain web addresses.
 */
export function personPage(
  moments: readonly Moment[],
  name: string,
  today: string,
  words: PersonWords,
): string {
  const theirs = momentsWith(moments, name);
  const shownName = peopleByKey(theirs).get(personKey(name))?.name ?? name;
  const heading = `# ${plainLines(shownName.replace(/\s+/g, ' '))}`;
  const [last] = theirs;
  if (!last) {
    return `${heading}\n\n${plainLines(words.nothing)}\n`;
  }
  const lastDay = dayOf(last);
  const learned = theirs.filter(moment => hasText(moment.learned));
  const blocks = [
    heading,
    plainLines(words.lastTime(words.day(lastDay), daysBetween(lastDay, today))),
    plainLines(words.moments(theirs.length)),
    bulletList(kindCounts(theirs, words)),
    ...agendaBlocks(theirs, today, words),
    ...(learned.length > 0 ? [`## ${plainLines(words.learned)}`] : []),
    bulletList(learned.map(moment => dated(moment, moment.learned ?? '', words))),
    `## ${plainLines(words.allMoments)}`,
    bulletList(theirs.map(moment => momentItem(moment, words))),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function kindCounts(moments: readonly Moment[], words: PersonWords): string[] {
  return [...kinds, undefined].flatMap(kind => {
    const count = moments.filter(moment => moment.kind === kind).length;
    return count > 0 ? [plainLines(words.kindCount(kind ? words.kinds[kind] : words.noKind, count))] : [];
  });
}

function agendaBlocks(moments: readonly Moment[], today: string, words: PersonWords): string[] {
  const { lastOneOnOne, followUps, recognition, work, oneOnOnes } = agendaOf(moments);
  const question = words.questions[oneOnOnes % words.questions.length];
  const part = (title: string, items: readonly string[], none: string) => [
    `### ${plainLines(title)}`,
    items.length > 0 ? bulletList(items) : plainLines(none),
  ];
  return [
    `## ${plainLines(words.agenda)}`,
    plainLines(words.since(lastOneOnOne && words.day(dayOf(lastOneOnOne)))),
    ...part(
      words.followUps,
      followUps.map(moment => {
        const { due, text } = moment.followUp;
        const when = due === undefined ? '' : ` (${words.due(words.day(due), daysBetween(today, due))})`;
        return dated(moment, `${hasText(text) ? text : headlineOf(moment)}${when}`, words);
      }),
      words.noFollowUps,
    ),
    ...part(
      words.recognition,
      recognition.map(moment => dated(moment, headlineOf(moment), words)),
      words.noRecognition,
    ),
    ...part(
      words.work,
      work.slice(0, mostWork).map(moment => dated(moment, headlineOf(moment), words)),
      words.noWork,
    ),
    work.length > mostWork ? plainLines(words.more(work.length - mostWork)) : '',
    ...(question === undefined ? [] : [`### ${plainLines(words.question)}`, plainLines(question)]),
  ];
}

/** A moment as an item of a list: its day, kind and skill, what happened, and what else it has, on lines of their own. */
function momentItem(moment: Moment, words: PersonWords): string {
  const { kind, skill, learned, followUp, place } = moment;
  const about = [
    words.day(dayOf(moment)),
    kind && words.kinds[kind],
    skill && words.skills[skill],
    place && formatPlace(place),
  ];
  const lines = [
    `**${plainLines(about.filter(Boolean).join(' · '))}**`,
    plainLines(moment.what),
    hasText(learned) ? plainLines(`${words.learned}: ${learned}`) : '',
    followUp ? plainLines(followUpText(moment, words)) : '',
  ];
  return lines.filter(line => line !== '').join(lineBreak);
}

function followUpText({ followUp }: Moment, words: PersonWords): string {
  const label = followUp?.done === undefined ? words.followUp : words.followUpDone;
  const said = [followUp?.due && words.day(followUp.due), followUp?.text].filter(Boolean).join(', ');
  return said === '' ? label : `${label}: ${said}`;
}

function dated(moment: Moment, text: string, words: PersonWords): string {
  return `**${plainLines(words.day(dayOf(moment)))}** ${plainLines(text)}`;
}

function hasText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
