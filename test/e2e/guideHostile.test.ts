import assert from 'node:assert/strict';
import { hostilePages } from '../fixtures/hostilePages';
import { exportGuide, openContents, search, writeTeamPage } from './guideJobs';
import { openGuide } from './jobs';
import { describeOnStage } from './support';

/** What is found on one page that mustn't be there. */
interface Finding {
  readonly title: string;
  readonly what: string;
}

/**
 * Runs in the guide's page: goes through all its sections by their link to the next, and names everything
 * that an author must not be able to put there.
 */
async function walkThrough(_root: Element, hostile: string): Promise<{ seen: number; findings: Finding[] }> {
  const allowed =
    'H2 H3 H4 H5 H6 P BR HR UL OL LI BLOCKQUOTE PRE CODE EM STRONG DEL A DIV TABLE THEAD TBODY TR TH TD'.split(
      ' ',
    );
  const attributes = 'href id class align role tabindex aria-label start data-label data-figure'.split(' ');
  const link = /^(?:https?:\/\/|mailto:|guide:[a-z0-9-]+(?:#|$)|#)/i;
  const findings: Finding[] = [];
  const frame = () => new Promise(next => requestAnimationFrame(() => setTimeout(next)));
  let seen = 0;
  for (;;) {
    await frame();
    const title = document.querySelector('h1')?.textContent ?? '';
    const find = (what: string) => findings.push({ title, what });
    const isOwn = !(document.querySelector('.part')?.textContent ?? '').includes(hostile);
    if (!isOwn) {
      seen += 1;
      for (const element of document.querySelectorAll('.text *')) {
        if (!allowed.includes(element.tagName) && !element.closest('.figure')) {
          find(`element ${element.tagName}`);
        }
        for (const { name } of element.attributes) {
          if (!attributes.includes(name) && !element.closest('.figure')) {
            find(`attribute ${name}`);
          }
        }
      }
      for (const { attributes: own } of document.querySelectorAll('a')) {
        const href = own.getNamedItem('href')?.value ?? '';
        if (!link.test(href)) {
          find(`link ${href}`);
        }
      }
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      if (ids.length !== new Set(ids).size) {
        find('an id twice');
      }
    }
    if ('belayHostile' in globalThis || document.title.startsWith('hostile')) {
      find('a script ran');
      break;
    }
    const next = document.querySelector<HTMLElement>('a[rel=next]');
    if (!next) {
      break;
    }
    next.click();
  }
  return { seen, findings };
}

describeOnStage('Hostile pages in a trusted workspace', {}, stage => {
  it(`never run, load or link to what they want (${hostilePages.length} pages)`, async () => {
    const { folder } = stage.workspace;
    await Promise.all(
      hostilePages.map((page, index) =>
        writeTeamPage(folder, `${String(index).padStart(3, '0')}.md`, page.text),
      ),
    );
    const window = await stage.open();
    const requested: string[] = [];
    window.page.on('request', request => {
      if (/hostile/.test(new URL(request.url()).host)) {
        requested.push(request.url());
      }
    });
    await openGuide(window);
    await window.webview.locator('a[rel=next]').waitFor();
    const { seen, findings } = await window.webview.locator('body').evaluate(walkThrough, 'Hostile');
    assert.deepEqual(findings, []);
    assert.ok(seen >= 60, `${seen} pages were seen`);

    // Their titles and summaries stand in the contents, their texts in search results.
    await openContents(window);
    await search(window, 'hostile');
    await window.webview.locator('.hits a').first().waitFor();
    assert.equal(await window.webview.locator('.hits :is(img, script, iframe, svg, style)').count(), 0);

    // The same in the exported page, opened by itself.
    const html = await exportGuide(window, folder, 'HTML');
    const exported = await stage.openPage(
      `data:text/html;base64,${Buffer.from(html).toString('base64')}`,
      requested,
    );
    assert.deepEqual(
      await exported.evaluate(() => ({
        ran: 'belayHostile' in globalThis || document.title.startsWith('hostile'),
        elements: document.querySelectorAll('img, script, iframe, object, embed, form, input, link, base')
          .length,
      })),
      { ran: false, elements: 0 },
    );
    assert.deepEqual(requested, []);
  });
});
