import { render } from 'preact';
import { ClaimCard } from '../../components/card/claim-card.tsx';
import { TickerCard } from '../../components/card/ticker-card.tsx';
import type { CardContent } from '../../lib/card/host.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { PageViews } from '../../lib/present/page-views.ts';
import type { TickerView } from '../../lib/present/ticker-view.ts';
import type { Subject } from './marks.ts';

interface CardsProps {
  readonly claims: readonly ClaimView[];
  readonly tickers: readonly TickerView[];
  /** Of the whole page. */
  readonly views: PageViews;
  /** The claim whose text was just put on the clipboard. */
  readonly copied: number | null;
  readonly onClose: () => void;
  readonly onCopy: (text: string, claimId: number) => void;
  readonly onShow: (claimId: number) => void;
}

/** What lies under one point of the page: its claims, then the instruments named there. */
function Cards({ claims, tickers, views, copied, onClose, onCopy, onShow }: CardsProps) {
  return (
    <>
      {claims.length > 0 ? <ClaimCard claims={claims} copied={copied} onClose={onClose} onCopy={onCopy} /> : null}
      {tickers.map((ticker) => (
        <TickerCard
          key={ticker.instrument}
          ticker={ticker}
          claims={views.claims.filter(({ claimId }) => ticker.claims.includes(claimId))}
          onClose={onClose}
          onShow={onShow}
        />
      ))}
    </>
  );
}

/** The card for what lies under one point. */
export function cardContent(
  subjects: readonly Subject[],
  views: PageViews,
  actions: { readonly onClose: () => void; readonly onShow: (claimId: number) => void },
): CardContent {
  const claims = [...new Set(subjects.flatMap((subject) => ('claim' in subject ? [subject.claim] : [])))];
  const tickers = [...new Set(subjects.flatMap((subject) => ('ticker' in subject ? [subject.ticker] : [])))];
  const names = [...claims.map((claim) => claim.verdictWords), ...tickers.map((ticker) => ticker.name)];
  return {
    label: names.join(', '),
    render: (container) => {
      // Hooks would cost every page a kilobyte, for one button that says "Copied".
      let isOpen = true;
      const draw = (copied: number | null): void => {
        if (isOpen) render(<Cards claims={claims} tickers={tickers} views={views} copied={copied} onCopy={copy} {...actions} />, container);
      };
      const copy = (text: string, claimId: number): void => {
        navigator.clipboard.writeText(text).then(
          () => draw(claimId),
          () => draw(null),
        );
      };
      draw(null);
      return () => {
        isOpen = false;
        render(null, container);
      };
    },
  };
}
