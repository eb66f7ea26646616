import { render } from 'preact';
import { ClaimCard } from '../../components/card/claim-card.tsx';
import { TickerCard } from '../../components/card/ticker-card.tsx';
import type { CardContent } from '../../lib/card/host.ts';
import type { Finding } from '../../lib/check/finding.ts';
import type { PageReport, TickerSummary } from '../../lib/check/report.ts';
import { VERDICT_WORDS } from '../../lib/present/words.ts';
import type { Subject } from './marks.ts';

interface CardsProps {
  readonly findings: readonly Finding[];
  readonly tickers: readonly TickerSummary[];
  readonly report: PageReport;
  /** The claim whose text was just put on the clipboard. */
  readonly copied: number | null;
  readonly onClose: () => void;
  readonly onCopy: (text: string, claimId: number) => void;
  readonly onShow: (claimId: number) => void;
}

/** What lies under one point of the page: its claims, then the instruments named there. */
function Cards({ findings, tickers, report, copied, onClose, onCopy, onShow }: CardsProps) {
  return (
    <>
      {findings.length > 0 ? <ClaimCard findings={findings} copied={copied} onClose={onClose} onCopy={onCopy} /> : null}
      {tickers.map((summary) => (
        <TickerCard
          key={summary.instrument.id}
          summary={summary}
          findings={report.findings.filter((finding) => summary.claims.includes(finding.claim.id))}
          dataEnd={report.dataEnd}
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
  report: PageReport,
  actions: { readonly onClose: () => void; readonly onShow: (claimId: number) => void },
): CardContent {
  const findings = [...new Set(subjects.flatMap((subject) => ('finding' in subject ? [subject.finding] : [])))];
  const tickers = [...new Set(subjects.flatMap((subject) => ('ticker' in subject ? [subject.ticker] : [])))];
  const names = [...findings.map((finding) => VERDICT_WORDS[finding.verdict]), ...tickers.map((ticker) => ticker.instrument.name)];
  return {
    label: names.join(', '),
    render: (container) => {
      // Hooks would cost every page a kilobyte, for one button that says "Copied".
      let isOpen = true;
      const draw = (copied: number | null): void => {
        if (isOpen) render(<Cards findings={findings} tickers={tickers} report={report} copied={copied} onCopy={copy} {...actions} />, container);
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
