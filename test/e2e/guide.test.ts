import assert from 'node:assert/strict';
import { goNext, openContents, openSection, title, untilTitle } from './guideJobs';
import { openGuide } from './jobs';
import { describeOnStage, eventually } from './support';

describeOnStage('Reading the guide', {}, stage => {
  it('opens at the first section with the way back greyed out, rendered, with its table', async () => {
    const window = await stage.open();
    await openGuide(window);
    assert.equal(await title(window), 'A change of role');
    const previous = window.page.getByRole('button', { name: 'Guide: Previous Section' });
    await eventually('a disabled button', () => previous.isDisabled());
    await goNext(window, 'What an engineering manager does');
    await window.runCommand('Belay: Guide: Next Section');
    await window.webview.locator('table td', { hasText: 'Code quality' }).waitFor();
    await window.runCommand('Belay: Guide: Previous Section');
    await untilTitle(window, 'What an engineering manager does');
  });

  it('lists all sections by part and marks the one being read', async () => {
    const window = await stage.shared();
    await openGuide(window);
    await openContents(window);
    assert.ok((await window.webview.locator('.contents a').count()) >= 45);
    assert.equal(
      await window.webview.locator('.contents li[aria-current] a').textContent(),
      'A change of role',
    );
  });

  it('is read by keyboard alone: contents, a section, its link to the next', async () => {
    const window = await stage.shared();
    await openGuide(window);
    await openContents(window);
    const second = window.webview.locator('.contents a').nth(1);
    await eventually('the link to the second section to have the focus', async () => {
      await window.press('Tab');
      return second.evaluate(link => link === document.activeElement);
    });
    await window.press('Enter');
    await untilTitle(window, 'What an engineering manager does');
    const next = window.webview.locator('a[rel=next]');
    await eventually('the link to the next section to have the focus', async () => {
      await window.press('Tab');
      return next.evaluate(link => link === document.activeElement);
    });
    await window.press('Enter');
    await untilTitle(window, 'Manager and senior engineer');
  });

  it('follows a link inside a section', async () => {
    const window = await stage.shared();
    await openGuide(window);
    const link = window.webview.locator('article a[href^="guide:"]').first();
    for (let section = 0; section < 22 && (await link.count()) === 0; section += 1) {
      const before = await title(window);
      await window.runCommand('Belay: Guide: Next Section');
      await eventually('another section', async () => (await title(window)) !== before);
    }
    const id = ((await link.getAttribute('href')) ?? '').slice('guide:'.length);
    const before = await title(window);
    await link.press('Enter');
    await eventually(`section ${id}`, async () => (await title(window)) !== before);
  });

  it('opens where the reader left: after the view was hidden, and after a reload', async () => {
    const window = await stage.open();
    await openGuide(window);
    await goNext(window, 'What an engineering manager does');
    const scrolled = () => window.webview.locator('html').evaluate(page => page.scrollTop);
    await window.webview.locator('.ways a').last().scrollIntoViewIfNeeded();
    const place = await scrolled();
    assert.ok(place > 100, `scrolled to ${place}`);
    await window.runCommand('View: Show Explorer');
    await window.page.locator('.explorer-folders-view').waitFor();
    await openGuide(window);
    await untilTitle(window, 'What an engineering manager does');
    await eventually('the page to be scrolled', async () => Math.abs((await scrolled()) - place) < 5);
    // VS Code writes what it keeps some time after it was told: a reload may come before that, as may a next one.
    const afterReload = async () => {
      if ((await title(window)) !== 'What an engineering manager does') {
        await openSection(window, 'What an engineering manager does');
      }
      await window.webview.locator('html').evaluate((page, top) => {
        page.scrollTop = top;
      }, place);
      await window.reload();
      await openGuide(window);
      if ((await title(window)) !== 'What an engineering manager does') {
        return false;
      }
      // The page is scrolled some time after its title is there.
      const isThere = async () => Math.abs((await scrolled()) - place) < 40;
      return eventually('the place', isThere, 3_000).catch(() => false);
    };
    await eventually('the same place after a reload', afterReload, 60_000);
  });
});

describeOnStage('The guide’s commands', {}, stage => {
  it('wait for the page: before it was ever open, and while it is hidden', async () => {
    const window = await stage.open();
    await openContents(window);
    await window.runCommand('View: Show Explorer');
    await window.page.locator('.explorer-folders-view').waitFor();
    await goNext(window, 'What an engineering manager does');
  });
});
