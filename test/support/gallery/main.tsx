/**
 * Every view with fixture data on one page, to be looked at: `npx vite test/support/gallery`. The hash chooses what is
 * shown (`#cards`, `#popup`, `#states`) and may force a theme (`#cards,dark`).
 */
import { render } from 'preact';
import { ClaimCard } from '../../../components/card/claim-card.tsx';
import { TickerCard } from '../../../components/card/ticker-card.tsx';
import { HOST_STYLES } from '../../../lib/card/host-styles.ts';
import cardStyles from '../../../components/card/card.css?inline';
import { PopupView, type NotRead, type PopupPage, type PopupViewProps } from '../../../components/popup/popup-view.tsx';
import '../../../components/popup/popup.css';
import { claimView } from '../../../lib/present/claim-view.ts';
import { tickerView } from '../../../lib/present/ticker-view.ts';
import { ENGLISH } from '../../../lib/present/language.ts';
import { idsOf } from '../words.ts';
import { makeReport, makeTicker, SAMPLE_FINDINGS, STOCK_TICKER } from '../fixtures.ts';

const [view = 'cards', theme] = location.hash.slice(1).split(',');
const dark = theme === 'dark' || (theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
document.body.style.cssText = `margin:8px;background:${dark ? '#101114' : '#f0eee9'};display:flex;flex-wrap:wrap;gap:12px;align-items:start`;

/** As the card's host does it: a popover in a shadow root, here left in the flow of the page. */
function card(content: preact.ComponentChild): void {
  const host = document.createElement('div');
  host.dataset['theme'] = theme ?? 'auto';
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `${HOST_STYLES}\n${cardStyles}\n.card{position:static}.card:not(:popover-open){display:block}`;
  const box = document.createElement('div');
  box.className = 'card';
  box.setAttribute('popover', 'manual');
  root.append(style, box);
  render(content, box);
}

const { words } = ENGLISH;
const ignore = (): void => undefined;
if (view === 'cards' || view === '') {
  for (const finding of SAMPLE_FINDINGS) card(<ClaimCard words={words.card} claims={[claimView(finding)]} onClose={ignore} onAct={ignore} />);
  card(<TickerCard words={words.card} ticker={tickerView(makeTicker(), '2026-10-07')} claims={SAMPLE_FINDINGS.slice(0, 2).map((finding) => claimView(finding))} onClose={ignore} onShow={ignore} onAct={ignore} />);
  card(<TickerCard words={words.card} ticker={tickerView(STOCK_TICKER, '2026-10-07')} claims={[]} onClose={ignore} />);
}

const popupProps = {
  site: { host: 'www.example.com', on: true, granted: true },
  dataRemark: null,
  sourcesLine: null,
  said: null,
  isBusy: false,
  evidenceAddress: (id: string) => `#${id}`,
  onShowClaim: ignore,
  onShowMention: ignore,
  onRead: ignore,
  onSite: ignore,
  onCopy: ignore,
  onSave: ignore,
  onOptions: ignore,
};

function popup(page: PopupPage, more: Partial<PopupViewProps> = {}): void {
  const place = document.createElement('div');
  if (theme) place.dataset['theme'] = theme;
  document.body.append(place);
  render(<PopupView {...popupProps} page={page} {...more} />, place);
}

if (view === 'popup') popup({ kind: 'read', report: makeReport() }, { said: words.popup.gone });
if (view === 'states') {
  popup({ kind: 'loading' });
  for (const reason of idsOf<NotRead>(words.notRead)) {
    popup({ kind: 'not-read', reason, error: reason === 'failed' ? 'TypeError: something' : null }, { site: reason === 'no-access' ? null : { host: 'example.org', on: false, granted: false } });
  }
}
