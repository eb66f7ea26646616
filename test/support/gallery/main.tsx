/**
 * Every view with fixture data on one page, to be looked at: `npx vite test/support/gallery`. The hash chooses what is
 * shown (`#cards`, `#popup`, `#states`) and may force a theme (`#cards,dark`).
 */
import { render } from 'preact';
import { ClaimCard } from '../../../components/card/claim-card.tsx';
import { TickerCard } from '../../../components/card/ticker-card.tsx';
import cardStyles from '../../../components/card/card.css?inline';
import { makeTicker, SAMPLE_FINDINGS, STOCK_TICKER } from '../fixtures.ts';

const [view = 'cards', theme] = location.hash.slice(1).split(',');
const dark = theme === 'dark' || (theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
document.body.style.cssText = `margin:8px;background:${dark ? '#101114' : '#f0eee9'};display:flex;flex-wrap:wrap;gap:12px;align-items:start`;

function card(content: preact.ComponentChild): void {
  const host = document.createElement('div');
  if (theme) host.dataset['theme'] = theme;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyles);
  root.adoptedStyleSheets = [sheet];
  render(content, root);
}

const ignore = (): void => undefined;
if (view === 'cards' || view === '') {
  for (const finding of SAMPLE_FINDINGS) card(<ClaimCard findings={[finding]} onClose={ignore} onCopy={ignore} />);
  card(<TickerCard summary={makeTicker()} findings={SAMPLE_FINDINGS.slice(0, 2)} dataEnd="2026-10-07" onClose={ignore} onShow={ignore} />);
  card(<TickerCard summary={STOCK_TICKER} findings={[]} dataEnd="2026-10-07" onClose={ignore} />);
}
