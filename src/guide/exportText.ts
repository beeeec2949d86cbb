import type { Source } from '../platform/fields';
import { escapeHtml } from '../platform/html';
import { escapeMarkdown, fence, quote } from '../platform/markdownText';
import { createMarkdownRenderer } from './markdown';
import { plainText } from './plainText';
import { type Part, partsOf, referenceOf } from './references';
import type { Guide, Question, Section } from './section';

/** Labels of an exported guide, in the user's language. */
export interface ExportWords {
  readonly title: string;
  readonly contents: string;
  readonly check: string;
  readonly practise: string;
  readonly sources: string;
  readonly right: string;
}

/** What links within an exported file call a section. */
function anchor(id: string): string {
  return `section-${id}`;
}

/** The whole guide as one Markdown file: links lead within it, figures are told in words. */
export function guideToMarkdown(guide: Guide, words: ExportWords): string {
  const ids = new Set(guide.map(({ id }) => id));
  const contents = guide.map(({ id, title }) => `- [${escapeMarkdown(title)}](#${anchor(id)})`);
  const sections = guide.map(section =>
    [
      `<a id="${anchor(section.id)}"></a>\n\n## ${escapeMarkdown(section.title)}`,
      `_${escapeMarkdown(`${section.part}: ${section.summary}`)}_`,
      section.origin === 'untrusted' ? fence(section.markdown, 'text') : rewrite(section.markdown, ids),
      ...extras(section, words).map(text => rewrite(text, ids)),
    ].join('\n\n'),
  );
  return `${[`# ${words.title}`, `## ${words.contents}`, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

/** `text` as a part of the exported file: headings below a section's title, links to its anchors, figures in words. */
function rewrite(text: string, ids: ReadonlySet<string>): string {
  let result = '';
  let at = 0;
  for (const part of partsOf(text)) {
    const by = part.from >= at && part.to > part.from ? replacementOf(part, text, ids) : undefined;
    if (by !== undefined) {
      result += text.slice(at, part.from) + by;
      at = part.to;
    }
  }
  return result + text.slice(at);
}

/** What a part becomes; `undefined` leaves it as it is. */
function replacementOf(
  { token, from, to }: Part,
  text: string,
  ids: ReadonlySet<string>,
): string | undefined {
  if (token.type === 'heading') {
    const end = /\s*$/.exec(token.raw)?.[0] ?? '';
    return `${'#'.repeat(Math.min(6, token.depth + 1))} ${rewrite(token.text, ids)}${end}`;
  }
  const reference = referenceOf(token.href);
  if (!reference) {
    return undefined;
  }
  switch (token.type) {
    case 'def':
      return '';
    case 'image': {
      const alt = escapeMarkdown(plainText(token.text));
      const isAlone = /(?:^|\n)$/.test(text.slice(0, from)) && /^(?:\n|$)/.test(text.slice(to));
      return isAlone ? `> ${alt}` : alt;
    }
    case 'link': {
      const words = token.text.startsWith('guide:')
        ? escapeMarkdown(reference.name)
        : rewrite(token.text, ids);
      return ids.has(reference.name) ? `[${words}](#${anchor(reference.name)})` : words;
    }
  }
}

/** What stands below a section's text, as Markdown, a block each. */
function extras(section: Section, words: ExportWords): string[] {
  const sheets = section.practise.filter(action => action.do === 'exercise');
  return [
    ...(sheets.length > 0 ? [`## ${words.practise}`] : []),
    ...sheets.flatMap(({ label, sheet }) => [`**${escapeMarkdown(label)}**`, quote(sheet.trim())]),
    ...(section.questions.length > 0 ? [`## ${words.check}`] : []),
    ...section.questions.map(question => questionText(question, words)),
    ...(section.sources.length > 0
      ? [`## ${words.sources}`, section.sources.map(sourceText).join('\n')]
      : []),
  ];
}

function questionText({ ask, answers }: Question, words: ExportWords): string {
  const lines = answers.map(({ say, right, because }) => {
    const verdict = right ? `**${words.right}** ` : '';
    return `- ${escapeMarkdown(say)} (${verdict}${escapeMarkdown(because)})`;
  });
  return `**${escapeMarkdown(ask)}**\n\n${lines.join('\n')}`;
}

function sourceText({ author, title, year, url }: Source): string {
  const name = `_${escapeMarkdown(title)}_`;
  const link = url === undefined ? name : `[${name}](<${url}>)`;
  return `- ${escapeMarkdown(author)}: ${link}${year === undefined ? '' : ` (${year})`}`;
}

const style = `
:root { color-scheme: light dark; --rule: color-mix(in srgb, currentColor 35%, transparent); }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: start; vertical-align: top; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
pre { overflow-x: auto; white-space: pre-wrap; }
.figure svg { max-width: 22rem; display: block; margin: 1rem auto; }
.fig-line, .fig-box, .fig-accent { stroke: currentColor; }
.fig-box, .fig-line { fill: none; }
.fig-accent { fill: color-mix(in srgb, currentColor 15%, transparent); stroke-width: 2; }
.fig-arrow, .fig-text, .fig-quiet, .fig-accent-text { fill: currentColor; }
@media print { section { break-before: page; } }
`;

/** The whole guide as one HTML file that loads nothing, figures included. */
export function guideToHtml(
  guide: Guide,
  figures: Readonly<Record<string, string>>,
  words: ExportWords,
): string {
  const ids = new Set(guide.map(({ id }) => id));
  const render = createMarkdownRenderer({
    figure: (name, alt) =>
      Object.hasOwn(figures, name)
        ? `<div class="figure" role="img" aria-label="${escapeHtml(alt)}">${figures[name] ?? ''}</div>`
        : undefined,
    sectionLink: id => (ids.has(id) ? `#${anchor(id)}` : undefined),
  });
  const item = ({ id, title }: Section) => `<li><a href="#${anchor(id)}">${escapeHtml(title)}</a></li>`;
  const section = (one: Section) => {
    const text = one.origin === 'untrusted' ? `<pre>${escapeHtml(one.markdown)}</pre>` : render(one.markdown);
    return `<section id="${anchor(one.id)}">
<h2>${escapeHtml(one.title)}</h2>
<p><em>${escapeHtml(`${one.part}: ${one.summary}`)}</em></p>
${withinSection(text, one.id)}
${withinSection(render(extras(one, words).join('\n\n')), `${one.id}--more`)}
</section>`;
  };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(words.title)}</h1>
<nav><h2>${escapeHtml(words.contents)}</h2><ol>${guide.map(item).join('\n')}</ol></nav>
<main>
${guide.map(section).join('\n')}
</main>
</body>
</html>
`;
}

/**
 * Rendered Markdown as a part of the exported page: its headings below the section's title, their ids apart
 * from those of all other sections, since neither an id nor a heading's slug has two hyphens in a row.
 */
function withinSection(html: string, name: string): string {
  return html
    .replace(/<(\/?)h([2-5])/g, (_tag, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replace(/ id="heading-/g, ` id="${anchor(name)}--`)
    .replace(/ tabindex="(?:-1|0)"/g, '');
}
