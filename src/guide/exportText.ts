import { createMarkdownRenderer, escapeHtml } from './markdown';
import type { Guide, Section, Source } from './section';

/** Labels of an exported guide, in the user's language. */
export interface ExportWords {
  readonly title: string;
  readonly contents: string;
  readonly check: string;
  readonly practise: string;
  readonly sources: string;
  readonly right: string;
}

/** A link between sections as links within one file name it. */
const anchor = (id: string) => `section-${id}`;

/** The whole guide as one Markdown file: links lead within it, figures are told in words. */
export function guideToMarkdown(guide: Guide, words: ExportWords): string {
  const contents = guide.map(({ id, title }) => `- [${title}](#${anchor(id)})`);
  const sections = guide.map(section => {
    const text =
      section.origin === 'untrusted'
        ? asCode(section.markdown)
        : section.markdown
            .replace(/\]\(guide:([a-z0-9-]+)(?:#[^)]*)?\)/g, (_link, id: string) => `](#${anchor(id)})`)
            .replace(/!\[([^\]]*)\]\(figure:[a-z0-9-]+\)/g, (_image, alt: string) => `> ${alt}`)
            .replace(/^(#{1,5}) /gm, '#$1 ');
    return [
      `<a id="${anchor(section.id)}"></a>\n\n## ${section.title}`,
      `_${section.part}: ${section.summary}_`,
      text,
      ...extras(section, words),
    ].join('\n\n');
  });
  return `${[`# ${words.title}`, `## ${words.contents}`, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

/** What stands below a section's text, as Markdown. */
function extras(section: Section, words: ExportWords): string[] {
  const sheets = section.practise.filter(action => action.do === 'exercise');
  return [
    ...(sheets.length > 0
      ? [`### ${words.practise}`, ...sheets.map(({ label, sheet }) => `**${label}**\n\n${quote(sheet)}`)]
      : []),
    ...(section.questions.length > 0
      ? [`### ${words.check}`, section.questions.map(question).join('\n\n')]
      : []),
    ...(section.sources.length > 0 ? [`### ${words.sources}`, section.sources.map(source).join('\n')] : []),
  ];

  function question({ ask, answers }: Section['questions'][number]): string {
    const lines = answers.map(
      ({ say, right, because }) => `- ${say} _${right ? `${words.right} ` : ''}${because}_`,
    );
    return [`**${ask}**`, lines.join('\n')].join('\n\n');
  }
}

/** Text as it is, in a fence longer than any that it holds. */
function asCode(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function quote(markdown: string): string {
  return markdown.trim().replace(/^/gm, '> ');
}

function source({ author, title, year, url }: Source): string {
  const name = url === undefined ? `_${title}_` : `[_${title}_](${url})`;
  return `- ${author}: ${name}${year === undefined ? '' : ` (${year})`}`;
}

const style = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid color-mix(in srgb, currentColor 35%, transparent); padding: .3rem .5rem; text-align: start; vertical-align: top; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid color-mix(in srgb, currentColor 35%, transparent); }
.figure svg { max-width: 22rem; display: block; margin: 1rem auto; }
.fig-line, .fig-box, .fig-accent { stroke: currentColor; } .fig-box, .fig-line { fill: none; }
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
  const render = createMarkdownRenderer({
    tableLabel: '',
    figure: (name, alt) =>
      Object.hasOwn(figures, name)
        ? `<div class="figure" role="img" aria-label="${escapeHtml(alt)}">${figures[name] ?? ''}</div>`
        : undefined,
    sectionLink: id => `#${anchor(id)}`,
  });
  const item = ({ id, title }: Section) => `<li><a href="#${anchor(id)}">${escapeHtml(title)}</a></li>`;
  const section = (one: Section) => {
    const text = one.origin === 'untrusted' ? `<pre>${escapeHtml(one.markdown)}</pre>` : render(one.markdown);
    return `<section id="${anchor(one.id)}">
<h2>${escapeHtml(one.title)}</h2>
<p><em>${escapeHtml(`${one.part}: ${one.summary}`)}</em></p>
${withLowerHeadings(text, one.id)}
${withLowerHeadings(render(extras(one, words).join('\n\n').replace(/^### /gm, '## ')), `${one.id}-more`)}
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

/** A section's headings stand below its title, and their ids apart from those of other sections. */
function withLowerHeadings(html: string, section: string): string {
  return html
    .replace(/<(\/?)h([2-5])/g, (_tag, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replace(/ id="heading-/g, ` id="${section}-`)
    .replace(/ tabindex="(?:-1|0)"/g, '');
}
