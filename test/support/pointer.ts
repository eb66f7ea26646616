import type { Page } from 'puppeteer-core';

/**
 * Scrolls the first occurrence of the words into the middle of the window and gives the middle of their first line, in
 * CSS pixels. White space counts as one space; the words may run over several elements. Null when they are not there.
 */
export async function pointOfText(page: Page, words: string): Promise<{ x: number; y: number } | null> {
  return page.evaluate(async (wanted) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    let folded = '';
    const places: [node: Text, offset: number][] = [];
    for (const node of nodes) {
      for (let offset = 0; offset < node.data.length; offset += 1) {
        const letter = node.data.charAt(offset);
        const isSpace = /\s/.test(letter);
        if (isSpace && folded.endsWith(' ')) continue;
        folded += isSpace ? ' ' : letter;
        places.push([node, offset]);
      }
    }
    const at = folded.indexOf(wanted.replace(/\s+/g, ' ').trim());
    const first = places[at];
    if (at < 0 || !first) return null;
    const last = places[at + wanted.replace(/\s+/g, ' ').trim().length - 1]!;
    first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    const rect = [...range.getClientRects()].find(({ width }) => width > 2);
    return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
  }, words);
}

/** Moves a real pointer from elsewhere onto the point and lets it rest there. */
export async function hover(page: Page, point: { x: number; y: number }): Promise<void> {
  await page.mouse.move(Math.max(1, point.x - 60), Math.max(1, point.y - 60));
  await page.mouse.move(point.x, point.y, { steps: 6 });
}

/** The text of the open card with white space folded, or null when none is open. */
export async function cardText(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const card = document.querySelector('tickmark-card')?.shadowRoot?.querySelector<HTMLElement>('[popover]:popover-open');
    return card ? card.innerText.replace(/\s+/g, ' ').trim() : null;
  });
}

/** Waits, at most `timeoutMs`, until the card's text passes; returns the last text, whether it did or not. */
export async function waitForCard(page: Page, passes: (text: string | null) => boolean, timeoutMs = 5000): Promise<string | null> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const text = await cardText(page);
    if (passes(text) || Date.now() > until) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The document as text, without the card's host. */
export async function documentText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('tickmark-card')) host.remove();
    return copy.outerHTML;
  });
}
