import type { ClaimAction, TickerAction } from '../../components/card/card-actions.tsx';
import type { CorrectRequest } from '../../lib/messages/protocol.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { CardWords } from '../../lib/present/page-views.ts';

/** What the buttons of a card act on. */
export interface ActedOn {
  /** The words that were marked. */
  readonly quote: string;
  readonly instrument: string | null;
  /** Null for a ticker. */
  readonly claim: ClaimView | null;
}

/** What the worker does for a card. The welcome page, which is no tab's page, has its own ways. */
export interface CardServices {
  readonly correct: (request: CorrectRequest) => Promise<boolean>;
  readonly openEvidence: (instrument: string, day: string | null) => Promise<void>;
}

/**
 * Does what a button of a card says.
 *
 * @param day the article's day, for the evidence page
 * @param said what there is to say of it
 * @param recheck reads the page again after a correction
 * @returns what to say beside the button; empty when what happened speaks for itself
 */
export async function act(
  action: ClaimAction | TickerAction,
  { quote, instrument, claim }: ActedOn,
  day: string | null,
  services: CardServices,
  said: CardWords['done'],
  recheck: () => void,
): Promise<string> {
  try {
    switch (action) {
      case 'copy':
        await navigator.clipboard.writeText(claim?.copyText ?? quote);
        return said.copy;
      case 'link':
        await navigator.clipboard.writeText(claim?.link ?? location.href);
        return said.link;
      case 'data':
        await services.openEvidence(instrument ?? '', day);
        return '';
      case 'muted':
      case 'wrong-match': {
        const isKept = await services.correct({ kind: action, quote, instrument, metric: claim?.metric ?? null });
        if (isKept) recheck();
        return isKept ? '' : said.private;
      }
    }
  } catch {
    // The clipboard may be closed to us, and the worker to a page that was open before an update.
    return said.failed;
  }
}
