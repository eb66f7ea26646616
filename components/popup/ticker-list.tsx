import type { TickerSummary } from '../../lib/check/report.ts';
import { fill } from '../../lib/present/fill.ts';
import { tickerLine } from '../../lib/present/ticker.ts';
import { useLanguage } from '../language.ts';

export interface TickerListProps {
  readonly tickers: readonly TickerSummary[];
  readonly evidenceAddress: (instrument: string) => string;
  readonly onShow: (mentionId: number) => void;
}

/** Instruments that the page names, one line each: jump to the first mention, or open the data behind it. */
export function TickerList({ tickers, evidenceAddress, onShow }: TickerListProps) {
  const { popup } = useLanguage().words;
  if (tickers.length === 0) return null;
  return (
    <section class="tm-group tm-tickers">
      <h2>
        {popup.tickers} <span class="tm-count">{tickers.length}</span>
      </h2>
      <ul>
        {tickers.map((ticker) => (
          <Ticker key={ticker.instrument.id} ticker={ticker} address={evidenceAddress(ticker.instrument.id)} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}

function Ticker({ ticker, address, onShow }: { ticker: TickerSummary; address: string; onShow: (mentionId: number) => void }) {
  const { symbol, name } = ticker.instrument;
  const [first] = ticker.mentions;
  const language = useLanguage();
  const { popup } = language.words;
  const words = (
    <>
      {symbol === null ? null : <b>{symbol}</b>} {name}
    </>
  );
  return (
    <li>
      {first === undefined ? (
        <span>{words}</span>
      ) : (
        <button type="button" class="tm-jump" title={fill(popup.goTicker, { name })} onClick={() => onShow(first)}>
          {words}
        </button>
      )}
      <p>
        <a href={address} target="_blank" rel="noopener" title={fill(popup.evidence, { name })}>
          {tickerLine(ticker, language)}
        </a>
      </p>
    </li>
  );
}
