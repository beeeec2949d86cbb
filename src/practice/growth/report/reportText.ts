import { escapeHtml } from '../../../platform/html';
import { bulletList, lineBreak, plainLines } from '../../../platform/markdownText';
import type { Report, ReportItem } from './report';

/** The report as Markdown. What people wrote is shown as they wrote it: nothing in it becomes Markdown or HTML. */
export function reportToMarkdown({ title, period, facts, groups }: Report): string {
  const blocks = [
    `# ${plainLines(`${title}: ${period}`)}`,
    bulletList(facts.map(plainLines)),
    ...groups.flatMap(group => [
      `## ${plainLines(group.title)}`,
      plainLines(group.count),
      bulletList(group.items.map(itemToMarkdown)),
    ]),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function itemToMarkdown({ about, what, results }: ReportItem): string {
  return [
    `**${plainLines(about)}**`,
    plainLines(what),
    ...results.map(({ label, text }) => `_${plainLines(label)}:_ ${plainLines(text)}`),
  ]
    .filter(line => line !== '')
    .join(lineBreak);
}

const style = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { margin-top: 2rem; font-size: 1.2rem; border-bottom: 1px solid #999; }
.count, .about { color: #444; }
.about { font-size: .9rem; }
article { margin: 1rem 0; break-inside: avoid; }
article p { margin: .2rem 0; white-space: pre-line; }
dl { margin: .3rem 0; }
dt { float: left; margin-right: .4rem; font-style: italic; }
dd { margin: 0; white-space: pre-line; }
@page { margin: 2cm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } }
`;

/** The report as one HTML page to print, which loads nothing and runs nothing. */
export function reportToHtml({ title, period, facts, groups }: Report, language: string): string {
  const heading = escapeHtml(`${title}: ${period}`);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<h1>${heading}</h1>
<ul>
${facts.map(fact => `<li>${escapeHtml(fact)}</li>`).join('\n')}
</ul>
${groups
  .map(
    group => `<section>
<h2>${escapeHtml(group.title)}</h2>
<p class="count">${escapeHtml(group.count)}</p>
${group.items.map(itemToHtml).join('\n')}
</section>`,
  )
  .join('\n')}
</body>
</html>
`;
}

function itemToHtml({ about, what, results }: ReportItem): string {
  const list = results.map(({ label, text }) => `<dt>${escapeHtml(label)}:</dt><dd>${escapeHtml(text)}</dd>`);
  return `<article>
<p class="about">${escapeHtml(about)}</p>
<p>${escapeHtml(what)}</p>
${list.length > 0 ? `<dl>${list.join('\n')}</dl>\n` : ''}</article>`;
}
