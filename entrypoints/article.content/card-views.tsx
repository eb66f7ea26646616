import { render } from 'preact';
import type { ClaimAction, TickerAction } from '../../components/card/card-actions.tsx';
import { ClaimCard } from '../../components/card/claim-card.tsx';
import { TickerCard } from '../../components/card/ticker-card.tsx';
import type { CardContent } from '../../lib/card/host.ts';
import type { CheckSelectionRequest } from '../../lib/messages/protocol.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { PageViews } from '../../lib/present/page-views.ts';
import type { TickerView } from '../../lib/present/ticker-view.ts';
import type { ActedOn } from './card-actions.ts';

/** A claim or ticker under the pointer, with the words that are marked for it. */
export type Shown = { readonly quote: string } & ({ readonly claim: ClaimView } | { readonly ticker: TickerView });

/** What the cards can have done. */
export interface CardHandlers {
  readonly onClose: () => void;
  readonly onShow: (claimId: number) => void;
  /** Resolves with what to say of it. */
  readonly onAct: (action: ClaimAction | TickerAction, on: ActedOn) => Promise<string>;
}

/** The card for what lies under one point: its claims, then the instruments named there. */
export function cardContent(shown: readonly Shown[], views: PageViews, { onClose, onShow, onAct }: CardHandlers): CardContent {
  const claims = [...new Set(shown.flatMap((one) => ('claim' in one ? [one.claim] : [])))];
  const tickers = [...new Map(shown.flatMap((one) => ('ticker' in one ? [[one.ticker, one.quote] as const] : [])))];
  const names = [...claims.map((claim) => claim.verdictWords), ...tickers.map(([ticker]) => ticker.name)];
  return {
    label: names.join(', '),
    language: views.language,
    render: (container) => {
      // Hooks would cost every page a kilobyte, for a few words beside the buttons.
      let isOpen = true;
      const acted = (action: ClaimAction | TickerAction, on: ActedOn, key: string | number): void => {
        void onAct(action, on).then((words) => draw({ key, words }));
      };
      const draw = (said: { readonly key: string | number; readonly words: string } | null): void => {
        if (!isOpen) return;
        render(
          <>
            {claims.length === 0 ? null : (
              <ClaimCard
                claims={claims}
                words={views.words}
                said={said && { claimId: Number(said.key), words: said.words }}
                onClose={onClose}
                onAct={(action, claim) => acted(action, { quote: claim.quote, instrument: claim.subject, claim }, claim.claimId)}
              />
            )}
            {tickers.map(([ticker, quote]) => (
              <TickerCard
                key={ticker.instrument}
                ticker={ticker}
                words={views.words}
                claims={views.claims.filter(({ claimId }) => ticker.claims.includes(claimId))}
                said={said?.key === ticker.instrument ? said.words : null}
                onClose={onClose}
                onShow={onShow}
                onAct={(action) => acted(action, { quote, instrument: ticker.instrument, claim: null }, ticker.instrument)}
              />
            ))}
          </>,
          container,
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

/** A card that says one thing. */
export function noteContent({ words, language }: CheckSelectionRequest): CardContent {
  return {
    label: words,
    language,
    render: (container) => {
      render(<p class="tm tm-card tm-only">{words}</p>, container);
      return () => render(null, container);
    },
  };
}
