import type { Page } from 'puppeteer-core';

/**
 * Scrolls words into the middle of the window and gives the middle of their first line, in CSS pixels: the first
 * occurrence of `words` inside the first occurrence of `around`. White space counts as one space; the words may run over
 * several elements. Null when they are not there.
 */
export async function pointOfText(page: Page, words: string, around = words): Promise<{ x: number; y: number } | null> {
  return page.evaluate(
    async (wanted, context) => {
      let folded = '';
      const places: [node: Text, offset: number][] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node as Text;
        for (let offset = 0; offset < text.data.length; offset += 1) {
          const letter = text.data.charAt(offset);
          const isSpace = /\s/.test(letter);
          if (isSpace && folded.endsWith(' ')) continue;
          folded += isSpace ? ' ' : letter;
          places.push([text, offset]);
        }
      }
      const from = folded.indexOf(context);
      const at = from < 0 ? -1 : folded.indexOf(wanted, from);
      const first = places[at];
      const last = places[at + wanted.length - 1];
      if (!first || !last) return null;
      first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      const rect = [...range.getClientRects()].find(({ width }) => width > 2);
      return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
    },
    folded(words),
    folded(around),
  );
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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

/** Where the card stands in the window. */
export async function cardRect(page: Page): Promise<{ left: number; top: number; width: number; height: number }> {
  return page.evaluate(() => {
    const card = document.querySelector('tickmark-card')!.shadowRoot!.querySelector('[popover]')!;
    const { left, top, width, height } = card.getBoundingClientRect();
    return { left, top, width, height };
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
